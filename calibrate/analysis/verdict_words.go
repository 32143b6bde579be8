package analysis

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// sentence is the verdict in one sentence.
func (j *judgment) sentence(toGo float64) string {
	first := j.first()
	figures := first.words() + ", where " + first.chance() + "the standard asks for " + first.asks()
	switch j.id {
	case calibrate.Aligned:
		return "The team is aligned: " + figures + "."
	case calibrate.PartlyAligned:
		return "The team is partly aligned: " + figures + ", but " + j.names() +
			wording.Plural(len(j.failing), " does not meet it", " do not meet it") + "."
	case calibrate.NotYetAligned:
		s := "The team is not yet aligned: " + figures
		if toGo > 0 && first.Met.No() {
			s += fmt.Sprintf(" (%s to go)", wording.Points(first.Value.Or(0), first.Target))
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
func (j *judgment) because(by *judge) []string {
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
		list = append(list, because(&p, by))
	}
	return list
}

// because says why an indicator does not meet the standard.
func because(p *calibrate.Breakdown, by *judge) string {
	items := by.itemsOf(p)
	if _, lessons := by.m.Extent(items); by.standard.NeedsMaster || lessons >= team.LessonsForUnit {
		c := by.apply(items)[0]
		lower, okLower := c.measured.Lower.Value()
		upper, okUpper := c.measured.Upper.Value()
		if okLower && okUpper {
			return fmt.Sprintf("%s: %s, interval %s to %s.", p.ID, c.line(), wording.PercentOf(lower), wording.PercentOf(upper))
		}
		return p.ID + ": " + c.line() + "."
	}
	levels := ""
	if p.Items == 1 {
		levels = " (" + spread(p, by.m.ScaleOf(items[0]).Levels) + ")"
	}
	return fmt.Sprintf("%s: %s of the raters on its commonest level%s, asked: three quarters.",
		p.ID, wording.PercentOf(p.CommonestShare.Or(0)), levels)
}

// spread says how many gave each level: "4 gave 2, 5 gave 3".
func spread(p *calibrate.Breakdown, scale *rating.Scale) string {
	var parts []string
	for level, n := range p.Distribution {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d gave %v", n, scale.Levels[level].Value))
		}
	}
	return strings.Join(parts, ", ")
}

// names lists the failing indicators, three at most.
func (j *judgment) names() string {
	var ids []string
	for i, p := range j.failing {
		if i == mostNamedInBecause {
			ids = append(ids, fmt.Sprintf("%d more", len(j.failing)-i))
			break
		}
		ids = append(ids, p.ID)
	}
	return wording.List(ids)
}

// words says how often, for a figure.
func (c *measuredCriterion) words() string {
	share := wording.PercentOf(c.Value.Or(0))
	switch c.Figure {
	case calibrate.WithinOneFigure:
		return "two administrators were within one level of each other " + share + " of the time"
	case calibrate.TwoApartFigure:
		return "two administrators were two levels or more apart " + share + " of the time"
	case calibrate.MasterFigure:
		return "ratings were within one level of the master " + share + " of the time"
	case calibrate.SheetsFigure:
		return share + " of the sheets have 80% of their ratings within one level of the master"
	}
	return "two administrators gave the same rating " + share + " of the time"
}

// chance says what chance would give, where that is known.
func (c *measuredCriterion) chance() string {
	if v, ok := c.measured.Chance.Value(); ok {
		return "chance would give " + wording.PercentOf(v) + " and "
	}
	return ""
}

// asks says what the target is.
func (c *measuredCriterion) asks() string {
	if c.AtMost {
		return "at most " + wording.PercentOf(c.Target)
	}
	return wording.PercentOf(c.Target)
}

// line is a criterion as a clause.
func (c *measuredCriterion) line() string {
	what := map[string]string{
		calibrate.ExactFigure:     "same rating",
		calibrate.WithinOneFigure: "within one level",
		calibrate.TwoApartFigure:  "two levels or more apart",
		calibrate.MasterFigure:    "within one level of the master",
		calibrate.SheetsFigure:    "80% within one level of the master",
	}[c.Figure]
	of, limit, verb := "pairs", "at least", "met"
	switch c.Figure {
	case calibrate.MasterFigure:
		of = "ratings"
	case calibrate.SheetsFigure:
		of = "sheets"
	}
	if c.AtMost {
		limit = "at most"
	}
	if c.Met.No() {
		verb = "not met"
	}
	return fmt.Sprintf("%s: %s of %s, asked: %s %s (%s)",
		what, wording.PercentOf(c.Value.Or(0)), of, limit, wording.PercentOf(c.Target), verb)
}
