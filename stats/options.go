package stats

import (
	"errors"
	"fmt"
	"math"

	"github.com/cb401426/calibrate/stats/weight"
)

// Variance says which standard error over items is computed.
type Variance string

// The standard errors over items.
const (
	// Corrected is the default: over items the linearized error in which items
	// rated once carry their margins only; over lessons the jackknife, which
	// is nearer the truth where lessons are few, up to 50 of them.
	Corrected Variance = "corrected"
	// Gwet is the error as Gwet published it and other software prints it: by
	// item, and too large where items are rated once.
	Gwet Variance = "gwet"
	// Linearized is the corrected error over items, and over lessons the same
	// summed by lesson.
	Linearized Variance = "linearised"
	// Jackknife is the error from leaving out each item, or lesson, in turn.
	Jackknife Variance = "jackknife"
)

// Unit says what an interval generalizes over.
type Unit string

// The units of an interval.
const (
	ByItem   Unit = "item"   // items vary on their own. The default
	ByLesson Unit = "lesson" // the items of a lesson vary together
)

// Inference says what is thought of as a sample.
type Inference string

// What is thought of as a sample.
const (
	OverItems  Inference = "items"  // items; the raters are the raters. The default
	OverRaters Inference = "raters" // raters; the items are the items
	OverBoth   Inference = "both"   // both
)

// Interval says which distribution an interval and a test use.
type Interval string

// The distributions of an interval.
const (
	StudentT Interval = "t"      // Student's t. The default
	Normal   Interval = "normal" // the standard normal
)

// BootstrapMethod says how limits are read off the replicates.
type BootstrapMethod string

// The bootstrap's limits.
const (
	Percentile BootstrapMethod = "percentile" // the default
	BCa        BootstrapMethod = "bca"        // bias-corrected and accelerated
)

// Options says under which weights a coefficient is computed and how sure it
// is to be made. The zero value is ready: identity weights, and a 95% t
// interval over items from the corrected linearized error.
type Options struct {
	// Weights are those of a pair of levels; nil means identity. A coefficient
	// that takes none ignores them.
	Weights *weight.Scheme

	Confidence float64 // of the interval, between 0 and 1; 0 means .95
	Variance   Variance
	Unit       Unit
	Inference  Inference
	Interval   Interval

	// The sizes of finite populations that items and raters were drawn from;
	// 0 means large.
	PopulationItems, PopulationRaters int

	// TestValue is what P tests the coefficient against.
	TestValue float64

	Bootstrap       int // replicates; 0 means none
	BootstrapMethod BootstrapMethod
	Seed            uint64 // of whatever is drawn; 0 means 1
	Workers         int    // 0 means one a processor; the results are the same
}

// The defaults of Options.
const (
	DefaultConfidence = 0.95
	DefaultSeed       = 1
)

// Check returns everything that is wrong with the options, joined: a choice
// that is none of the constants, a confidence that is not between 0 and 1, a
// number that cannot be negative, a value to test that is not finite. Every
// Estimate checks its options.
func (o Options) Check() error {
	return errors.Join(
		oneOf("variance", o.Variance, Corrected, Gwet, Linearized, Jackknife),
		oneOf("unit", o.Unit, ByItem, ByLesson),
		oneOf("inference", o.Inference, OverItems, OverRaters, OverBoth),
		oneOf("interval", o.Interval, StudentT, Normal),
		oneOf("bootstrap method", o.BootstrapMethod, Percentile, BCa),
		o.checkNumbers(),
	)
}

func (o Options) checkNumbers() error {
	var errs []error
	if c := o.Confidence; c != 0 && !(c > 0 && c < 1) {
		errs = append(errs, fmt.Errorf("confidence %v is not between 0 and 1", c))
	}
	if v := o.TestValue; math.IsNaN(v) || math.IsInf(v, 0) {
		errs = append(errs, fmt.Errorf("test value %v is not a number", v))
	}
	for _, count := range []struct {
		name string
		n    int
	}{
		{"population of items", o.PopulationItems}, {"population of raters", o.PopulationRaters},
		{"bootstrap", o.Bootstrap}, {"workers", o.Workers},
	} {
		if count.n < 0 {
			errs = append(errs, fmt.Errorf("%s %d is negative", count.name, count.n))
		}
	}
	return errors.Join(errs...)
}

// oneOf reports a choice that is neither empty nor one of those there are.
func oneOf[T ~string](name string, choice T, choices ...T) error {
	if choice == "" {
		return nil
	}
	for _, c := range choices {
		if c == choice {
			return nil
		}
	}
	return fmt.Errorf("%s %q is none of %q", name, choice, choices)
}

// WithDefaults returns the options with every default filled in, but for the
// weights, the populations and the workers. The error as published knows items
// only.
func (o Options) WithDefaults() Options {
	fill(&o.Confidence, DefaultConfidence)
	fill(&o.Variance, Corrected)
	fill(&o.Unit, ByItem)
	fill(&o.Inference, OverItems)
	fill(&o.Interval, StudentT)
	fill(&o.BootstrapMethod, Percentile)
	fill(&o.Seed, DefaultSeed)
	if o.Variance == Gwet {
		o.Unit = ByItem
	}
	return o
}

// fill sets what is zero to its default.
func fill[T comparable](choice *T, otherwise T) {
	var zero T
	if *choice == zero {
		*choice = otherwise
	}
}
