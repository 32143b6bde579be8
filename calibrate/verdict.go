package calibrate

import (
	"fmt"
	"math"
	"slices"
	"strings"

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
	criteria []Criterion
	exact    Figure
	failing  []Place // indicators that do not meet the standard
	why      string  // why it cannot tell
}

// judge holds the standard against the ratings and each indicator, and sets
// what the indicators answer.
func (m *measures) judge(indicators []Place) judgement {
	standard := m.options.Standard
	j := judgement{criteria: standard.apply(m, m.all())}
	j.exact = m.figures(m.all(), m.unit).exact
	for i := range indicators {
		p := &indicators[i]
		p.Meets = m.indicatorMeets(p)
		if p.Meets.No() {
			j.failing = append(j.failing, *p)
		}
	}
	slices.SortFunc(j.failing, func(a, b Place) int { return a.Rank - b.Rank })
	j.id, j.why = j.decide(m)
	return j
}

// decide applies the rule of the verdict.
func (j *judgement) decide(m *measures) (VerdictID, string) {
	paired := 0
	for _, it := range m.items {
		if it.ratings >= 2 {
			paired++
		}
	}
	if j.exact.Pairs < fewestPairs || paired < fewestItems {
		return CannotTell, fmt.Sprintf("the file holds %s of ratings on %s, and %d pairs on %d items are the least that can tell",
			count(j.exact.Pairs, "pair"), count(paired, "item"), fewestPairs, fewestItems)
	}
	first := &j.criteria[0]
	lower, okLower := first.measured.Lower.Value()
	upper, okUpper := first.measured.Upper.Value()
	chance := first.measured.Chance.Or(0)
	if okLower && okUpper && holds(lower, first.Target, upper) && holds(lower, chance, upper) {
		return CannotTell, fmt.Sprintf("the interval from %s to %s holds both what the standard asks for (%s) and what chance would give (%s)",
			percent(lower), percent(upper), percent(first.Target), percent(chance))
	}
	for _, c := range j.criteria {
		if !c.Met.Yes() {
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

// notAboveChance says why agreement cannot be told from chance.
func (m *measures) notAboveChance(j *judgement) string {
	if m.narrow() {
		return "nearly everyone used one level throughout, so that chance alone would give " +
			percent(j.exact.Chance.Or(1)) + " agreement; use a lesson with more range"
	}
	return fmt.Sprintf("agreement of %s cannot be told from the %s that chance would give",
		percent(j.exact.Value.Or(0)), percent(j.exact.Chance.Or(1)))
}

func holds(lower, v, upper float64) bool { return lower <= v && v <= upper }

// indicatorMeets holds an indicator against the standard. In fewer than five
// lessons three quarters of its raters must be on the commonest level, a mean
// over its items. From five lessons on its interval must not lie wholly on
// the wrong side of the target: where the figure has no interval, its value.
func (m *measures) indicatorMeets(p *Place) Answer {
	if m.options.Standard.NoIndicators {
		return noAnswer(stats.NotApplicable)
	}
	if p.raters < fewestRaters {
		return noAnswer(fewRaters)
	}
	if p.lessons < lessonsForUnit {
		v, ok := p.CommonestShare.Value()
		if !ok {
			return noAnswer(p.CommonestShare.Reason())
		}
		return yesNo(v >= commonestShare-1e-12)
	}
	c := m.options.Standard.apply(m, p.members)[0]
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
func (m *measures) verdict(indicators []Place) Verdict {
	j := m.judge(indicators)
	first := &j.criteria[0]
	v := Verdict{
		ID: j.id, Clear: first.clear(),
		Standard: StandardResult{m.options.Standard.ID, m.options.Standard.Title, j.criteria},
	}
	for _, c := range j.criteria {
		if v.PointsToGo = c.shortfall(); v.PointsToGo > 0 {
			break
		}
	}
	v.Sentence, v.Because = j.sentence(v.PointsToGo), j.because(m)
	if worst, ok := worstOf(indicators); ok && len(indicators) > 1 {
		v.Worst = worst.ID
		code := slices.Index(m.table.Indicators(), worst.ID)
		v.Without = m.again(m.table.Where(func(_ int, r rating.Rating) bool {
			return m.table.Items()[r.Item].Indicator != int32(code)
		}))
	}
	v.NotObserved = v.ID
	if hasNotObserved(m.table) {
		v.NotObserved = m.again(m.table.NotObservedAsLowest())
	}
	return v
}

// again is the verdict on other ratings by the same rule.
func (m *measures) again(t *rating.Table) VerdictID {
	n := measure(t, m.options)
	if len(n.all()) == 0 {
		return CannotTell
	}
	return n.judge(n.indicators(nil)).id
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
func (c *Criterion) clear() bool {
	lower, ok := c.measured.Lower.Value()
	upper, ok2 := c.measured.Upper.Value()
	return ok && ok2 && !holds(lower, c.Target, upper)
}

// sentence is the verdict in one sentence.
func (j *judgement) sentence(toGo float64) string {
	first := &j.criteria[0]
	figures := fmt.Sprintf("two administrators %s %s of the time, where chance would give %s and the standard asks for %s",
		first.words(), percent(first.Value.Or(0)), percent(first.measured.Chance.Or(0)), first.asks())
	switch j.id {
	case Aligned:
		return "The team is aligned: " + figures + "."
	case PartlyAligned:
		return "The team is partly aligned: " + figures + ", but " + j.names() +
			plural(len(j.failing), " does not meet it", " do not meet it") + "."
	case NotYetAligned:
		s := "The team is not yet aligned: " + figures
		if toGo > 0 && first.Met.No() {
			s += fmt.Sprintf(" (%s to go)", points(toGo))
		}
		for _, c := range j.criteria[1:] {
			if first.Met.Yes() && c.Met.No() {
				s += fmt.Sprintf("; but %s", c.line())
			}
		}
		return s + "."
	}
	return "These ratings cannot tell whether the team is aligned: " + j.why + "."
}

// because lists the reasons of the verdict.
func (j *judgement) because(m *measures) []string {
	list := []string{}
	for _, c := range j.criteria {
		if c.Value.OK() {
			line := c.line()
			list = append(list, strings.ToUpper(line[:1])+line[1:]+".")
		}
	}
	for i, p := range j.failing {
		if rest := len(j.failing) - i; i == mostNamedInBecause && rest > 1 {
			list = append(list, fmt.Sprintf("%d other indicators do not meet it either.", rest))
			break
		}
		list = append(list, p.because(m))
	}
	return list
}

// because says why an indicator does not meet the standard.
func (p *Place) because(m *measures) string {
	if p.lessons >= lessonsForUnit {
		return fmt.Sprintf("%s: %s exact, and its interval lies wholly on the wrong side of the target.",
			p.ID, percent(p.Exact.Value.Or(0)))
	}
	levels := ""
	if p.Items == 1 {
		levels = " (" + p.spread(m) + ")"
	}
	return fmt.Sprintf("%s: %s of the raters on its commonest level%s, asked: three quarters.",
		p.ID, percent(p.CommonestShare.Or(0)), levels)
}

// spread says how many gave each level: "4 gave 2, 5 gave 3".
func (p *Place) spread(m *measures) string {
	var parts []string
	for level, n := range p.Distribution {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d gave %v", n, m.scaleOf(p.members[0]).scale.Levels[level].Value))
		}
	}
	return strings.Join(parts, ", ")
}

// names lists the failing indicators, three at most.
func (j *judgement) names() string {
	var ids []string
	for i, p := range j.failing {
		if i == mostNamedInBecause {
			ids = append(ids, fmt.Sprintf("%d more", len(j.failing)-i))
			break
		}
		ids = append(ids, p.ID)
	}
	return joinWords(ids)
}

// words says what two administrators did, for a figure.
func (c *Criterion) words() string {
	switch c.Figure {
	case withinOneFigure:
		return "were within one level of each other"
	case twoApartFigure:
		return "were two levels or more apart"
	}
	return "gave the same rating"
}

// asks says what the target is.
func (c *Criterion) asks() string {
	if c.AtMost {
		return "at most " + percent(c.Target)
	}
	return percent(c.Target)
}

// line is a criterion as a clause.
func (c *Criterion) line() string {
	what := map[string]string{
		exactFigure:     "same rating",
		withinOneFigure: "within one level",
		twoApartFigure:  "two levels or more apart",
	}[c.Figure]
	limit, verb := "at least", "met"
	if c.AtMost {
		limit = "at most"
	}
	if c.Met.No() {
		verb = "not met"
	}
	return fmt.Sprintf("%s: %s of pairs, asked: %s %s (%s)",
		what, percent(c.Value.Or(0)), limit, percent(c.Target), verb)
}

// percent prints a share as a whole percentage; no share that is not 0 or 1
// is printed as such.
func percent(v float64) string {
	switch {
	case v > 0 && v < 0.005:
		return "under 1 %"
	case v < 1 && v >= 0.995:
		return "over 99 %"
	}
	return fmt.Sprintf("%.0f %%", math.Round(v*100))
}

// points prints a difference of shares.
func points(v float64) string {
	n := int(math.Ceil(v*100 - 1e-9))
	return count(n, "point")
}

// count prints a number and its noun.
func count(n int, noun string) string {
	return fmt.Sprintf("%d %s", n, plural(n, noun, noun+"s"))
}

// plural returns one of two words by number.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// joinWords joins words with commas and "and".
func joinWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
