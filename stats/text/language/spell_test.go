package language

import (
	"strings"
	"testing"
)

// TestSpelledLong: a megabyte without a space is no slip of a word. To try each
// slip of it would take hours.
func TestSpelledLong(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	if right, ok := English().spelled(long); ok {
		t.Errorf("spelled as %q", right)
	}
	for w := range English().words {
		if len(w) >= mostSpelled && plainWord(w) {
			t.Errorf("%q is a word of the lists too long to be mended", w)
		}
	}
}
