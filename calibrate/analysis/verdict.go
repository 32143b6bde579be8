package analysis

import (
	"context"
	"strconv"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

func verdict(a *work, _ context.Context) error {
	if len(a.m.All()) == 0 {
		a.report.Verdict = calibrate.Verdict{
			ID: calibrate.CannotTell, NotObserved: calibrate.CannotTell, Because: []string{"There is no rating."},
			Sentence: "These ratings cannot tell whether the team is aligned: there is no rating.",
			Standard: calibrate.StandardResult{ID: a.options.Standard.ID, Title: a.options.Standard.Name, Criteria: []calibrate.Criterion{}},
		}
		return nil
	}
	j := judge{a.m, a.options.Standard, a.key, a.study.Master}
	a.report.Verdict = j.verdict(a.report.Indicators)
	markToDiscuss(a.report.Indicators)
	return nil
}

// standardLevels is the number of levels that a standard counts: the whole
// points of the scale, and at least four where the scale is not declared.
func standardLevels(s *rating.Scale) int {
	n := len(s.Whole())
	if s.Source == rating.Observed {
		n = max(n, 4)
	}
	return n
}

// A measuredCriterion is a Criterion with the figure that it is held against.
type measuredCriterion struct {
	calibrate.Criterion
	measured calibrate.Figure
}

// A judge holds a standard against ratings.
type judge struct {
	m        *team.Stats
	standard *calibrate.Standard
	key      *team.Master            // nil without an answer key
	master   []calibrate.MasterScore // of the key
}

// apply holds the standard against the items. Where scales ask for different
// figures, each figure is over the items of the scales that ask for it; its
// target is the mean over those items.
func (j *judge) apply(items []int) []measuredCriterion {
	m, s := j.m, j.standard
	type line struct {
		items  []int
		sum    float64
		paired int
		atMost bool
	}
	lines := map[string]*line{}
	var order []string
	asks := make([][]calibrate.Ask, len(m.Scales))
	for k, scale := range m.Scales {
		asks[k] = s.Asks(standardLevels(scale.Levels), m.Lessons >= inference.LessonsNeeded)
	}
	for _, i := range items {
		for _, a := range asks[m.Table.ScaleOf(m.Table.Items()[i].Indicator)] {
			l := lines[a.Figure]
			if l == nil {
				l = &line{atMost: a.AtMost}
				lines[a.Figure] = l
				order = append(order, a.Figure)
			}
			l.items = append(l.items, i)
			if m.Item(i).Ratings >= 2 {
				l.sum += a.Target
				l.paired++
			}
		}
	}
	list := make([]measuredCriterion, 0, len(order))
	for _, name := range order {
		l := lines[name]
		c := measuredCriterion{Criterion: calibrate.Criterion{Figure: name, AtMost: l.atMost, Target: j.target(l.items, name)}}
		if l.paired > 0 {
			c.Target = roundShare(l.sum / float64(l.paired))
		}
		c.measured = j.figureNamed(name, l.items)
		c.Value = c.measured.Value
		c.Met = c.meets()
		list = append(list, c)
	}
	return list
}

// target is what the scale of the first item asks for, where no item has two
// ratings to weigh by.
func (j *judge) target(items []int, figure string) float64 {
	m, s := j.m, j.standard
	for _, a := range s.Asks(standardLevels(m.ScaleOf(items[0]).Levels), m.Lessons >= inference.LessonsNeeded) {
		if a.Figure == figure {
			return a.Target
		}
	}
	return 0
}

// roundShare takes the last bits of rounding off a mean of targets.
func roundShare(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return r
}

// tolerance is how far a sum of shares may be from what it should equal.
const tolerance = 1e-9

// meets says whether the value reaches the target.
func (c *measuredCriterion) meets() calibrate.Answer {
	v, ok := c.Value.Value()
	if !ok {
		return calibrate.NoAnswer(c.Value.Reason())
	}
	if c.AtMost {
		return calibrate.YesNo(v <= c.Target+tolerance)
	}
	return calibrate.YesNo(v >= c.Target-tolerance)
}

// best is the limit of the figure that is nearest to what is asked.
func (c *measuredCriterion) best() stats.Number {
	if c.AtMost {
		return c.measured.Lower
	}
	return c.measured.Upper
}

// shortfall is how far the value is from its target, 0 where it is met.
func (c *measuredCriterion) shortfall() float64 {
	if !c.Met.No() {
		return 0
	}
	if c.AtMost {
		return c.Value.Or(0) - c.Target
	}
	return c.Target - c.Value.Or(0)
}

// figureNamed returns the Figure of items that a standard calls by name.
func (j *judge) figureNamed(name string, items []int) calibrate.Figure {
	switch name {
	case calibrate.MasterFigure:
		return j.key.Figures(items).WithinOne
	case calibrate.SheetsFigure:
		return j.key.Sheets(items)
	}
	return j.m.FigureNamed(name, items, j.m.Unit)
}

// clear reports whether the interval leaves the target on one side.
func (c *measuredCriterion) clear() bool {
	lower, ok := c.measured.Lower.Value()
	upper, ok2 := c.measured.Upper.Value()
	return ok && ok2 && !holds(lower, c.Target, upper)
}
