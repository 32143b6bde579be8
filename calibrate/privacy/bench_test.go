package privacy

import (
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// BenchmarkHashes is what names the raters of a report and its ratings.
func BenchmarkHashes(b *testing.B) {
	teamtest.BySize(b, func(_ *testing.B, t *rating.Table) {
		HashRatings(t, Pseudonyms(t, 1, ""))
	})
}
