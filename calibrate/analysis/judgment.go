package analysis

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// What a verdict needs at least.
const (
	fewestPairs        = 10
	fewestItems        = 3
	fewestRaters       = 3    // of an indicator
	commonestShare     = 0.75 // of an indicator's raters on one level
	mostNamedInBecause = 3
)

// judgment is a standard held against a set of ratings.
type judgment struct {
	id       calibrate.VerdictID
	criteria []measuredCriterion
	exact    calibrate.Figure      // between raters, or with the master where that is asked
	items    int                   // that exact is over
	failing  []calibrate.Breakdown // indicators that do not meet the standard
	open     []calibrate.Breakdown // and those that cannot be told
	why      string                // why it cannot tell
}

// judge holds the standard against the ratings and each indicator, and sets
// what the indicators answer.
func (by *judge) judge(indicators []calibrate.Breakdown) judgment {
	m := by.m
	j := judgment{criteria: by.apply(m.All())}
	if by.standard.NeedsMaster {
		j.exact, j.items = by.key.Figures(m.All()).Exact, len(by.key.All())
	} else {
		j.exact, j.items = m.Figures(m.All(), m.Unit).Exact, m.PairedOf(m.All())
	}
	for i := range indicators {
		p := &indicators[i]
		p.Meets = by.indicatorMeets(p)
		if p.Meets.No() {
			j.failing = append(j.failing, *p)
		}
		if p.Meets.Reason() == calibrate.IntervalHoldsTarget {
			j.open = append(j.open, *p)
		}
	}
	j.failing, j.open = byRank(j.failing), byRank(j.open)
	j.id, j.why = j.decide(m)
	return j
}

// decide applies the rule of the verdict.
func (j *judgment) decide(m *team.Stats) (calibrate.VerdictID, string) {
	if j.exact.Pairs < fewestPairs || j.items < fewestItems {
		return calibrate.CannotTell, fmt.Sprintf("there are %s of ratings on %s, and it takes %d pairs on %d",
			wording.Count(j.exact.Pairs, "pair"), wording.Count(j.items, "item"), fewestPairs, fewestItems)
	}
	first := j.first()
	lower, okLower := first.measured.Lower.Value()
	upper, okUpper := first.measured.Upper.Value()
	chance, okChance := first.measured.Chance.Value()
	if okLower && okUpper && okChance && holds(lower, first.Target, upper) && holds(lower, chance, upper) {
		return calibrate.CannotTell, fmt.Sprintf("%s too little to tell %s from the standard (%s) or from chance (%s)",
			wording.Counted(m.Lessons, "lesson")+wording.Plural(m.Lessons, " is", " are"),
			wording.PercentOf(first.Value.Or(0)), wording.PercentOf(first.Target), wording.PercentOf(chance))
	}
	for _, c := range j.criteria {
		if c.Met.No() { // one without a value asks for nothing
			return calibrate.NotYetAligned, ""
		}
	}
	if len(j.failing)+len(j.open) > 0 {
		return calibrate.PartlyAligned, ""
	}
	if v, ok := j.exact.Lower.Value(); !ok || v <= j.exact.Chance.Or(1) {
		return calibrate.CannotTell, notAboveChance(m, j)
	}
	return calibrate.Aligned, ""
}

// shown are the criteria as the report shows them.
func (j *judgment) shown() []calibrate.Criterion {
	list := make([]calibrate.Criterion, len(j.criteria))
	for i, c := range j.criteria {
		list[i] = c.Criterion
	}
	return list
}

// first returns the criterion that the verdict headlines: the first that has a
// value.
func (j *judgment) first() *measuredCriterion {
	for i := range j.criteria {
		if j.criteria[i].Value.OK() {
			return &j.criteria[i]
		}
	}
	return &j.criteria[0]
}

// notAboveChance says why agreement cannot be told from chance.
func notAboveChance(m *team.Stats, j *judgment) string {
	if !j.exact.Lower.OK() {
		return fmt.Sprintf("you agreed %s of the time on every indicator, which says nothing of how sure that is beside the %s that chance would give",
			wording.PercentOf(j.exact.Value.Or(0)), wording.PercentOf(j.exact.Chance.Or(1)))
	}
	if m.Narrow() {
		return "nearly everyone used one level throughout, so chance alone would give the same rating " +
			wording.PercentOf(j.exact.Chance.Or(1)) + " of the time; use a lesson with more range"
	}
	return fmt.Sprintf("the same rating %s of the time cannot be told from the %s that chance would give",
		wording.PercentOf(j.exact.Value.Or(0)), wording.PercentOf(j.exact.Chance.Or(1)))
}

func holds(lower, v, upper float64) bool { return lower <= v && v <= upper }

// itemsOf returns the items of an indicator.
func (j *judge) itemsOf(indicator *calibrate.Breakdown) []int {
	return j.m.OfIndicator[slices.Index(j.m.Table.Indicators(), indicator.ID)]
}

// indicatorMeets holds an indicator against the standard. In fewer than five
// lessons three quarters of its raters must be on the commonest level, a mean
// over its items. From five lessons on it meets the standard where its figure
// reaches the target, misses it where the interval lies wholly short of it, or
// the figure without an interval does, and cannot be told else. A standard with
// a master holds its figure itself against the target.
func (j *judge) indicatorMeets(p *calibrate.Breakdown) calibrate.Answer {
	if j.standard.NoIndicators {
		return calibrate.NoAnswer(stats.NotApplicable)
	}
	items := j.itemsOf(p)
	raters, lessons := j.m.Extent(items)
	if raters < fewestRaters {
		return calibrate.NoAnswer(calibrate.FewRaters)
	}
	if j.standard.NeedsMaster {
		return j.apply(items)[0].Met
	}
	if lessons < inference.LessonsNeeded {
		v, ok := p.CommonestShare.Value()
		if !ok {
			return calibrate.NoAnswer(p.CommonestShare.Reason())
		}
		return calibrate.YesNo(v >= commonestShare-tolerance)
	}
	c := j.apply(items)[0]
	if limit := c.best(); c.Met.No() && limit.OK() {
		c.Value = limit
		if c.meets().Yes() {
			return calibrate.NoAnswer(calibrate.IntervalHoldsTarget)
		}
	}
	return c.Met
}

// verdict states the judgement and how much hangs on little.
func (by *judge) verdict(indicators []calibrate.Breakdown) calibrate.Verdict {
	m, j := by.m, by.judge(indicators)
	v := calibrate.Verdict{
		ID: j.id, Clear: j.first().clear(),
		Standard: calibrate.StandardResult{ID: by.standard.ID, Title: j.title(by.standard.Name), Criteria: j.shown()},
	}
	for _, c := range j.criteria {
		if v.PointsToGo = c.shortfall(); v.PointsToGo > 0 {
			break
		}
	}
	v.Sentence, v.Because = j.sentence(by.m.Lessons, team.CountTrue(by.m.Table.Rated())), j.because(by)
	if worst, ok := worstOf(indicators); ok && len(indicators) > 1 {
		v.Worst = worst.ID
		code := slices.Index(m.Table.Indicators(), worst.ID)
		v.Without = by.again(m.Table.Where(func(_ int, r rating.Rating) bool {
			return m.Table.Items()[r.Item].Indicator != int32(code)
		}))
	}
	v.NotObserved = v.ID
	if hasNotObserved(m.Table) {
		v.NotObserved = by.again(m.Table.NotObservedAsLowest())
	}
	return v
}

// again is the verdict on other ratings by the same rule.
func (j *judge) again(t *rating.Table) calibrate.VerdictID {
	n := team.New(t, j.m.Options)
	if len(n.All()) == 0 {
		return calibrate.CannotTell
	}
	other := judge{n, j.standard, team.CompareWithMaster(n, j.master), j.master}
	return other.judge(commonestOf(n)).id
}

// commonestOf describes each indicator as far as a verdict reads it.
func commonestOf(m *team.Stats) []calibrate.Breakdown {
	var list []calibrate.Breakdown
	for code, id := range m.Table.Indicators() {
		if items := m.OfIndicator[code]; len(items) > 0 {
			share := m.MeanOver(items, func(it *team.Item) float64 { return it.Commonest })
			list = append(list, calibrate.Breakdown{ID: id, CommonestShare: share})
		}
	}
	return list
}

// hasNotObserved reports whether a table has a "not observed".
func hasNotObserved(t *rating.Table) bool {
	return slices.ContainsFunc(t.Marks(), func(m rating.Mark) bool { return m.State == rating.NotObserved })
}

// worstOf returns the place with the largest part of the distance.
func worstOf(places []calibrate.Breakdown) (calibrate.Breakdown, bool) {
	i := slices.IndexFunc(places, func(p calibrate.Breakdown) bool { return p.Rank == 1 })
	if i < 0 {
		return calibrate.Breakdown{}, false
	}
	return places[i], true
}
