package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/team"
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
			c := statistics.CoefficientOf(result)
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
	return statistics.Named(ctx, data, id, weights, o)
}

// indicatorAlpha is Krippendorff's alpha on the interval metric of one
// indicator, with five lessons or more.
func indicatorAlpha(m *team.Stats, items []int) stats.Number {
	if _, lessons := m.Extent(items); lessons < inference.LessonsNeeded {
		return stats.None(calibrate.FewLessons)
	}
	among := make(map[int]bool, len(items))
	for _, i := range items {
		among[i] = true
	}
	matrix := m.Table.Matrix(m.Table.ScaleOf(m.Table.Items()[items[0]].Indicator), func(i int) bool { return among[i] })
	r, err := statistics.Named(context.Background(), agree.Prepare(matrix), "krippendorff_alpha", "quadratic", stats.Options{})
	if err != nil {
		return stats.None(stats.Undefined)
	}
	return r.Value
}
