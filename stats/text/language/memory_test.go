package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// A memory changes nothing of what is read, in whatever order.
func TestRemembering(t *testing.T) {
	plain, with := English(), English().Remembering()
	texts := []string{
		"T: \"Who can add on?\" 4 of 22 hands up.", "She should have asked Mr. Ortiz to wait 50 seconds.",
		"Great start, but the students said it was boring.", "",
	}
	for range 2 {
		for _, s := range texts {
			if diff := cmp.Diff(plain.Passage(s), with.Passage(s), cmpopts.IgnoreUnexported(Passage{}, Quotation{})); diff != "" {
				t.Errorf("%q: %s", s, diff)
			}
			if one, other := plain.Stem("asking"), with.Stem("asking"); one != other {
				t.Errorf("the stem is %q, remembered %q", one, other)
			}
		}
	}
}
