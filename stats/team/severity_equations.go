package team

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/conjugate"
	"github.com/cb401426/calibrate/stats/resample"
)

// equations are the normal equations of the raters, items absorbed: over the
// items, I − 11'/n of the n raters of each. Items that follow each other and
// have the same raters, as those of a lesson mostly have, are one row.
type equations struct {
	rows     []equationRow
	diagonal []float64
	right    []float64
	band     *band // where it is narrow
}

type equationRow struct {
	raters []int32
	items  float64
}

func newEquations(f *Fit) *equations {
	n := max(len(f.Effect), 1)
	e := &equations{diagonal: make([]float64, n), right: make([]float64, n)}
	var scores []float64
	for i := range f.m.Table.Items() {
		var row []int32
		row, scores = f.Scores(i, scores)
		if len(row) < 2 {
			continue
		}
		if last := len(e.rows) - 1; last >= 0 && slices.Equal(e.rows[last].raters, row) {
			e.rows[last].items++
		} else {
			e.rows = append(e.rows, equationRow{row, 1})
		}
		center := Average(scores)
		for a, g := range row {
			e.right[g] += scores[a] - center
			e.diagonal[g] += 1 - 1/float64(len(row))
		}
	}
	return e
}

// times sets product to the equations times v.
func (e *equations) times(v, product []float64) {
	clear(product)
	for _, row := range e.rows {
		mean := 0.0
		for _, g := range row.raters {
			mean += v[g]
		}
		mean /= float64(len(row.raters))
		for _, g := range row.raters {
			product[g] += row.items * (v[g] - mean)
		}
	}
}

// solve sets x to the solution that adds up to zero in each part: in the band,
// or by conjugate gradients.
func (e *equations) solve(part []int, b, x []float64, tolerance float64) {
	if e.band != nil && e.band.solve(b, x) {
		center(part, x)
		return
	}
	conjugate.System{Times: e.times, Diagonal: e.diagonal}.Solve(b, x, tolerance, 10*len(b)+100)
	center(part, x)
}

// center takes the mean of each part out of x.
func center(part []int, x []float64) {
	sum, n := make([]float64, len(x)), make([]float64, len(x))
	for g, p := range part {
		if p >= 0 {
			sum[p] += x[g]
			n[p]++
		}
	}
	for g, p := range part {
		if p >= 0 {
			x[g] -= sum[p] / n[p]
		}
	}
}

// inverted returns the generalised inverse on contrasts within the parts.
func (e *equations) inverted(part []int, parts int) *mat.SymDense {
	normal := mat.NewSymDense(len(e.diagonal), nil)
	add := func(g, h int, v float64) { normal.SetSym(g, h, normal.At(g, h)+v) }
	for _, row := range e.rows {
		for a, g := range row.raters {
			add(int(g), int(g), row.items)
			for _, h := range row.raters[:a+1] {
				add(int(g), int(h), -row.items/float64(len(row.raters)))
			}
		}
	}
	// The constraint that each part sums to zero, as 1/n in the part's block:
	// the solution and the generalised inverse on contrasts do not depend on it.
	size := make([]float64, parts)
	for _, p := range part {
		if p >= 0 {
			size[p]++
		}
	}
	for g, p := range part {
		for h := 0; h <= g; h++ {
			switch {
			case p >= 0 && part[h] == p:
				add(g, h, 1/size[p])
			case p < 0 && g == h:
				add(g, h, 1)
			}
		}
	}
	inverse := invert(normal)
	for g, p := range part { // take the constraint's 1/n out again
		for h := 0; h <= g; h++ {
			if p >= 0 && part[h] == p {
				inverse.SetSym(g, h, inverse.At(g, h)-1/size[p])
			}
		}
	}
	return inverse
}

// invert returns the inverse of a positive definite matrix.
func invert(a *mat.SymDense) *mat.SymDense {
	var cholesky mat.Cholesky
	n := a.SymmetricDim()
	inverse := mat.NewSymDense(n, nil)
	if cholesky.Factorize(a) {
		if err := cholesky.InverseTo(inverse); err == nil {
			return inverse
		}
	}
	return mat.NewSymDense(n, nil)
}

const (
	// severityDraws is how many draws the errors of many raters are from: each
	// is right to about a twentieth.
	severityDraws  = 100
	severityStream = 0x5e7e
)

// draw returns the squared errors of the effects where there are too many
// raters for the inverse A⁻: over lessons the diagonal of A⁻SA⁻, S being the
// lessons' sums of residuals s squared, over items that of A⁻. Either is the
// mean square of A⁻u over draws of signs: u adds up the s, each with a sign of
// its own, or the ratings' signs about the mean of their item. The same with the
// diagonal of A in place of A is known, and controls the draws.
//
// # References
//
// Hutchinson, M. F. (1990). A stochastic estimator of the trace of the influence
// matrix for Laplacian smoothing splines. Communications in Statistics -
// Simulation and Computation 19(2), 433-450.
//
// Bekas, C., Kokiopoulou, E., & Saad, Y. (2007). An estimator for the diagonal of
// a matrix. Applied Numerical Mathematics 57(11-12), 1214-1229.
func (f *Fit) draw(e *equations) []float64 {
	near, signs := f.nearErrors(e)
	own, other := make([][]float64, len(near)), make([][]float64, len(near))
	u, x := make([]float64, len(near)), make([]float64, len(near))
	for k := range severityDraws {
		rng := resample.Rand(f.m.Options.Seed^severityStream, k)
		clear(u)
		signs(rng, u)
		e.solve(f.Part, u, x, 1e-4)
		for g, d := range e.diagonal[:len(near)] {
			if d > 0 {
				own[g], other[g] = append(own[g], x[g]*x[g]), append(other[g], u[g]*u[g]/(d*d))
			}
		}
	}
	squared := make([]float64, len(near))
	for g := range squared {
		if len(own[g]) > 0 {
			squared[g] = controlled(own[g], other[g], near[g])
		}
	}
	return squared
}

// controlled is the mean of draws, moved by how far the mean of others, drawn
// with them, is from what it is known to be: as far as a line through them says
// (Hammersley & Handscomb 1964, Monte Carlo methods, section 5.5).
func controlled(own, other []float64, known float64) float64 {
	alpha, beta := stat.LinearRegression(other, own, nil, false)
	mean := stat.Mean(own, nil)
	if moved := alpha + beta*known; moved > mean/4 && moved < 4*mean {
		return moved
	}
	return mean
}

// nearErrors returns the squared errors with the diagonal of A in place of A,
// and what draws the signs of u.
func (f *Fit) nearErrors(e *equations) (near []float64, signs func(*rand.Rand, []float64)) {
	near = make([]float64, len(f.Effect))
	if f.m.Unit != stats.ByLesson {
		for g, d := range e.diagonal {
			if d > 0 {
				near[g] = 1 / d
			}
		}
		return near, e.itemSigns
	}
	for _, lesson := range f.lessons {
		for k, g := range lesson.raters {
			near[g] += math.Pow(lesson.sums[k]/e.diagonal[g], 2)
		}
	}
	return near, func(rng *rand.Rand, u []float64) {
		for _, lesson := range f.lessons {
			sign := sign(rng)
			for k, g := range lesson.raters {
				u[g] += sign * lesson.sums[k]
			}
		}
	}
}

// itemSigns adds to u a sign for each rating, about the mean of its item.
func (e *equations) itemSigns(rng *rand.Rand, u []float64) {
	var drawn []float64
	for _, row := range e.rows {
		for range int(row.items) {
			drawn = drawn[:0]
			for range row.raters {
				drawn = append(drawn, sign(rng))
			}
			mean := Average(drawn)
			for k, g := range row.raters {
				u[g] += drawn[k] - mean
			}
		}
	}
}

func sign(rng *rand.Rand) float64 {
	if rng.Uint64()&1 == 0 {
		return -1
	}
	return 1
}
