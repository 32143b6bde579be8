package calibrate

import (
	"context"

	"github.com/cb401426/calibrate/stats"
)

// Without is the agreement of the others, were one rater not there.
type Without struct {
	Rater    string       `json:"rater" csv:"rater"`
	Exact    stats.Number `json:"exact" csv:"exact"`
	Distance stats.Number `json:"distance" csv:"distance"`
}

// without says what the team would be without each rater, for as many raters
// as camps are looked for. A team of two has nothing to compare then.
func (a *analysis) without(ctx context.Context) error {
	a.report.Without = []Without{}
	if a.report.Input.Raters > mostForCamps {
		a.note("without_left_out", "/without")
		return nil
	}
	for g, id := range a.names {
		if err := ctx.Err(); err != nil {
			return err
		}
		if id != "" {
			m := a.m.without(int32(g))
			exact := m.meanOver(m.all(), func(it *item) float64 { return it.exact })
			a.report.Without = append(a.report.Without, Without{id, exact, m.distance()})
		}
	}
	sortByPseudonym(a.report.Without, func(w Without) string { return w.Rater })
	return nil
}
