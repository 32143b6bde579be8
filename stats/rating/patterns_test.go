package rating_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/rating"
)

func TestPatterns(t *testing.T) {
	nan := math.NaN()
	m := rating.NewMatrix([][]float64{{1, 2, nan}, {2, 1, nan}, {1, 2, nan}, {nan, 1, 2}, {1, nan, nan}})
	want := rating.Patterns{Of: []int32{0, 0, 0, 0, 1}, First: []int32{0, 4}, Times: []int{4, 1}}
	if diff := cmp.Diff(want, m.ByCounts()); diff != "" {
		t.Error("by counts:", diff)
	}
	want = rating.Patterns{
		Of: []int32{0, 1, 0, 2, 3}, First: []int32{0, 1, 3, 4}, Times: []int{2, 1, 1, 1},
	}
	if diff := cmp.Diff(want, m.ByRatings()); diff != "" {
		t.Error("by ratings:", diff)
	}
}
