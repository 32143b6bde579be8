package analysis

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/team"
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
func coefficients(a *work, ctx context.Context) error {
	a.report.Coefficients = []calibrate.Coefficient{}
	for s := range a.study.Table.Scales() {
		matrix := a.study.Table.Matrix(s, nil)
		if matrix.Items() == 0 {
			continue
		}
		data := agree.Prepare(matrix)
		for _, entry := range appendix {
			result, err := estimate(a, ctx, data, entry.id, entry.weights)
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
func estimate(a *work, ctx context.Context, data *agree.Data, id, weights string) (stats.Result, error) {
	o := stats.Options{Confidence: a.options.Confidence, Seed: a.options.Seed, Bootstrap: a.options.Bootstrap}
	if a.m.Unit == stats.ByLesson {
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
func coefficientOf(r stats.Result) calibrate.Coefficient {
	weights := &r.Weights
	if r.Weights == "" {
		weights = nil // it takes none
	}
	return calibrate.Coefficient{
		ID: r.ID, Weights: weights, Value: r.Value, SE: r.SE, Lower: r.Lower, Upper: r.Upper,
		PValue: r.P, Observed: r.Observed, Expected: r.Expected,
		Items: r.Items, Raters: r.Raters, Unit: stats.Unit(r.Unit), Method: r.Method,
	}
}

// indicatorAlpha is Krippendorff's alpha on the interval metric of one
// indicator, with five lessons or more.
func indicatorAlpha(m *team.Stats, items []int) stats.Number {
	if _, lessons := m.Extent(items); lessons < team.LessonsForUnit {
		return stats.None(calibrate.FewLessons)
	}
	among := make(map[int]bool, len(items))
	for _, i := range items {
		among[i] = true
	}
	matrix := m.Table.Matrix(m.Table.ScaleOf(m.Table.Items()[items[0]].Indicator), func(i int) bool { return among[i] })
	r, err := estimateNamed(context.Background(), agree.Prepare(matrix), "krippendorff_alpha", "quadratic", stats.Options{})
	if err != nil {
		return stats.None(stats.Undefined)
	}
	return r.Value
}
