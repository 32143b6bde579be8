package analysis

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// sentence is the verdict in plain words: how often two agree, the standard,
// what chance alone would give, and which indicators still split the team.
func (j *judgment) sentence(lessons, raters int) string {
	if j.id == calibrate.CannotTell {
		return "These ratings cannot tell whether your team is aligned: " + j.why + "."
	}
	first := j.first()
	s := map[calibrate.VerdictID]string{
		calibrate.Aligned: "Your team is aligned. ", calibrate.PartlyAligned: "Your team is partly aligned. ", calibrate.NotYetAligned: "Your team is not yet aligned. ",
	}[j.id] + wording.Capital(first.words(lessons, raters)) + "; the standard is " + first.asks()
	if first.Met.No() {
		if points := wording.Points(first.Value.Or(0), first.Target); !strings.HasPrefix(points, "0 ") {
			s += ", " + points + " away"
		}
	}
	s += "." + first.chance()
	for i := range j.criteria {
		if c := &j.criteria[i]; j.id == calibrate.NotYetAligned && c != first && c.Met.No() {
			s += " " + wording.Capital(c.words(lessons, raters)) + "; the standard is " + c.asks() + "."
		}
	}
	if j.id == calibrate.PartlyAligned && len(j.failing) > 0 {
		s += fmt.Sprintf(" %s still %s the team: %s.", wording.Capital(wording.Counted(len(j.failing), "indicator")),
			wording.Plural(len(j.failing), "splits", "split"), named(j.failing))
	}
	if j.id == calibrate.PartlyAligned && len(j.open) > 0 {
		s += fmt.Sprintf(" Of %s it cannot be told: %s.", wording.Counted(len(j.open), "indicator"), named(j.open))
	}
	return s
}

// because lists the reasons of the verdict: each line of the standard, and the
// indicators that miss it with the rule that they miss.
func (j *judgment) because(by *judge) []string {
	list := []string{}
	for _, c := range j.criteria {
		if c.Value.OK() {
			list = append(list, c.line())
		}
	}
	list = append(list, each(j.failing, by, " miss it too.")...)
	return append(list, each(j.open, by, " cannot be told either.")...)
}

// each says why of indicators, the first of them by name.
func each(indicators []calibrate.Breakdown, by *judge, others string) []string {
	var list []string
	for i := range indicators {
		if rest := len(indicators) - i; i == mostNamedInBecause && rest > 1 {
			return append(list, wording.Capital(wording.Counted(rest, "other indicator"))+others)
		}
		list = append(list, because(&indicators[i], by))
	}
	return list
}

// because names the rule that an indicator misses, or cannot be told by.
func because(p *calibrate.Breakdown, by *judge) string {
	items := by.itemsOf(p)
	if raters, lessons := by.m.Extent(items); by.standard.NeedsMaster || lessons >= inference.LessonsNeeded {
		c := by.apply(items)[0]
		says := "misses the standard"
		if !p.Meets.OK() {
			says = "cannot be told"
		}
		s := fmt.Sprintf("%s %s: %s; the standard is %s", p.ID, says, c.words(lessons, raters), c.asks())
		lower, okLower := c.measured.Lower.Value()
		upper, okUpper := c.measured.Upper.Value()
		if okLower && okUpper {
			s += fmt.Sprintf(" (interval %s to %s)", wording.PercentOf(lower), wording.PercentOf(upper))
		}
		return s + "."
	}
	if p.Items != 1 {
		return fmt.Sprintf("%s misses the standard: over its lessons %s of the raters chose the same level, fewer than three quarters.",
			p.ID, wording.PercentOf(p.CommonestShare.Or(0)))
	}
	return fmt.Sprintf("%s misses the standard: fewer than three quarters of the raters chose the same level (%s).",
		p.ID, spread(p, by.m.ScaleOf(items[0]).Levels))
}

// spread says who said what: "two said Basic, three Proficient".
func spread(p *calibrate.Breakdown, scale *rating.Scale) string {
	var said []wording.Said
	for level, n := range p.Distribution {
		l := scale.Levels[level]
		said = append(said, wording.Said{Count: n, Value: l.Value, Label: l.Label})
	}
	return wording.Spread(said)
}

// named lists indicators, three at most.
func named(indicators []calibrate.Breakdown) string {
	var ids []string
	for i, p := range indicators {
		if i == mostNamedInBecause {
			ids = append(ids, fmt.Sprintf("%d more", len(indicators)-i))
			break
		}
		ids = append(ids, p.ID)
	}
	return wording.List(ids)
}

// words says how often, for a figure.
func (c *measuredCriterion) words(lessons, raters int) string {
	two := "on a typical indicator "
	if lessons > 1 {
		two += "of a lesson "
	}
	two += wording.AnyTwo(raters)
	kind, _ := calibrate.FigureKindOf(c.Figure)
	return fmt.Sprintf(kind.Says, two, wording.PercentOf(c.Value.Or(0)))
}

// chance says what chance alone would give, and when the team does no better.
func (c *measuredCriterion) chance() string {
	v, ok := c.measured.Chance.Value()
	if !ok {
		return ""
	}
	s := " (By chance alone it would be " + wording.PercentOf(v) + ".)"
	if !c.AtMost && c.Value.Or(1) <= v {
		s += " That is no better than chance."
	}
	return s
}

// asks says what the target is.
func (c *measuredCriterion) asks() string {
	if c.AtMost {
		return "at most " + wording.PercentOf(c.Target)
	}
	return wording.PercentOf(c.Target)
}

// line is a line of the standard with what is measured.
func (c *measuredCriterion) line() string {
	kind, _ := calibrate.FigureKindOf(c.Figure)
	what, _, _ := strings.Cut(wording.Capital(kind.Title), " (")
	limit, met := "at least", "met"
	if c.AtMost {
		limit = "at most"
	}
	if c.Met.No() {
		met = "not met"
	}
	return fmt.Sprintf("%s: %s; the standard is %s %s (%s).", what, wording.PercentOf(c.Value.Or(0)), limit, wording.PercentOf(c.Target), met)
}

// title says what the standard asks of these ratings: its name and its criteria,
// "District: the same rating 60% of the time, at most 5% two or more levels apart".
func (j *judgment) title(name string) string {
	asks := make([]string, len(j.criteria))
	for i, c := range j.criteria {
		asks[i] = c.rule()
	}
	return name + ": " + strings.Join(asks, ", ")
}

// rule is a line of the standard without what is measured.
func (c *measuredCriterion) rule() string {
	target := wording.PercentOf(c.Target)
	switch {
	case c.Figure == calibrate.TwoApartFigure && c.Target == 0:
		return "no two more than one level apart"
	case c.Figure == calibrate.TwoApartFigure:
		return "at most " + target + " two or more levels apart"
	case c.Figure == calibrate.WithinOneFigure:
		return "within one level " + target + " of the time"
	case c.Figure == calibrate.MasterFigure:
		return "within one level of the agreed score " + target + " of the time"
	case c.Figure == calibrate.SheetsFigure && c.Target == 1:
		return "every sheet with 80% of its ratings within one level of the agreed score"
	case c.Figure == calibrate.SheetsFigure:
		return target + " of the sheets with 80% of their ratings within one level of the agreed score"
	}
	return "the same rating " + target + " of the time"
}
