package dispersion_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/dispersion"
	"github.com/cb401426/calibrate/stats/rating"
)

// disagreements are those of the levels 1 to q: squared over the range's
// square, or 0 and 1.
func disagreements(q int, nominal bool) [][]float64 {
	d := make([][]float64, q)
	for k := range d {
		d[k] = make([]float64, q)
		for l := range d {
			v := float64(k-l) / float64(q-1)
			d[k][l] = v * v
			if nominal && k != l {
				d[k][l] = 1
			}
		}
	}
	return d
}

// matrix is one lesson, a string an item and a digit a rater; 0 is a gap.
func matrix(items ...string) *rating.Matrix {
	scores := make([][]float64, len(items))
	for i, item := range items {
		for _, c := range item {
			v := float64(c - '0')
			if c == '0' {
				v = math.NaN()
			}
			scores[i] = append(scores[i], v)
		}
	}
	return rating.NewMatrix(scores, 1, 2, 3, 4)
}

func interval(m *rating.Matrix, nominal bool) dispersion.Limits {
	d := disagreements(4, nominal)
	clusters := dispersion.Clusters(m, d, func(row int) int32 { return int32(row) })
	return dispersion.Interval(clusters, d, 0.95)
}

// One lesson, five raters, eight indicators: worked by hand to these digits.
func TestWorkedExample(t *testing.T) {
	m := matrix("33233", "22232", "34333", "21223", "33332", "23322", "33333", "12222")
	for _, c := range []struct {
		nominal      bool
		lower, upper float64
	}{{false, .178426, .817232}, {true, .305882, .937388}} {
		l := interval(m, c.nominal)
		if math.Abs(l.Lower.Or(9)-c.lower) > 5e-7 || math.Abs(l.Upper.Or(9)-c.upper) > 5e-7 {
			t.Errorf("nominal %v: %v to %v, want %v to %v", c.nominal, l.Lower, l.Upper, c.lower, c.upper)
		}
	}
}

func TestNone(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []string
		want  stats.Reason
	}{
		{"four indicators", []string{"33233", "22232", "34333", "21223"}, stats.TooFewItems},
		{"five, of which one was rated once", []string{"33233", "22232", "34333", "21223", "30000"}, stats.TooFewItems},
		{"all agree", []string{"333", "222", "444", "222", "111"}, stats.NoDisagreement},
		{"only one item does not agree", []string{"333", "222", "444", "222", "112"}, stats.Unstable},
		{"items are all alike", []string{"23", "23", "23", "32", "32"}, stats.NoSpread},
	} {
		for _, nominal := range []bool{false, true} {
			l := interval(matrix(c.items...), nominal)
			if l.Lower.OK() || l.Upper.OK() || l.Lower.Reason() != c.want || l.Upper.Reason() != c.want {
				t.Errorf("%s: %v (%s) to %v (%s), want %s", c.name, l.Lower, l.Lower.Reason(), l.Upper, l.Upper.Reason(), c.want)
			}
		}
	}
}

// Laws on random tables with gaps: limits hold the ratio and stay between 0 and
// 2, the order of clusters changes nothing, and a step of ten is a step of one.
func TestLaws(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 3))
	some := 0
	for range 500 {
		raters, items, q := 2+rng.IntN(5), 5+rng.IntN(12), 2+rng.IntN(4)
		scores := make([][]float64, items)
		for i := range scores {
			level := rng.IntN(q)
			for range raters {
				v := float64(level)
				if rng.IntN(3) == 0 {
					v = float64(rng.IntN(q))
				}
				if rng.IntN(8) == 0 {
					v = math.NaN()
				}
				scores[i] = append(scores[i], v)
			}
		}
		values := make([]float64, q)
		for k := range values {
			values[k] = float64(k)
		}
		m := rating.NewMatrix(scores, values...)
		for _, nominal := range []bool{false, true} {
			d := disagreements(q, nominal)
			clusters := dispersion.Clusters(m, d, func(row int) int32 { return int32(row) })
			l := dispersion.Interval(clusters, d, 0.95)
			lower, ok := l.Lower.Value()
			upper, ok2 := l.Upper.Value()
			if !ok || !ok2 {
				continue
			}
			some++
			ratio := ratioOf(clusters, d)
			if lower < 0 || upper > 2 || lower > ratio || ratio > upper && upper < 2 {
				t.Errorf("%v to %v, ratio %v", lower, upper, ratio)
			}
			if alpha := l.Mirrored(); alpha.Lower.Or(9) != 1-upper || alpha.Upper.Or(9) != 1-lower {
				t.Errorf("mirrored: %v to %v", alpha.Lower, alpha.Upper)
			}
			rng.Shuffle(len(clusters), func(i, j int) { clusters[i], clusters[j] = clusters[j], clusters[i] })
			for k := range d {
				for l := range d {
					d[k][l] *= 100
				}
			}
			for c := range clusters {
				clusters[c].Within *= 100
			}
			again := dispersion.Interval(clusters, d, 0.95)
			if math.Abs(again.Lower.Or(9)-lower) > 1e-9 || math.Abs(again.Upper.Or(9)-upper) > 1e-9 {
				t.Errorf("shuffled and stretched: %v to %v, want %v to %v", again.Lower, again.Upper, lower, upper)
			}
		}
	}
	if some < 500 {
		t.Errorf("only %d have limits", some)
	}
}

// ratioOf is D_o/D_e of the sample, D_e over pairs without replacement.
func ratioOf(clusters []dispersion.Cluster, d [][]float64) float64 {
	n, within, expected := 0.0, 0.0, 0.0
	counts := make([]float64, len(d))
	for _, c := range clusters {
		n += c.Ratings
		within += c.Within
		for k, x := range c.Counts {
			counts[k] += x
		}
	}
	for k, x := range counts {
		for l, y := range counts {
			expected += x * y * d[k][l]
		}
	}
	return within / n / (expected / (n * (n - 1)))
}

// Levels that nobody gave change nothing, though with more levels than clusters
// the traces are those of another matrix.
func TestUnusedLevels(t *testing.T) {
	few, many := []float64{1, 2, 3, 4}, []float64{1, 2, 3, 4}
	for v := 5; v <= 40; v++ {
		many = append(many, float64(v))
	}
	rng := rand.New(rand.NewPCG(2, 4))
	for range 100 {
		scores := make([][]float64, 8)
		for i := range scores {
			for range 6 {
				scores[i] = append(scores[i], float64(1+(i+rng.IntN(3))%4))
			}
		}
		for _, nominal := range []bool{false, true} {
			var limits [2]dispersion.Limits
			for k, values := range [][]float64{few, many} {
				d := disagreements(len(values), nominal)
				m := rating.NewMatrix(scores, values...)
				limits[k] = dispersion.Interval(dispersion.Clusters(m, d, func(row int) int32 { return int32(row) }), d, 0.95)
			}
			a, b := limits[0], limits[1]
			if !a.Lower.OK() || math.Abs(a.Lower.Or(9)-b.Lower.Or(8)) > 1e-9 || math.Abs(a.Upper.Or(9)-b.Upper.Or(8)) > 1e-9 {
				t.Fatalf("nominal %v: %v to %v, with unused levels %v to %v", nominal, a.Lower, a.Upper, b.Lower, b.Upper)
			}
		}
	}
}
