package sweep

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func TestLessonSwept(t *testing.T) {
	rows := texttest.Rows(t, "lesson.csv")
	var raters, texts []string
	for _, row := range rows {
		raters, texts = append(raters, row["rater"]), append(texts, row["reason"])
	}
	sweeper := NewSweeper(language.English(), raters, texts)
	names, emails := 0, 0
	for _, text := range texts {
		swept := sweeper.Sweep(text)
		names, emails = names+swept.Names, emails+swept.Emails
		for _, gone := range []string{"Bea", "Grace", "@"} {
			if strings.Contains(swept.Text, gone) {
				t.Errorf("%q is left in %q", gone, swept.Text)
			}
		}
	}
	// "Bea" five times, "Grace" once, one address: lesson.md.
	if want := strings.Count(strings.Join(texts, " "), "Bea") + 1; names != want || emails != 1 {
		t.Errorf("swept %d names and %d addresses, want %d and 1", names, emails, want)
	}
}
