package anonymize

import (
	"strings"
	"testing"
)

// No rater's name, address, handle or part of one stays in a label, and what is
// no name stays.
func TestLabels(t *testing.T) {
	raters := []string{"Ana Ortiz", "Bo Lee", "Dana.Whitfield@x.org", "O'Neil, Jack", "Principal Chen", "Kim Lee", "Rater 1", "José Núñez"}
	pseudonyms := []string{"R-AAAAAAAAAAAA", "R-BBBBBBBBBBBB", "R-DDDDDDDDDDDD", "R-EEEEEEEEEEEE", "R-FFFFFFFFFFFF", "R-GGGGGGGGGGGG", "R-HHHHHHHHHHHH", "R-IIIIIIIIIIII"}
	s := newLabelSweeper(raters, pseudonyms)
	for label, want := range map[string]string{
		"Session led by Ana Ortiz":  "Session led by R-AAAAAAAAAAAA",
		"ANA's video":               "R-AAAAAAAAAAAA's video",
		"ana.ortiz@x.org":           "R-AAAAAAAAAAAA",
		"AnaOrtiz2":                 "R-AAAAAAAAAAAA",
		"aortiz":                    "R-AAAAAAAAAAAA",
		"_ana_":                     "_R-AAAAAAAAAAAA_",
		"A\u200bna":                 "R-AAAAAAAAAAAA",
		"Ａｎａ":                       "R-AAAAAAAAAAAA",
		"Q2 (Bo Lee)":               "Q2 (R-BBBBBBBBBBBB)",
		"Ms. Lee":                   "Ms. [name]",
		"@danawhitfield":            "@R-DDDDDDDDDDDD",
		"Whitfield 3b":              "R-DDDDDDDDDDDD 3b",
		"ONeil class":               "R-EEEEEEEEEEEE class",
		"Mr. O’Neil":                "Mr. O’R-EEEEEEEEEEEE",
		"Principal":                 "Principal",
		"Chen, period 2":            "R-FFFFFFFFFFFF, period 2",
		"Observer 1":                "Observer 1",
		"someone@else.org":          "[e-mail]",
		"JOSE\u0301":                "R-IIIIIIIIIIII",
		"3b Questioning":            "3b Questioning",
		"Lesson 1, Banana analysis": "Lesson 1, Banana analysis",
	} {
		if got := s.sweep(label); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
	swept, changed := s.sweepAll([]string{"Lee", "Bo's", "lee", "Kim's", "x"})
	if strings.Join(swept, "|") != "[name]|R-BBBBBBBBBBBB's|[name] (2)|R-GGGGGGGGGGGG's|x" || changed != 4 {
		t.Errorf("%v, %d", swept, changed)
	}
}
