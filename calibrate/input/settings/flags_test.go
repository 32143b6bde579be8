package settings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/settings"
)

func TestParseColumns(t *testing.T) {
	got, err := settings.ParseColumns([]string{
		"rater=E-mail address, Score = Points=2", "score=B", `lesson="Class, period"+@C`, "ignore=X,ignore=Y", `segment="1+1=""2"""`,
	})
	want := []layout.Choice{
		{Field: layout.Rater, Headers: []string{"E-mail address"}},
		{Field: layout.Score, Headers: []string{"Points=2"}}, {Field: layout.Score, Headers: []string{"B"}},
		{Field: layout.Lesson, Headers: []string{"Class, period", "@C"}},
		{Field: layout.Ignored, Headers: []string{"X"}}, {Field: layout.Ignored, Headers: []string{"Y"}},
		{Field: layout.Segment, Headers: []string{`1+1="2"`}},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for pair, want := range map[string]string{
		"rater": "does not name a column", "rater=": "does not name a column", "ratter=x": "did you mean rater?",
		"xyzzyquux=1": "there are rater, lesson",
	} {
		if _, err := settings.ParseColumns([]string{pair}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", pair, err)
		}
	}
	if _, err := settings.ParseColumns([]string{"rater=a", "rater=b"}); err == nil {
		t.Error("a field named twice")
	}
}
