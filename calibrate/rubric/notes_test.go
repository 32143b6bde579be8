package rubric_test

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

const noted = `# ours since 2024
id: ours
name: Ours
levels:
  - {value: 1, label: Low}
  - {value: 2, label: High}
indicators:
  # the first
  - {id: 3b, name: Questioning}
  - id: 3c
    name: Engagement
    notes:
      - text: groups talk to groups
`

// Notes are added once, comments and order stay, and the file reads as before.
func TestAddNotes(t *testing.T) {
	level := 2.0
	notes := map[string][]rubric.Note{
		"Questioning": {{Text: "three or more", Level: &level, Lesson: "L1", Time: "06:45"}},
		"3c":          {{Text: "groups talk to groups"}},
	}
	out, added, err := rubric.AddNotes("ours.yaml", []byte(noted), notes)
	if err != nil || added != 1 {
		t.Fatalf("%d: %v", added, err)
	}
	for _, want := range []string{"# ours since 2024", "# the first", "text: three or more"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%s lacks %q", out, want)
		}
	}
	r, err := rubric.Parse("ours.yaml", out)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Agreed(r.Indicators[0]); len(got) != 1 || got[0] != "High (L1, 06:45): three or more" || !r.Indicators[0].Notes[0].Anchor() {
		t.Errorf("%q", got)
	}
	if again, added, err := rubric.AddNotes("ours.yaml", out, notes); err != nil || added != 0 || string(again) != string(out) {
		t.Errorf("added again: %d, %v\n%s", added, err, again)
	}
	if _, _, err := rubric.AddNotes("ours.yaml", []byte(noted), map[string][]rubric.Note{"9z": {{Text: "x"}}}); err == nil || !strings.Contains(err.Error(), `no indicator "9z"`) {
		t.Errorf("%v", err)
	}
}

func TestNotesAreChecked(t *testing.T) {
	for note, want := range map[string]string{
		"{level: 7}":    "7, which is no level of its scale",
		"{lesson: L1}":  "without a text and a level",
		"{texts: many}": `there is no "texts"`,
	} {
		_, err := rubric.Parse("ours.yaml", []byte(strings.Replace(noted, "text: groups talk to groups", strings.Trim(note, "{}"), 1)))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "ours.yaml:1") {
			t.Errorf("%s: %v", note, err)
		}
	}
}
