package agree

import "github.com/cb401426/calibrate/stats"

// CochranQ tests for each level whether all raters give it equally often, over
// the items that every rater rated:
//
//	Q = (r − 1)[r Σ_g G_g² − (Σ_g G_g)²]/(r Σ_i L_i − Σ_i L_i²)
//
// with G_g the items that rater g put at the level and L_i the raters who put
// item i there; χ² with r − 1 (Cochran 1950, Biometrika 37, 256–266). For
// two raters it is McNemar's test.
func (d *Data) CochranQ() []Test {
	tests := make([]Test, d.matrix.Levels())
	for k, value := range d.matrix.Values() {
		tests[k] = d.cochranQ(k, Test{ID: "cochran_q", Level: stats.Of(value)})
	}
	return tests
}

func (d *Data) cochranQ(level int, test Test) Test {
	f, r := d.byRatings(), float64(d.Raters())
	byRater := make([]float64, f.raters) // G_g
	var sum, squares float64             // of L_i
	for p, t := range f.times {
		if t == 0 || f.size[p] < r {
			continue
		}
		test.Items += int(t)
		raters, levels := f.row(p)
		for j, g := range raters {
			if int(levels[j]) == level {
				byRater[g] += t * f.often[g]
			}
		}
		at := f.count(p)[level]
		sum += t * at
		squares += t * at * at
	}
	switch {
	case d.Paired() == 0:
		return test.without(stats.NoPairs)
	case test.Items == 0:
		return test.without(stats.NeedsComplete)
	case r*sum == squares:
		return test.without(stats.NoDisagreement)
	}
	var spread float64
	for _, g := range byRater {
		spread += g * g
	}
	return test.chiSquared((r-1)*(r*spread-sum*sum)/(r*sum-squares), r-1)
}
