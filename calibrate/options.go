package calibrate

import (
	"errors"
	"fmt"
	"time"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// Ready checks the options and fills in every default. What computes from
// options begins with it, so that all callers have the same.
func (o Options) Ready() (Options, error) {
	if err := o.Check(); err != nil {
		return o, err
	}
	if o.Confidence == 0 {
		o.Confidence = DefaultConfidence
	}
	if o.Seed == 0 {
		o.Seed = stats.DefaultSeed
	}
	if o.Standard == nil {
		o.Standard = Standards[0]
	}
	return o, nil
}

// Check returns everything that is wrong with the options, joined.
func (o Options) Check() error {
	errs := []error{CheckReplicates(o.Bootstrap), stats.Options{Unit: o.Unit}.Check()}
	if o.Confidence != 0 {
		errs = append(errs, CheckConfidence(o.Confidence))
	}
	if _, err := time.Parse("15:04", o.Start); o.Start != "" && err != nil {
		errs = append(errs, fmt.Errorf("%q is no time of day such as 14:10", o.Start))
	}
	if o.Minutes != 0 && (o.Minutes < ShortestMeeting || o.Minutes > LongestMeeting) {
		errs = append(errs, fmt.Errorf("%d minutes are not between %d and %d", o.Minutes, ShortestMeeting, LongestMeeting))
	}
	if o.Items < 0 {
		errs = append(errs, fmt.Errorf("%d items to settle are fewer than none", o.Items))
	}
	for _, x := range []struct {
		name string
		v    float64
	}{{"dependability", o.Plan.Dependability}, {"half-width", o.Plan.HalfWidth}} {
		if x.v != 0 && !(x.v > 0 && x.v < 1) {
			errs = append(errs, fmt.Errorf("a %s of %v is not between 0 and 1", x.name, x.v))
		}
	}
	return errors.Join(errs...)
}

// CheckConfidence holds the confidence of intervals against its range.
func CheckConfidence(c float64) error {
	if !(c >= 0.5 && c <= 0.999) {
		return fmt.Errorf("a confidence of %v is not between 0.5 and 0.999", c)
	}
	return nil
}

// mostReplicates keeps a slip of the finger from running for days.
const mostReplicates = 1_000_000

// CheckReplicates holds a number of bootstrap replicates against its range.
func CheckReplicates(n int) error {
	if n < 0 || n > mostReplicates {
		return fmt.Errorf("a bootstrap of %d replicates is not between 0 and %d", n, mostReplicates)
	}
	return nil
}

// Team are the options of the measures.
func (o Options) Team() team.Options {
	return team.Options{Unit: o.Unit, Confidence: o.Confidence, Seed: o.Seed}
}

// What a plan aims at where nothing else is asked for.
const (
	DefaultDependability = 0.8
	DefaultHalfWidth     = 0.1
)

// PlanOptions are the targets of a plan. Zero stands for the defaults.
type PlanOptions struct {
	Dependability float64 // Φ of a lesson's mean over its indicators
	HalfWidth     float64 // of the interval of exact agreement
}

// Options are the choices of an analysis. The zero value is ready to use.
type Options struct {
	Version  string    // of the program, for the report
	Standard *Standard // nil means the district standard
	By       string    // column that groups the raters
	// IDs gives each rater an id that hangs on the name and a key alone, and
	// follows a person from file to file; nil: pseudonyms.
	IDs        func(name string) string
	Names      bool    // show names beside pseudonyms
	NoQuotes   bool    // leave what was written out
	Minutes    int     // of the meeting; 0 means DefaultMeeting
	Items      int     // to settle in it; 0 means as many as usual
	Start      string  // of the meeting, as 14:10; empty where it is not known
	Seed       uint64  // of whatever is drawn; 0 means 1
	Confidence float64 // 0 means DefaultConfidence
	Bootstrap  int     // replicates for the intervals of coefficients; 0 means none
	Plan       PlanOptions
	Unit       stats.Unit // empty: lessons with five or more, else items
}

// DefaultConfidence is the confidence of an interval.
const DefaultConfidence = 0.95
