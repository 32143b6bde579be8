package variance

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// absorbed solves Henderson's mixed-model equations for any pattern of
// ratings. With τ_t = √(θ_t/θ_e), T = diag(1 for the means, τ_t), and the
// cross products C = [X Z]'[X Z], they have the matrix
//
//	E = T C T + diag(0 for the means, 1 for the effects),
//
// which stays well conditioned, and true, where components are zero. The term
// with most levels has a diagonal block: it is absorbed into the others by a
// Schur complement, and what is left is dense (Searle, Casella & McCulloch
// 1992, 7.6, for the equations; Johnson & Thompson 1995, J. Dairy Sci. 78,
// 449-456, for absorbing them).
type absorbed struct {
	d      *design
	big    int           // the absorbed factor, -1 where there is none
	offset []int         // first dense column of each factor
	fixed  int           // the means come first
	size   int           // dense columns
	counts *mat.SymDense // C of the dense columns
	rows   [][]entry     // C of each absorbed level with the dense columns

	residual float64
	theta    []float64
	scale    []float64 // T of the dense columns
	bigRatio float64   // τ² of the absorbed factor
	schur    *mat.SymDense
	chol     mat.Cholesky
	inner    *mat.SymDense // T E⁻¹ T, once traces or leverages are asked for
	diagonal []float64     // of E⁻¹
}

// An entry is a count in a sparse row.
type entry struct {
	column int32
	count  float64
}

// largest returns the factor with most levels, -1 where there is none.
func largest(d *design) int {
	big := -1
	for t := range d.factors {
		if big < 0 || len(d.factors[t].count) > len(d.factors[big].count) {
			big = t
		}
	}
	return big
}

// absorbedSize returns the number of dense columns that absorbing leaves.
func absorbedSize(d *design) int {
	size, big := len(d.scales), largest(d)
	for t := range d.factors {
		if t != big {
			size += len(d.factors[t].count)
		}
	}
	return size
}

func newAbsorbed(d *design) *absorbed {
	s := &absorbed{d: d, big: largest(d), fixed: len(d.scales), offset: make([]int, len(d.factors))}
	s.size = s.fixed
	for t := range d.factors {
		if t != s.big {
			s.offset[t] = s.size
			s.size += len(d.factors[t].count)
		}
	}
	s.counts = mat.NewSymDense(s.size, nil)
	s.schur = mat.NewSymDense(s.size, nil)
	s.scale = make([]float64, s.size)
	s.count()
	return s
}

// count fills the cross products.
func (s *absorbed) count() {
	raw := s.counts.RawSymmetric()
	var lists [][]int32 // columns of the ratings of each absorbed level
	if s.big >= 0 {
		lists = make([][]int32, len(s.d.factors[s.big].count))
	}
	for k := range s.d.y {
		columns := s.columns(k)
		for i, from := range columns {
			for _, to := range columns[i:] {
				raw.Data[int(from)*raw.Stride+int(to)]++
			}
		}
		if s.big >= 0 {
			level := s.d.factors[s.big].code[k]
			lists[level] = append(lists[level], columns...)
		}
	}
	s.rows = make([][]entry, len(lists))
	for j, list := range lists {
		slices.Sort(list)
		for _, c := range list {
			if n := len(s.rows[j]); n > 0 && s.rows[j][n-1].column == c {
				s.rows[j][n-1].count++
			} else {
				s.rows[j] = append(s.rows[j], entry{c, 1})
			}
		}
	}
}

// columns returns the dense columns of rating k, ascending.
func (s *absorbed) columns(k int) []int32 {
	columns := []int32{s.d.scale[k]}
	for t := range s.d.factors {
		if t != s.big {
			columns = append(columns, int32(s.offset[t])+s.d.factors[t].code[k])
		}
	}
	return columns
}

func (s *absorbed) factor(theta []float64) bool {
	s.theta = slices.Clone(theta)
	s.residual = theta[len(theta)-1]
	s.inner = nil
	for c := range s.fixed {
		s.scale[c] = 1
	}
	for t := range s.d.factors {
		if t == s.big {
			s.bigRatio = theta[t] / s.residual
			continue
		}
		for c := range s.d.factors[t].count {
			s.scale[s.offset[t]+c] = math.Sqrt(theta[t] / s.residual)
		}
	}
	s.absorb()
	e := mat.NewSymDense(s.size, nil)
	from, to := s.schur.RawSymmetric(), e.RawSymmetric()
	for i := range s.size {
		for j := i; j < s.size; j++ {
			to.Data[i*to.Stride+j] = s.scale[i] * s.scale[j] * from.Data[i*from.Stride+j]
		}
		if i >= s.fixed {
			to.Data[i*to.Stride+i]++
		}
	}
	return s.chol.Factorize(e)
}

// absorb computes the Schur complement C − Σ_j c_j c_j' τ²/(1 + n_j τ²).
func (s *absorbed) absorb() {
	s.schur.CopySym(s.counts)
	raw := s.schur.RawSymmetric()
	for j, row := range s.rows {
		weight := s.bigRatio / s.pivot(j)
		for i, a := range row {
			line := raw.Data[int(a.column)*raw.Stride:]
			w := weight * a.count
			for _, b := range row[i:] {
				line[b.column] -= w * b.count
			}
		}
	}
}

// pivot returns 1 + n_j τ² of an absorbed level.
func (s *absorbed) pivot(j int) float64 {
	return 1 + s.d.factors[s.big].count[j]*s.bigRatio
}

func (s *absorbed) logDet() float64 {
	sum := s.chol.LogDet() + float64(len(s.d.y)-s.fixed)*math.Log(s.residual)
	for j := range s.rows {
		sum += math.Log(s.pivot(j))
	}
	return sum
}

// project solves the equations for v and returns what they leave, over θ_e.
func (s *absorbed) project(v []float64) []float64 {
	right := mat.NewVecDense(s.size, nil)
	for k, value := range v {
		for _, c := range s.columns(k) {
			right.SetVec(int(c), right.AtVec(int(c))+value)
		}
	}
	var big []float64 // Z'v of the absorbed levels
	if s.big >= 0 {
		big = s.d.factors[s.big].sums(v)
	}
	for j, row := range s.rows {
		w := s.bigRatio / s.pivot(j) * big[j]
		for _, e := range row {
			right.SetVec(int(e.column), right.AtVec(int(e.column))-w*e.count)
		}
	}
	for c, scale := range s.scale {
		right.SetVec(c, scale*right.AtVec(c))
	}
	_ = s.chol.SolveVecTo(right, right) // an error only warns of the condition
	effect := right.RawVector().Data
	for c, scale := range s.scale {
		effect[c] *= scale
	}
	for j, row := range s.rows {
		for _, e := range row {
			big[j] -= e.count * effect[e.column]
		}
		big[j] *= s.bigRatio / s.pivot(j)
	}
	return s.rest(v, effect, big)
}

// rest returns (v − Xb − Zu)/θ_e.
func (s *absorbed) rest(v, effect, big []float64) []float64 {
	out := make([]float64, len(v))
	for k, value := range v {
		for _, c := range s.columns(k) {
			value -= effect[c]
		}
		if s.big >= 0 {
			value -= big[s.d.factors[s.big].code[k]]
		}
		out[k] = value / s.residual
	}
	return out
}

// invert computes T E⁻¹ T and the diagonal of E⁻¹.
func (s *absorbed) invert() {
	if s.inner != nil {
		return
	}
	s.inner = mat.NewSymDense(s.size, nil)
	_ = s.chol.InverseTo(s.inner) // an error only warns of the condition
	s.diagonal = make([]float64, s.size)
	raw := s.inner.RawSymmetric()
	for i := range s.size {
		line := raw.Data[i*raw.Stride:]
		s.diagonal[i] = line[i]
		for j := i; j < s.size; j++ {
			line[j] *= s.scale[i] * s.scale[j]
		}
	}
}

func (s *absorbed) traces() []float64 {
	traces := make([]float64, len(s.d.factors)+1)
	rest := float64(len(s.d.y) - s.fixed)
	for t := range s.d.factors {
		for _, h := range s.leverage(t) {
			traces[t] += h
		}
		rest -= s.theta[t] * traces[t]
	}
	traces[len(s.d.factors)] = rest / s.residual // tr(PV) = n − rank X
	return traces
}

// tiny is the τ² below which 1 − (E⁻¹)_jj loses too many digits to cancelling.
const tiny = 1e-5

func (s *absorbed) leverage(t int) []float64 {
	s.invert()
	h := make([]float64, len(s.d.factors[t].count))
	switch {
	case t == s.big:
		for j := range h {
			pivot := s.pivot(j)
			h[j] = s.d.factors[t].count[j]/pivot - s.form(s.rows[j])/(pivot*pivot)
			h[j] /= s.residual
		}
	case s.theta[t] > tiny*s.residual:
		for j := range h { // C⁻¹ = (θ_t − θ_t² h)/θ_e
			h[j] = (1 - s.diagonal[s.offset[t]+j]) / s.theta[t]
		}
	default:
		for j := range h {
			h[j] = s.direct(s.offset[t]+j) / s.residual
		}
	}
	return h
}

// form returns c'(T E⁻¹ T)c of a sparse c.
func (s *absorbed) form(c []entry) (sum float64) {
	raw := s.inner.RawSymmetric()
	for i, a := range c {
		line := raw.Data[int(a.column)*raw.Stride:]
		sum += a.count * a.count * line[a.column]
		for _, b := range c[i+1:] {
			sum += 2 * a.count * b.count * line[b.column]
		}
	}
	return sum
}

// direct returns S_cc − S_c.(T E⁻¹ T)S_.c of a dense column c and the Schur
// complement S.
func (s *absorbed) direct(c int) float64 {
	row := mat.NewVecDense(s.size, nil)
	for j := range s.size {
		row.SetVec(j, s.schur.At(c, j))
	}
	var product mat.VecDense
	product.MulVec(s.inner, row)
	return s.schur.At(c, c) - mat.Dot(row, &product)
}
