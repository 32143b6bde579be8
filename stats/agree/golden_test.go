package agree_test

import (
	"context"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// golden is what values.json says of a data set.
type golden struct {
	Items  int
	Raters int
	IrrCAC map[string]struct{ PA, PE, Value, SE, Lower, Upper, P float64 } `json:"irrCAC"`
	Irr    map[string]struct {
		Value, Z, P float64
	} `json:"irr"`
}

// irrCAC names the coefficients of the R package irrCAC 1.0.
var irrCAC = map[string]string{
	"pa.coeff": "percent_agreement", "bp.coeff": "brennan_prediger", "gwet.ac1": "gwet_ac",
	"fleiss.kappa": "fleiss_kappa", "conger.kappa": "conger_kappa",
	"krippen.alpha": "krippendorff_alpha",
}

func TestIrrCAC(t *testing.T) {
	for _, set := range ref.Names {
		t.Run(set, func(t *testing.T) {
			var want golden
			ref.Values(t, set, &want)
			d := agree.Prepare(ref.Matrix(t, set))
			for key, w := range want.IrrCAC {
				name, scheme, _ := strings.Cut(key, "/")
				got := estimate(t, d, irrCAC[name], scheme, stats.Options{Variance: stats.Gwet})
				check.Near(t, key+" observed", got.Observed, w.PA, 1e-9)
				check.Near(t, key+" value", got.Value, w.Value, 1e-9)
				check.Near(t, key+" se", got.SE, w.SE, 1e-7)
				check.Near(t, key+" lower", got.Lower, max(-1, w.Lower), 1e-7)
				check.Near(t, key+" upper", got.Upper, w.Upper, 1e-7)
				if name != "pa.coeff" { // irrCAC tests percent agreement against 0
					check.Near(t, key+" expected", got.Expected, w.PE, 1e-9)
					check.Near(t, key+" p", got.P, w.P, 1e-7)
				}
			}
		})
	}
}

// Canonical alphas, from the coincidence matrix.
func TestKrippendorffAlphaCanonical(t *testing.T) {
	schemes := map[string]string{
		"nominal": "identity", "ordinal": "krippendorff_ordinal", "interval": "quadratic", "ratio": "ratio",
	}
	for _, set := range ref.Names {
		var want golden
		ref.Values(t, set, &want)
		d := agree.Prepare(ref.Matrix(t, set))
		for metric, scheme := range schemes {
			got := estimate(t, d, "krippendorff_alpha", scheme, stats.Options{})
			check.Near(t, set+" "+metric, got.Value, want.Irr["kripp.alpha/"+metric].Value, 1e-9)
		}
	}
}

// estimate computes a coefficient by ids.
func estimate(t testing.TB, d *agree.Data, id, scheme string, o stats.Options) stats.Result {
	t.Helper()
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	var w *weight.Scheme
	if scheme != "" {
		if w, err = weight.Lookup(scheme); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Estimate(context.Background(), c, weighted(o, w))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// irr takes the items that all raters rated.
func TestIrrListwise(t *testing.T) {
	for _, set := range ref.Names {
		var want golden
		ref.Values(t, set, &want)
		m := complete(ref.Matrix(t, set))
		if _, ok := want.Irr["kappam.light"]; !ok {
			continue
		}
		d := agree.Prepare(m)
		for key, id := range map[string]string{
			"kappam.fleiss": "fleiss_kappa", "kappam.fleiss/exact": "conger_kappa",
			"kappam.light": "light_kappa", "agree/tolerance=0": "unanimity",
		} {
			got := estimate(t, d, id, "", stats.Options{})
			check.Near(t, set+" "+key, got.Value, want.Irr[key].Value, 1e-9)
		}
	}
}

// complete returns the rows that every rater rated.
func complete(m *rating.Matrix) *rating.Matrix {
	var rows []int
	for i := range m.Items() {
		if raters, _ := m.Row(i); len(raters) == len(m.Raters()) {
			rows = append(rows, i)
		}
	}
	return m.Take(rows)
}

// R psych's variance is the large-sample one of Fleiss, Cohen & Everitt 1969,
// with n where the linearisation has n − 1.
func TestPsychCohen(t *testing.T) {
	var want struct {
		PsychCohen struct {
			Kappa, Weighted, Lower, Upper float64
			Var                           float64 `json:"var_kappa"`
		} `json:"psych_cohen"`
		Maxwell struct{ Value float64 } `json:"maxwell_dichotomised"`
	}
	ref.Values(t, "two-raters-223", &want)
	m := ref.Matrix(t, "two-raters-223")
	d := agree.Prepare(m)
	large := func(se stats.Number) stats.Number {
		return se.Map(func(se float64) float64 { return se * se * 222 / 223 })
	}
	got := estimate(t, d, "cohen_kappa", "", stats.Options{Interval: stats.Normal})
	check.Near(t, "kappa", got.Value, want.PsychCohen.Kappa, 1e-9)
	check.Near(t, "variance", large(got.SE), want.PsychCohen.Var, 1e-12)
	check.Near(t, "lower", got.Lower, want.PsychCohen.Lower, 3e-4) // n against n − 1
	check.Near(t, "upper", got.Upper, want.PsychCohen.Upper, 3e-4)
	got = estimate(t, d, "cohen_kappa", "quadratic", stats.Options{})
	check.Near(t, "weighted", got.Value, want.PsychCohen.Weighted, 1e-9)
	// Its weighted variance is wrong (testdata/ref/README.md); irrCAC's, of
	// Conger's kappa, which is Cohen's on two raters, is right.
	conger := estimate(t, d, "conger_kappa", "quadratic", stats.Options{})
	check.Near(t, "weighted error", got.SE, conger.SE.Or(0), 1e-12)

	scores := make([][]float64, m.Items()) // level 4 against the others
	for i := range scores {
		_, levels := m.Row(i)
		for _, k := range levels {
			scores[i] = append(scores[i], float64(k/3))
		}
	}
	cut := agree.Prepare(rating.NewMatrix(scores))
	check.Near(t, "maxwell", estimate(t, cut, "maxwell_re", "", stats.Options{}).Value, want.Maxwell.Value, 1e-9)
}
