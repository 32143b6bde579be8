package team

import (
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// BenchmarkItems measures the items of a team, all in all and in the order in
// which they divide it.
func BenchmarkItems(b *testing.B) {
	teamtest.BySize(b, func(_ *testing.B, t *rating.Table) { Ranked(Measured(t)) })
}
