package analysis

import (
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// Of very many raters the severities stand, with a note on their errors; what
// grows with the pairs of raters is left out, and a note says so.
func TestManyRaters(t *testing.T) {
	b := rating.NewBuilder()
	for g := range 1200 {
		for l := range 2 {
			b.Add(rating.Record{Rater: "r" + string(rune(0x4e00+g)), Lesson: strconv.Itoa(l), Indicator: "i", Score: float64(g % 4)})
		}
	}
	r := analysed(t, calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{})
	if !r.Raters[0].Severity.OK() || !r.Raters[0].SeveritySE.OK() {
		t.Errorf("severity of 1200 raters: %v with error %v", r.Raters[0].Severity, r.Raters[0].SeveritySE)
	}
	if why := r.Camps.PValue.Reason(); why != team.TooManyRaters || len(r.Pairs) > 0 || len(r.Without) > 0 {
		t.Errorf("camps of 1200 raters: %s", why)
	}
	noted := map[string]bool{}
	for _, n := range r.Notes {
		noted[n.Code] = true
	}
	for _, code := range []string{"severity_errors_drawn", "pairs_left_out", "without_left_out", "too_many_raters"} {
		if !noted[code] {
			t.Errorf("no note %s", code)
		}
	}
}
