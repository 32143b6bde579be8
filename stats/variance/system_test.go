package variance

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats/rating"
)

// team is how simulated data are drawn: normal effects with the standard
// deviations given, in the order of terms, the residual last.
type team struct {
	lessons, indicators, raters int
	sd                          [7]float64
}

// ordinary are standard deviations with all components inside.
var ordinary = [7]float64{.6, .3, .35, .35, .3, .25, .7}

// table draws a table of the cells for which keep is true.
func (m team) table(rng *rand.Rand, keep func(l, i, r int) bool) *rating.Table {
	draw := func(n, term int) []float64 {
		v := make([]float64, n)
		for i := range v {
			v[i] = m.sd[term] * rng.NormFloat64()
		}
		return v
	}
	lesson, indicator, rater := draw(m.lessons, 0), draw(m.indicators, 1), draw(m.raters, 2)
	li, lr := draw(m.lessons*m.indicators, 3), draw(m.lessons*m.raters, 4)
	ir, e := draw(m.indicators*m.raters, 5), draw(m.lessons*m.indicators*m.raters, 6)
	b := rating.NewBuilder()
	values := []float64{0, 1} // whole points, so that a step is 1
	for l := range m.lessons {
		for i := range m.indicators {
			for r := range m.raters {
				if keep != nil && !keep(l, i, r) {
					continue
				}
				item := l*m.indicators + i
				score := lesson[l] + indicator[i] + rater[r] + li[item] + lr[l*m.raters+r] +
					ir[i*m.raters+r] + e[item*m.raters+r]
				values = append(values, score)
				b.Add(rating.Record{
					Lesson: fmt.Sprint("L", l), Indicator: fmt.Sprint("I", i),
					Rater: fmt.Sprint("R", r), Score: score,
				})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, values...)}, nil)
}

// sparse keeps the raters of a lesson with a probability, and of those ratings
// all but a share.
func sparse(rng *rand.Rand, raters, missing float64) func(l, i, r int) bool {
	seen := map[[2]int]bool{}
	return func(l, _, r int) bool {
		sheet := [2]int{l, r}
		if _, ok := seen[sheet]; !ok {
			seen[sheet] = rng.Float64() < raters
		}
		return seen[sheet] && rng.Float64() >= missing
	}
}

// An oracle computes with V itself.
type oracle struct {
	patterns []*mat.Dense // V_t, the residual last
	p        *mat.Dense
	logDet   float64
	z        []*mat.Dense
}

func newOracle(d *design, theta []float64) *oracle {
	n := len(d.y)
	o := &oracle{}
	for t := range d.factors {
		z := mat.NewDense(n, len(d.factors[t].count), nil)
		for k, c := range d.factors[t].code {
			z.Set(k, int(c), 1)
		}
		var v mat.Dense
		v.Mul(z, z.T())
		o.z, o.patterns = append(o.z, z), append(o.patterns, &v)
	}
	unit := mat.NewDense(n, n, nil)
	for k := range n {
		unit.Set(k, k, 1)
	}
	o.patterns = append(o.patterns, unit)
	v, x := mat.NewDense(n, n, nil), mat.NewDense(n, len(d.scales), nil)
	for t, pattern := range o.patterns {
		var part mat.Dense
		part.Scale(theta[t], pattern)
		v.Add(v, &part)
	}
	for k, s := range d.scale {
		x.Set(k, int(s), 1)
	}
	var inverse, vx, xvx, back, fixed mat.Dense
	if err := inverse.Inverse(v); err != nil {
		panic(err)
	}
	vx.Mul(&inverse, x)
	xvx.Mul(x.T(), &vx)
	if err := back.Inverse(&xvx); err != nil {
		panic(err)
	}
	fixed.Product(&vx, &back, vx.T())
	o.p = new(mat.Dense)
	o.p.Sub(&inverse, &fixed)
	one, _ := mat.LogDet(v)
	two, _ := mat.LogDet(&xvx)
	o.logDet = one + two
	return o
}

func (o *oracle) trace(t int) float64 {
	var m mat.Dense
	m.Mul(o.p, o.patterns[t])
	return m.Trace()
}

func (o *oracle) information(t, s int) float64 {
	var m mat.Dense
	m.Product(o.p, o.patterns[t], o.p, o.patterns[s])
	return m.Trace() / 2
}

func (o *oracle) leverage(t int) []float64 {
	var m mat.Dense
	m.Product(o.z[t].T(), o.p, o.z[t])
	h := make([]float64, m.RawMatrix().Rows)
	for j := range h {
		h[j] = m.At(j, j)
	}
	return h
}

// components are those at which the systems are compared with the oracle.
var components = [][]float64{
	{.5, .3, .2, .1, .05, .04, .6},
	{.5, 0, .2, 0, .05, 0, .6},
	{0, .3, 0, 1e-7, 0, .04, .1},
	{0, 0, 0, 0, 0, 0, 1},
}

// close reports whether x is y up to rounding on the scale of y.
func near(x, y, tolerance float64) bool {
	return math.Abs(x-y) <= tolerance*(1+math.Abs(y))
}

func TestSystems(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	m := team{5, 4, 6, ordinary}
	for name, keep := range map[string]func(l, i, r int) bool{
		"complete": nil,
		"gaps":     sparse(rng, .7, .15),
		"thin":     sparse(rng, .6, .5),
	} {
		d := newDesign(m.table(rng, keep))
		systems := map[string]system{"absorbed": newAbsorbed(d)}
		for across := range 3 {
			systems[fmt.Sprint("layered across ", across)] = newLayered(d, newSheets(d, across))
		}
		for _, theta := range components {
			want := newOracle(d, theta)
			for kind, got := range systems {
				compare(t, fmt.Sprint(name, ", ", kind, " at ", theta), d, got, want, theta)
			}
		}
	}
}

// compare compares a system with the oracle.
func compare(t *testing.T, name string, d *design, got system, want *oracle, theta []float64) {
	t.Helper()
	if !got.factor(theta) {
		t.Fatalf("%s: not positive definite", name)
	}
	if g := got.logDet(); !near(g, want.logDet, 1e-9) {
		t.Errorf("%s: log determinant %v, want %v", name, g, want.logDet)
	}
	var py mat.VecDense
	py.MulVec(want.p, mat.NewVecDense(len(d.y), d.y))
	for k, v := range got.project(d.y) {
		if !near(v, py.AtVec(k), 1e-9) {
			t.Fatalf("%s: Py[%d] = %v, want %v", name, k, v, py.AtVec(k))
		}
	}
	for f, v := range got.traces() {
		if w := want.trace(f); !near(v, w, 1e-8) {
			t.Errorf("%s: trace %d = %v, want %v", name, f, v, w)
		}
	}
	for f := range d.factors {
		w := want.leverage(f)
		for j, v := range got.leverage(f) {
			if !near(v, w[j], 1e-8) {
				t.Fatalf("%s: leverage %d of %s = %v, want %v", name, j, d.factors[f].Name, v, w[j])
			}
		}
	}
}

// twoScales returns ratings on two scales, of lessons and with gaps.
func twoScales(rng *rand.Rand, lessons, indicators, raters int) *rating.Table {
	b := rating.NewBuilder()
	scaleOf := map[string]int{}
	for l := range lessons {
		for i := range indicators {
			name := fmt.Sprint("I", i)
			scaleOf[name] = i % 2
			for r := range raters {
				if rng.Float64() < .8 {
					b.Add(rating.Record{
						Lesson: fmt.Sprint(l), Indicator: name, Rater: fmt.Sprint("R", r),
						Score: float64(1 + rng.IntN(4)),
					})
				}
			}
		}
	}
	return b.Build([]rating.Scale{
		rating.NewScale("a", rating.Declared, 1, 2, 3, 4),
		rating.NewScale("b", rating.Declared, 1, 2, 3, 4, 5),
	}, scaleOf)
}

// With two scales both systems have two means; two facets are absorbed.
func TestSystemsTwoScales(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	d := newDesign(twoScales(rng, 4, 4, 5))
	for _, theta := range components {
		want := newOracle(d, theta)
		compare(t, fmt.Sprint("absorbed at ", theta), d, newAbsorbed(d), want, theta)
		for across := range 3 {
			s := newScaled(d, newLayered(d, newSheets(d, across)))
			compare(t, fmt.Sprint("layered across ", across, " at ", theta), d, s, want, theta)
		}
	}
	d = newDesign(twoScales(rng, 1, 8, 5))
	kept, _ := newGram(d, d.factors, false).independent()
	factors := d.factors
	d.factors = nil
	for _, f := range kept[1:] {
		d.factors = append(d.factors, factors[f-1])
	}
	if len(d.factors) != 2 || len(d.scales) != 2 {
		t.Fatalf("%d factors, %d scales", len(d.factors), len(d.scales))
	}
	s := newSystem(d, maxDense, math.Inf(1))
	if _, ok := s.(*absorbed); !ok {
		t.Fatalf("system is %T", s)
	}
	for _, theta := range [][]float64{{.3, .2, .5}, {0, .2, .5}, {.3, 0, .1}} {
		compare(t, fmt.Sprint(theta), d, s, newOracle(d, theta), theta)
	}
}

func TestSystemChoice(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	d := newDesign(team{6, 5, 6, ordinary}.table(rng, nil))
	if _, ok := newSystem(d, maxDense, math.Inf(1)).(*layered); !ok {
		t.Error("complete data do not take layers")
	}
	if s := newSystem(d, 5, math.Inf(1)); s != nil {
		t.Errorf("matrices of order 5 take %T", s)
	}
	// A rater here rates one indicator of a lesson: nine cells in ten miss.
	d = newDesign(team{12, 12, 12, ordinary}.table(rng, func(l, i, r int) bool {
		return (l+i+r)%12 == 0
	}))
	for f := range d.factors {
		if d.factors[f].Name == LessonRater {
			d.factors = d.factors[:f]
			break
		}
	}
	if _, ok := newSystem(d, maxDense, math.Inf(1)).(*absorbed); !ok {
		t.Error("thin data are not absorbed")
	}
}

func TestNonnegative(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 1))
	for range 200 {
		n := 1 + rng.IntN(7)
		root := mat.NewDense(n, n, nil)
		for i := range n {
			for j := range n {
				root.Set(i, j, rng.NormFloat64())
			}
			root.Set(i, i, root.At(i, i)+2)
		}
		var square mat.Dense
		square.Mul(root.T(), root)
		h, c := mat.NewSymDense(n, nil), make([]float64, n)
		for i := range n {
			c[i] = 3 * rng.NormFloat64()
			for j := range i + 1 {
				h.SetSym(i, j, square.At(i, j))
			}
		}
		x, ok := nonnegative(h, c)
		if !ok {
			t.Fatal("no face found")
		}
		for i := range n {
			slope := -c[i]
			for j := range n {
				slope += h.At(i, j) * x[j]
			}
			if x[i] < 0 || slope < -1e-9 || x[i] > 0 && math.Abs(slope) > 1e-8 {
				t.Errorf("x = %v, slope of %d is %v", x, i, slope)
			}
		}
	}
}

func TestInformation(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	d := newDesign(team{6, 4, 5, ordinary}.table(rng, sparse(rng, .8, .1)))
	_, square := d.centre()
	a := newAscent(d, newSystem(d, maxDense, math.Inf(1)), make([]float64, 7), square)
	for _, theta := range components {
		a.theta, a.traces = theta, nil
		got, err := information(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		want := newOracle(d, theta)
		for s := range 7 {
			for u := range s + 1 {
				w := want.information(s, u)
				scale := math.Sqrt(want.information(s, s) * want.information(u, u))
				if g := got.At(s, u); math.Abs(g-w) > 1e-4*scale {
					t.Errorf("at %v: information %d, %d = %v, want %v", theta, s, u, g, w)
				}
			}
		}
	}
}

// On complete data the strata are the mean squares of the analysis of
// variance, with their degrees of freedom, and U holds the coefficients of
// the ANOVA estimators.
func TestStrataBalanced(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	l, i, r := 6.0, 4.0, 5.0
	f, err := Decompose(t.Context(), team{6, 4, 5, ordinary}.table(rng, nil), Options{})
	if err != nil {
		t.Fatal(err)
	}
	df := []float64{
		l - 1, i - 1, r - 1, (l - 1) * (i - 1), (l - 1) * (r - 1), (i - 1) * (r - 1),
		(l - 1) * (i - 1) * (r - 1),
	}
	for k, want := range df {
		if got := f.strata.df[k]; math.Abs(got/want-1) > 1e-3 {
			t.Errorf("degrees of freedom of stratum %d = %v, want %v", k, got, want)
		}
	}
	// θ_rater = (MS_r − MS_lr − MS_ir + MS_e)/li
	for k, want := range map[int]float64{4: -1 / l, 5: -1 / i, 6: 1 / (l * i)} {
		if got := f.strata.u.At(2, k); math.Abs(got-want) > 1e-3 {
			t.Errorf("coefficient %d of the rater component = %v, want %v", k, got, want)
		}
	}
}

// No component moved a little either way raises the likelihood.
func TestHighest(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	sd := ordinary
	sd[4], sd[5] = 0, 0
	for range 5 {
		d := newDesign(team{8, 5, 9, sd}.table(rng, sparse(rng, .6, .1)))
		_, square := d.centre()
		a := newAscent(d, newSystem(d, maxDense, math.Inf(1)), make([]float64, 7), square)
		if err := a.climb(t.Context()); err != nil || !a.converged {
			t.Fatalf("converged %v, %v", a.converged, err)
		}
		for k := range a.theta {
			for _, h := range []float64{-1e-3, 1e-3} {
				theta := append([]float64(nil), a.theta...)
				if theta[k] += h; theta[k] < a.floor[k] {
					continue
				}
				if l, ok := a.evaluate(theta); !ok || l > a.likelihood {
					t.Errorf("likelihood %v at %v, %v at %v", a.likelihood, a.theta, l, theta)
				}
			}
		}
	}
}

// The number of processors changes no bit.
func TestWorkersChangeNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	for _, missing := range []float64{.05, .6} {
		table := team{25, 5, 30, ordinary}.table(rng, sparse(rng, .2, missing))
		var want *Fit
		for _, workers := range []int{1, 3} {
			before := runtime.GOMAXPROCS(workers)
			f, err := Decompose(t.Context(), table, Options{})
			runtime.GOMAXPROCS(before)
			if err != nil {
				t.Fatal(err)
			}
			if want == nil {
				want = f
			}
			if !slices.Equal(f.theta, want.theta) || f.LogLikelihood != want.LogLikelihood {
				t.Errorf("%d workers: %v, one: %v", workers, f.theta, want.theta)
			}
		}
	}
}

func TestKth(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 1))
	for range 200 {
		v := make([]float64, 1+rng.IntN(40))
		for i := range v {
			v[i] = float64(rng.IntN(8))
			if v[i] == 7 {
				v[i] = math.Inf(1)
			}
		}
		sorted := slices.Sorted(slices.Values(v))
		if k := rng.IntN(len(v)); kth(v, k) != sorted[k] {
			t.Fatalf("place %d of %v", k, sorted)
		}
	}
}

// The spline's quantiles are those of the distribution.
func TestChiSquares(t *testing.T) {
	normal := normalPoints()
	for _, df := range []float64{1, 1.5, 3, 11, 200, 1e6} {
		chi := distuv.ChiSquared{K: df}
		for i, got := range chiSquares(df, normal) {
			if i%31 != 0 {
				continue
			}
			if want := chi.Quantile((float64(i) + .5) / points); math.Abs(got/want-1) > 1e-5 {
				t.Errorf("quantile %d with %v degrees of freedom = %v, want %v", i, df, got, want)
			}
		}
	}
}
