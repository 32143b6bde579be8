package rank_test

import (
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

func estimate(t testing.TB, m *rating.Matrix, id string, o stats.Options) stats.Result {
	t.Helper()
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Estimate(t.Context(), stats.Prepare(m), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// complete returns the items that all raters rated.
func complete(m *rating.Matrix) *rating.Matrix {
	var rows []int
	for i := range m.Items() {
		if raters, _ := m.Row(i); len(raters) == len(m.Raters()) {
			rows = append(rows, i)
		}
	}
	return m.Take(rows)
}

// irr is what R irr 0.84.1 says of the items that all raters rated.
type irr struct {
	IRR map[string]struct {
		Value, P, F, Chisq *float64
	}
}

// R irr 0.84.1, testdata/ref; tolerance 1e-9.
func TestAgainstIRR(t *testing.T) {
	ids := map[string]string{
		"kendall_w": "kendall/correct=TRUE", "finn_oneway": "finn/oneway", "finn_twoway": "finn/twoway",
		"robinson_a": "robinson", "iota": "iota/quantitative",
	}
	for _, name := range ref.Names {
		if name == "sparse" {
			continue // no item that all rated
		}
		t.Run(name, func(t *testing.T) {
			var want irr
			ref.Values(t, name, &want)
			m := complete(ref.Matrix(t, name))
			for id, key := range ids {
				w := want.IRR[key]
				got := estimate(t, m, id, stats.Options{})
				check.Near(t, id, got.Value, *w.Value, 1e-9)
				switch {
				case id == "kendall_w":
					check.Near(t, "χ²", got.Test.Statistic, *w.Chisq, 1e-9*(1+*w.Chisq))
					check.Near(t, "p of "+id, got.P, *w.P, 1e-9)
				case w.F != nil:
					check.Near(t, "F of "+id, got.Test.Statistic, *w.F, 1e-9*(1+*w.F))
					// irr tests the two-way form with n(m − 1) degrees of
					// freedom; its residual has (n − 1)(m − 1).
					if id == "finn_oneway" {
						check.Near(t, "p of "+id, got.P, *w.P, 1e-9)
					}
				}
			}
		})
	}
}

// irr averages correlations through Fisher's z and drops perfect ones, which
// would leave the most agreed out; ours is the plain mean. So its value is
// compared with ours pair by pair, averaged its way; tolerance 1e-9.
func TestMeanCorrelationsAgainstIRR(t *testing.T) {
	for _, name := range []string{"fleiss-1971", "gwet-2014-12x4", "one-lesson", "shrout-fleiss-1979", "six-lessons", "two-raters-223"} {
		var want irr
		ref.Values(t, name, &want)
		m := complete(ref.Matrix(t, name))
		for id, key := range map[string]string{"mean_pearson": "meancor", "mean_spearman": "meanrho"} {
			sum, z, n, kept := 0.0, 0.0, 0.0, 0.0
			for a := range m.Raters() {
				for b := range a {
					pair := m.OnlyRaters(func(g int32) bool { return g == m.Raters()[a] || g == m.Raters()[b] })
					r := estimate(t, pair, id, stats.Options{}).Value.Or(math.NaN())
					sum, n = sum+r, n+1
					if math.Abs(r) < 1-1e-9 {
						z, kept = z+math.Atanh(r), kept+1
					}
				}
			}
			check.Near(t, name+" "+key, stats.Of(math.Tanh(z/kept)), *want.IRR[key].Value, 1e-9)
			check.Near(t, name+" "+id, estimate(t, m, id, stats.Options{}).Value, sum/n, 1e-12)
		}
	}
}

// The pairs of raters over the items that both rated, gaps included:
// testdata/ref, pairs; tolerance 1e-9.
func TestPairsAgainstReference(t *testing.T) {
	for _, name := range ref.Names {
		var want struct {
			Pairs map[string]struct {
				N       int
				Pearson *float64
				Rho     *float64 `json:"spearman"`
				Tau     *float64 `json:"kendall_tau_b"`
			}
		}
		ref.Values(t, name, &want)
		table := ref.Table(t, name)
		for key, w := range want.Pairs {
			a, b, _ := strings.Cut(key, "~")
			pair := table.Matrix(0, nil).OnlyRaters(func(g int32) bool {
				return table.Raters()[g] == a || table.Raters()[g] == b
			})
			for id, value := range map[string]*float64{
				"mean_pearson": w.Pearson, "mean_spearman": w.Rho, "kendall_tau_b": w.Tau,
			} {
				got := estimate(t, pair, id, stats.Options{}).Value
				switch {
				case w.N < 3:
				case value == nil:
					check.Absent(t, name+" "+key+" "+id, got, stats.NoVariation)
				default:
					check.Near(t, name+" "+key+" "+id, got, *value, 1e-9)
				}
			}
		}
	}
}

// ι is Conger's κ on quadratic weights, with gaps and items rated once too.
// Janson & Olsson 2001.
func TestIotaIsConger(t *testing.T) {
	conger, err := catalog.Lookup("conger_kappa")
	if err != nil {
		t.Fatal(err)
	}
	quadratic, err := weight.Lookup("quadratic")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range ref.Names {
		m := ref.Matrix(t, name)
		want, err := conger.Estimate(t.Context(), stats.Prepare(m), stats.Options{Weights: quadratic})
		if err != nil {
			t.Fatal(err)
		}
		check.Near(t, name, estimate(t, m, "iota", stats.Options{}).Value, want.Value.Or(math.NaN()), 1e-9)
	}
}
