package habit

import "math"

// A Design is a team's: its raters, lessons and indicators a lesson.
type Design struct{ Raters, Lessons, Indicators int }

// A Power is the share of teams in which a rater who has the habit is named.
type Power struct {
	OneLevel  float64 // one level above or below the others throughout
	HalfLevel float64 // half a level: one level on every other item
}

// agreements are the shares of equal pairs in the columns of measured.
var agreements = [...]float64{0.60, 0.75, 0.85, 0.93}

// measured is the power by design and agreement, from
// docs/simulations-habits.md (200 teams each).
var measured = []struct {
	Design
	oneLevel, halfLevel [len(agreements)]float64
}{
	{Design{8, 1, 8}, [...]float64{.93, .99, .98, .99}, [...]float64{.32, .37, .51, .47}},
	{Design{12, 1, 10}, [...]float64{.97, .99, .97, .98}, [...]float64{.38, .44, .40, .51}},
	{Design{25, 1, 22}, [...]float64{.99, .99, .98, .99}, [...]float64{.43, .43, .42, .47}},
	{Design{12, 2, 10}, [...]float64{1, 1, .99, 1}, [...]float64{.47, .45, .44, .44}},
	{Design{8, 3, 8}, [...]float64{.90, .94, .90, .92}, [...]float64{.30, .28, .35, .37}},
	{Design{12, 3, 10}, [...]float64{.99, .99, .99, .99}, [...]float64{.35, .43, .40, .41}},
	{Design{25, 3, 22}, [...]float64{.99, 1, 1, 1}, [...]float64{.47, .39, .38, .30}},
	{Design{8, 5, 8}, [...]float64{1, 1, 1, 1}, [...]float64{.43, .42, .46, .46}},
	{Design{12, 5, 10}, [...]float64{1, 1, 1, 1}, [...]float64{.49, .47, .40, .39}},
	{Design{25, 5, 22}, [...]float64{1, 1, 1, 1}, [...]float64{.46, .36, .40, .32}},
}

// The smallest design that the measured ones stand for.
const (
	fewestRaters = 6
	fewestItems  = 6
)

// PowerOf returns how often severity is found in a team of a design whose pairs
// agree in a share of items: that of the measured design that is nearest by
// ratios, lessons counting twice, and between the agreements by a straight
// line. False for a design under six raters or six items, in which hardly
// anything can be found.
func PowerOf(d Design, agreement float64) (Power, bool) {
	if d.Raters < fewestRaters || d.Lessons*d.Indicators < fewestItems {
		return Power{}, false
	}
	ratio := func(a, b int) float64 { return math.Abs(math.Log(float64(a) / float64(b))) }
	near, least := 0, math.Inf(1)
	for i, m := range measured {
		if far := ratio(d.Raters, m.Raters) + 2*ratio(d.Lessons, m.Lessons) + ratio(d.Indicators, m.Indicators); far < least {
			near, least = i, far
		}
	}
	m := &measured[near]
	return Power{between(m.oneLevel, agreement), between(m.halfLevel, agreement)}, true
}

// between interpolates between the agreements; beyond them it keeps the last.
func between(values [len(agreements)]float64, agreement float64) float64 {
	last := len(agreements) - 1
	for i := range last {
		if low, high := agreements[i], agreements[i+1]; agreement < high {
			part := max(0, (agreement-low)/(high-low))
			return values[i] + part*(values[i+1]-values[i])
		}
	}
	return values[last]
}
