package variance

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Codes of a Dropped term.
const (
	// OneLevel: the term has one level (or one a scale): it is in the mean.
	OneLevel = "one_level"
	// Confounded: the ratings cannot tell the term from others.
	Confounded = "confounded"
)

// A Dropped is a term that is not in the model, with the reason.
type Dropped struct {
	Term string
	Code string   // OneLevel or Confounded
	Into []string // the terms that its variance is part of
}

// String says why the term is not in the model.
func (d Dropped) String() string {
	if d.Code == OneLevel {
		return d.Term + " has one level"
	}
	return fmt.Sprintf("the ratings cannot tell %s from %s", d.Term, strings.Join(d.Into, " and "))
}

// dependent is the share of a term's norm that must be its own.
const dependent = 1e-9

// A gram holds quadratic forms y'M A_t M y of the scores, one a term, and what
// the model expects of them: tr(M A_t M V_s) of component s, with V = ZZ' the
// terms' covariance patterns and M taking out the fixed means. Place 0 is the
// residual's.
//
// With A = V its rank says which components can be told apart, whatever their
// values: the REML information is singular exactly where the patterns depend
// linearly on each other; and its solution is MINQUE(0) (Searle, Casella &
// McCulloch 1992, 11.3). With A = Z(Z'Z)⁻¹Z' the forms are sums of squares of
// means, Henderson's method I (5.3 there): levels of many ratings do not drown
// those of few.
type gram struct {
	factors []factor    // place t is factor t−1
	weight  [][]float64 // of the levels of each place: A = Z diag(weight) Z'
	inner   [][]float64
	raw     []float64 // tr(V_t V_t)
	forms   []float64
}

// newGram computes the forms of all factors of d, of means or of sums. The
// scores of d are centered.
func newGram(d *design, factors []factor, ofMeans bool) *gram {
	n := len(factors) + 1
	g := &gram{factors: factors, raw: make([]float64, n), weight: make([][]float64, n)}
	for range n {
		g.inner = append(g.inner, make([]float64, n))
	}
	means := newMeans(d)
	g.inner[0][0] = float64(len(d.y) - len(d.scales))
	margins := make([]margin, n)
	for t := 1; t < n; t++ {
		f := &factors[t-1]
		margins[t] = means.margin(f, nil)
		g.inner[0][t] = float64(len(d.y)) - means.trace(margins[t]) // tr(M V_t)
		for _, count := range f.count {
			g.raw[t] += count * count
			if ofMeans {
				g.weight[t] = append(g.weight[t], 1/count)
			} else {
				g.weight[t] = append(g.weight[t], 1)
			}
		}
	}
	for t := 1; t < n; t++ {
		f := &factors[t-1]
		own := means.margin(f, g.weight[t])
		for c, count := range f.count {
			g.inner[t][0] += g.weight[t][c] * count
		}
		g.inner[t][0] -= means.trace(own)
		for s := 1; s < n; s++ {
			with := &factors[s-1]
			raw, cross := means.cross(f, with, g.joint(f, with), g.weight[t], margins[t], margins[s])
			g.inner[t][s] = raw - 2*cross + means.dot(own, margins[s])
		}
	}
	g.forms = g.formsOf(d.y)
	return g
}

// means are the fixed means: the scale of each rating, the ratings of each.
type means struct {
	scale []int32
	count []float64
}

func newMeans(d *design) means { return means{d.scale, d.onScale} }

// A margin is a factor's cross table with the means, X'Z, and its square
// X'ZZ'X.
type margin struct{ table, square [][]float64 }

// margin returns that of a factor, its square weighted where weights are given.
func (m means) margin(f *factor, weight []float64) margin {
	var g margin
	for range m.count {
		g.table = append(g.table, make([]float64, len(f.count)))
		g.square = append(g.square, make([]float64, len(m.count)))
	}
	for k, c := range f.code {
		g.table[m.scale[k]][c]++
	}
	for k := range m.count {
		for l := range m.count {
			g.square[k][l] = weighted(g.table[k], g.table[l], weight)
		}
	}
	return g
}

func weighted(a, b, weight []float64) (sum float64) {
	if weight == nil {
		return floats.Dot(a, b)
	}
	for i, w := range weight {
		sum += w * a[i] * b[i]
	}
	return sum
}

// trace returns tr(P V) for the projection P on the means.
func (m means) trace(t margin) (sum float64) {
	for k, count := range m.count {
		sum += t.square[k][k] / count
	}
	return sum
}

// dot returns tr(P V_t P V_s).
func (m means) dot(t, s margin) (sum float64) {
	for k, n := range m.count {
		for l, o := range m.count {
			sum += t.square[k][l] * s.square[k][l] / (n * o)
		}
	}
	return sum
}

// cross returns tr(A_t V_s) and tr(P A_t V_s), with n the ratings that share
// both levels with each: the sum of n² over the cells of a cross table is that
// of n over its ratings.
func (m means) cross(t, s, both *factor, weight []float64, mt, ms margin) (raw, projected float64) {
	for k, c := range t.code {
		n := 1.0 // where a rating is the only one of its cell
		if both != nil {
			n = both.count[both.code[k]]
		}
		raw += weight[c] * n
		for l, count := range m.count {
			projected += weight[c] * mt.table[l][c] * ms.table[l][s.code[k]] / count
		}
	}
	return raw, projected
}

// joint returns the factor whose levels are the cells of two, or nil where each
// rating is a cell of its own.
func (g *gram) joint(t, s *factor) *factor {
	for i := range g.factors {
		if g.factors[i].facets == t.facets|s.facets {
			return &g.factors[i]
		}
	}
	return nil
}

// name returns the name of a place.
func (g *gram) name(t int) string {
	if t == 0 {
		return Residual
	}
	return g.factors[t-1].Name
}

// independent returns the places of the terms that can be told apart, and the
// terms that cannot. The residual stays before all, main effects before
// interactions.
func (g *gram) independent() (kept []int, dropped []Dropped) {
	kept = []int{0}
	for t := 1; t < len(g.inner); t++ {
		name := g.name(t)
		if g.inner[t][t] <= dependent*g.raw[t] {
			dropped = append(dropped, Dropped{Term: name, Code: OneLevel})
			continue
		}
		coef, rest := g.regress(t, kept)
		if rest > dependent*g.inner[t][t] {
			kept = append(kept, t)
			continue
		}
		d := Dropped{Term: name, Code: Confounded}
		for i, s := range kept {
			if math.Abs(coef[i]) > 1e-6 {
				d.Into = append(d.Into, g.name(s))
			}
		}
		dropped = append(dropped, d)
	}
	return kept, dropped
}

// regress returns the least-squares coefficients of pattern t on those kept,
// and the squared norm that is left.
func (g *gram) regress(t int, kept []int) (coef []float64, rest float64) {
	right := make([]float64, len(kept))
	for i, s := range kept {
		right[i] = g.inner[t][s]
	}
	coef = g.solve(kept, right)
	rest = g.inner[t][t]
	for i, c := range coef {
		rest -= c * right[i]
	}
	return coef, rest
}

// components returns the components of the places kept whose forms are as the
// model expects, the residual last. They can be below zero.
func (g *gram) components(kept []int) []float64 {
	right := make([]float64, len(kept))
	for i, s := range kept {
		right[i] = g.forms[s]
	}
	theta := g.solve(kept, right)
	return append(theta[1:], theta[0])
}

// solve solves the inner products of the places kept for a right side, on
// the scale of correlations.
func (g *gram) solve(kept []int, right []float64) []float64 {
	n := len(kept)
	a, b := mat.NewDense(n, n, nil), mat.NewVecDense(n, nil)
	norm := make([]float64, n)
	for i, s := range kept {
		norm[i] = math.Sqrt(g.inner[s][s])
		b.SetVec(i, right[i]/norm[i])
	}
	for i, s := range kept {
		for j, with := range kept {
			a.Set(i, j, g.inner[s][with]/(norm[i]*norm[j]))
		}
	}
	x := make([]float64, n)
	var lu mat.LU
	lu.Factorize(a)
	if math.IsInf(lu.Cond(), 1) {
		return x
	}
	_ = lu.SolveVecTo(b, false, b) // an error only warns of the condition
	for i := range x {
		x[i] = b.AtVec(i) / norm[i]
	}
	return x
}
