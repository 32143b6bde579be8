package report_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/rating"
)

// Brute force on two reports: whoever holds the page by role and the page by
// school, and knows who is in which group, knows the total of the ratings and,
// of every group that either page shows, its mean to a tenth. Linear programs
// find the lowest and the highest mean that each group under three people could
// still have: at least a level lies between.
func TestTwoReportsFindNoWithheldGroup(t *testing.T) {
	const items, top = 8, 4
	tried, narrowest := 0, math.Inf(1)
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 3))
		people := 8 + rng.IntN(8)
		of := [2][]int{} // the groups of people
		for range people {
			of[0] = append(of[0], min(2, rng.IntN(5))) // few principals and assistants, many others
			of[1] = append(of[1], rng.IntN(3))
		}
		b := rating.NewBuilder("role", "school")
		total := 0.0
		for p := range people {
			for i := range items {
				score := float64(1 + rng.IntN(top))
				total += score
				b.Add(rating.Record{
					Rater: fmt.Sprint("P", p), Lesson: "L", Indicator: fmt.Sprint("I", i), Score: score,
					Columns: []string{fmt.Sprint("role ", of[0][p]), fmt.Sprint("school ", of[1][p])},
				})
			}
		}
		study := calibrate.Study{Table: b.Build(nil, nil)}
		a := attack{people: people, least: items, most: top * items}
		a.holds(func(int) bool { return true }, total, total)
		for g, by := range []string{"role", "school"} {
			r := must(analysis.Analyse(t.Context(), study, calibrate.Options{Seed: 1, By: by}))(t)
			for _, shown := range r.Groups {
				if shown.Raters < privacy.SmallestGroup {
					t.Errorf("seed %d: %s has %d people and is shown", seed, shown.ID, shown.Raters)
				}
				mean, n := math.Round(10*shown.Mean.Or(0))/10, float64(shown.Ratings)
				a.holds(func(p int) bool { return fmt.Sprint(by, " ", of[g][p]) == shown.ID }, (mean-0.05)*n, (mean+0.05)*n)
			}
		}
		for g := range of {
			for group := range 3 {
				in := func(p int) bool { return of[g][p] == group }
				size := 0
				for p := range people {
					if in(p) {
						size++
					}
				}
				if size == 0 || size >= privacy.SmallestGroup {
					continue
				}
				low, high := a.between(t, in)
				width := (high - low) / float64(size*items)
				tried, narrowest = tried+1, min(narrowest, width)
				if width < 1 {
					t.Errorf("seed %d: the mean of a group of %d lies within %.2f", seed, size, width)
				}
			}
		}
	}
	if tried < 20 {
		t.Errorf("%d groups under three were tried", tried)
	}
	t.Logf("%d groups, the narrowest within %.2f", tried, narrowest)
}

// An attack knows bounds of sums of people's ratings.
type attack struct {
	people      int
	least, most float64 // of one person's sum
	rows        [][]float64
	bounds      []float64 // rows·x ≤ bounds, of sums above the least
}

// holds adds that the sum of some people lies between two numbers.
func (a *attack) holds(in func(int) bool, low, high float64) {
	up, down, n := make([]float64, a.people), make([]float64, a.people), 0.0
	for p := range a.people {
		if in(p) {
			up[p], down[p] = 1, -1
			n++
		}
	}
	a.rows = append(a.rows, up, down)
	a.bounds = append(a.bounds, high-n*a.least, -(low - n*a.least))
}

// between is the lowest and the highest sum that some people can have.
func (a *attack) between(t *testing.T, in func(int) bool) (low, high float64) {
	t.Helper()
	rows, bounds := a.rows, a.bounds
	for p := range a.people {
		row := make([]float64, a.people)
		row[p] = 1
		rows, bounds = append(rows, row), append(bounds, a.most-a.least)
	}
	m, n := len(rows), a.people
	g := mat.NewDense(m, n+m, nil) // with a slack each: sums above the least are 0 or more
	for i, row := range rows {
		for j, v := range row {
			g.Set(i, j, v)
		}
		g.Set(i, n+i, 1)
		if bounds[i] < 0 { // the simplex wants none below 0 on the right
			for j := range n + m {
				g.Set(i, j, -g.At(i, j))
			}
		}
	}
	right := make([]float64, m)
	for i, v := range bounds {
		right[i] = math.Abs(v)
	}
	solve := func(sign float64) float64 {
		c, size := make([]float64, n+m), 0.0
		for p := range n {
			if in(p) {
				c[p] = sign
				size++
			}
		}
		v, _, err := lp.Simplex(c, g, right, 1e-9, nil)
		if err != nil {
			t.Fatal(err)
		}
		return sign*v + size*a.least
	}
	return solve(1), solve(-1)
}
