package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
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
			if diff := cmp.Diff(featuresOf(plain, s), featuresOf(with, s), cmp.AllowUnexported(feature{})); diff != "" {
				t.Errorf("features of %q: %s", s, diff)
			}
			if diff := cmp.Diff(plain.Classify(s), with.Classify(s)); diff != "" {
				t.Errorf("class of %q: %s", s, diff)
			}
			if diff := cmp.Diff(NewSweeper(plain, nil, texts).Sweep(s), NewSweeper(with, nil, texts).Sweep(s)); diff != "" {
				t.Errorf("sweep of %q: %s", s, diff)
			}
		}
	}
}
