package calibrate

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Verdict says whether the team is aligned, by a printed rule.
type Verdict struct {
	ID          VerdictID      `json:"id"`
	Clear       bool           `json:"clear"` // the interval leaves the target on one side
	Sentence    string         `json:"sentence"`
	Because     []string       `json:"because"`
	PointsToGo  float64        `json:"points_to_go"` // a fraction of 1; 0 where the standard's figure is met
	Standard    StandardResult `json:"standard"`
	Next        string         `json:"next,omitempty"`  // how many more lessons would tell
	Worst       string         `json:"worst,omitempty"` // the indicator with the largest part of the distance
	Without     VerdictID      `json:"without_worst,omitempty"`
	NotObserved VerdictID      `json:"not_observed_as_lowest"`
}

// A VerdictID is one of the four verdicts.
type VerdictID string

// The verdicts.
const (
	Aligned       VerdictID = "aligned"
	PartlyAligned VerdictID = "partly_aligned"
	NotYetAligned VerdictID = "not_yet_aligned"
	CannotTell    VerdictID = "cannot_tell"
)

// Words returns the verdict as people say it.
func (id VerdictID) Words() string {
	return map[VerdictID]string{
		Aligned: "aligned", PartlyAligned: "partly aligned",
		NotYetAligned: "not yet aligned", CannotTell: "cannot tell",
	}[id]
}

// What a verdict needs at least.
const (
	fewestPairs        = 10
	fewestItems        = 3
	fewestRaters       = 3    // of an indicator
	commonestShare     = 0.75 // of an indicator's raters on one level
	mostNamedInBecause = 3
)

// judgement is a standard held against a set of ratings.
type judgement struct {
	id       VerdictID
	criteria []measuredCriterion
	exact    Figure  // between raters, or with the master where that is asked
	items    int     // that exact is over
	failing  []Place // indicators that do not meet the standard
	why      string  // why it cannot tell
}

// judge holds the standard against the ratings and each indicator, and sets
// what the indicators answer.
func (by *judge) judge(indicators []Place) judgement {
	m := by.m
	j := judgement{criteria: by.apply(m.all())}
	if by.standard.NeedsMaster {
		j.exact, j.items = by.key.figures(m.all()).exact, len(by.key.all())
	} else {
		j.exact, j.items = m.figures(m.all(), m.unit).exact, m.pairedOf(m.all())
	}
	for i := range indicators {
		p := &indicators[i]
		p.Meets = by.indicatorMeets(p)
		if p.Meets.No() {
			j.failing = append(j.failing, *p)
		}
	}
	j.failing = byPlaceRank(j.failing)
	j.id, j.why = j.decide(m)
	return j
}

// decide applies the rule of the verdict.
func (j *judgement) decide(m *measures) (VerdictID, string) {
	if j.exact.Pairs < fewestPairs || j.items < fewestItems {
		return CannotTell, fmt.Sprintf("the file holds %s of ratings on %s, and %d pairs on %d items are the least that can tell",
			wording.Count(j.exact.Pairs, "pair"), wording.Count(j.items, "item"), fewestPairs, fewestItems)
	}
	first := j.first()
	lower, okLower := first.measured.Lower.Value()
	upper, okUpper := first.measured.Upper.Value()
	chance, okChance := first.measured.Chance.Value()
	if okLower && okUpper && okChance && holds(lower, first.Target, upper) && holds(lower, chance, upper) {
		return CannotTell, fmt.Sprintf("the interval from %s to %s holds both what the standard asks for (%s) and what chance would give (%s)",
			wording.PercentOf(lower), wording.PercentOf(upper), wording.PercentOf(first.Target), wording.PercentOf(chance))
	}
	for _, c := range j.criteria {
		if c.Met.No() { // one without a value asks for nothing
			return NotYetAligned, ""
		}
	}
	if len(j.failing) > 0 {
		return PartlyAligned, ""
	}
	if v, ok := j.exact.Lower.Value(); !ok || v <= j.exact.Chance.Or(1) {
		return CannotTell, m.notAboveChance(j)
	}
	return Aligned, ""
}

// shown are the criteria as the report shows them.
func (j *judgement) shown() []Criterion {
	list := make([]Criterion, len(j.criteria))
	for i, c := range j.criteria {
		list[i] = c.Criterion
	}
	return list
}

// first returns the criterion that the verdict headlines: the first that has a
// value.
func (j *judgement) first() *measuredCriterion {
	for i := range j.criteria {
		if j.criteria[i].Value.OK() {
			return &j.criteria[i]
		}
	}
	return &j.criteria[0]
}

// notAboveChance says why agreement cannot be told from chance.
func (m *measures) notAboveChance(j *judgement) string {
	if !j.exact.Lower.OK() {
		return fmt.Sprintf("agreement is %s on every item, so there is no interval to tell it from the %s that chance would give",
			wording.PercentOf(j.exact.Value.Or(0)), wording.PercentOf(j.exact.Chance.Or(1)))
	}
	if m.narrow() {
		return "nearly everyone used one level throughout, so that chance alone would give " +
			wording.PercentOf(j.exact.Chance.Or(1)) + " agreement; use a lesson with more range"
	}
	return fmt.Sprintf("agreement of %s cannot be told from the %s that chance would give",
		wording.PercentOf(j.exact.Value.Or(0)), wording.PercentOf(j.exact.Chance.Or(1)))
}

func holds(lower, v, upper float64) bool { return lower <= v && v <= upper }

// itemsOf returns the items of an indicator.
func (j *judge) itemsOf(indicator *Place) []int {
	return j.m.ofIndicator[slices.Index(j.m.table.Indicators(), indicator.ID)]
}

// indicatorMeets holds an indicator against the standard. In fewer than five
// lessons three quarters of its raters must be on the commonest level, a mean
// over its items. From five lessons on its interval must not lie wholly on
// the wrong side of the target: where the figure has no interval, its value. A
// standard with a master holds its figure itself against the target.
func (j *judge) indicatorMeets(p *Place) Answer {
	if j.standard.NoIndicators {
		return noAnswer(stats.NotApplicable)
	}
	items := j.itemsOf(p)
	raters, lessons := j.m.extent(items)
	if raters < fewestRaters {
		return noAnswer(fewRaters)
	}
	if j.standard.NeedsMaster {
		return j.apply(items)[0].Met
	}
	if lessons < lessonsForUnit {
		v, ok := p.CommonestShare.Value()
		if !ok {
			return noAnswer(p.CommonestShare.Reason())
		}
		return yesNo(v >= commonestShare-1e-12)
	}
	c := j.apply(items)[0]
	limit := c.measured.Upper
	if c.AtMost {
		limit = c.measured.Lower
	}
	if limit.OK() {
		c.Value = limit
	}
	return c.meets()
}

// verdict states the judgement and how much hangs on little.
func (by *judge) verdict(indicators []Place) Verdict {
	m, j := by.m, by.judge(indicators)
	v := Verdict{
		ID: j.id, Clear: j.first().clear(),
		Standard: StandardResult{by.standard.ID, by.standard.Title, j.shown()},
	}
	for _, c := range j.criteria {
		if v.PointsToGo = c.shortfall(); v.PointsToGo > 0 {
			break
		}
	}
	v.Sentence, v.Because = j.sentence(v.PointsToGo), j.because(by)
	if worst, ok := worstOf(indicators); ok && len(indicators) > 1 {
		v.Worst = worst.ID
		code := slices.Index(m.table.Indicators(), worst.ID)
		v.Without = by.again(m.table.Where(func(_ int, r rating.Rating) bool {
			return m.table.Items()[r.Item].Indicator != int32(code)
		}))
	}
	v.NotObserved = v.ID
	if hasNotObserved(m.table) {
		v.NotObserved = by.again(m.table.NotObservedAsLowest())
	}
	return v
}

// again is the verdict on other ratings by the same rule.
func (j *judge) again(t *rating.Table) VerdictID {
	n := measure(t, j.m.options)
	if len(n.all()) == 0 {
		return CannotTell
	}
	other := judge{n, j.standard, compareWithKey(n, j.master), j.master}
	return other.judge(n.indicators(nil)).id
}

// hasNotObserved reports whether a table has a "not observed".
func hasNotObserved(t *rating.Table) bool {
	return slices.ContainsFunc(t.Marks(), func(m rating.Mark) bool { return m.State == rating.NotObserved })
}

// worstOf returns the place with the largest part of the distance.
func worstOf(places []Place) (Place, bool) {
	i := slices.IndexFunc(places, func(p Place) bool { return p.Rank == 1 })
	if i < 0 {
		return Place{}, false
	}
	return places[i], true
}

// clear reports whether the interval leaves the target on one side.
func (c *measuredCriterion) clear() bool {
	lower, ok := c.measured.Lower.Value()
	upper, ok2 := c.measured.Upper.Value()
	return ok && ok2 && !holds(lower, c.Target, upper)
}
