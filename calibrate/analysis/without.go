package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/team"
)

// without says what the team would be without each rater, for as many raters
// as camps are looked for. A team of two has nothing to compare then.
func without(a *work, ctx context.Context) error {
	a.report.Without = []calibrate.Without{}
	if a.report.Input.Raters > team.MostForCamps {
		a.note("without_left_out", "/without")
		return nil
	}
	for g, id := range a.names {
		if err := ctx.Err(); err != nil {
			return err
		}
		if id != "" {
			m := a.m.Without(int32(g))
			exact := m.MeanOver(m.All(), func(it *team.Item) float64 { return it.Exact() })
			a.report.Without = append(a.report.Without, calibrate.Without{Rater: id, Exact: exact, Distance: m.Distance()})
		}
	}
	privacy.SortByPseudonym(a.report.Without, func(w calibrate.Without) string { return w.Rater })
	return nil
}
