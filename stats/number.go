package stats

import (
	"encoding/json"
	"math"
	"strconv"
)

// A Reason is the code that says why a Number is absent. The codes are a
// closed list; the report explains each in a sentence.
type Reason string

// The reasons for which a statistic has no value.
const (
	// NoPairs: no item was rated by two raters or more.
	NoPairs Reason = "no_pairs"
	// OneItem: chance cannot be told from agreement on a single item.
	OneItem Reason = "one_item"
	// OneRater: the figure compares raters and there is one.
	OneRater Reason = "one_rater"
	// NoVariation: every rating is the same level.
	NoVariation Reason = "no_variation"
	// NoDisagreement: all agree, so no interval can be computed.
	NoDisagreement Reason = "no_disagreement"
	// NoSpread: the figure is the same for every item (or lesson), so its
	// interval would have no width.
	NoSpread Reason = "no_spread"
	// NeedsTwoRaters: the coefficient is defined for exactly two raters.
	NeedsTwoRaters Reason = "needs_two_raters"
	// NeedsThreeRaters: an error over raters needs three or more.
	NeedsThreeRaters Reason = "needs_three_raters"
	// NeedsTwoLevels: the coefficient is defined for two levels.
	NeedsTwoLevels Reason = "needs_two_levels"
	// NoNull: there is no value that chance alone would give, so no test.
	NoNull Reason = "no_null"
	// TooFewItems: an error needs more items than there are.
	TooFewItems Reason = "too_few_items"
	// NeedsComplete: the coefficient is defined where all rated all items.
	NeedsComplete Reason = "needs_complete"
	// Unstable: too many replicates have no value.
	Unstable Reason = "unstable"
	// OutOfRange: the data lie outside the range for which the figure holds.
	OutOfRange Reason = "out_of_range"
	// NotApplicable: the combination that was asked for has no meaning.
	NotApplicable Reason = "not_applicable"
	// TooLarge: the computation would not fit in memory.
	TooLarge Reason = "too_large"
	// Unreachable: no number, however large, attains the target.
	Unreachable Reason = "unreachable"
	// TooLittleText: words can be compared only where more is written.
	TooLittleText Reason = "too_little_text"
	// Noted: the number was read from JSON, and the reason is in its notes.
	Noted Reason = "noted"
	// Undefined: the formula divides zero by zero on these data.
	Undefined Reason = "undefined"
)

// A Number is a value, or the reason why there is none. Its zero value is
// absent without a reason.
type Number struct {
	value  float64
	ok     bool
	reason Reason
}

// Of returns the Number with value v. A value that is not finite is absent,
// with reason Undefined: no Number is ever NaN.
func Of(v float64) Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return None(Undefined)
	}
	return Number{value: v, ok: true}
}

// None returns an absent Number with its reason.
func None(why Reason) Number { return Number{reason: why} }

// Value returns the value and whether there is one.
func (n Number) Value() (float64, bool) { return n.value, n.ok }

// Or returns the value, or v where there is none.
func (n Number) Or(v float64) float64 {
	if n.ok {
		return n.value
	}
	return v
}

// OK reports whether there is a value.
func (n Number) OK() bool { return n.ok }

// Reason returns why there is no value; it is empty where there is one.
func (n Number) Reason() Reason { return n.reason }

// Map returns f of the value, or n itself where it is absent.
func (n Number) Map(f func(float64) float64) Number {
	if !n.ok {
		return n
	}
	return Of(f(n.value))
}

// MarshalJSON writes the value in full precision, or null.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.ok {
		return []byte("null"), nil
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON reads a number or null. The reason of a null is not in the
// JSON of a Number: the report's notes hold it.
func (n *Number) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*n = None(Noted)
		return nil
	}
	var v float64
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	*n = Of(v)
	return nil
}

// MarshalCSV writes the value in full precision, or an empty cell.
func (n Number) MarshalCSV() (string, error) { return n.String(), nil }

// String returns the shortest text that reads back to the same value, or the
// empty string.
func (n Number) String() string {
	if !n.ok {
		return ""
	}
	return strconv.FormatFloat(n.value, 'g', -1, 64)
}
