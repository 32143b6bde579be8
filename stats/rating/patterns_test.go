package rating_test

import (
	"math"
	"math/rand/v2"
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

// Rows are told apart by the same counts on a short scale, where a word holds
// them, and on a long one.
func TestPatternsOnALongScale(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	scores := make([][]float64, 200)
	for i := range scores {
		for range 3 {
			scores[i] = append(scores[i], float64(1+rng.IntN(3)))
		}
	}
	long := make([]float64, 70)
	for k := range long {
		long[k] = float64(k + 1)
	}
	short := rating.NewMatrix(scores, 1, 2, 3).ByCounts()
	if diff := cmp.Diff(short, rating.NewMatrix(scores, long...).ByCounts()); diff != "" {
		t.Error(diff)
	}
	if len(short.First) != 10 { // three ratings on three levels
		t.Errorf("%d patterns", len(short.First))
	}
}
