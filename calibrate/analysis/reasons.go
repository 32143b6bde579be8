package analysis

import (
	"context"
	"slices"
)

// written says what was written beside the ratings.
func written(a *work, ctx context.Context) error {
	var ranked []int
	for _, p := range byRank(a.report.Indicators) {
		ranked = append(ranked, slices.Index(a.study.Table.Indicators(), p.ID))
	}
	err := a.written.Read(ctx, ranked)
	a.report.Reasons = a.written.Reasons
	a.notes = append(a.notes, a.written.Notes...)
	return err
}
