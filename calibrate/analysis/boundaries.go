package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
)

// boundaries computes the agreement at each line between two levels, on each
// scale of its own.
func boundaries(a *work, ctx context.Context) error {
	a.report.Boundaries = []calibrate.BoundaryAgreement{}
	o := stats.Options{Confidence: a.options.Confidence, Seed: a.options.Seed}
	if a.m.Unit == stats.ByLesson {
		o.Unit = stats.ByLesson
	}
	for s, scale := range a.study.Table.Scales() {
		m := a.study.Table.Matrix(s, nil)
		if m.Items() == 0 {
			continue
		}
		name := ""
		if len(a.study.Table.Scales()) > 1 {
			name = scale.ID
		}
		list, err := statistics.Boundaries(ctx, agree.Prepare(m), nil, name, o)
		if err != nil {
			return err
		}
		a.report.Boundaries = append(a.report.Boundaries, list...)
	}
	return nil
}
