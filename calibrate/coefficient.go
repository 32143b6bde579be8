package calibrate

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// appendix lists the coefficients of the report with their weights. All of
// them pool the items: they stand at the end and never decide.
var appendix = []struct{ id, weights string }{
	{"percent_agreement", "identity"},
	{"krippendorff_alpha", "identity"},
	{"krippendorff_alpha", "krippendorff_ordinal"},
	{"krippendorff_alpha", "quadratic"},
	{"fleiss_kappa", "identity"},
	{"fleiss_kappa", "quadratic"},
	{"gwet_ac", "identity"},
	{"gwet_ac", "quadratic"},
	{"brennan_prediger", "identity"},
	{"brennan_prediger", "quadratic"},
}

// coefficients computes the appendix, on each scale of its own.
func (a *analysis) coefficients(ctx context.Context) error {
	a.report.Coefficients = []Coefficient{}
	for s := range a.study.Table.Scales() {
		matrix := a.study.Table.Matrix(s, nil)
		if matrix.Items() == 0 {
			continue
		}
		data := agree.Prepare(matrix)
		for _, entry := range appendix {
			result, err := a.estimate(ctx, data, entry.id, entry.weights)
			if err != nil {
				return err
			}
			c := coefficientOf(result)
			if len(a.study.Table.Scales()) > 1 {
				c.Scale = a.study.Table.Scales()[s].ID
			}
			a.report.Coefficients = append(a.report.Coefficients, c)
		}
	}
	return nil
}

// estimate computes one coefficient as the report's settings say.
func (a *analysis) estimate(ctx context.Context, data *agree.Data, id, weights string) (stats.Result, error) {
	o := stats.Options{Confidence: a.options.Confidence, Seed: a.options.Seed, Bootstrap: a.options.Bootstrap}
	if a.m.unit == stats.ByLesson {
		o.Unit = stats.ByLesson
	}
	return estimateNamed(ctx, data, id, weights, o)
}

// estimateNamed computes the coefficient with an id under the weights with an
// id.
func estimateNamed(ctx context.Context, data *agree.Data, id, weights string, o stats.Options) (stats.Result, error) {
	c, err := catalog.Lookup(id)
	if err != nil {
		return stats.Result{}, fmt.Errorf("coefficients: %w", err)
	}
	w, err := weight.Lookup(weights)
	if err != nil {
		return stats.Result{}, fmt.Errorf("coefficients: %w", err)
	}
	o.Weights = w
	return data.Estimate(ctx, c, o)
}

// coefficientOf turns a result into the report's form.
func coefficientOf(r stats.Result) Coefficient {
	weights := &r.Weights
	if r.Weights == "" {
		weights = nil // it takes none
	}
	return Coefficient{
		ID: r.ID, Weights: weights, Value: r.Value, SE: r.SE, Lower: r.Lower, Upper: r.Upper,
		PValue: r.P, Observed: r.Observed, Expected: r.Expected,
		Items: r.Items, Raters: r.Raters, Unit: stats.Unit(r.Unit), Method: r.Method,
	}
}

// distance returns the team's distance with its interval: on one scale that of
// 1 - alpha on the interval metric. On several there is none that was shown to
// hold.
func (a *analysis) distance(ctx context.Context) (Interval, error) {
	value := a.m.distance()
	if !value.OK() {
		return Interval{value, value, value}, nil
	}
	if len(a.m.scales) > 1 {
		return Interval{value, stats.None(severalScales), stats.None(severalScales)}, nil
	}
	alpha, err := a.estimate(ctx, agree.Prepare(a.study.Table.Matrix(0, nil)), "krippendorff_alpha", "quadratic")
	complement := func(v float64) float64 { return 1 - v }
	return Interval{value, alpha.Upper.Map(complement), alpha.Lower.Map(complement)}, err
}

// indicatorAlpha is Krippendorff's alpha on the interval metric of one
// indicator, with five lessons or more.
func (m *measures) indicatorAlpha(items []int) stats.Number {
	if _, lessons := m.extent(items); lessons < lessonsForUnit {
		return stats.None(fewLessons)
	}
	among := make(map[int]bool, len(items))
	for _, i := range items {
		among[i] = true
	}
	matrix := m.table.Matrix(m.table.ScaleOf(m.table.Items()[items[0]].Indicator), func(i int) bool { return among[i] })
	r, err := estimateNamed(context.Background(), agree.Prepare(matrix), "krippendorff_alpha", "quadratic", stats.Options{})
	if err != nil {
		return stats.None(stats.Undefined)
	}
	return r.Value
}
