package gap

// A Reading says in which way a team is together or apart on a dimension.
type Reading string

// The readings.
const (
	SeeDifferently  Reading = "see_differently"
	Opposite        Reading = "opposite"
	WantDifferently Reading = "want_differently"
	AlignedChange   Reading = "aligned_change"
	AlignedContent  Reading = "aligned_content"
	Unclear         Reading = "cannot_tell"
)

// FewestPeople is from how many people on a reading is said.
const FewestPeople = 5

// A Rule is a reading and what has to hold for it.
type Rule struct {
	Reading Reading
	Holds   func(m *Measured, step float64) bool
}

// Rules lists the readings in the order in which they are tried: the first that
// holds is the reading. Unclear is what is left.
var Rules = []Rule{
	{SeeDifferently, func(m *Measured, _ float64) bool { return m.Is.Shared == NotShared }},
	{Opposite, func(m *Measured, _ float64) bool {
		return m.Is.Shared == Shared && m.Should.Shared == NotShared && bothWays(m)
	}},
	{WantDifferently, func(m *Measured, _ float64) bool {
		return m.Is.Shared == Shared && m.Should.Shared == NotShared
	}},
	{AlignedChange, func(m *Measured, step float64) bool {
		mean, lower, upper, ok := limits(&m.Gap)
		return ok && bothShared(m) && (mean > far*step && lower > 0 || mean < -far*step && upper < 0)
	}},
	{AlignedContent, func(m *Measured, step float64) bool {
		mean, lower, upper, ok := limits(&m.Gap)
		return ok && bothShared(m) && atMost(mean, far*step) && atLeast(mean, -far*step) &&
			atLeast(lower, -step) && atMost(upper, step)
	}},
	{Unclear, func(*Measured, float64) bool { return true }},
}

// read returns the first reading that holds.
func read(m *Measured, step float64) Reading {
	if m.People < FewestPeople {
		return Unclear
	}
	for _, rule := range Rules {
		if rule.Holds(m, step) {
			return rule.Reading
		}
	}
	return Unclear
}

// bothShared reports whether the team shares both answers.
func bothShared(m *Measured) bool { return m.Is.Shared == Shared && m.Should.Shared == Shared }

// bothWays reports whether a quarter of the people, at least two, want to move
// up, and as many down, by half a step or more.
func bothWays(m *Measured) bool {
	least := max(2, (m.People+3)/4)
	return m.Gap.Up >= least && m.Gap.Down >= least
}

// limits returns the mean gap and its interval.
func limits(g *Gap) (mean, lower, upper float64, ok bool) {
	mean, a := g.Mean.Value()
	lower, b := g.Lower.Value()
	upper, c := g.Upper.Value()
	return mean, lower, upper, a && b && c
}
