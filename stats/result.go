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

// A Test is χ² with DF degrees of freedom, or F with DF (absent: infinite) and
// DF2. P is its upper tail.
type Test struct {
	Statistic, DF, DF2, P Number
}

// NoTest returns the Test that is absent for a reason.
func NoTest(why Reason) Test {
	n := None(why)
	return Test{n, n, n, n}
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
