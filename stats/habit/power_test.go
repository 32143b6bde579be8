package habit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cb401426/calibrate/stats/habit"
)

func TestPowerOf(t *testing.T) {
	for _, c := range []struct {
		design    habit.Design
		agreement float64
		want      habit.Power
	}{
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 0.60, habit.Power{.965, .38, .08, 0}},
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 0.675, habit.Power{.975, .4075, .075, 0}}, // half way
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 0.20, habit.Power{.965, .38, .08, 0}},
		{habit.Design{Raters: 12, Lessons: 1, Indicators: 10}, 1, habit.Power{.975, .51, .03, 0}},
		{habit.Design{Raters: 25, Lessons: 2, Indicators: 22}, 0.60, habit.Power{.995, .47, .93, 0}},  // no reading in two lessons
		{habit.Design{Raters: 9, Lessons: 3, Indicators: 7}, 0.60, habit.Power{.90, .30, .225, .165}}, // nearest 8 × 3 × 8
		{habit.Design{Raters: 30, Lessons: 40, Indicators: 22}, 0.75, habit.Power{1, .36, .81, .94}},
	} {
		p, ok := habit.PowerOf(c.design, c.agreement)
		if diff := cmp.Diff(c.want, p, cmpopts.EquateApprox(0, 1e-9)); !ok || diff != "" {
			t.Errorf("%+v at %v: %s", c.design, c.agreement, diff)
		}
	}
	if _, ok := habit.PowerOf(habit.Design{Raters: 5, Lessons: 1, Indicators: 10}, 0.6); ok {
		t.Error("five raters")
	}
}
