package calibrate_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// Every figure of agreement has its words, and stands in JSON under its ID.
func TestFigureKinds(t *testing.T) {
	for i, kind := range team.Kinds {
		words, ok := calibrate.FigureKindOf(kind.ID)
		if !ok || !words.BetweenRaters() || words.Title == "" || words.What == "" || words.Says == "" {
			t.Errorf("figure %q has the words %+v", kind.ID, words)
		}
		var a calibrate.Alignment
		kind.Of(&a.Figures).Value = stats.Of(0.25)
		raw, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if want := `"` + kind.ID + `":{"value":0.25`; !strings.Contains(string(raw), want) {
			t.Errorf("figure %d: no %s in %s", i, want, raw)
		}
		if _, err := calibrate.ParseStandard(kind.ID + "=0.5"); err != nil {
			t.Error(err)
		}
	}
	if len(calibrate.FigureKinds) != len(team.Kinds)+2 {
		t.Errorf("%d figures have words, and %d are between raters", len(calibrate.FigureKinds), len(team.Kinds))
	}
}
