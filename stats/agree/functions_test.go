package agree_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each function computes its coefficient, and none is without one.
func TestFunctions(t *testing.T) {
	functions := map[string]func(*rating.Matrix, stats.Options) (stats.Result, error){
		"bangdiwala_b":       agree.BangdiwalaB,
		"brennan_prediger":   agree.BrennanPrediger,
		"cohen_kappa":        agree.CohenKappa,
		"conger_kappa":       agree.CongerKappa,
		"fleiss_kappa":       agree.FleissKappa,
		"gwet_ac":            agree.GwetAC,
		"kappa_max":          agree.KappaMax,
		"krippendorff_alpha": agree.KrippendorffAlpha,
		"light_kappa":        agree.LightKappa,
		"maxwell_re":         agree.MaxwellRE,
		"percent_agreement":  agree.PercentAgreement,
		"scott_pi":           agree.ScottPi,
		"unanimity":          agree.Unanimity,
		"van_oest":           agree.VanOest,
	}
	m := rating.NewMatrix([][]float64{{1, 2}, {2, 2}, {1, 1}, {2, 1}, {2, 2}, {1, 1}, {2, 2}})
	for _, c := range agree.Coefficients {
		function, ok := functions[c.ID]
		if !ok {
			t.Errorf("%s has no function", c.ID)
			continue
		}
		want, err := c.Of(m, stats.Options{})
		got, err2 := function(m, stats.Options{})
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b stats.Number) bool { return a == b })); diff != "" {
			t.Errorf("%s: %s", c.ID, diff)
		}
	}
}
