package habit

import "math"

// A Design is a team's: its raters, lessons and indicators a lesson.
type Design struct{ Raters, Lessons, Indicators int }

// A Power is the share of teams in which a rater who has a habit is named. What
// is looked for from more lessons on is 0.
type Power struct {
	OneLevel    float64 // one level above or below the others throughout
	HalfLevel   float64 // half a level: one level on every other item
	NarrowRange float64 // the middle levels of four only, where the others use the ends too
	Reading     float64 // one indicator read one level lower in each lesson
}

// shares are of teams, by agreement.
type shares [len(agreements)]float64

// agreements are the shares of equal pairs in the columns of measured.
var agreements = [...]float64{0.60, 0.75, 0.85, 0.93}

// measured is the power by design and agreement, from
// docs/simulations-habits.md (200 teams each).
var measured = []struct {
	Design
	oneLevel, halfLevel, narrowRange, reading shares
}{
	{Design{8, 1, 8}, shares{.925, .99, .975, .985}, shares{.315, .365, .51, .47}, shares{.01, .025, .01, .01}, shares{}},
	{Design{12, 1, 10}, shares{.965, .985, .97, .975}, shares{.38, .435, .4, .51}, shares{.08, .07, .055, .03}, shares{}},
	{Design{25, 1, 22}, shares{.99, .99, .98, .995}, shares{.425, .425, .415, .465}, shares{.37, .42, .355, .195}, shares{}},
	{Design{12, 2, 10}, shares{1, 1, .995, 1}, shares{.465, .445, .435, .44}, shares{.335, .22, .18, .06}, shares{}},
	{Design{8, 3, 8}, shares{.9, .94, .895, .915}, shares{.3, .28, .345, .37}, shares{.225, .17, .105, .06}, shares{.165, .345, .59, .735}},
	{Design{12, 3, 10}, shares{.995, .995, .99, .995}, shares{.345, .43, .4, .41}, shares{.495, .385, .19, .045}, shares{.2, .47, .72, .77}},
	{Design{25, 3, 22}, shares{.995, 1, 1, 1}, shares{.47, .39, .375, .295}, shares{.93, .75, .575, .195}, shares{.17, .555, .685, .87}},
	{Design{8, 5, 8}, shares{1, 1, 1, 1}, shares{.43, .415, .46, .455}, shares{.57, .345, .245, .06}, shares{.57, .885, .98, .99}},
	{Design{12, 5, 10}, shares{1, 1, 1, 1}, shares{.49, .47, .4, .39}, shares{.81, .55, .315, .105}, shares{.6, .92, .98, .99}},
	{Design{25, 5, 22}, shares{1, 1, 1, 1}, shares{.455, .36, .395, .315}, shares{.96, .81, .595, .255}, shares{.58, .94, .955, .985}},
}

// The smallest design that the measured ones stand for.
const (
	fewestRaters = 6
	fewestItems  = 6
)

// PowerOf returns how often each habit is found in a team of a design whose pairs
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
	p := Power{
		OneLevel: m.oneLevel.at(agreement), HalfLevel: m.halfLevel.at(agreement), NarrowRange: m.narrowRange.at(agreement),
	}
	if d.Lessons >= severalLessons {
		p.Reading = m.reading.at(agreement)
	}
	return p, true
}

// at interpolates between the agreements; beyond them it keeps the last.
func (values shares) at(agreement float64) float64 {
	last := len(agreements) - 1
	for i := range last {
		if low, high := agreements[i], agreements[i+1]; agreement < high {
			part := max(0, (agreement-low)/(high-low))
			return values[i] + part*(values[i+1]-values[i])
		}
	}
	return values[last]
}
