package calibrate

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

func (o Options) WithDefaults() Options {
	if o.Confidence == 0 {
		o.Confidence = DefaultConfidence
	}
	if o.Standard == nil {
		o.Standard = Standards[0]
	}
	return o
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
	Version    string    // of the program, for the report
	Standard   *Standard // nil means the district standard
	By         string    // column that groups the raters
	Names      bool      // show names beside pseudonyms
	NoQuotes   bool      // leave what was written out
	Minutes    int       // of the meeting; 0 means DefaultMeeting
	Items      int       // to settle in it; 0 means as many as usual
	Start      string    // of the meeting, as 14:10; empty where it is not known
	Seed       uint64
	Confidence float64 // 0 means DefaultConfidence
	Bootstrap  int     // replicates for the intervals of coefficients; 0 means none
	Plan       PlanOptions
	Unit       stats.Unit // empty: lessons with five or more, else items
}

// DefaultConfidence is the confidence of an interval.
const DefaultConfidence = 0.95
