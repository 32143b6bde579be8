package analysis

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// A Threshold is a figure of the report and the least that it may be.
type Threshold struct {
	Name  string
	Least float64
	find  func(*calibrate.Report) stats.Number
}

// ParseThresholds reads "exact=0.75,alpha=0.667". A name is exact,
// within-one, or a coefficient of the report, with its weights after a slash
// where it has several: krippendorff_alpha/quadratic.
func ParseThresholds(s string) ([]Threshold, error) {
	var list []Threshold
	for _, part := range strings.Split(s, ",") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok {
			return nil, fmt.Errorf("%q is not of the form figure=least, such as exact=0.75", part)
		}
		least, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(value), "%"), 64)
		if err != nil || least != least {
			return nil, fmt.Errorf("%q is not a number, in %q", value, part)
		}
		if strings.HasSuffix(value, "%") {
			least /= 100
		}
		find, err := figureNamed(strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		list = append(list, Threshold{strings.TrimSpace(name), least, find})
	}
	return list, nil
}

// shortNames are what people call a coefficient of the report.
var shortNames = map[string]string{
	"alpha":              "krippendorff_alpha/krippendorff_ordinal",
	"krippendorff_alpha": "krippendorff_alpha/krippendorff_ordinal",
	"kappa":              "fleiss_kappa/identity",
	"fleiss_kappa":       "fleiss_kappa/identity",
	"ac1":                "gwet_ac/identity",
	"ac2":                "gwet_ac/quadratic",
	"gwet_ac":            "gwet_ac/identity",
	"brennan_prediger":   "brennan_prediger/identity",
	"percent_agreement":  "percent_agreement/identity",
}

// figureNamed returns how to find a figure in a report.
func figureNamed(name string) (func(*calibrate.Report) stats.Number, error) {
	key := strings.ReplaceAll(strings.ToLower(name), "-", "_")
	if long, ok := shortNames[key]; ok {
		key = long
	}
	if kind, ok := calibrate.FigureKindOf(key); ok && kind.BetweenRaters() && !kind.AtMost {
		return func(r *calibrate.Report) stats.Number { return r.Alignment.Named(key).Value }, nil
	}
	if find, ok := boundaryNamed(key); ok {
		return find, nil
	}
	for _, entry := range appendix {
		if key == entry.id+"/"+entry.weights {
			return func(r *calibrate.Report) stats.Number { return coefficient(r, entry.id, entry.weights) }, nil
		}
	}
	return nil, fmt.Errorf("no figure %q: there are exact, within-one, boundary_2_3, alpha, kappa, ac1, ac2 and the coefficients of the report, such as krippendorff_alpha/quadratic", name)
}

// boundaryNamed returns how to find the agreement at a line between two levels:
// boundary_2_3.
func boundaryNamed(key string) (func(*calibrate.Report) stats.Number, bool) {
	levels, ok := strings.CutPrefix(key, "boundary_")
	below, above, ok2 := strings.Cut(levels, "_")
	low, err := strconv.ParseFloat(below, 64)
	high, err2 := strconv.ParseFloat(above, 64)
	if !ok || !ok2 || err != nil || err2 != nil {
		return nil, false
	}
	return func(r *calibrate.Report) stats.Number {
		for _, b := range r.Boundaries {
			if b.Below == low && b.Above == high {
				return b.Exact
			}
		}
		return stats.None(stats.NotApplicable)
	}, true
}

// coefficient returns the least value of a coefficient over the scales.
func coefficient(r *calibrate.Report, id, weights string) stats.Number {
	least := stats.None(stats.NoPairs)
	for _, c := range r.Coefficients {
		if c.ID != id || *c.Weights != weights {
			continue
		}
		v, ok := c.Value.Value()
		if !ok {
			return c.Value
		}
		if !least.OK() || v < least.Or(0) {
			least = c.Value
		}
	}
	return least
}

// Unmet says in a sentence which thresholds the report does not meet: those
// whose figure is below, and those whose figure is not available.
func Unmet(r *calibrate.Report, thresholds []Threshold) []string {
	var list []string
	for _, t := range thresholds {
		switch v, ok := t.find(r).Value(); {
		case !ok:
			list = append(list, fmt.Sprintf("%s is not available: %s", t.Name, calibrate.CodeOf(string(t.find(r).Reason())).Text))
		case v < t.Least-tolerance:
			list = append(list, fmt.Sprintf("%s is %.3f, below %v", t.Name, v, t.Least))
		}
	}
	return list
}
