package agree

import "github.com/cb401426/calibrate/stats"

// A Result is one coefficient under one scheme of weights.
type Result struct {
	ID      string
	Weights string // empty where the coefficient takes none

	Value              stats.Number
	Observed, Expected stats.Number // agreement observed, and by chance

	SE, Lower, Upper stats.Number
	P                stats.Number // two-sided, against Options.TestValue
	DF               stats.Number // of the t distribution; absent where it is normal

	Items  int // rated items; for alpha those with two ratings or more
	Raters int
	Unit   string // "item" or "lesson": what the interval speaks of
	Method string // how the error was computed

	// Pairs counts the pairs of raters that a mean over pairs is of, and
	// PairsUsed those among them that have a value.
	Pairs, PairsUsed int

	// Replicates and Undefined count the bootstrap's or jackknife's replicates
	// and those among them without a value.
	Replicates, Undefined int
}

// without returns the Result with every figure absent for the reason, but for
// those that are there already.
func (r Result) without(why stats.Reason) Result {
	for _, n := range []*stats.Number{
		&r.Value, &r.Observed, &r.Expected, &r.SE, &r.Lower, &r.Upper, &r.P, &r.DF,
	} {
		if !n.OK() && n.Reason() == "" {
			*n = stats.None(why)
		}
	}
	return r
}
