package calibrate

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/rating"
)

// world makes up teams: a latent score is lesson + indicator + lesson ×
// indicator − severity + rater × lesson + rater × indicator + noise, each with
// its standard deviation, and is cut into four levels of which a typical team
// uses 5, 40, 53 and 2%.
type world struct {
	raters, lessons, indicators int

	lesson, indicator, both         float64
	severity, ofLesson, ofIndicator float64
	noise                           float64

	camp    int     // raters of the first of two camps
	reading float64 // how far each camp's reading of an indicator is off, up or down
	odd     string  // what the first rater does
	missing float64
}

// typical is a team as one would meet it.
var typical = world{
	raters: 12, lessons: 1, indicators: 10,
	lesson: 0.6, indicator: 0.3, both: 0.35,
	severity: 0.35, ofLesson: 0.3, ofIndicator: 0.25, noise: 0.7,
}

// but returns the world with some of it changed.
func (w world) but(change func(*world)) world {
	change(&w)
	return w
}

func (w world) total() float64 {
	sum := 0.0
	for _, sd := range []float64{w.lesson, w.indicator, w.both, w.severity, w.ofLesson, w.ofIndicator, w.noise} {
		sum += sd * sd
	}
	return math.Sqrt(sum)
}

// level cuts a latent score.
func (w world) level(z float64) float64 {
	level := 1.0
	for _, cut := range []float64{-1.64, -0.13, 2.05} {
		if z > cut*w.total() {
			level++
		}
	}
	return level
}

// draw makes up one team.
func (w world) draw(rng *rand.Rand) *rating.Table {
	draws := func(n int, sd float64) []float64 {
		list := make([]float64, n)
		for i := range list {
			list[i] = sd * rng.NormFloat64()
		}
		return list
	}
	severity, indicator := draws(w.raters, w.severity), draws(w.indicators, w.indicator)
	reading := draws(w.raters*w.indicators, w.ofIndicator)
	camp := draws(w.indicators, w.reading)
	b := rating.NewBuilder()
	for l, lesson := range draws(w.lessons, w.lesson) {
		overall := draws(w.raters, w.ofLesson)
		for j, both := range draws(w.indicators, w.both) {
			item := lesson + indicator[j] + both
			for g := range w.raters {
				noise := w.noise * rng.NormFloat64()
				z := item - severity[g] + overall[g] + reading[g*w.indicators+j] + noise
				if g < w.camp {
					z += camp[j]
				} else {
					z -= camp[j]
				}
				if g == 0 {
					z = w.strange(z, item, noise, rng)
				}
				if rng.Float64() >= w.missing {
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
func (w world) strange(z, item, noise float64, rng *rand.Rand) float64 {
	switch w.odd {
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
func simulated(run int) *rand.Rand { return rand.New(rand.NewPCG(20261121, uint64(run))) }
