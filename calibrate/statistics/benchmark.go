package statistics

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
)

// sure is the probability with which a coefficient reaches a band.
const sure = 0.95

// placed returns the band of a result; nil where there is no value.
func placed(r stats.Result, b *benchmark.Benchmark) *calibrate.Benchmark {
	if b == nil || !r.Value.OK() {
		return nil
	}
	p := b.Place(r, sure)
	band := calibrate.Named(p.ByProbability)
	if p.ByProbability == "" {
		band = calibrate.NoLabel(p.Probability.Reason())
	}
	return &calibrate.Benchmark{Scale: b.ID, Band: band, Probability: p.Probability, Point: p.ByPoint}
}
