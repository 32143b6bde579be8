package statistics

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// countsOnly reports whether the study's input counts ratings by level: who gave
// them is made up.
func countsOnly(s calibrate.Study) bool { return s.Layout == "counts" }

// nameless takes from a result what hangs on who gave which rating: all of it
// where the coefficient asks that, and the error where raters are the sample.
func nameless(r stats.Result, whose bool, over stats.Inference) stats.Result {
	numbers := []*stats.Number{&r.SE, &r.Lower, &r.Upper, &r.P}
	switch {
	case whose:
		numbers = append(numbers, &r.Value, &r.Observed, &r.Expected)
	case over == stats.OverItems || over == "":
		return r
	}
	for _, n := range numbers {
		*n = stats.None(calibrate.RatersUnknown)
	}
	return r
}
