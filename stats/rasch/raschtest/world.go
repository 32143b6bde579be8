// Package raschtest draws ratings by the Rasch model with known measures, for tests
// and for the simulation whose figures stand in docs.
package raschtest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Design says what Simulate draws: normal measures with the given standard
// deviations, ratings by the model; each lesson is seen by some of the raters.
type Design struct {
	Lessons, Indicators, Raters, SeenBy int
	Steps                               []float64 // thresholds
	Lesson, Indicator, Rater            float64   // standard deviations
}

// Thirty is 30 lessons that ten raters all rate on eight indicators.
var Thirty = Design{
	Lessons: 30, Indicators: 8, Raters: 10, SeenBy: 10, Steps: []float64{-1.5, 0, 1.5},
	Lesson: 1, Indicator: 0.7, Rater: 0.5,
}

// Simulate returns data and the true measures by facet, each with mean 0.
func (w Design) Simulate(rng *rand.Rand) (*rasch.Data, [][]float64) {
	truth := [][]float64{
		normal(rng, w.Lessons, w.Lesson), normal(rng, w.Indicators, w.Indicator), normal(rng, w.Raters, w.Rater),
	}
	d := &rasch.Data{Codes: make([][]int32, 3)}
	for f, name := range []string{rasch.Lesson, rasch.Indicator, rasch.Rater} {
		facet := rasch.Facet{Name: name}
		for e := range truth[f] {
			facet.Elements = append(facet.Elements, fmt.Sprintf("%s %d", name, e+1))
		}
		d.Facets = append(d.Facets, facet)
	}
	values := []float64{1}
	for k := range w.Steps {
		values = append(values, float64(k+2))
	}
	d.Scales = []rating.Scale{rating.NewScale("scale", rating.Declared, values...)}
	for l := range w.Lessons {
		for _, g := range rng.Perm(w.Raters)[:w.SeenBy] {
			for i := range w.Indicators {
				d.Codes[0] = append(d.Codes[0], int32(l))
				d.Codes[1] = append(d.Codes[1], int32(i))
				d.Codes[2] = append(d.Codes[2], int32(g))
				d.Level = append(d.Level, w.level(rng, truth[0][l]-truth[1][i]-truth[2][g]))
			}
		}
	}
	return d, truth
}

// level draws a level by the model.
func (w Design) level(rng *rand.Rand, location float64) uint16 {
	weights, sum, log := []float64{1}, 1.0, 0.0
	for _, step := range w.Steps {
		log += location - step
		weights = append(weights, math.Exp(log))
		sum += math.Exp(log)
	}
	u := rng.Float64() * sum
	for k, weight := range weights {
		if u -= weight; u < 0 {
			return uint16(k)
		}
	}
	return uint16(len(w.Steps))
}

func normal(rng *rand.Rand, size int, sd float64) []float64 {
	values, mean := make([]float64, size), 0.0
	for i := range values {
		values[i] = sd * rng.NormFloat64()
		mean += values[i] / float64(size)
	}
	for i := range values {
		values[i] -= mean
	}
	return values
}
