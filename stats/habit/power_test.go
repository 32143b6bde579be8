package habit_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats/habit"
)

func TestPowerOf(t *testing.T) {
	for _, c := range []struct {
		design    habit.Design
		agreement float64
		one, half float64
	}{
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 0.60, .97, .38},
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 0.675, .98, .41}, // half way
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 0.20, .97, .38},
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 1, .98, .51},
		{habit.Design{Raters: 9, Lessons: 3, Indicators: 7}, 0.60, .90, .30}, // nearest 8 × 3 × 8
		{habit.Design{Raters: 30, Lessons: 40, Indicators: 22}, 0.75, 1, .36},
	} {
		p, ok := habit.PowerOf(c.design, c.agreement)
		if !ok || math.Abs(p.OneLevel-c.one) > 1e-9 || math.Abs(p.HalfLevel-c.half) > 1e-9 {
			t.Errorf("%+v at %v: %+v", c.design, c.agreement, p)
		}
	}
	if _, ok := habit.PowerOf(habit.Design{Raters: 5, Lessons: 1, Indicators: 10}, 0.6); ok {
		t.Error("five raters")
	}
}
