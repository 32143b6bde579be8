package variance

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// layered solves the model on a grid in which few cells are missing. On a
// complete grid of sheets × I cells the covariance is
//
//	V = M₁ ⊗ J̄ + M₂ ⊗ (I − J̄),  J̄ = 11'/I,
//
// one covariance between sheets for their means and one for the contrasts
// within them, each with as many unknowns as the sheets' facets have levels:
//
//	M₁ = (θ_e + Iθ_AB)I + (Iθ_A + θ_AC)AA' + (Iθ_B + θ_BC)BB' + …
//	M₂ = θ_e I + θ_AC AA' + θ_BC BB' + θ_C 11'
//
// A missing cell is a rating of any value with a fixed effect of its own,
// which leaves the REML likelihood as it is without the cell. With D the
// columns of the m missing cells and P₀ the projection of the complete grid,
// P = P₀ − P₀D(D'P₀D)⁻¹D'P₀.
type layered struct {
	d      *design
	g      *sheets
	role   []role
	theta  []float64
	mean   *layer    // M₁, where the fixed mean lies
	within *layer    // M₂
	gaps   *gaps     // D'P₀D
	u1, u2 []float64 // leverages of the layers' unknowns, for leverage
}

// A role is what a term is on the grid.
type role uint8

const (
	roleA  role = iota // a facet of the sheets
	roleB              // the other
	roleC              // the facet across
	roleAB             // the sheets
	roleAC
	roleBC
)

func newLayered(d *design, g *sheets) *layered {
	s := &layered{d: d, g: g, mean: newLayer(g, true), within: newLayer(g, false), gaps: newGaps(g)}
	a, b := facets(1)<<g.facet[0], facets(1)<<g.facet[1]
	c := facets(1) << g.across
	roles := map[facets]role{
		a: roleA, b: roleB, c: roleC, a | b: roleAB, a | c: roleAC, b | c: roleBC,
	}
	for _, f := range d.factors {
		s.role = append(s.role, roles[f.facets])
	}
	return s
}

func (s *layered) factor(theta []float64) bool {
	s.theta = slices.Clone(theta)
	var of [6]float64
	for t, role := range s.role {
		of[role] = theta[t]
	}
	layers, residual := float64(s.g.layers), theta[len(theta)-1]
	a, b := of[roleAC], of[roleBC]
	if !s.mean.factor(residual+layers*of[roleAB],
		[3]float64{layers*of[roleA] + a, layers*of[roleB] + b, 0}) {
		return false
	}
	if !s.within.factor(residual, [3]float64{a, b, of[roleC]}) {
		return false
	}
	return len(s.g.missing) == 0 || s.gaps.factor(s.mean, s.within)
}

func (s *layered) logDet() float64 {
	layers := float64(s.g.layers)
	sum := s.mean.logDet + math.Log(layers) + (layers-1)*s.within.logDet
	if len(s.g.missing) > 0 {
		sum += s.gaps.logDet
	}
	return sum
}

func (s *layered) project(v []float64) []float64 {
	grid := mat.NewDense(len(s.g.pair), s.g.layers, nil)
	for k, c := range s.g.cell {
		grid.Set(int(c.sheet), int(c.layer), v[k])
	}
	if m := len(s.g.missing); m > 0 {
		fill := mat.NewDense(m, 1, nil)
		full := s.complete(grid)
		for i, c := range s.g.missing {
			fill.Set(i, 0, full.At(int(c.sheet), int(c.layer)))
		}
		fill = s.gaps.solve(fill)
		for i, c := range s.g.missing {
			grid.Set(int(c.sheet), int(c.layer), -fill.At(i, 0))
		}
	}
	full := s.complete(grid)
	out := make([]float64, len(v))
	for k, c := range s.g.cell {
		out[k] = full.At(int(c.sheet), int(c.layer))
	}
	return out
}

// complete returns P₀ of a complete grid.
func (s *layered) complete(grid *mat.Dense) *mat.Dense {
	sheets, layers := grid.Dims()
	means, rest := mat.NewDense(sheets, 1, nil), mat.NewDense(sheets, layers, nil)
	for i := range sheets {
		row := grid.RawRowView(i)
		mean := mat.Sum(grid.RowView(i)) / float64(layers)
		means.Set(i, 0, mean)
		for j, x := range row {
			rest.Set(i, j, x-mean)
		}
	}
	means, rest = s.mean.solve(means), s.within.solve(rest)
	for i := range sheets {
		row := rest.RawRowView(i)
		for j := range row {
			row[j] += means.At(i, 0)
		}
	}
	return rest
}

func (s *layered) traces() []float64 {
	u1, u2, ab := s.lost()
	for j, h := range s.mean.leverage() {
		u1[j] = h - u1[j]
	}
	layers := float64(s.g.layers)
	for j, h := range s.within.leverage() {
		u2[j] = (layers-1)*h - u2[j]
	}
	traces := make([]float64, len(s.role)+1)
	rest := float64(len(s.d.y) - 1)
	for t, role := range s.role {
		from, to := s.span(role)
		for j := from; j < to; j++ {
			switch role {
			case roleA, roleB:
				traces[t] += layers * u1[j]
			case roleC:
				traces[t] += u2[j]
			default:
				traces[t] += u1[j] + u2[j]
			}
		}
		if role == roleAB {
			traces[t] = layers * (s.mean.trace() - ab)
		}
		rest -= s.theta[t] * traces[t]
	}
	traces[len(s.role)] = rest / s.theta[len(s.role)] // tr(PV) = n − 1
	return traces
}

// span returns a layer's unknowns that a term's trace runs over.
func (s *layered) span(r role) (from, to int) {
	a, b := s.g.levels[0], s.g.levels[1]
	switch r {
	case roleA, roleAC:
		return 0, a
	case roleB, roleBC:
		return a, a + b
	case roleC:
		return a + b, a + b + 1
	}
	return 0, 0
}

// lost returns what the missing cells take from the leverages of each layer's
// unknowns, and from the trace of the layer of means. With Y₁ and Y₂ the parts
// of D(D'P₀D)⁻¹D' in the layers, these are the diagonal of
// F'P₁Y₁P₁F, that of F'M₂⁻¹Y₂M₂⁻¹F, and tr(P₁Y₁P₁).
func (s *layered) lost() (mean, within []float64, trace float64) {
	n := s.g.size()
	if len(s.g.missing) == 0 {
		return make([]float64, n), make([]float64, n), 0
	}
	root := s.gaps.inverseRoot()
	all, diagonal := s.gaps.acrossSheets(root)
	layers := float64(s.g.layers)
	all.Scale(1/layers, all)
	same := s.gaps.acrossLayers(root)
	same.Sub(same, all)
	mean, trace = s.mean.within(all, diagonal/layers)
	within, _ = s.within.within(same, 0)
	return mean, within, trace
}

// chunk is how many columns leverage solves for at once.
const chunk = 256

func (s *layered) leverage(t int) []float64 {
	f := &s.d.factors[t]
	s.u1, s.u2 = s.mean.leverage(), s.within.leverage()
	h := make([]float64, len(f.count))
	for j := range h {
		h[j] = s.whole(s.role[t], f.level[j])
	}
	if len(s.g.missing) == 0 {
		return h
	}
	for from := 0; from < len(h); from += chunk {
		to := min(from+chunk, len(h))
		v := mat.NewDense(len(s.g.missing), to-from, nil)
		for j := range to - from {
			touch := s.touch(s.role[t], f.level[from+j])
			for i, c := range s.g.missing {
				v.Set(i, j, touch(c))
			}
		}
		product := s.gaps.solve(v)
		for i := range s.g.missing {
			row := v.RawRowView(i)
			for j, x := range product.RawRowView(i) {
				h[from+j] -= x * row[j]
			}
		}
	}
	return h
}

// whole returns z'P₀z of a term's level.
func (s *layered) whole(r role, level [3]int32) float64 {
	u, layers := s.unknown(r, level), float64(s.g.layers)
	switch r {
	case roleA, roleB:
		return layers * s.u1[u]
	case roleC:
		return s.u2[u] * (1 - 1/layers)
	case roleAB:
		sheet := s.sheet(level)
		return layers * s.mean.between(sheet).at(sheet)
	}
	return s.u1[u]/layers + s.u2[u]*(1-1/layers)
}

// touch returns P₀z, at any cell, for a term's level.
func (s *layered) touch(r role, level [3]int32) func(gridCell) float64 {
	u, share := s.unknown(r, level), 1/float64(s.g.layers)
	same := func(c gridCell) float64 {
		if level[s.g.across] == c.layer {
			return 1 - share
		}
		return -share
	}
	switch r {
	case roleA, roleB:
		return func(c gridCell) float64 { return s.mean.spread(u, c.sheet) }
	case roleC:
		return func(c gridCell) float64 { return s.within.spread(u, c.sheet) * same(c) }
	case roleAB:
		row := s.mean.between(s.sheet(level))
		return func(c gridCell) float64 { return row.at(c.sheet) }
	}
	return func(c gridCell) float64 {
		return s.mean.spread(u, c.sheet)*share + s.within.spread(u, c.sheet)*same(c)
	}
}

// unknown returns a level's place among the unknowns of a layer.
func (s *layered) unknown(r role, level [3]int32) int {
	from, _ := s.span(r)
	switch r {
	case roleA, roleAC:
		return from + int(level[s.g.facet[0]])
	case roleB, roleBC:
		return from + int(level[s.g.facet[1]])
	}
	return from
}

// sheet returns the sheet of a level of the term of sheets.
func (s *layered) sheet(level [3]int32) int32 {
	return s.g.sheet[[2]int32{level[s.g.facet[0]], level[s.g.facet[1]]}]
}
