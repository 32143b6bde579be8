package variance

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// A layer is the inverse of a covariance between sheets
//
//	M = δI + αAA' + βBB' + κ11',  M⁻¹ = (I − F G F')/δ,  F = [A B 1],
//
// by the mixed-model equations of its three terms: G = T(TF'FT + I)⁻¹T with T²
// the ratios to δ. Where the mean is fixed, as κ → ∞, it is the projection P
// instead, and 1 stands for T and 0 for I at the mean.
type layer struct {
	g      *sheets
	counts *mat.Dense // F'F
	fixed  bool       // the mean is fixed

	base   float64    // δ
	logDet float64    // log|M|, with log 1'M⁻¹1 where the mean is fixed
	inner  *mat.Dense // G
	cross  *mat.Dense // R = I − F'F G, once it is asked for: F'M⁻¹ = RF'/δ
}

func newLayer(g *sheets, fixed bool) *layer {
	l := &layer{g: g, fixed: fixed, counts: mat.NewDense(g.size(), g.size(), nil)}
	for s := range g.pair {
		columns := g.columns(int32(s))
		for _, from := range columns {
			row := l.counts.RawRowView(from)
			for _, to := range columns {
				row[to]++
			}
		}
	}
	return l
}

// factor prepares the layer for δ and the components of A, B and the mean.
func (l *layer) factor(base float64, component [3]float64) bool {
	l.base, l.cross = base, nil
	scale := l.scale(component)
	e := mat.NewSymDense(len(scale), nil)
	for i := range scale {
		row := l.counts.RawRowView(i)
		for j := i; j < len(scale); j++ {
			e.SetSym(i, j, scale[i]*scale[j]*row[j])
		}
		if i < len(scale)-1 || !l.fixed {
			e.SetSym(i, i, e.At(i, i)+1)
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(e) {
		return false
	}
	free := len(l.g.pair)
	if l.fixed {
		free--
	}
	l.logDet = float64(free)*math.Log(base) + chol.LogDet()
	_ = chol.InverseTo(e) // an error only warns of the condition
	l.inner = mat.DenseCopyOf(e)
	for i := range scale {
		row := l.inner.RawRowView(i)
		for j := range row {
			row[j] *= scale[i] * scale[j]
		}
	}
	return true
}

// scale returns T.
func (l *layer) scale(component [3]float64) []float64 {
	scale := make([]float64, l.g.size())
	a, mean := l.g.levels[0], len(scale)-1
	for j := range scale {
		switch {
		case j < a:
			scale[j] = math.Sqrt(component[0] / l.base)
		case j < mean:
			scale[j] = math.Sqrt(component[1] / l.base)
		}
	}
	scale[mean] = math.Sqrt(component[2] / l.base)
	if l.fixed {
		scale[mean] = 1
	}
	return scale
}

// solve returns M⁻¹V, or PV, for sheets × columns V.
func (l *layer) solve(v *mat.Dense) *mat.Dense {
	sheets, n := v.Dims()
	sums := mat.NewDense(l.g.size(), n, nil) // F'V
	for s := range sheets {
		from := v.RawRowView(s)
		for _, c := range l.g.columns(int32(s)) {
			to := sums.RawRowView(c)
			for j, x := range from {
				to[j] += x
			}
		}
	}
	var effect mat.Dense
	effect.Mul(l.inner, sums)
	out := mat.NewDense(sheets, n, nil)
	for s := range sheets {
		to := out.RawRowView(s)
		copy(to, v.RawRowView(s))
		for _, c := range l.g.columns(int32(s)) {
			for j, x := range effect.RawRowView(c) {
				to[j] -= x
			}
		}
		for j := range to {
			to[j] /= l.base
		}
	}
	return out
}

// between returns the row of M⁻¹, or P, of a sheet.
func (l *layer) between(s int32) sheetRow {
	r := sheetRow{l: l, sheet: s, sums: make([]float64, l.g.size())}
	for _, c := range l.g.columns(s) {
		floats.Add(r.sums, l.inner.RawRowView(c))
	}
	return r
}

// A sheetRow is a row of M⁻¹, or P.
type sheetRow struct {
	l     *layer
	sheet int32
	sums  []float64 // of the rows of G
}

// at returns the element of the row at a sheet.
func (r sheetRow) at(s int32) float64 {
	var v float64
	if s == r.sheet {
		v = 1
	}
	for _, c := range r.l.g.columns(s) {
		v -= r.sums[c]
	}
	return v / r.l.base
}

// spread returns the element of F'M⁻¹ between an unknown and a sheet.
func (l *layer) spread(unknown int, s int32) (sum float64) {
	row := l.reach().RawRowView(unknown)
	for _, c := range l.g.columns(s) {
		sum += row[c]
	}
	return sum / l.base
}

// reach returns R.
func (l *layer) reach() *mat.Dense {
	if l.cross != nil {
		return l.cross
	}
	l.cross = new(mat.Dense)
	l.cross.Mul(l.counts, l.inner)
	l.cross.Scale(-1, l.cross)
	for j := range l.g.size() {
		l.cross.Set(j, j, l.cross.At(j, j)+1)
	}
	return l.cross
}

// leverage returns the diagonal of F'M⁻¹F.
func (l *layer) leverage() []float64 {
	return rowDots(l.reach(), l.counts, 1/l.base)
}

// within returns the diagonal of F'M⁻¹ Y M⁻¹F, and tr(M⁻¹ Y M⁻¹), from F'YF
// and tr Y.
func (l *layer) within(y *mat.Dense, trace float64) ([]float64, float64) {
	var gy, qgy mat.Dense
	gy.Mul(l.inner, y)
	qgy.Mul(l.counts, &gy)
	square := l.base * l.base
	for j, v := range rowDots(&gy, l.reach(), 1) { // R = I − QG
		trace -= v + gy.At(j, j)
	}
	qgy.Sub(y, &qgy) // RY
	return rowDots(&qgy, l.reach(), 1/square), trace / square
}

// trace returns tr(M⁻¹), or tr(P).
func (l *layer) trace() float64 {
	sum := float64(len(l.g.pair))
	for _, v := range rowDots(l.inner, l.counts, 1) {
		sum -= v
	}
	return sum / l.base
}

// rowDots returns the products of the rows of a with those of b, scaled.
func rowDots(a, b *mat.Dense, scale float64) []float64 {
	n, _ := a.Dims()
	dots := make([]float64, n)
	for i := range dots {
		dots[i] = scale * floats.Dot(a.RawRowView(i), b.RawRowView(i))
	}
	return dots
}
