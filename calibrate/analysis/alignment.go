package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/team"
)

func alignment(a *work, ctx context.Context) error {
	m := a.m
	f := m.Figures(m.All(), m.Unit)
	a.report.Alignment = calibrate.Alignment{
		Figures:    f,
		TypicalGap: m.MeanOver(m.All(), func(it *team.Item) float64 { return it.Gap }),
		Cost:       cost(m, f.Exact.Value),
	}
	distance, err := distance(a, ctx)
	a.report.Alignment.Distance = distance
	return err
}

// distance returns the team's distance with its interval: on one scale that of
// 1 - alpha on the interval metric. On several there is none that was shown to
// hold.
func distance(a *work, ctx context.Context) (calibrate.Interval, error) {
	value := a.m.Distance()
	if !value.OK() {
		return calibrate.Interval{Value: value, Lower: value, Upper: value}, nil
	}
	if len(a.m.Scales) > 1 {
		return calibrate.Interval{Value: value, Lower: stats.None(team.SeveralScales), Upper: stats.None(team.SeveralScales)}, nil
	}
	alpha, err := estimate(a, ctx, agree.Prepare(a.study.Table.Matrix(0, nil)), "krippendorff_alpha", "quadratic")
	complement := func(v float64) float64 { return 1 - v }
	return calibrate.Interval{Value: value, Lower: alpha.Upper.Map(complement), Upper: alpha.Lower.Map(complement)}, err
}

// cost says what would have changed had a different colleague walked in.
func cost(m *team.Stats, exact stats.Number) calibrate.Cost {
	return calibrate.Cost{
		RatingChanges:      exact.Map(func(v float64) float64 { return 1 - v }),
		LessonLevelChanges: team.LessonLevelChanges(m),
	}
}
