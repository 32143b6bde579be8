package rubric_test

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

func TestPresets(t *testing.T) {
	want := []string{
		"fft-2013", "fft-2022", "class-prek-k3", "class-ue-secondary", "niet-tap", "t-tess", "cct-2017", "ma-2018",
		"marzano-focused-2017", "5d-plus-v3", "plato-5", "mqi-4pt", "ipg", "teach-1", "yes-no", "four-point", "tensions",
	}
	var got []string
	for _, r := range rubric.Presets() {
		got = append(got, r.ID)
		if r.Name == "" || r.Status == "" || len(r.Scales) == 0 {
			t.Errorf("%s: name %q, status %q, %d scales", r.ID, r.Name, r.Status, len(r.Scales))
		}
		if found, ok := rubric.Find(strings.ToUpper(r.ID)); !ok || found != r {
			t.Errorf("%s is not found by its id", r.ID)
		}
		if source, ok := rubric.Source(r.ID); !ok || !strings.Contains(string(source), "id: "+r.ID) {
			t.Errorf("%s has no source", r.ID)
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("presets are %q", got)
	}
}

func BenchmarkParse(b *testing.B) {
	source, _ := rubric.Source("fft-2013")
	for b.Loop() {
		if _, err := rubric.Parse("x", source); err != nil {
			b.Fatal(err)
		}
	}
}

func TestMatch(t *testing.T) {
	r, _ := rubric.Find("fft-2013")
	for name, want := range map[string]string{
		"3b": "3b", " 3B ": "3b", "Using Questioning and Discussion Techniques": "3b",
		"3b Questioning": "3b", "3b. Questioning": "3b", "3b: Q": "3b", "3z": "", "": "",
	} {
		in, ok := r.Match(name)
		if in.ID != want || ok != (want != "") {
			t.Errorf("Match(%q) = %q, %v", name, in.ID, ok)
		}
	}
}

func TestParseScale(t *testing.T) {
	tests := []struct{ text, want, fails string }{
		{text: "1-4", want: "1 2 3 4"},
		{text: " 0 – 4 ", want: "0 1 2 3 4"},
		{text: "1..3", want: "1 2 3"},
		{text: "1 to 3", want: "1 2 3"},
		{text: "1-2/0.5", want: "1 1.5 2"},
		{text: "1,3,5", want: "1 3 5"},
		{text: "5,3,1", want: "1 3 5"},
		{text: "Yes,No", want: "0=No 1=Yes"},
		{text: "No, Yes", want: "0=No 1=Yes"},
		{text: "Low,Mid,High", want: "1=Low 2=Mid 3=High"},
		{text: "1=Low,4=High", want: "1=Low 4=High"},
		{text: "-1-1", want: "-1 0 1"},
		{text: "", fails: "empty scale"},
		{text: "4-1", fails: "not above"},
		{text: "3", fails: "one level only"},
		{text: "1-4/0.7", fails: "do not lead"},
		{text: "1-1000", fails: "more than"},
		{text: "1-4/0", fails: "more than"},
		{text: "1,,2", fails: "an empty level"},
		{text: "Low,low", fails: "twice"},
		{text: "1,1.0", fails: "twice"},
		{text: "1,Low", fails: "points and words"},
		{text: "x=1,y=2", fails: "not a number"},
	}
	for _, test := range tests {
		s, err := rubric.ParseScale(test.text)
		if test.fails != "" {
			if err == nil || !strings.Contains(err.Error(), test.fails) {
				t.Errorf("ParseScale(%q): error %v, want %q", test.text, err, test.fails)
			}
			continue
		}
		if got := show(rubric.ScaleOf(s)); err != nil || got != test.want {
			t.Errorf("ParseScale(%q) = %q, %v; want %q", test.text, got, err, test.want)
		}
	}
}
