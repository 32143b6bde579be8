package variance

import (
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// gaps is the inverse of H = D'P₀D, a dense matrix of the missing cells, by
// its structure: with B = ⊕ M₂⁻¹ of the sheets that miss the cell of a layer,
// E the cells × sheets incidence, and N = M₂⁻¹ − P₁, which is not negative,
//
//	H = B − ENE'/I,  H⁻¹ = B⁻¹ + B⁻¹EWE'B⁻¹/I,  W = N + NZN/I,
//	Z = E'H⁻¹E = LX⁻¹L',  X = I − L'NL/I,  LL' = E'B⁻¹E,  |H| = |B||X|,
//	T = LU⁻¹,  U'U = X,  Z = TT',  W = N + NT(NT)'/I:
//
// one matrix a layer, and one of the sheets that miss any cell.
type gaps struct {
	g       *sheets
	sheet   []int32      // the sheets that miss a cell
	layer   [][]gap      // the missing cells of each layer
	inverse []*mat.Dense // B⁻¹, a layer each
	between *mat.Dense   // N
	root    *mat.Dense   // L
	product *mat.Dense   // NL
	chol    mat.Cholesky // of X
	logDet  float64
}

// A gap is a missing cell: its place among the missing cells, and its sheet's
// place among the sheets that miss any.
type gap struct{ at, sheet int }

func newGaps(g *sheets) *gaps {
	h := &gaps{g: g, layer: make([][]gap, g.layers)}
	for i, c := range g.missing {
		if i == 0 || c.sheet != g.missing[i-1].sheet {
			h.sheet = append(h.sheet, c.sheet)
		}
		h.layer[c.layer] = append(h.layer[c.layer], gap{i, len(h.sheet) - 1})
	}
	return h
}

// factor computes the inverse for two layers. It reports whether H is
// positive definite.
func (h *gaps) factor(mean, within *layer) bool {
	n := len(h.sheet)
	inner := mat.NewDense(n, n, nil) // M₂⁻¹
	h.between = mat.NewDense(n, n, nil)
	for i, s := range h.sheet {
		p, m := mean.between(s), within.between(s)
		for j, u := range h.sheet {
			inner.Set(i, j, m.at(u))
			h.between.Set(i, j, inner.At(i, j)-p.at(u))
		}
	}
	var chol mat.Cholesky
	c, ok := h.invert(inner)
	if !ok || !chol.Factorize(c) {
		return false
	}
	var root mat.TriDense
	chol.LTo(&root)
	h.root = mat.DenseCopyOf(&root)
	var form, transposed mat.Dense // Mul skips zeros on its left
	transposed.Mul(h.root.T(), h.between)
	h.product = mat.DenseCopyOf(transposed.T())
	form.Mul(h.root.T(), h.product)
	x := mat.NewSymDense(n, nil)
	for i := range n {
		x.SetSym(i, i, 1)
		for j := i; j < n; j++ {
			x.SetSym(i, j, x.At(i, j)-form.At(i, j)/float64(h.g.layers))
		}
	}
	if !h.chol.Factorize(x) {
		return false
	}
	h.logDet += h.chol.LogDet()
	return true
}

// invert computes B⁻¹ from M₂⁻¹, and log|B|. It returns E'B⁻¹E.
func (h *gaps) invert(inner *mat.Dense) (*mat.SymDense, bool) {
	h.logDet, h.inverse = 0, make([]*mat.Dense, len(h.layer))
	across := mat.NewSymDense(len(h.sheet), nil)
	for l, cells := range h.layer {
		if len(cells) == 0 {
			continue
		}
		b := mat.NewSymDense(len(cells), nil)
		for i, c := range cells {
			for j, u := range cells[:i+1] {
				b.SetSym(i, j, inner.At(c.sheet, u.sheet))
			}
		}
		var chol mat.Cholesky
		if !chol.Factorize(b) {
			return nil, false
		}
		h.logDet += chol.LogDet()
		_ = chol.InverseTo(b) // an error only warns of the condition
		h.inverse[l] = mat.DenseCopyOf(b)
		for i, c := range cells {
			for j, u := range cells[:i+1] {
				across.SetSym(c.sheet, u.sheet, across.At(c.sheet, u.sheet)+b.At(i, j))
			}
		}
	}
	return across, true
}

// middle returns WV.
func (h *gaps) middle(v *mat.Dense) *mat.Dense {
	var right, solved, out, more mat.Dense
	right.Mul(h.product.T(), v)
	_ = h.chol.SolveTo(&solved, &right) // an error only warns of the condition
	more.Mul(h.product, &solved)
	more.Scale(1/float64(h.g.layers), &more)
	out.Mul(h.between, v)
	out.Add(&out, &more)
	return &out
}

// inverseRoot returns U⁻¹.
func (h *gaps) inverseRoot() *mat.Dense {
	var u mat.TriDense
	h.chol.UTo(&u)
	_ = u.InverseTri(&u) // an error only warns of the condition
	return mat.DenseCopyOf(&u)
}

// solve returns H⁻¹V for missing cells × columns V.
func (h *gaps) solve(v *mat.Dense) *mat.Dense {
	_, columns := v.Dims()
	out := h.blocks(v)
	sums := mat.NewDense(len(h.sheet), columns, nil) // E'B⁻¹V
	for _, cells := range h.layer {
		for _, c := range cells {
			floats.Add(sums.RawRowView(c.sheet), out.RawRowView(c.at))
		}
	}
	middle := h.middle(sums)
	middle.Scale(1/float64(h.g.layers), middle)
	back := mat.NewDense(len(h.g.missing), columns, nil)
	for _, cells := range h.layer {
		for _, c := range cells {
			copy(back.RawRowView(c.at), middle.RawRowView(c.sheet))
		}
	}
	out.Add(out, h.blocks(back))
	return out
}

// blocks returns B⁻¹V.
func (h *gaps) blocks(v *mat.Dense) *mat.Dense {
	_, columns := v.Dims()
	out := mat.NewDense(len(h.g.missing), columns, nil)
	for l, cells := range h.layer {
		if len(cells) == 0 {
			continue
		}
		part := mat.NewDense(len(cells), columns, nil)
		for i, c := range cells {
			copy(part.RawRowView(i), v.RawRowView(c.at))
		}
		var product mat.Dense
		product.Mul(h.inverse[l], part)
		for i, c := range cells {
			copy(out.RawRowView(c.at), product.RawRowView(i))
		}
	}
	return out
}

// acrossSheets returns F'ZF, for Z the sums of H⁻¹ over the cells of two
// sheets, and the trace of Z, from U⁻¹.
func (h *gaps) acrossSheets(root *mat.Dense) (f *mat.Dense, trace float64) {
	var t mat.Dense
	t.Mul(h.root, root)
	half := mat.NewDense(h.g.size(), len(h.sheet), nil) // F'T
	for i, s := range h.sheet {
		row := t.RawRowView(i)
		trace += floats.Dot(row, row)
		for _, c := range h.g.columns(s) {
			floats.Add(half.RawRowView(c), row)
		}
	}
	f = new(mat.Dense)
	f.Mul(half, half.T())
	return f, trace
}

// acrossLayers returns ΣF'YF over the layers, for Y the part of H⁻¹ between
// the cells of one layer, B⁻¹ + B⁻¹WB⁻¹/I, from U⁻¹.
func (h *gaps) acrossLayers(root *mat.Dense) *mat.Dense {
	var nt mat.Dense
	nt.Mul(h.product, root)
	n := h.g.size()
	f, sums := mat.NewDense(n, n, nil), make([]float64, n)
	for l, cells := range h.layer {
		if len(cells) == 0 {
			continue
		}
		y := h.within(l, &nt)
		for i, c := range cells {
			clear(sums)
			for j, x := range y.RawRowView(i) {
				for _, column := range h.g.columns(h.sheet[cells[j].sheet]) {
					sums[column] += x
				}
			}
			for _, column := range h.g.columns(h.sheet[c.sheet]) {
				floats.Add(f.RawRowView(column), sums)
			}
		}
	}
	return f
}

// within returns the part of H⁻¹ between the cells of layer l, from NT.
func (h *gaps) within(l int, nt *mat.Dense) *mat.Dense {
	cells, layers := h.layer[l], float64(h.g.layers)
	rows := mat.NewDense(len(cells), len(h.sheet), nil)
	for i, c := range cells {
		copy(rows.RawRowView(i), nt.RawRowView(c.sheet))
	}
	var w, left, y mat.Dense
	w.Mul(rows, rows.T())
	for i, c := range cells {
		row := w.RawRowView(i)
		for j, u := range cells {
			row[j] = (h.between.At(c.sheet, u.sheet) + row[j]/layers) / layers
		}
	}
	left.Mul(h.inverse[l], &w)
	y.Mul(&left, h.inverse[l])
	y.Add(&y, h.inverse[l])
	return &y
}
