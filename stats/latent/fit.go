package latent

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats"
)

// Options say which model is fitted and how.
type Options struct {
	// Kind is one of DawidSkene, OneCoin, Ordinal, or "": the one with the
	// lowest BIC.
	Kind string
	// Smoothing is added to each level's own count of a rater, as one more
	// rating that matched. NoSmoothing is none: maximum likelihood. 0 is 1.
	Smoothing   float64
	NoSmoothing bool
	Confidence  float64 // of intervals; 0 is .95
	Bootstrap   int     // samples for intervals; 0 is 200, below 0 none
	Seed        uint64
}

// A Result is a fitted model. Where there is none, Reason says why.
type Result struct {
	Reason     stats.Reason
	Kind       string
	Clear      bool // the BIC is lower by 2 or more than the next
	Compared   []Comparison
	LogL       float64
	BIC        float64
	Parameters int
	Smoothing  float64
	Confidence float64
	Bootstrap  int       // samples
	Unit       string    // what intervals resample: "item" or "lesson"
	Prevalence []float64 // of the levels
	Items      []Item
	Raters     []Rater
}

// A Comparison is a model that was tried.
type Comparison struct {
	Kind       string
	LogL, BIC  float64
	Parameters int
}

// An Item has a level that best explains its ratings.
type Item struct {
	Level       int // position on the scale
	Probability float64
	Posterior   []float64
	Median      float64 // of its ratings, in level values
	Differs     bool    // the median is neither the level nor next to it by half
}

// A Rater matches the levels to a degree.
type Rater struct {
	Ratings   int
	Accuracy  Interval // chance to match, levels weighted by their prevalence
	Severity  Interval // mean of level less rating, in level values
	Noise     Interval // standard deviation of rating less level
	Confusion [][]float64
	ByLevel   []Interval // chance to match each level
}

// An Interval is a value between its confidence limits.
type Interval struct{ Value, Lower, Upper stats.Number }

// Fit fits the model. Too few raters, items or lessons give a Result without a
// model and with its Reason; an error is of options or of the context.
func Fit(ctx context.Context, d *Data, o Options) (*Result, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	if why := d.reason(); why != "" {
		return &Result{Reason: why, Smoothing: o.Smoothing, Confidence: o.Confidence}, nil
	}
	weight := make([]float64, d.Items)
	for i := range weight {
		weight[i] = 1
	}
	r := &Result{Smoothing: o.Smoothing, Confidence: o.Confidence, Bootstrap: max(o.Bootstrap, 0)}
	var best *estimate
	for _, k := range kinds {
		if o.Kind != "" && o.Kind != k.name || len(d.Values) < k.least {
			continue
		}
		e, err := search(ctx, k, d, weight, o)
		if err != nil {
			return nil, err
		}
		c := e.comparison()
		r.Compared = append(r.Compared, c)
		if best == nil || c.BIC < r.BIC {
			best, r.BIC, r.LogL, r.Parameters, r.Kind = e, c.BIC, c.LogL, c.Parameters, k.name
		}
	}
	if best == nil {
		return &Result{Reason: stats.NotApplicable}, nil
	}
	r.Clear = true
	for _, c := range r.Compared {
		r.Clear = r.Clear && (c.Kind == r.Kind || c.BIC >= r.BIC+2)
	}
	r.Prevalence = best.prevalence
	r.Items = best.items()
	r.Raters = best.raters()
	r.Unit, err = best.intervals(ctx, r.Raters, o)
	return r, err
}

func (o Options) withDefaults() (Options, error) {
	known := o.Kind == ""
	for _, k := range kinds {
		known = known || k.name == o.Kind
	}
	if !known {
		return o, fmt.Errorf("model %q is none of %s, %s, %s", o.Kind, OneCoin, Ordinal, DawidSkene)
	}
	if o.Smoothing == 0 && !o.NoSmoothing {
		o.Smoothing = 1
	}
	if o.Smoothing < 0 || math.IsNaN(o.Smoothing) || o.NoSmoothing && o.Smoothing != 0 {
		return o, fmt.Errorf("smoothing %v is not a number of ratings", o.Smoothing)
	}
	if o.Confidence == 0 {
		o.Confidence = 0.95
	}
	if o.Confidence <= 0 || o.Confidence >= 1 {
		return o, fmt.Errorf("confidence %v is not between 0 and 1", o.Confidence)
	}
	if o.Bootstrap == 0 {
		o.Bootstrap = 200
	}
	return o, nil
}

// search runs from several starts and returns the best.
func search(ctx context.Context, k kind, d *Data, weight []float64, o Options) (*estimate, error) {
	starts := [][][]float64{d.shares(), d.nearMedians()}
	rng := rand.New(rand.NewPCG(o.Seed, 79))
	for range 3 {
		start := d.shares()
		for i := range start {
			for t := range start[i] {
				start[i][t] = start[i][t] + 0.5*rng.Float64()
			}
			normalize(start[i])
		}
		starts = append(starts, start)
	}
	var best *estimate
	for _, start := range starts {
		e := newEstimate(k, d, weight, o.Smoothing)
		if err := e.run(ctx, start, 1e-12); err != nil {
			return nil, err
		}
		if best == nil || e.likelihood+e.penalty > best.likelihood+best.penalty+1e-9 {
			best = e
		}
	}
	if k.name == DawidSkene {
		best.relabel()
		if err := best.run(ctx, best.posterior, 1e-12); err != nil {
			return nil, err
		}
	}
	return best, nil
}

// comparison returns the BIC over items (Schwarz 1978): −2 log L + p log n.
func (e *estimate) comparison() Comparison {
	q := len(e.data.Values)
	raters := map[int32]bool{}
	for _, g := range e.data.Rater {
		raters[g] = true
	}
	p := q - 1 + len(raters)*e.kind.parameters(q)
	return Comparison{e.kind.name, e.likelihood, -2*e.likelihood + float64(p)*math.Log(float64(e.data.Items)), p}
}
