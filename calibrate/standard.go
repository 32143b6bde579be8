package calibrate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Standard is a verdict rule: what the whole asks for, by the number of
// levels of the scale.
type Standard struct {
	ID     string
	Name   string // as people say it; what it asks follows the scale
	Source string
	// NeedsMaster says that the standard compares with an answer key.
	NeedsMaster bool
	// NoIndicators says that the standard does not look at each indicator.
	NoIndicators bool
	// asks returns what the whole must meet on a scale of so many levels;
	// several says that the file has five lessons or more.
	Asks func(levels int, several bool) []Ask
}

// Ask is one line of a standard.
type Ask struct {
	Figure string // one of those below
	Target float64
	AtMost bool
}

// The figures that a standard can ask for.
const (
	ExactFigure     = "exact"
	WithinOneFigure = "within_one"
	TwoApartFigure  = "two_apart"
	MasterFigure    = "master_within_one" // within one of the agreed score
	SheetsFigure    = "master_sheets"     // sheets with 80% within one of it
)

// Standards lists the verdict rules by name. The first is the default.
var Standards = []*Standard{
	{
		ID:   "district",
		Name: "District",
		Source: "after Kansas SDE 2014 (75% agree, none more than one apart) " +
			"and what trained Teach raters reach (exact 62%); CLASS for long scales",
		Asks: func(levels int, _ bool) []Ask {
			switch {
			case levels <= 3:
				return []Ask{{ExactFigure, 0.75, false}}
			case levels <= 6:
				return []Ask{{ExactFigure, 0.60, false}, {TwoApartFigure, 0.05, true}}
			}
			return []Ask{{WithinOneFigure, 0.80, false}}
		},
	},
	{
		ID:     "naep",
		Name:   "NAEP",
		Source: "NAEP technical documentation, within-year interrater agreement",
		Asks: func(levels int, _ bool) []Ask {
			switch {
			case levels <= 2:
				return []Ask{{ExactFigure, 0.85, false}}
			case levels == 3:
				return []Ask{{ExactFigure, 0.80, false}}
			case levels <= 5:
				return []Ask{{ExactFigure, 0.75, false}}
			case levels == 6:
				return []Ask{{ExactFigure, 0.60, false}}
			}
			return []Ask{{WithinOneFigure, 0.80, false}}
		},
	},
	{
		ID:     "kansas",
		Name:   "Kansas",
		Source: "Kansas State Department of Education, 2014",
		Asks: func(_ int, several bool) []Ask {
			apart := 0.0
			if several {
				apart = 0.01
			}
			return []Ask{{ExactFigure, 0.75, false}, {TwoApartFigure, apart, true}}
		},
	},
	{
		ID: "class", Name: "CLASS",
		Source: "CLASS certification", NeedsMaster: true,
		Asks: func(int, bool) []Ask { return []Ask{{MasterFigure, 0.80, false}} },
	},
	{
		ID: "teach", Name: "Teach",
		Source: "World Bank, Teach", NeedsMaster: true, NoIndicators: true,
		Asks: func(int, bool) []Ask { return []Ask{{SheetsFigure, 1, false}} },
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
		ID: "custom", Name: "Your own", Source: "the district",
		Asks: func(int, bool) []Ask { return asks },
	}, nil
}

// parseAsks reads the lines of a custom standard. The figure that it headlines
// stands first.
func parseAsks(s string) ([]Ask, error) {
	var asks []Ask
	for _, part := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		target, err := parseShare(value)
		if err != nil {
			return nil, fmt.Errorf("standard %q: %q: %w", s, part, err)
		}
		figure := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "-", "_")
		if slices.ContainsFunc(asks, func(a Ask) bool { return a.Figure == figure }) {
			return nil, fmt.Errorf("standard %q: %s stands there twice", s, figure)
		}
		kind, ok := FigureKindOf(figure)
		if !ok || !kind.BetweenRaters() {
			return nil, fmt.Errorf("standard %q: no figure %q: there are exact, within-one and two-apart", s, name)
		}
		asks = append(asks, Ask{figure, target, kind.AtMost})
	}
	return asks, nil
}

// parseShare reads a share of 1 ("0.8") or a percentage ("80%").
func parseShare(s string) (float64, error) {
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
