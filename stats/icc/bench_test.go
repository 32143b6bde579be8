package icc_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// BenchmarkMeetings is all coefficients of data with gaps, with their errors
// over lessons.
func BenchmarkMeetings(b *testing.B) {
	teamtest.BySize(b, func(b *testing.B, t *rating.Table) {
		d := stats.Prepare(t.Matrix(0, nil))
		for _, c := range icc.Coefficients[:9] {
			if _, err := c.Estimate(b.Context(), d, stats.Options{Unit: stats.ByLesson}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
