package rasch

import (
	"fmt"
	"slices"
)

// Options say which model is fitted and how. The zero value is the rating
// scale model by joint maximum likelihood, uncorrected, every facet centered.
type Options struct {
	// Steps names the facet of which each element has steps of its own
	// (partial credit), or "common": steps for each scale (rating scale).
	Steps string
	// Method is "jml", joint maximum likelihood, or "mml", marginal over the
	// lessons, which are then a sample from a normal distribution.
	Method string
	// Correction is "none" or "jml": measures and thresholds by joint maximum
	// likelihood are drawn together by c = 1 − parameters/ratings, and their
	// errors by √c, for the parameters made the residuals too small by c. c is
	// Wright's (L−1)/L where the lessons are most of the parameters.
	Correction string
	// Errors is "model" or "real": "real" multiplies standard errors in Fits
	// and summaries by √infit where that is above 1.
	Errors string
	// Noncentered is "none": all facets have mean 0 and Model.Constant holds
	// where the lessons are; or "lesson": Model.Constant is 0.
	Noncentered string
	// Anchors are fixed measures, from an earlier fit.
	Anchors *Anchors
	// Confidence of intervals; 0 is .95.
	Confidence float64
}

// choices are the values that an option can take, the default first.
var choices = map[string][]string{
	"method":      {"jml", "mml"},
	"correction":  {"none", "jml"},
	"errors":      {"model", "real"},
	"noncentered": {"none", Lesson},
}

// withDefaults returns the options in full, or what is wrong with them.
func (o Options) withDefaults(d *Data) (Options, error) {
	for name, value := range map[string]*string{
		"method": &o.Method, "correction": &o.Correction, "errors": &o.Errors, "noncentered": &o.Noncentered,
	} {
		if *value == "" {
			*value = choices[name][0]
		}
		if !slices.Contains(choices[name], *value) {
			return o, fmt.Errorf("%s %q is none of %v", name, *value, choices[name])
		}
	}
	if o.Steps == "" {
		o.Steps = Common
	}
	if o.Steps != Common && d.Facet(o.Steps) < 1 {
		return o, fmt.Errorf("steps %q: there is no such facet besides the lessons", o.Steps)
	}
	if o.Correction == "jml" && o.Method == "mml" {
		return o, fmt.Errorf("correction jml is for method jml: marginal likelihood needs none")
	}
	if o.Correction == "jml" && o.Anchors != nil {
		return o, fmt.Errorf("correction jml would move anchored measures: leave one of the two out")
	}
	if lessons := len(d.Facets[0].Elements); o.Method == "mml" && lessons < fewestLessons {
		return o, fmt.Errorf("method mml takes lessons for a sample and needs %d; there are %d: use jml", fewestLessons, lessons)
	}
	if o.Confidence == 0 {
		o.Confidence = 0.95
	}
	if o.Confidence <= 0 || o.Confidence >= 1 {
		return o, fmt.Errorf("confidence %v is not between 0 and 1", o.Confidence)
	}
	return o, o.Anchors.check(d)
}

// Common stands for steps that all elements share.
const Common = "common"

// fewestLessons is from how many lessons on their distribution is estimated.
const fewestLessons = 5
