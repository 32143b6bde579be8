package agree

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// A Test is a test of a hypothesis by χ² or z.
type Test struct {
	ID        string
	Statistic stats.Number
	DF        stats.Number // of χ²; absent for z
	P         stats.Number
	Exact     stats.Number // P without an approximation, where there is one
	Items     int
	Level     stats.Number // the level's value, for a test of one level
}

// without returns the Test with every figure absent that is not there.
func (t Test) without(why stats.Reason) Test {
	for _, n := range []*stats.Number{&t.Statistic, &t.DF, &t.P, &t.Exact, &t.Level} {
		n.Explain(why)
	}
	return t
}

// chiSquared fills in a statistic that is χ² under the hypothesis.
func (t Test) chiSquared(x, df float64) Test {
	t.Statistic, t.DF = stats.Of(x), stats.Of(df)
	t.P = stats.Of(distuv.ChiSquared{K: df}.Survival(x))
	return t.without(stats.NotApplicable)
}

// StuartMaxwell tests whether two raters use the levels equally often, over
// the items that both rated: χ² = d'S⁻¹d, d_k = n_k. − n_.k,
// S_kk = n_k. + n_.k − 2n_kk, S_kl = −(n_kl + n_lk) (Stuart 1955, Biometrika
// 42, 412–416; Maxwell 1970, British Journal of Psychiatry 116, 651–655).
//
// One level is left out, for the differences sum to 0; where the raters'
// disagreements fall into sets of levels with none between the sets, one of
// each set.
func (d *Data) StuartMaxwell() Test {
	test, t, why := d.marginTest("stuart_maxwell")
	if why != "" {
		return test.without(why)
	}
	x, df := t.stuartMaxwell()
	return test.chiSquared(x, df)
}

// Bhapkar tests the same as StuartMaxwell with the covariance that the data
// have whatever the hypothesis: χ²/(1 − χ²/n) of its χ² (Bhapkar 1966, Journal
// of the American Statistical Association 61, 228–235; the relation is Keefe's
// 1982, American Statistician 36, 35–38).
func (d *Data) Bhapkar() Test {
	test, t, why := d.marginTest("bhapkar")
	if why != "" {
		return test.without(why)
	}
	x, df := t.stuartMaxwell()
	rest := 1 - x/t.items()
	if rest < tiny {
		return test.without(stats.Undefined)
	}
	return test.chiSquared(x/rest, df)
}

// McNemar tests for each level whether two raters give it equally often, over
// the items that both rated: (b − c)²/(b + c), b items at the level by the
// first only and c by the second only (McNemar 1947, Psychometrika 12,
// 153–157). Exact is the two-sided binomial probability.
func (d *Data) McNemar() []Test {
	tests := make([]Test, d.matrix.Levels())
	for k, value := range d.matrix.Values() {
		test, t, why := d.marginTest("mcnemar")
		test.Level = stats.Of(value)
		if why != "" {
			tests[k] = test.without(why)
			continue
		}
		first, second := t.margins()
		b, c := first[k]-t.at(k, k), second[k]-t.at(k, k)
		if b+c == 0 {
			tests[k] = test.without(stats.NoDisagreement)
			continue
		}
		test.Exact = stats.Of(min(1, 2*distuv.Binomial{N: b + c, P: 0.5}.CDF(min(b, c))))
		tests[k] = test.chiSquared((b-c)*(b-c)/(b+c), 1)
	}
	return tests
}

// marginTest returns the table of a test of two raters, or why there is none.
func (d *Data) marginTest(id string) (Test, table, stats.Reason) {
	test := Test{ID: id}
	if d.Paired() == 0 {
		return test, table{}, stats.NoPairs
	}
	if d.Raters() != 2 {
		return test, table{}, stats.NeedsTwoRaters
	}
	f := d.byRatings()
	t := f.table(f.times)
	test.Items = int(t.items())
	if t.levelsApart() == 0 {
		return test, t, stats.NoDisagreement
	}
	return test, t, ""
}

// levelsApart counts the levels on which the raters ever disagreed.
func (t table) levelsApart() int {
	apart := 0
	for _, set := range t.disagreements() {
		apart += len(set)
	}
	return apart
}

// disagreements returns the levels between which there are disagreements, in
// sets with none from one set to another.
func (t table) disagreements() [][]int {
	set := make([]int, t.levels) // 0: not yet in one
	var sets [][]int
	var visit func(k int)
	visit = func(k int) {
		set[k] = len(sets)
		sets[len(sets)-1] = append(sets[len(sets)-1], k)
		for l := range t.levels {
			if l != k && set[l] == 0 && t.at(k, l)+t.at(l, k) > 0 {
				visit(l)
			}
		}
	}
	for k := range t.levels {
		if set[k] == 0 && t.apartFrom(k) > 0 {
			sets = append(sets, nil)
			visit(k)
		}
	}
	return sets
}

// apartFrom returns the disagreements that level k is part of.
func (t table) apartFrom(k int) float64 {
	first, second := t.margins()
	return first[k] + second[k] - 2*t.at(k, k)
}

// stuartMaxwell returns χ² and its degrees of freedom.
func (t table) stuartMaxwell() (x, df float64) {
	var kept []int
	for _, set := range t.disagreements() {
		kept = append(kept, set[1:]...)
	}
	first, second := t.margins()
	diff := mat.NewVecDense(len(kept), nil)
	s := mat.NewSymDense(len(kept), nil)
	for i, k := range kept {
		diff.SetVec(i, first[k]-second[k])
		s.SetSym(i, i, t.apartFrom(k))
		for j := i + 1; j < len(kept); j++ {
			s.SetSym(i, j, -(t.at(k, kept[j]) + t.at(kept[j], k)))
		}
	}
	var chol mat.Cholesky
	var solved mat.VecDense
	if !chol.Factorize(s) || chol.SolveVecTo(&solved, diff) != nil {
		return math.NaN(), float64(len(kept))
	}
	return mat.Dot(diff, &solved), float64(len(kept))
}
