package header

import "testing"

func TestLastWord(t *testing.T) {
	for text, want := range map[string][2]string{
		"3b Score": {"3b", "Score"}, "2a – confidence": {"2a", "confidence"}, "voice_r1": {"voice", "r1"},
		"Content (R2)": {"Content", "R2"}, "Score": {}, "_x": {},
	} {
		of, word, ok := LastWord(text)
		if got := [2]string{of, word}; got != want || ok != (word != "") {
			t.Errorf("%q: %q %v", text, got, ok)
		}
	}
}

func TestCut(t *testing.T) {
	for _, x := range []struct {
		mark          string
		last          bool
		before, after string
	}{{"_", false, "a", "b_c"}, {"_", true, "a_b", "c"}, {"-", true, "a_b_c", ""}} {
		if before, after, ok := Cut("a_b_c", x.mark, x.last); before != x.before || after != x.after || ok != (after != "") {
			t.Errorf("%q %v: %q %q %v", x.mark, x.last, before, after, ok)
		}
	}
}
