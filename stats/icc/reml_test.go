package icc

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/internal/twoway"
)

// R lme4 2.0, testdata/ref, icc_reml; tolerance 1e-4.
func TestREMLAgainstLme4(t *testing.T) {
	for _, name := range ref.Names {
		var want struct {
			REML struct{ Item, Rater, Residual float64 } `json:"icc_reml"`
		}
		ref.Values(t, name, &want)
		got := reml(twoway.Of(ref.Matrix(t, name)), Components{1, 1, 1}, fine)
		w := want.REML
		for what, pair := range map[string][2]float64{
			"item": {got.Item, w.Item}, "rater": {got.Rater, w.Rater}, "residual": {got.Residual, w.Residual},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-6 {
				t.Errorf("%s: %s = %v, want %v", name, what, pair[0], pair[1])
			}
		}
	}
}

// The gradient is that of f, on either side of the layout.
func TestSlopeIsTheDerivative(t *testing.T) {
	c := twoway.Of(ref.Matrix(t, "one-lesson"))
	for trial, x := range []*crossed{
		newCrossed(c), newCrossed(c.Transpose()), newCrossed(c),
	} {
		gamma, delta := 1.7, .4
		if trial == 2 {
			delta = 0 // where the dense algebra is left out
		}
		g, _ := x.at(gamma, delta).slope()
		const h = 1e-6
		want := (x.at(gamma+h, delta).f - x.at(gamma-h, delta).f) / (2 * h)
		if math.Abs(g[0]-want) > 1e-5 {
			t.Errorf("df/dγ = %v, want %v", g[0], want)
		}
		want = (x.at(gamma, delta+h).f - x.at(gamma, max(0, delta-h)).f) / (delta + h - max(0, delta-h))
		if math.Abs(g[1]-want) > 1e-5*(1+math.Abs(want)) {
			t.Errorf("df/dδ = %v, want %v", g[1], want)
		}
	}
}

// Where the mean squares' components are positive, restricted maximum
// likelihood on complete data finds them: Searle, Casella & McCulloch 1992.
func TestREMLOnCompleteDataIsANOVA(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	inside := 0
	for range 60 {
		c := simulated(rng, 3+rng.IntN(12), 3+rng.IntN(12), 1, .5, 1, 0)
		squares := newSquares(c, c.Sums())
		for _, raters := range []bool{true, false} {
			want := squares.twoWay()
			if !raters {
				want = squares.oneWay()
			}
			if want.Item <= 0 || want.Rater < 0 {
				continue
			}
			inside++
			got := reml(c, Components{1, 1, 1}, fine)
			if !raters {
				got, _ = oneWayOf(c, c.Sums())
			}
			if math.Abs(got.Item-want.Item) > 1e-5 || math.Abs(got.Rater-want.Rater) > 1e-5 ||
				math.Abs(got.Residual-want.Residual) > 1e-5 {
				t.Errorf("%d × %d: %+v, want %+v", c.Rows(), c.Cols, got, want)
			}
		}
	}
	if inside < 60 {
		t.Errorf("only %d data sets inside the boundary", inside)
	}
}

// The end of the search does not hang on its start, and where it is on the
// boundary the likelihood falls from there.
func TestSearchFromAnywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for trial := range 40 {
		c := simulated(rng, 12, 8, float64(trial%3), float64(trial%2), 1, .5)
		x := newCrossed(c)
		best := x.climb(1, 1, fine)
		for _, start := range [][2]float64{{0, 0}, {100, .01}, {.01, 100}, {0, 5}} {
			p := x.climb(start[0], start[1], fine)
			if math.Abs(p.f-best.f) > 1e-8 {
				t.Errorf("trial %d from %v: f = %v at (%v, %v), else %v at (%v, %v)",
					trial, start, p.f, p.gamma, p.delta, best.f, best.gamma, best.delta)
			}
		}
	}
}

// simulated returns rows × cols cells with the given variances and share of
// gaps; every row and column keeps a cell.
func simulated(rng *rand.Rand, rows, cols int, item, rater, residual, gaps float64) *twoway.Cells {
	c := &twoway.Cells{Start: []int{0}, Cols: cols}
	severity := make([]float64, cols)
	for j := range severity {
		severity[j] = math.Sqrt(rater) * rng.NormFloat64()
	}
	for i := range rows {
		level := math.Sqrt(item) * rng.NormFloat64()
		for j := range cols {
			if y := level + severity[j] + math.Sqrt(residual)*rng.NormFloat64(); i%cols == j%rows || rng.Float64() >= gaps {
				c.Col, c.Y = append(c.Col, int32(j)), append(c.Y, y)
			}
		}
		c.Start = append(c.Start, len(c.Y))
	}
	return c
}

func BenchmarkREML(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	for name, c := range map[string]*twoway.Cells{
		"sparse 150x38":      twoway.Of(ref.Matrix(b, "sparse")),
		"one lesson 10x40":   simulated(rng, 10, 40, 1, .3, .5, .1),
		"sparse 4000x300":    simulated(rng, 4000, 300, 1, .3, .5, .98),
		"half full 1000x100": simulated(rng, 1000, 100, 1, .3, .5, .5),
	} {
		b.Run(name+" one-way", func(b *testing.B) {
			for b.Loop() {
				_, _ = oneWayOf(c, c.Sums())
			}
		})
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				(&Data{likely: true}).gappy(c, c.Sums(), Components{})
			}
		})
	}
}
