package pagetest

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The page has the same figures, to 1e-9, and the same words as the command, on
// every sample, of whatever shape; and it refuses what the command refuses.
func TestSame(t *testing.T) {
	b := open(t, pageFile)
	b.await(`program.offers`)
	for _, pattern := range []string{"samples/*.csv", "samples/*.txt", "samples/*.zip", "samples/*.xlsx", "ref/*/ratings.csv", "reasons/lesson.csv"} {
		paths, err := filepath.Glob(filepath.Join(root, "testdata", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if info, err := os.Stat(path); err == nil && info.Size() < 1<<20 {
				b.same(path)
			}
		}
	}
}

// same runs commands on a file, here and there.
func (b *tab) same(path string) {
	f := read(b.T, path)
	content, _ := json.Marshal(f)
	ask[bool](b, `(f => program.lay([{name: f.name, content: Uint8Array.from(atob(f.content), c => c.charCodeAt(0)).buffer}]).then(() => true))(`+string(content)+`)`)
	for _, command := range [][]string{
		{"check", "--format", "json"}, {"score", "--format", "json"}, {"score", "--full", "--format", "markdown"},
		{"score", "--format", "html"}, {"agenda", "--format", "text"}, {"survey", "--format", "markdown"},
	} {
		command = append(command, f.Name)
		want, said := output(b.T, filepath.Dir(path), command...)
		words, _ := json.Marshal(command)
		got := ask[[]string](b, `(words => program.run(...words).then(a => [a.text(), a.messages]))(`+string(words)+`)`)
		where := f.Name + ": " + strings.Join(command, " ")
		if got[1] != said {
			b.Errorf("%s says %q, want %q", where, got[1], said)
		}
		if rounded(got[0]) != rounded(want) && (command[2] != "json" || !alike(got[0], want)) {
			var x, y any
			_, _ = json.Unmarshal([]byte(got[0]), &x), json.Unmarshal([]byte(want), &y)
			b.Errorf("%s differs: %s; %s", where, firstDifference(got[0], want), apart("", x, y))
		}
	}
}

// alike reports whether two results in JSON are the same to 1e-9.
func alike(one, other string) bool {
	var x, y any
	if json.Unmarshal([]byte(one), &x) != nil || json.Unmarshal([]byte(other), &y) != nil {
		return false
	}
	return apart("", x, y) == ""
}

// tolerance is 1e-9, but for limits that a search over variance components ends
// at: it stops at differences of that size itself.
func tolerance(at string) float64 {
	if strings.HasPrefix(at, ".plan") || strings.HasPrefix(at, ".causes") {
		return 1e-7
	}
	return 1e-9
}

// apart returns where two values of JSON first are not the same to 1e-9, or "".
func apart(at string, x, y any) string {
	switch x := x.(type) {
	case float64:
		if y, ok := y.(float64); ok && math.Abs(x-y) <= tolerance(at)*max(1, math.Abs(x)) {
			return ""
		}
	case []any:
		if y, ok := y.([]any); ok && len(x) == len(y) {
			for i := range x {
				if where := apart(fmt.Sprintf("%s[%d]", at, i), x[i], y[i]); where != "" {
					return where
				}
			}
			return ""
		}
	case map[string]any:
		if y, ok := y.(map[string]any); ok && len(x) == len(y) {
			for key := range x {
				if where := apart(at+"."+key, x[key], y[key]); where != "" {
					return where
				}
			}
			return ""
		}
	}
	if x == y {
		return ""
	}
	return fmt.Sprintf("%s: %v against %v", at, x, y)
}

var long = regexp.MustCompile(`\d+\.\d{10,}(e-?\d+)?`)

// rounded is a text with its long numbers cut to nine digits: those of charts and
// of JSON have as many as there are, and the last depend on the processor.
func rounded(text string) string {
	return long.ReplaceAllStringFunc(text, func(number string) string {
		value, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return number
		}
		return strconv.FormatFloat(value, 'f', 9, 64)
	})
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-40):min(len(s), i+60)] }
	return "…" + around(got) + "… against …" + around(want) + "…"
}
