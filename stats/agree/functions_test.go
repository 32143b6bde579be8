package agree_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each function computes its coefficient, and none is without one.
func TestFunctions(t *testing.T) {
	check.Functions(t, agree.Coefficients, map[string]func(*rating.Matrix, stats.Options) (stats.Result, error){
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
	})
}
