package rubric_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

// Files that are made to be slow or large are refused, or read, in a moment.
func TestYAMLBombs(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, rubric.MaxYAML/2/len(s)) }
	var keys strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
	}
	alias := "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for i := 'b'; i < 'k'; i++ {
		alias += fmt.Sprintf("%c: &%c [%s*%c]\n", i, i, strings.Repeat(fmt.Sprintf("*%c,", i-1), 9), i-1)
	}
	for name, text := range map[string]string{
		"brackets": "id: " + fill("["), "maps": fill("{id: "), "dashes": fill("- "), "questions": fill("? "), "blank lines": "notes: |\n" + fill("\n") + "  x\n",
		"keys": keys.String(), "aliases": alias, "twice": "id: a\nid: b\n", "large": strings.Repeat("#", rubric.MaxYAML+1), "anchors": fill("&a "), "nul": "\x00",
	} {
		start := time.Now()
		if _, err := rubric.Parse("r.yaml", []byte(text)); err == nil || len(err.Error()) > 2000 {
			t.Errorf("%s: %.200v", name, err)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}
