package teamtest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/rating"
)

// World makes up teams: a latent score is lesson + indicator + lesson ×
// indicator − severity + rater × lesson + rater × indicator + noise, each with
// its standard deviation, and is cut into four levels of which a typical team
// uses 5, 40, 53 and 2%.
type World struct {
	Raters, Lessons, Indicators int

	lesson, Indicator, both         float64
	Severity, OfLesson, OfIndicator float64
	Noise                           float64

	Camp    int     // raters of the first of two camps
	Reading float64 // how far each camp's reading of an indicator is off, up or down
	Odd     string  // what the first rater does
	Missing float64
}

// Typical is a team as one would meet it.
var Typical = World{
	Raters: 12, Lessons: 1, Indicators: 10,
	lesson: 0.6, Indicator: 0.3, both: 0.35,
	Severity: 0.35, OfLesson: 0.3, OfIndicator: 0.25, Noise: 0.7,
}

// But returns the world with some of it changed.
func (w World) But(change func(*World)) World {
	change(&w)
	return w
}

func (w World) total() float64 {
	sum := 0.0
	for _, sd := range []float64{w.lesson, w.Indicator, w.both, w.Severity, w.OfLesson, w.OfIndicator, w.Noise} {
		sum += sd * sd
	}
	return math.Sqrt(sum)
}

// level cuts a latent score.
func (w World) level(z float64) float64 {
	level := 1.0
	for _, cut := range []float64{-1.64, -0.13, 2.05} {
		if z > cut*w.total() {
			level++
		}
	}
	return level
}

// Draw makes up one team.
func (w World) Draw(rng *rand.Rand) *rating.Table {
	draws := func(n int, sd float64) []float64 {
		list := make([]float64, n)
		for i := range list {
			list[i] = sd * rng.NormFloat64()
		}
		return list
	}
	severity, indicator := draws(w.Raters, w.Severity), draws(w.Indicators, w.Indicator)
	reading := draws(w.Raters*w.Indicators, w.OfIndicator)
	camp := draws(w.Indicators, w.Reading)
	b := rating.NewBuilder()
	for l, lesson := range draws(w.Lessons, w.lesson) {
		overall := draws(w.Raters, w.OfLesson)
		for j, both := range draws(w.Indicators, w.both) {
			item := lesson + indicator[j] + both
			for g := range w.Raters {
				noise := w.Noise * rng.NormFloat64()
				z := item - severity[g] + overall[g] + reading[g*w.Indicators+j] + noise
				if g < w.Camp {
					z += camp[j]
				} else {
					z -= camp[j]
				}
				if g == 0 {
					z = w.strange(z, item, noise, rng)
				}
				if rng.Float64() >= w.Missing {
					b.Add(rating.Record{
						Rater: fmt.Sprint("rater ", g), Lesson: fmt.Sprint("lesson ", l),
						Indicator: fmt.Sprint("indicator ", j), Score: w.level(z),
					})
				}
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

// strange is the latent score of the odd rater.
func (w World) strange(z, item, noise float64, rng *rand.Rand) float64 {
	switch w.Odd {
	case "at random":
		return w.total() * rng.NormFloat64()
	case "from end to end":
		return 3 * w.total() * rng.NormFloat64()
	case "opposed":
		return noise - item
	case "severe":
		return z - 2*w.total()
	case "one level":
		return w.total()
	}
	return z
}

// rng returns the generator of one run of a simulation.
func Simulated(run int) *rand.Rand { return rand.New(rand.NewPCG(20261121, uint64(run))) }
