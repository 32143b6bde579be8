package team

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// limits returns the interval of a mean of shares as percent_agreement has it.
func limits(list []inference.Observation, unit stats.Unit, confidence float64) (lower, upper stats.Number) {
	o := stats.Options{Unit: unit, Confidence: confidence}
	s := inference.MeanSpread(list, o)
	if s.Why == stats.TooFewItems && unit == stats.ByLesson {
		s.Why = oneLesson
	}
	mean := stats.Result{Value: inference.Mean(list), P: stats.None(stats.NoNull)}
	r := s.Around(mean, inference.Range{Most: 1}, o)
	return r.Lower, r.Upper
}
