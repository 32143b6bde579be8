package agree_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/ref"
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
	"fleiss.kappa": "fleiss_kappa", "krippen.alpha": "krippendorff_alpha",
}

func TestIrrCAC(t *testing.T) {
	for _, set := range ref.Names {
		t.Run(set, func(t *testing.T) {
			var want golden
			ref.Values(t, set, &want)
			d := agree.Prepare(ref.Matrix(t, set))
			for key, w := range want.IrrCAC {
				name, scheme, _ := strings.Cut(key, "/")
				if irrCAC[name] == "" {
					continue
				}
				got := estimate(t, d, irrCAC[name], scheme, agree.Options{Variance: agree.Gwet})
				near(t, key+" observed", got.Observed, w.PA, 1e-9)
				near(t, key+" value", got.Value, w.Value, 1e-9)
				near(t, key+" se", got.SE, w.SE, 1e-7)
				near(t, key+" lower", got.Lower, max(-1, w.Lower), 1e-7)
				near(t, key+" upper", got.Upper, w.Upper, 1e-7)
				if name != "pa.coeff" { // irrCAC tests percent agreement against 0
					near(t, key+" expected", got.Expected, w.PE, 1e-9)
					near(t, key+" p", got.P, w.P, 1e-7)
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
			got := estimate(t, d, "krippendorff_alpha", scheme, agree.Options{})
			near(t, set+" "+metric, got.Value, want.Irr["kripp.alpha/"+metric].Value, 1e-9)
		}
	}
}

// estimate computes a coefficient by ids.
func estimate(t testing.TB, d *agree.Data, id, scheme string, o agree.Options) agree.Result {
	t.Helper()
	c, err := agree.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	var w *weight.Scheme
	if scheme != "" {
		if w, err = weight.Lookup(scheme); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Estimate(context.Background(), c, w, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// near fails unless got is want within the tolerance.
func near(t testing.TB, what string, got stats.Number, want, tolerance float64) {
	t.Helper()
	v, ok := got.Value()
	if !ok {
		t.Errorf("%s: absent (%s), want %v", what, got.Reason(), want)
	} else if math.Abs(v-want) > tolerance {
		t.Errorf("%s = %.13g, want %.13g (off by %.2g)", what, v, want, v-want)
	}
}
