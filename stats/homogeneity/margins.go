package homogeneity

import (
	"math"
	"math/big"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/internal/crosstab"
	"github.com/cb401426/calibrate/stats/rating"
)

// chiSquared fills in a statistic that is χ² under the hypothesis.
func chiSquared(t stats.Test, x, df float64) stats.Test {
	t.Statistic, t.DF = stats.Of(x), stats.Of(df)
	t.P = stats.Of(distuv.ChiSquared{K: df}.Survival(x))
	return t.Without(stats.NotApplicable)
}

// StuartMaxwell tests whether two raters use the levels equally often, over
// the items that both rated: χ² = d'S⁻¹d, d_k = n_k. − n_.k,
// S_kk = n_k. + n_.k − 2n_kk, S_kl = −(n_kl + n_lk) (Stuart 1955, Biometrika
// 42, 412–416; Maxwell 1970, British Journal of Psychiatry 116, 651–655).
//
// One level is left out, for the differences sum to 0; where the raters'
// disagreements fall into sets of levels with none between the sets, one of
// each set.
func StuartMaxwell(m *rating.Matrix) stats.Test {
	test, t, why := marginTest(m, "stuart_maxwell")
	if why != "" {
		return test.Without(why)
	}
	x, df := t.stuartMaxwell()
	return chiSquared(test, x, df)
}

// Bhapkar tests the same as StuartMaxwell with the covariance that the data
// have whatever the hypothesis: χ²/(1 − χ²/n) of its χ² (Bhapkar 1966, Journal
// of the American Statistical Association 61, 228–235; the relation is Keefe's
// 1982, Biometrika 69, 683–684).
func Bhapkar(m *rating.Matrix) stats.Test {
	test, t, why := marginTest(m, "bhapkar")
	if why != "" {
		return test.Without(why)
	}
	x, df := t.stuartMaxwell()
	rest := 1 - x/t.Items()
	if rest < 1e-12 {
		return test.Without(stats.Undefined)
	}
	return chiSquared(test, x/rest, df)
}

// McNemar tests for each level whether two raters give it equally often, over
// the items that both rated: (b − c)²/(b + c), b items at the level by the
// first only and c by the second only (McNemar 1947, Psychometrika 12,
// 153–157). Exact is the two-sided binomial probability.
func McNemar(m *rating.Matrix) []stats.Test {
	tests := make([]stats.Test, m.Levels())
	for k, value := range m.Values() {
		test, t, why := marginTest(m, "mcnemar")
		test.Level = stats.Of(value)
		if why != "" {
			tests[k] = test.Without(why)
			continue
		}
		first, second := t.Margins()
		b, c := first[k]-t.At(k, k), second[k]-t.At(k, k)
		if b+c == 0 {
			tests[k] = test.Without(stats.NoDisagreement)
			continue
		}
		test.Exact = stats.Of(exactSigns(int(b), int(c)))
		tests[k] = chiSquared(test, (b-c)*(b-c)/(b+c), 1)
	}
	return tests
}

// mostExact is up to how many disagreements their probability is summed in
// whole numbers.
const mostExact = 2000

// exactSigns returns the two-sided probability of as uneven a division of b + c
// as b and c, each half as likely: 2 Σ_{i ≤ min(b, c)} C(b + c, i)/2^(b+c), at
// most 1.
func exactSigns(b, c int) float64 {
	n, less := b+c, min(b, c)
	switch {
	case b == c:
		return 1
	case n > mostExact:
		return min(1, 2*distuv.Binomial{N: float64(n), P: 0.5}.CDF(float64(less)))
	}
	sum, term := big.NewInt(1), big.NewInt(1)
	for i := 1; i <= less; i++ {
		term.Mul(term, big.NewInt(int64(n-i+1)))
		term.Quo(term, big.NewInt(int64(i)))
		sum.Add(sum, term)
	}
	p, _ := new(big.Rat).SetFrac(sum, new(big.Int).Lsh(big.NewInt(1), uint(n-1))).Float64()
	return min(1, p)
}

// marginTest returns the table of a test of two raters, or why there is none.
func marginTest(m *rating.Matrix, id string) (stats.Test, disagreement, stats.Reason) {
	test := stats.Test{ID: id}
	t := disagreement{crosstab.Of(m)}
	test.Items = int(t.Items())
	switch {
	case inference.Paired(m).Items() == 0:
		return test, t, stats.NoPairs
	case len(m.Raters()) != 2:
		return test, t, stats.NeedsTwoRaters
	case len(t.sets()) == 0:
		return test, t, stats.NoDisagreement
	}
	return test, t, ""
}

// disagreement is a table of two raters, seen for where they disagree.
type disagreement struct{ crosstab.Table }

// sets returns the levels between which there are disagreements, in
// sets with none from one set to another.
func (t disagreement) sets() [][]int {
	set := make([]int, t.Levels) // 0: not yet in one
	var sets [][]int
	var visit func(k int)
	visit = func(k int) {
		set[k] = len(sets)
		sets[len(sets)-1] = append(sets[len(sets)-1], k)
		for l := range t.Levels {
			if l != k && set[l] == 0 && t.At(k, l)+t.At(l, k) > 0 {
				visit(l)
			}
		}
	}
	for k := range t.Levels {
		if set[k] == 0 && t.apartFrom(k) > 0 {
			sets = append(sets, nil)
			visit(k)
		}
	}
	return sets
}

// apartFrom returns the disagreements that level k is part of.
func (t disagreement) apartFrom(k int) float64 {
	first, second := t.Margins()
	return first[k] + second[k] - 2*t.At(k, k)
}

// stuartMaxwell returns χ² and its degrees of freedom.
func (t disagreement) stuartMaxwell() (x, df float64) {
	var kept []int
	for _, set := range t.sets() {
		kept = append(kept, set[1:]...)
	}
	first, second := t.Margins()
	diff := mat.NewVecDense(len(kept), nil)
	s := mat.NewSymDense(len(kept), nil)
	for i, k := range kept {
		diff.SetVec(i, first[k]-second[k])
		s.SetSym(i, i, t.apartFrom(k))
		for j := i + 1; j < len(kept); j++ {
			s.SetSym(i, j, -(t.At(k, kept[j]) + t.At(kept[j], k)))
		}
	}
	var chol mat.Cholesky
	var solved mat.VecDense
	if !chol.Factorize(s) || chol.SolveVecTo(&solved, diff) != nil {
		return math.NaN(), float64(len(kept))
	}
	return mat.Dot(diff, &solved), float64(len(kept))
}
