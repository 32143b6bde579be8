package wording_test

import (
	"slices"
	"testing"

	"github.com/cb401426/calibrate/calibrate/wording"
)

func TestBoundaries(t *testing.T) {
	high, low, middle := [2]string{"Proficient", "Distinguished"}, [2]string{"Unsatisfactory", "Basic"}, [2]string{"Basic", "Proficient"}
	for _, c := range []struct {
		shared, apart [][2]string
		want          string
	}{
		{[][2]string{high}, [][2]string{middle}, "The team shares the line between Proficient and Distinguished, not the one between Basic and Proficient."},
		{[][2]string{low, high}, [][2]string{middle}, "The team shares the line between Unsatisfactory and Basic and the one between Proficient and Distinguished, not the one between Basic and Proficient."},
		{nil, [][2]string{middle}, "The team does not yet share the line between Basic and Proficient."},
		{[][2]string{high}, nil, "The team shares the line between Proficient and Distinguished."},
		{[][2]string{low, middle, high}, nil, "The team shares every line between two levels."},
		{nil, [][2]string{low, middle, high}, "The team does not yet share any line between two levels."},
		{nil, nil, ""},
	} {
		if got := wording.Boundaries(c.shared, c.apart, 3); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// A slider has more lines than anyone reads: they are counted.
func TestBoundariesOfASlider(t *testing.T) {
	many := slices.Repeat([][2]string{{"42.26", "42.68"}}, 31)
	for _, c := range []struct {
		shared, apart [][2]string
		want          string
	}{
		{many, nil, "The team shares 31 of the 178 lines between two levels."},
		{nil, many, "The team does not yet share 31 of the 178 lines between two levels."},
		{many, many[:2], "The team shares 31 of the 178 lines between two levels, and does not yet share two."},
	} {
		if got := wording.Boundaries(c.shared, c.apart, 178); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
