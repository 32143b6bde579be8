package format

import "testing"

// No cell of a CSV file runs as a formula, and numbers stay numbers.
func TestHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", ";=1+1": "';=1+1", "＝1+1": "'＝1+1", " @x": "' @x", "\",=x": "'\",=x", "\t=x": "'\t=x", "＠sum": "'＠sum",
		"-2": "-2", "-0.5e-3": "-0.5e-3", "2-3": "2-3", "": "", ";": ";", "a=b": "a=b", "3b; =": "3b; =",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// What a file holds is no link, mention or formula in Markdown.
func TestEscapeMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"see https://x.org": `see https\://x.org`, "WWW.x.org": `WWW\.x.org`, "ask @dana now": "ask \\@\u2060dana now", "a@b.org": "a\\@\u2060b.org",
		"$x$": `\$x\$`, "at @ 9": "at @ 9", "1. a": `1\. a`,
	} {
		if got := EscapeMarkdown(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
