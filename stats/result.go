package stats

// A Result is one coefficient under one scheme of weights.
type Result struct {
	ID      string
	Weights string // empty where the coefficient takes none

	Value              Number
	Observed, Expected Number // agreement observed, and by chance

	SE, Lower, Upper Number
	P                Number // two-sided, against Options.TestValue; or that of Test
	DF               Number // of the t distribution; absent where it is normal

	Items  int // rated items; of some coefficients those with two ratings or more
	Raters int
	Unit   string // "item" or "lesson": what the interval speaks of
	Method string // how the error was computed

	// K is the number of ratings that an average form is of; its zero value
	// stands where the coefficient is of single ratings.
	K Number

	// Test is the test that a coefficient brings of its own; its zero value
	// stands where there is none.
	Test Test

	// Pairs counts the pairs of raters that a mean over pairs is of, and
	// PairsUsed those among them that have a value.
	Pairs, PairsUsed int

	// Replicates and Undefined count the bootstrap's or jackknife's replicates
	// and those among them without a value.
	Replicates, Undefined int
}

// A Test is a test of a hypothesis: z, χ² with DF degrees of freedom, or F with
// DF (absent: infinite) and DF2. P is two-sided for z, else the upper tail.
type Test struct {
	ID                    string
	Statistic, DF, DF2, P Number
	Exact                 Number // P without an approximation, where there is one
	Items                 int
	Level                 Number // the level's value, for a test of one level
}

// NoTest returns the Test that is absent for a reason.
func NoTest(why Reason) Test { return Test{}.Without(why) }

// Without returns the Test with every figure absent for the reason, but for
// those that are there already or absent for another.
func (t Test) Without(why Reason) Test {
	for _, n := range []*Number{&t.Statistic, &t.DF, &t.DF2, &t.P, &t.Exact, &t.Level} {
		n.Explain(why)
	}
	return t
}

// Without returns the Result with every figure absent for the reason, but for
// those that are there already or absent for another.
func (r Result) Without(why Reason) Result {
	for _, n := range []*Number{
		&r.Value, &r.Observed, &r.Expected, &r.SE, &r.Lower, &r.Upper, &r.P, &r.DF,
	} {
		n.Explain(why)
	}
	return r
}

// Explain gives a Number its reason, unless it has a value or a reason.
func (n *Number) Explain(why Reason) {
	if !n.ok && n.reason == "" {
		n.reason = why
	}
}
