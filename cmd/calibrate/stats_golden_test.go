package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats"
)

// golden is what values.json of testdata/ref says; see the README there.
type golden struct {
	Raters   int                                                             `json:"raters"`
	Complete int                                                             `json:"complete_items"`
	Items    int                                                             `json:"items"`
	IrrCAC   map[string]struct{ PA, PE, Value, SE, Lower, Upper, P float64 } `json:"irrCAC"`
	Irr      map[string]struct{ Value float64 }                              `json:"irr"`
	ICC      map[string]struct{ Value float64 }                              `json:"icc_complete_items"`
	REML     map[string]float64                                              `json:"icc_reml"`
	Lin      *struct{ Value float64 }                                        `json:"lin_ccc"`
	Bhapkar  *struct{ Chisq, P float64 }                                     `json:"bhapkar"`
	Pairs    map[string]struct {
		N         int
		Exact     float64
		Kappa     *float64
		WithinOne float64  `json:"within_one"`
		Linear    *float64 `json:"kappa_linear"`
		Quadratic *float64 `json:"kappa_quadratic"`
	}
}

// irrCAC names the coefficients of the R package irrCAC 1.0.
var irrCAC = map[string]string{
	"pa.coeff": "percent_agreement", "bp.coeff": "brennan_prediger", "gwet.ac1": "gwet_ac",
	"fleiss.kappa": "fleiss_kappa", "conger.kappa": "conger_kappa", "krippen.alpha": "krippendorff_alpha",
}

// irr names those of the R package irr 0.84.1 that hold on complete data. Its
// mean correlations are by Fisher's z, and none where a rater gave one level.
var irr = map[string]string{
	"agree/tolerance=0": "unanimity", "kappam.fleiss": "fleiss_kappa/identity", "kappam.fleiss/exact": "conger_kappa/identity",
	"kappam.light": "light_kappa/identity", "kendall/correct=TRUE": "kendall_w", "finn/oneway": "finn_oneway", "finn/twoway": "finn_twoway",
	"robinson": "robinson_a", "iota/quantitative": "iota",
}

// canonical names Krippendorff's metrics by their weights.
var canonical = map[string]string{"nominal": "identity", "ordinal": "krippendorff_ordinal", "interval": "quadratic", "ratio": "ratio"}

// TestStatsAgainstReferences compares what the command prints, every
// coefficient under every scheme of weights, with what other software says of
// the reference data on the levels that occur, as others take them: values to 1e-9, errors as Gwet published them to 1e-7,
// variance components from lme4 to 1e-4.
func TestStatsAgainstReferences(t *testing.T) {
	sets, err := filepath.Glob("../../testdata/ref/*/ratings.csv")
	if err != nil || len(sets) == 0 {
		t.Fatal("no reference data", err)
	}
	for _, path := range sets {
		dir := filepath.Dir(path)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join(dir, "values.json"))
			if err != nil {
				t.Fatal(err)
			}
			var want golden
			if err := json.Unmarshal(content, &want); err != nil {
				t.Fatal(err)
			}
			s := printed(t, "--coefficient", "all", "--weights", "all", "--variance", "gwet", "--tests", "--pairs", "--names", "--scale", "observed", path)
			c := comparison{t, s}
			c.irrCAC(want)
			c.others(want)
			c.pairs(want)
		})
	}
}

// printed runs stats and reads its JSON.
func printed(t *testing.T, args ...string) *calibrate.Statistics {
	t.Helper()
	var stdout, stderr bytes.Buffer
	args = append([]string{"stats", "--format", "json"}, args...)
	if code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); code != command.ExitDone {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	var s calibrate.Statistics
	if err := json.Unmarshal(stdout.Bytes(), &s); err != nil {
		t.Fatal(err)
	}
	return &s
}

// A comparison holds what was printed against what is known.
type comparison struct {
	*testing.T
	s *calibrate.Statistics
}

// find returns the coefficient printed as id or id/weights.
func (c comparison) find(name string) calibrate.Coefficient {
	id, weights, _ := strings.Cut(name, "/")
	for _, x := range c.s.Coefficients {
		if x.ID == id && (x.Weights == nil && weights == "" || x.Weights != nil && *x.Weights == weights) {
			return x
		}
	}
	c.Fatalf("no %s is printed", name)
	return calibrate.Coefficient{}
}

func (c comparison) near(what string, got stats.Number, want, tolerance float64) {
	if v, ok := got.Value(); !ok || math.Abs(v-want) > tolerance {
		c.Errorf("%s: %v, want %v", what, got, want)
	}
}

// irrCAC compares values, errors, limits and probabilities.
func (c comparison) irrCAC(want golden) {
	for key, w := range want.IrrCAC {
		name, weights, _ := strings.Cut(key, "/")
		if weights == "unweighted" {
			weights = "identity"
		}
		got := c.find(irrCAC[name] + "/" + weights)
		c.near(key+" observed", got.Observed, w.PA, 1e-9)
		c.near(key, got.Value, w.Value, 1e-9)
		c.near(key+" se", got.SE, w.SE, 1e-7)
		c.near(key+" lower", got.Lower, max(-1, w.Lower), 1e-7)
		c.near(key+" upper", got.Upper, w.Upper, 1e-7)
		if name != "pa.coeff" { // irrCAC tests percent agreement against 0
			c.near(key+" expected", got.Expected, w.PE, 1e-9)
			c.near(key+" p", got.PValue, w.P, 1e-7)
		}
	}
}

// others compares what other packages print.
func (c comparison) others(want golden) {
	for metric, weights := range canonical {
		c.near("alpha "+metric, c.find("krippendorff_alpha/"+weights).Value, want.Irr["kripp.alpha/"+metric].Value, 1e-9)
	}
	if want.Complete == want.Items { // irr drops items with gaps
		for key, id := range irr {
			if w, ok := want.Irr[key]; ok {
				c.near(key, c.find(id).Value, w.Value, 1e-9)
			}
		}
		k := fmt.Sprint(want.Raters)
		for key, id := range map[string]string{
			"ICC(1)": "icc_1_1", "ICC(" + k + ")": "icc_1_k", "ICC(C,1)": "icc_c_1", "ICC(C," + k + ")": "icc_c_k",
			"ICC(A,1)": "icc_a_1", "ICC(A," + k + ")": "icc_a_k",
		} {
			c.near(key, c.find(id).Value, want.ICC[key].Value, 1e-9)
		}
	} else {
		for key, id := range map[string]string{"ICC(A,1)": "icc_a_1", "ICC(C,1)": "icc_c_1", "ICC(A,k)": "icc_a_k", "ICC(C,k)": "icc_c_k"} {
			c.near(key+" REML", c.find(id).Value, want.REML[key], 1e-4)
		}
	}
	if want.Lin != nil {
		c.near("Lin", c.find("lin_ccc").Value, want.Lin.Value, 1e-9)
	}
	for _, test := range c.s.Tests {
		if test.ID == "bhapkar" {
			c.near("Bhapkar", test.Statistic, want.Bhapkar.Chisq, 1e-9)
			c.near("Bhapkar p", test.PValue, want.Bhapkar.P, 1e-9)
		}
	}
}

// pairs compares each two raters. The weights are of the levels in the whole
// file; R irr takes the range that the pair used, and the levels as even
// steps, which is another scale on shrout-fleiss-1979.
func (c comparison) pairs(want golden) {
	met := 0
	for _, p := range c.s.Pairs {
		w, ok := want.Pairs[p.A+"~"+p.B]
		if !ok {
			continue
		}
		met++
		name := p.A + "~" + p.B
		if p.Items != w.N {
			c.Errorf("%s: %d items, want %d", name, p.Items, w.N)
		}
		c.near(name+" exact", p.Exact, w.Exact, 1e-9)
		c.near(name+" within one", p.WithinOne, w.WithinOne, 1e-9)
		if w.Kappa != nil {
			c.near(name+" kappa", p.Kappa, *w.Kappa, 1e-9)
		}
		if w.Quadratic != nil && !strings.Contains(c.Name(), "shrout-fleiss") {
			c.near(name+" linear", p.KappaLinear, *w.Linear, 1e-9)
			c.near(name+" quadratic", p.KappaQuadratic, *w.Quadratic, 1e-9)
		}
	}
	if met != len(want.Pairs) {
		c.Errorf("%d pairs of %d", met, len(want.Pairs))
	}
}
