package rubric_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// show prints the levels of a scale: 1=Low 2=High.
func show(s rubric.Scale) string {
	var parts []string
	for _, level := range s.Levels {
		part := fmt.Sprint(level.Value)
		if level.Label != "" {
			part += "=" + level.Label
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func TestHalfPoints(t *testing.T) {
	s := rubric.Scale{ID: "s", HalfPoints: true, Levels: []rubric.Level{{Value: 1, Label: "Low"}, {Value: 2}, {Value: 3}}}
	r := s.Rating(rating.Declared)
	if got := fmt.Sprint(r.Values()); got != "[1 1.5 2 2.5 3]" || r.Levels[0].Label != "Low" || r.Step() != 1 {
		t.Errorf("levels %v, step %v", r.Levels, r.Step())
	}
}

func TestParseFaults(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no id", "scale: 1-4\n", "r.yaml:1: the rubric has no id"},
		{"no scale", "id: a\nname: x\n", "r.yaml:1: the rubric has no scale: write scale: 1-4, or levels"},
		{"unknown field", "id: a\nscale: 1-4\nindicaters: []\n", `r.yaml:3: there is no "indicaters" in a rubric`},
		{"bad scale", "id: a\nscale: 4-1\n", `r.yaml:2: scale "4-1": 1 is not above 4`},
		{
			"order of levels", "id: a\nlevels:\n  - {value: 2}\n  - {value: 1}\n",
			"r.yaml:4: level 1 stands after 2: levels go from low to high",
		},
		{
			"indicators", "id: a\nscale: 1-4\nindicators:\n  - id: 3b\n  - id: 3B\n  - {id: 3c, scale: other}\n",
			"r.yaml:5: two indicators are called \"3B\"\nr.yaml:6: indicator \"3c\" is on the scale \"other\", which is not among the scales",
		},
		{"both", "id: a\nscale: 1-4\nlevels: [{label: x}, {label: y}]\n", "r.yaml:3: either scale or levels, not both"},
		{"blank", "id: a\nscale: 1-4\nblank: 0\n", `r.yaml:3: blank is "0": write "missing" or "not observed"`},
	}
	for _, test := range tests {
		_, err := rubric.Parse("r.yaml", []byte(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: %v\nwant %s", test.name, err, test.want)
		}
	}
	for _, text := range []string{"", "\t", "id: [", "a", "- 1", "id: {a: 1}"} {
		if _, err := rubric.Parse("r.yaml", []byte(text)); err == nil || !strings.HasPrefix(err.Error(), "r.yaml") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, r := range rubric.Presets() {
		source, _ := rubric.Source(r.ID)
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := rubric.Parse("r.yaml", data)
		if (r == nil) == (err == nil) {
			t.Errorf("rubric %v beside error %v", r, err)
		}
	})
}
