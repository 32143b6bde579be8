package homogeneity

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// CochranQ tests for each level whether all raters give it equally often, over
// the items that every rater rated:
//
//	Q = (r − 1)[r Σ_g G_g² − (Σ_g G_g)²]/(r Σ_i L_i − Σ_i L_i²)
//
// with G_g the items that rater g put at the level and L_i the raters who put
// item i there; χ² with r − 1 (Cochran 1950, Biometrika 37, 256–266). For
// two raters it is McNemar's test.
func CochranQ(m *rating.Matrix) []stats.Test {
	r := len(m.Raters())
	var complete []int
	for i := range m.Items() {
		if raters, _ := m.Row(i); len(raters) == r {
			complete = append(complete, i)
		}
	}
	shared, paired := m.Take(complete), inference.Paired(m).Items()
	tests := make([]stats.Test, m.Levels())
	for k, value := range m.Values() {
		test := stats.Test{ID: "cochran_q", Level: stats.Of(value), Items: len(complete)}
		switch {
		case paired == 0:
			tests[k] = test.Without(stats.NoPairs)
		case len(complete) == 0:
			tests[k] = test.Without(stats.NeedsComplete)
		default:
			tests[k] = cochranQ(shared, k, float64(r), test)
		}
	}
	return tests
}

// cochranQ is the test of one level on complete data of r raters.
func cochranQ(m *rating.Matrix, level int, r float64, test stats.Test) stats.Test {
	byRater := make([]float64, int(r)) // G_g
	var sum, squares float64           // of L_i
	for i := range m.Items() {
		_, levels := m.Row(i)
		var at float64
		for g, l := range levels {
			if int(l) == level {
				byRater[g]++
				at++
			}
		}
		sum += at
		squares += at * at
	}
	if r*sum == squares {
		return test.Without(stats.NoDisagreement)
	}
	var spread float64
	for _, g := range byRater {
		spread += g * g
	}
	return chiSquared(test, (r-1)*(r*spread-sum*sum)/(r*sum-squares), r-1)
}
