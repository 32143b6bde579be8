package rubric_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

func TestLevelWords(t *testing.T) {
	r, err := rubric.Parse("ours.yaml", []byte(`
id: ours
levels: [{label: Not yet}, {label: Partly}, {label: Fully}]
indicators:
  - {id: A, words: {Fully: " All do. ", 1: Nobody does.}}
  - {id: B, reversed: true, words: {1: Nobody is rude.}}
  - {id: C}
`))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []map[float64]string{{1: "Nobody does.", 3: "All do."}, {3: "Nobody is rude."}, {}} {
		if diff := cmp.Diff(want, r.WordsByLevel(r.Indicators[i])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Indicators[i].ID, diff)
		}
	}
	_, err = rubric.Parse("ours.yaml", []byte("id: ours\nscale: 1-3\nindicators:\n  - {id: A, words: {4: Nobody knows.}}\n"))
	if err == nil || !strings.Contains(err.Error(), `ours.yaml:4: indicator "A" has words for "4"`) {
		t.Errorf("error %v", err)
	}
}
