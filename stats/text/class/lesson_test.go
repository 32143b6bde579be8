package class

import (
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func TestLessonClasses(t *testing.T) {
	for _, row := range texttest.Rows(t, "lesson.csv") {
		if row["rater"] != "Yvette Lindqvist" || row["reason"] == "" {
			continue
		}
		if c := Classify(language.English(), row["reason"]).Class; c != Opinion {
			t.Errorf("%q is %s; she writes only opinions", row["reason"], c)
		}
	}
}
