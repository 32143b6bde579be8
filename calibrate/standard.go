package calibrate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Standard is a verdict rule: what the whole asks for, by the number of
// levels of the scale.
type Standard struct {
	ID     string
	Title  string
	Source string
	// NeedsMaster says that the standard compares with an answer key.
	NeedsMaster bool
	// NoIndicators says that the standard does not look at each indicator.
	NoIndicators bool
	// asks returns what the whole must meet on a scale of so many levels;
	// several says that the file has five lessons or more.
	asks func(levels int, several bool) []ask
}

// ask is one line of a standard.
type ask struct {
	figure string // one of those below
	target float64
	atMost bool
}

// The figures that a standard can ask for.
const (
	exactFigure     = "exact"
	withinOneFigure = "within_one"
	twoApartFigure  = "two_apart"
	masterFigure    = "master_within_one" // within one of the agreed score
	sheetsFigure    = "master_sheets"     // sheets with 80% within one of it
)

// Standards lists the verdict rules by name. The first is the default.
var Standards = []*Standard{
	{
		ID:    "district",
		Title: "District: exact 60%, at most 5% two or more apart",
		Source: "after Kansas SDE 2014 (75% agree, none more than one apart) " +
			"and what trained Teach raters reach (exact 62%); CLASS for long scales",
		asks: func(levels int, _ bool) []ask {
			switch {
			case levels <= 3:
				return []ask{{exactFigure, 0.75, false}}
			case levels <= 6:
				return []ask{{exactFigure, 0.60, false}, {twoApartFigure, 0.05, true}}
			}
			return []ask{{withinOneFigure, 0.80, false}}
		},
	},
	{
		ID:     "naep",
		Title:  "NAEP: what professional scorers must reach, strict",
		Source: "NAEP technical documentation, within-year interrater agreement",
		asks: func(levels int, _ bool) []ask {
			switch {
			case levels <= 2:
				return []ask{{exactFigure, 0.85, false}}
			case levels == 3:
				return []ask{{exactFigure, 0.80, false}}
			case levels <= 5:
				return []ask{{exactFigure, 0.75, false}}
			case levels == 6:
				return []ask{{exactFigure, 0.60, false}}
			}
			return []ask{{withinOneFigure, 0.80, false}}
		},
	},
	{
		ID:     "kansas",
		Title:  "Kansas: exact 75%, no two ratings more than one level apart",
		Source: "Kansas State Department of Education, 2014",
		asks: func(_ int, several bool) []ask {
			apart := 0.0
			if several {
				apart = 0.01
			}
			return []ask{{exactFigure, 0.75, false}, {twoApartFigure, apart, true}}
		},
	},
	{
		ID: "class", Title: "CLASS: 80% of ratings within one of the master",
		Source: "CLASS certification", NeedsMaster: true,
		asks: func(int, bool) []ask { return []ask{{masterFigure, 0.80, false}} },
	},
	{
		ID: "teach", Title: "Teach: every sheet with 80% of indicators within one of the master",
		Source: "World Bank, Teach", NeedsMaster: true, NoIndicators: true,
		asks: func(int, bool) []ask { return []ask{{sheetsFigure, 1, false}} },
	},
}

// ParseStandard returns the standard with a name, or the custom one that
// "exact=0.8,two-apart=0.05,within-one=0.95" describes.
func ParseStandard(s string) (*Standard, error) {
	var ids []string
	for _, standard := range Standards {
		if standard.ID == s {
			return standard, nil
		}
		ids = append(ids, standard.ID)
	}
	if !strings.Contains(s, "=") {
		return nil, fmt.Errorf("no standard %q: there are %s, or a rule of your own such as exact=0.8,two-apart=0.05",
			s, strings.Join(ids, ", "))
	}
	asks, err := parseAsks(s)
	if err != nil {
		return nil, err
	}
	return &Standard{
		ID: "custom", Title: "Custom: " + s, Source: "the district",
		asks: func(int, bool) []ask { return asks },
	}, nil
}

// parseAsks reads the lines of a custom standard. The figure that it headlines
// stands first.
func parseAsks(s string) ([]ask, error) {
	var asks []ask
	for _, part := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		target, err := ParseShare(value)
		if err != nil {
			return nil, fmt.Errorf("standard %q: %q: %w", s, part, err)
		}
		figure := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "-", "_")
		if slices.ContainsFunc(asks, func(a ask) bool { return a.figure == figure }) {
			return nil, fmt.Errorf("standard %q: %s stands there twice", s, figure)
		}
		switch figure {
		case exactFigure, withinOneFigure:
			asks = append(asks, ask{figure, target, false})
		case twoApartFigure:
			asks = append(asks, ask{figure, target, true})
		default:
			return nil, fmt.Errorf("standard %q: no figure %q: there are exact, within-one and two-apart", s, name)
		}
	}
	return asks, nil
}

// ParseShare reads a share of 1 ("0.8") or a percentage ("80%").
func ParseShare(s string) (float64, error) {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if percent {
		v /= 100
	}
	if err != nil || !(v >= 0 && v <= 1) {
		return 0, fmt.Errorf("%q is not a share between 0 and 1", s)
	}
	return v, nil
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

// StandardResult is a standard held against the team.
type StandardResult struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Criteria []Criterion `json:"criteria"`
}

// A Criterion is one line of a standard: a figure that must reach the target,
// or, with AtMost, not pass it.
type Criterion struct {
	Figure string       `json:"figure"`
	Target float64      `json:"target"`
	AtMost bool         `json:"at_most"`
	Value  stats.Number `json:"value"`
	Met    Answer       `json:"met"`
}

// A measuredCriterion is a Criterion with the figure that it is held against.
type measuredCriterion struct {
	Criterion
	measured Figure
}

// A judge holds a standard against ratings.
type judge struct {
	m        *measures
	standard *Standard
	key      *keyed        // nil without an answer key
	master   []MasterScore // of the key
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
	for _, i := range items {
		for _, a := range s.asks(standardLevels(m.scaleOf(i).scale), m.lessons >= lessonsForUnit) {
			l := lines[a.figure]
			if l == nil {
				l = &line{atMost: a.atMost}
				lines[a.figure] = l
				order = append(order, a.figure)
			}
			l.items = append(l.items, i)
			if m.items[i].ratings >= 2 {
				l.sum += a.target
				l.paired++
			}
		}
	}
	list := make([]measuredCriterion, 0, len(order))
	for _, name := range order {
		l := lines[name]
		c := measuredCriterion{Criterion: Criterion{Figure: name, AtMost: l.atMost, Target: j.target(l.items, name)}}
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
	for _, a := range s.asks(standardLevels(m.scaleOf(items[0]).scale), m.lessons >= lessonsForUnit) {
		if a.figure == figure {
			return a.target
		}
	}
	return 0
}

// roundShare takes the last bits of rounding off a mean of targets.
func roundShare(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return r
}

// meets says whether the value reaches the target.
func (c *measuredCriterion) meets() Answer {
	v, ok := c.Value.Value()
	if !ok {
		return noAnswer(c.Value.Reason())
	}
	const tolerance = 1e-12 // a sum of shares that should equal its target
	if c.AtMost {
		return yesNo(v <= c.Target+tolerance)
	}
	return yesNo(v >= c.Target-tolerance)
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
func (j *judge) figureNamed(name string, items []int) Figure {
	m := j.m
	switch name {
	case exactFigure:
		return m.figures(items, m.unit).exact
	case withinOneFigure:
		return m.figures(items, m.unit).withinOne
	case twoApartFigure:
		return m.figures(items, m.unit).twoApart
	case masterFigure:
		return j.key.figures(items).withinOne
	}
	return j.key.sheets(items)
}
