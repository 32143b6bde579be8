package icc

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"github.com/cb401426/calibrate/stats/internal/twoway"
)

// A crossed model is y = μ + row + col + e with variances σ²γ, σ²δ and σ², so
// that Var(y) = σ²V with V = I + γZZ' + δWW'. The rows are absorbed:
//
//	M = I + γZZ',  M⁻¹ = I − Z diag(c) Z',  c_i = γ/(1 + γ r_i)
//	V⁻¹ = M⁻¹ − δ M⁻¹W (I + δS)⁻¹ W'M⁻¹,  S = W'M⁻¹W
//
// so that the dense algebra is of the order of the columns. Searle, Casella &
// McCulloch 1992, Variance Components, sections 6.6 and 8.3; the identity is
// Woodbury's.
type crossed struct {
	cells *twoway.Cells
	y     []float64 // less their mean
	row   []int     // row of each cell
	size  []float64 // r_i
}

func newCrossed(c *twoway.Cells) *crossed {
	x := &crossed{cells: c, y: make([]float64, len(c.Y)), row: make([]int, len(c.Y))}
	mean := floats.Sum(c.Y) / float64(len(c.Y))
	for i := range c.Rows() {
		x.size = append(x.size, float64(c.Start[i+1]-c.Start[i]))
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			x.row[k], x.y[k] = i, c.Y[k]-mean
		}
	}
	return x
}

// A point is the restricted likelihood at a γ and δ, σ² profiled out:
// f = log|V| + log 1'V⁻¹1 + (N − 1) log y'Py, which is −2 log L and a constant.
// P = V⁻¹ − V⁻¹1(1'V⁻¹1)⁻¹1'V⁻¹.
type point struct {
	*crossed
	gamma, delta float64
	dense        bool // whether δ > 0, so that V⁻¹ is not M⁻¹
	f            float64
	shrink       []float64 // c_i
	s            *mat.SymDense
	factor       mat.Cholesky // of I + δS
	one          []float64    // V⁻¹1
	ones         float64      // 1'V⁻¹1
	py           []float64    // Py
	ypy          float64      // y'Py
}

// at computes the point at γ and δ.
func (x *crossed) at(gamma, delta float64) *point {
	p := &point{crossed: x, gamma: gamma, delta: delta, shrink: make([]float64, len(x.size))}
	logDet := 0.0
	for i, r := range x.size {
		p.shrink[i] = gamma / (1 + gamma*r)
		logDet += math.Log1p(gamma * r)
	}
	if p.dense = delta > 0; p.dense {
		p.s = p.columns()
		v := mat.NewSymDense(x.cells.Cols, nil)
		v.ScaleSym(delta, p.s)
		for j := range x.cells.Cols {
			v.SetSym(j, j, 1+v.At(j, j))
		}
		if !p.factor.Factorize(v) {
			p.f = math.Inf(1)
			return p
		}
		logDet += p.factor.LogDet()
	}
	p.one = make([]float64, len(x.y))
	for k := range p.one {
		p.one[k] = 1
	}
	p.one = p.solve(p.one)
	p.ones = floats.Sum(p.one)
	p.py = p.project(x.y)
	p.ypy = floats.Dot(x.y, p.py)
	p.f = logDet + math.Log(p.ones) + float64(len(x.y)-1)*math.Log(p.ypy)
	if math.IsNaN(p.f) {
		p.f = math.Inf(1)
	}
	return p
}

// columns returns S = W'M⁻¹W.
func (p *point) columns() *mat.SymDense {
	c := p.cells
	s := mat.NewSymDense(c.Cols, nil)
	raw := s.RawSymmetric()
	for i := range c.Rows() {
		cols := c.Col[c.Start[i]:c.Start[i+1]]
		for a, col := range cols {
			at := raw.Data[int(col)*raw.Stride:]
			at[col]++
			for _, other := range cols[a:] {
				at[other] -= p.shrink[i]
			}
		}
	}
	return s
}

// absorb returns M⁻¹v.
func (p *point) absorb(v []float64) []float64 {
	out := make([]float64, len(v))
	sums := p.rowSums(v)
	for k, i := range p.row {
		out[k] = v[k] - p.shrink[i]*sums[i]
	}
	return out
}

// solve returns V⁻¹v.
func (p *point) solve(v []float64) []float64 {
	out := p.absorb(v)
	if !p.dense {
		return out
	}
	u := mat.NewVecDense(p.cells.Cols, p.colSums(out))
	// A warning of poor conditioning still leaves the solution.
	_ = p.factor.SolveVecTo(u, u)
	fitted := make([]float64, len(v))
	for k, col := range p.cells.Col {
		fitted[k] = p.delta * u.AtVec(int(col))
	}
	floats.Sub(out, p.absorb(fitted))
	return out
}

// project returns Pv.
func (p *point) project(v []float64) []float64 {
	out := p.solve(v)
	floats.AddScaled(out, -floats.Dot(p.one, v)/p.ones, p.one)
	return out
}

// slope returns the gradient of f in γ and δ and, for its second derivatives,
// twice the average information: Gilmour, Thompson & Cullis 1995, Biometrics
// 51, pp. 1440-1450, with σ² profiled out.
func (p *point) slope() (gradient [2]float64, curvature [2][2]float64) {
	traces := p.traces()
	sums := [2][]float64{p.rowSums(p.py), p.colSums(p.py)}
	var working, projected [2][]float64 // ZZ'Py and WW'Py, and P times them
	var form [2]float64                 // y'P ZZ' P y and y'P WW' P y
	for a := range 2 {
		working[a] = make([]float64, len(p.y))
		for k := range p.y {
			at := p.row[k]
			if a == 1 {
				at = int(p.cells.Col[k])
			}
			working[a][k] = sums[a][at]
		}
		projected[a] = p.project(working[a])
		form[a] = floats.Dot(sums[a], sums[a])
	}
	free := float64(len(p.y) - 1)
	for a := range 2 {
		gradient[a] = traces[a] - free*form[a]/p.ypy
		for b := range 2 {
			curvature[a][b] = free * (floats.Dot(working[a], projected[b])/p.ypy - form[a]*form[b]/square(p.ypy))
		}
		// The average information can vanish; the expected one, tr(PVₐPVₐ), is
		// at least tr(PVₐ)² over its rank.
		levels := [2]int{len(p.size), p.cells.Cols}
		curvature[a][a] = max(curvature[a][a], square(traces[a])/(20*float64(levels[a])))
	}
	return gradient, curvature
}

// traces returns tr(P ZZ') and tr(P WW').
func (p *point) traces() (t [2]float64) {
	var inverse mat.SymDense // K = (I + δS)⁻¹
	if p.dense {
		_ = p.factor.InverseTo(&inverse) // as in solve
		for j := range p.cells.Cols {
			for l := range p.cells.Cols {
				t[1] += p.s.At(j, l) * inverse.At(j, l) // tr(W'V⁻¹W) = tr(SK)
			}
		}
	}
	for i, r := range p.size {
		d := 1 / (1 + p.gamma*r)
		t[0] += r * d
		if p.dense {
			t[0] -= p.delta * d * d * sumOver(&inverse, p.cells.Col[p.cells.Start[i]:p.cells.Start[i+1]])
		} else {
			t[1] += r * (1 - p.shrink[i]) // tr(S)
		}
	}
	rows, cols := p.rowSums(p.one), p.colSums(p.one)
	t[0] -= floats.Dot(rows, rows) / p.ones
	t[1] -= floats.Dot(cols, cols) / p.ones
	return t
}

// sumOver returns the sum of the entries of a in the given rows and columns.
func sumOver(a *mat.SymDense, cols []int32) float64 {
	raw := a.RawSymmetric()
	diagonal, above := 0.0, 0.0
	for i, col := range cols {
		row := raw.Data[int(col)*raw.Stride:]
		diagonal += row[col]
		for _, other := range cols[i+1:] {
			above += row[other]
		}
	}
	return diagonal + 2*above
}

func (x *crossed) rowSums(v []float64) []float64 {
	sums := make([]float64, len(x.size))
	for k, i := range x.row {
		sums[i] += v[k]
	}
	return sums
}

func (x *crossed) colSums(v []float64) []float64 {
	sums := make([]float64, x.cells.Cols)
	for k, col := range x.cells.Col {
		sums[col] += v[k]
	}
	return sums
}
