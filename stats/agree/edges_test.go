package agree_test

import (
	"context"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

const na = -1 // a missing rating

// matrix makes a Matrix of small tables; na is missing.
func matrix(rows [][]float64, values ...float64) *rating.Matrix {
	scores := make([][]float64, len(rows))
	for i, row := range rows {
		for _, v := range row {
			if v == na {
				v = math.NaN()
			}
			scores[i] = append(scores[i], v)
		}
	}
	return rating.NewMatrix(scores, values...)
}

// variants are the options under which every edge is met.
var variants = []stats.Options{
	{},
	{Variance: stats.Gwet},
	{Unit: stats.ByLesson},
	{Inference: stats.OverRaters},
	{Inference: stats.OverBoth},
	{Inference: stats.OverBoth, Variance: stats.Gwet},
	{Interval: stats.Normal, PopulationItems: 3, PopulationRaters: 2},
	{Bootstrap: 20},
	{Bootstrap: 20, BootstrapMethod: stats.BCa, TestValue: 0.5},
	{Bootstrap: 20, Unit: stats.ByLesson},
	{Bootstrap: 20, Inference: stats.OverRaters},
	{Bootstrap: 20, Inference: stats.OverBoth},
}

// edges are the data of the table "Never NaN" and what each must answer.
// Raters: two where the coefficients of two raters are to be met too.
var edges = []struct {
	name  string
	data  *rating.Matrix
	check func(t *testing.T, c *stats.Coefficient, r stats.Result)
}{
	{
		name: "one level everywhere, observed scale",
		data: matrix([][]float64{{3, 3}, {3, 3}, {3, 3}}),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if agreementOnly[c.ID] {
				perfect(t, r)
				return
			}
			check.Absent(t, "value", r.Value, stats.NoVariation)
		},
	},
	{
		name: "one level everywhere, declared scale of two",
		data: matrix([][]float64{{2, 2}, {2, 2}, {2, 2}}, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			switch {
			case agreementOnly[c.ID], chanceByScale[c.ID]:
				perfect(t, r)
			default:
				check.Absent(t, "value", r.Value, stats.NoVariation)
				check.Near(t, "observed", r.Observed, 1, 0)
			}
		},
	},
	{
		name:  "all agree on two levels",
		data:  matrix([][]float64{{1, 1}, {2, 2}, {1, 1}}),
		check: func(t *testing.T, _ *stats.Coefficient, r stats.Result) { perfect(t, r) },
	},
	{
		name: "one item",
		data: matrix([][]float64{{1, 2}}, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if r.ID == "percent_agreement" || r.ID == "unanimity" {
				check.Near(t, "value", r.Value, 0, 0)
				check.Absent(t, "SE", r.SE, stats.TooFewItems, stats.NeedsThreeRaters)
				return
			}
			check.Absent(t, "value", r.Value, stats.OneItem)
			if !r.Observed.OK() {
				t.Error("no observed agreement")
			}
		},
	},
	{
		name: "one item and others rated once",
		data: matrix([][]float64{{1, 2}, {2, na}, {na, 1}, {1, na}}, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if r.ID == "percent_agreement" || r.ID == "unanimity" {
				check.Absent(t, "SE", r.SE, stats.TooFewItems, stats.NeedsThreeRaters)
				return
			}
			check.Absent(t, "value", r.Value, stats.OneItem)
		},
	},
	{name: "one rater", data: matrix([][]float64{{1}, {2}, {1}}), check: noPairs},
	{name: "no item rated twice", data: matrix([][]float64{{1, na}, {na, 2}, {1, na}}), check: noPairs},
	{name: "nothing", data: matrix(nil, 1, 2), check: noPairs},
	{
		name: "a level that nobody used",
		data: matrix([][]float64{{1, 1}, {1, 3}, {3, 3}, {1, 1}}, 1, 2, 3),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if c.ID == "brennan_prediger" && r.Weights == "identity" {
				check.Near(t, "value", r.Value, (0.75-1.0/3)/(1-1.0/3), 1e-12)
			}
			if c.ID == "maxwell_re" {
				check.Absent(t, "value", r.Value, stats.NeedsTwoLevels)
			}
		},
	},
	{
		name: "0 on ratio weights",
		data: matrix([][]float64{{0, 0}, {0, 1}, {2, 2}, {0, 0}}, 0, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if r.Weights == "ratio" && c.ID == "percent_agreement" {
				check.Near(t, "value", r.Value, 0.75, 1e-12) // 0 against 1 is as far as can be
			}
		},
	},
	{
		name: "three raters",
		data: matrix([][]float64{{1, 1, 2}, {1, 2, 2}, {2, 2, 2}, {1, 1, 1}}, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if twoRaters[c.ID] {
				check.Absent(t, "value", r.Value, stats.NeedsTwoRaters)
			} else if !r.Value.OK() {
				t.Errorf("value absent: %s", r.Value.Reason())
			}
		},
	},
	{
		name: "every item split alike",
		data: matrix([][]float64{{1, 2}, {2, 1}, {1, 2}, {2, 1}}, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if c.ID == "percent_agreement" && r.Weights == "identity" {
				check.Near(t, "value", r.Value, 0, 0)
				if !r.Upper.OK() { // else the population was drawn whole
					check.Absent(t, "upper", r.Upper, stats.NoSpread, stats.NeedsThreeRaters, stats.TooFewItems)
				}
			}
		},
	},
	{
		name: "raters who never use the same level",
		data: matrix([][]float64{{1, 2}, {1, 2}, {1, 2}}, 1, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if c.ID == "bangdiwala_b" {
				check.Absent(t, "value", r.Value, stats.Undefined)
			}
		},
	},
	{
		name: "levels below 0",
		data: matrix([][]float64{{-2, -2}, {0, -2}, {2, 2}}, -2, 0, 2),
		check: func(t *testing.T, c *stats.Coefficient, r stats.Result) {
			if r.Weights == "ratio" {
				check.Absent(t, "value", r.Value, stats.NotApplicable)
			}
		},
	},
}

var (
	agreementOnly = map[string]bool{"percent_agreement": true, "unanimity": true, "bangdiwala_b": true}
	chanceByScale = map[string]bool{
		"brennan_prediger": true, "gwet_ac": true, "van_oest": true, "maxwell_re": true,
	}
	twoRaters = map[string]bool{
		"cohen_kappa": true, "scott_pi": true, "kappa_max": true, "maxwell_re": true, "bangdiwala_b": true,
	}
)

func noPairs(t *testing.T, _ *stats.Coefficient, r stats.Result) {
	check.Absent(t, "value", r.Value, stats.NoPairs)
	check.Absent(t, "lower", r.Lower, stats.NoPairs)
}

// perfect fails unless the value is 1 and there is no interval about it.
func perfect(t *testing.T, r stats.Result) {
	t.Helper()
	check.Near(t, "value", r.Value, 1, 0)
	if r.SE.OK() {
		check.Near(t, "SE", r.SE, 0, 0)
	}
	if r.Upper.OK() {
		return // the population was drawn whole
	}
	check.Absent(t, "lower", r.Lower, stats.NoDisagreement, stats.NeedsThreeRaters, stats.TooFewItems, stats.Unstable)
}

func TestEdges(t *testing.T) {
	for _, edge := range edges {
		for _, c := range agree.Coefficients {
			for _, o := range variants {
				for _, w := range schemesOf(c) {
					t.Run(edge.name+"/"+c.ID+"/"+w.ID, func(t *testing.T) {
						r, err := c.Estimate(context.Background(), stats.Prepare(edge.data), weighted(o, w))
						if err != nil {
							t.Fatal(err)
						}
						reasoned(t, r)
						if w.DependsOnData() && c.ID != "krippendorff_alpha" {
							check.Absent(t, "value", r.Value, stats.NotApplicable, stats.NoPairs, stats.NeedsTwoRaters)
							return
						}
						edge.check(t, c, r)
						if t.Failed() {
							t.Logf("%+v\nof %+v", r, o)
						}
					})
				}
			}
		}
	}
}

// schemesOf returns the schemes that a coefficient is tried with.
func schemesOf(c *stats.Coefficient) []*weight.Scheme {
	if !c.Has(stats.Weighted) {
		return weight.Schemes[:1]
	}
	return weight.Schemes
}

// reasoned fails where a figure is neither there nor absent for a reason, or
// limits do not hold the value.
func reasoned(t *testing.T, r stats.Result) {
	t.Helper()
	for what, n := range map[string]stats.Number{
		"value": r.Value, "observed": r.Observed, "expected": r.Expected, "SE": r.SE,
		"lower": r.Lower, "upper": r.Upper, "P": r.P, "DF": r.DF,
	} {
		v, ok := n.Value()
		if !ok && n.Reason() == "" {
			t.Errorf("%s: absent without a reason", what)
		}
		if (what == "P" || what == "SE") && ok && (v < 0 || what == "P" && v > 1) {
			t.Errorf("%s = %v", what, v)
		}
	}
	if r.Lower.OK() != r.Upper.OK() {
		t.Errorf("limits %v and %v", r.Lower, r.Upper)
	}
	if lower, upper := r.Lower.Or(0), r.Upper.Or(0); lower > upper ||
		r.Replicates == 0 && r.Lower.OK() && (r.Value.Or(0) < lower || r.Value.Or(0) > upper) {
		t.Errorf("limits %v to %v about %v", lower, upper, r.Value)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := agree.Coefficients[0].Estimate(ctx, stats.Prepare(matrix([][]float64{{1, 2}})), stats.Options{}); err == nil {
		t.Error("no error")
	}
}
