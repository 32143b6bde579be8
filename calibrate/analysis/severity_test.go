package analysis

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

func TestManyRaters(t *testing.T) {
	b := rating.NewBuilder()
	for g := range team.MostForSeverity + 1 {
		b.Add(rating.Record{Rater: "r" + string(rune(0x4e00+g)), Lesson: "l", Indicator: "i", Score: float64(g % 4)})
	}
	r := analysed(t, calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{})
	if why := r.Raters[0].Severity.Reason(); why != team.TooManyRaters || len(r.Raters[0].Findings) != 0 {
		t.Errorf("severity of 2001 raters: %s", why)
	}
	if why := r.Camps.PValue.Reason(); why != team.TooManyRaters || len(r.Pairs) > 0 || len(r.Without) > 0 {
		t.Errorf("camps of 2001 raters: %s", why)
	}
}
