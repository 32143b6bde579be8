package team

import (
	"fmt"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

func TestBoundary(t *testing.T) {
	for _, test := range []struct {
		scores    []float64
		low, high float64
		apart     bool
	}{
		{[]float64{3, 3, 3}, 0, 0, false},
		{[]float64{2, 2, 3}, 2, 3, true},
		{[]float64{1, 2, 2, 2, 4}, 2, 3, true}, // as many cross each gap
		{[]float64{1, 4}, 2, 3, true},          // all three gaps: the middle one
		{[]float64{1, 3}, 1, 2, true},          // two gaps: the lower
		{[]float64{1, 3, 3, 4, 4}, 3, 4, true}, // two against three at 3|4
		{[]float64{1, 1, 2, 3, 4, 4}, 2, 3, true},
	} {
		row := ""
		for _, v := range test.scores {
			row += fmt.Sprint(v)
		}
		low, high, apart := Boundary(New(teamtest.Team(4, row), Options{}), []int{0})
		if low != test.low || high != test.high || apart != test.apart {
			t.Errorf("%v: %v|%v %v, want %v|%v %v", test.scores, low, high, apart, test.low, test.high, test.apart)
		}
	}
}

// A half point is no level: 2 and 2.5 are on one side of 2|3, and those who
// differ by it alone are on no two sides.
func TestBoundaryOfHalfPoints(t *testing.T) {
	scale := rating.NewScale("halves", rating.Declared, 1, 1.5, 2, 2.5, 3)
	for _, test := range []struct {
		scores []float64
		want   string
	}{
		{[]float64{2, 3}, "2|3 true"},
		{[]float64{2, 2.5, 3}, "2|3 true"},
		{[]float64{2, 2.5}, "0|0 false"},
		{[]float64{1.5, 2}, "1|2 true"},
	} {
		b := rating.NewBuilder()
		for g, v := range test.scores {
			b.Add(rating.Record{Rater: fmt.Sprint(g), Lesson: "L", Indicator: "i", Score: v})
		}
		table := b.Build([]rating.Scale{scale}, nil)
		low, high, apart := Boundary(New(table, Options{}), []int{0})
		if got := fmt.Sprintf("%v|%v %v", low, high, apart); got != test.want {
			t.Errorf("%v: %s, want %s", test.scores, got, test.want)
		}
	}
}
