package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
)

// boundariesOf returns the agreement at each boundary of ratings on one scale.
func boundariesOf(ctx context.Context, d *agree.Data, of *calibrate.Of, scale string, o stats.Options) ([]calibrate.BoundaryAgreement, error) {
	list, err := d.Boundaries(ctx, o)
	if err != nil {
		return nil, err
	}
	var boundaries []calibrate.BoundaryAgreement
	for _, b := range list {
		boundaries = append(boundaries, calibrate.BoundaryAgreement{
			Of: of, Scale: scale, Below: b.Below, Above: b.Above, Exact: b.Exact, Chance: b.Chance,
			Kappa: b.Kappa.Value, SE: b.Kappa.SE, Lower: b.Kappa.Lower, Upper: b.Kappa.Upper, Items: b.Kappa.Items,
		})
	}
	return boundaries, nil
}

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
		list, err := boundariesOf(ctx, agree.Prepare(m), nil, name, o)
		if err != nil {
			return err
		}
		a.report.Boundaries = append(a.report.Boundaries, list...)
	}
	return nil
}
