package meeting

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate/habits"
)

// Every habit has its line of advice, if an empty one.
func TestEveryHabitHasAdvice(t *testing.T) {
	for _, h := range habits.Kinds {
		if _, ok := habitAdvice[h.Code]; !ok {
			t.Errorf("no advice for %s", h.Code)
		}
	}
}
