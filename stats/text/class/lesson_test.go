package class

import (
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// She writes only opinions: none is read as evidence, and at most one as holding
// some.
func TestLessonClasses(t *testing.T) {
	mixed := 0
	for _, row := range texttest.Rows(t, "lesson.csv") {
		if row["rater"] != "Yvette Lindqvist" || row["reason"] == "" {
			continue
		}
		switch c := Classify(language.English(), row["reason"]).Class; c {
		case Opinion:
		case Mixed:
			mixed++
		default:
			t.Errorf("%q is %s", row["reason"], c)
		}
	}
	if mixed > 1 {
		t.Errorf("%d are read as mixed", mixed)
	}
}
