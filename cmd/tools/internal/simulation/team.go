package simulation

import (
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/inference"
)

// Effects are the standard deviations of a latent score.
type Effects struct {
	Lesson, Indicator, Both               float64
	Severity, RaterLesson, RaterIndicator float64
	Noise                                 float64
}

// The teams that simulations of agreement have in common.
var (
	Aligned   = Effects{Lesson: .75, Indicator: .35, Both: .35, Severity: .20, RaterLesson: .20, RaterIndicator: .15, Noise: .45}
	Typical   = Effects{Lesson: .60, Indicator: .30, Both: .35, Severity: .35, RaterLesson: .30, RaterIndicator: .25, Noise: .70}
	Unaligned = Effects{Lesson: .45, Indicator: .25, Both: .30, Severity: .55, RaterLesson: .40, RaterIndicator: .40, Noise: .90}
)

// Total is the standard deviation of all effects together.
func (e Effects) Total() float64 {
	sum := 0.0
	for _, sd := range []float64{e.Lesson, e.Indicator, e.Both, e.Severity, e.RaterLesson, e.RaterIndicator, e.Noise} {
		sum += sd * sd
	}
	return math.Sqrt(sum)
}

// A Size is a design. From five lessons on the clusters are lessons, else
// indicators.
type Size struct{ Raters, Lessons, Indicators int }

// Sizes are designs of so many raters, lessons and indicators.
func Sizes(designs ...[3]int) []Size {
	list := make([]Size, len(designs))
	for i, d := range designs {
		list[i] = Size{d[0], d[1], d[2]}
	}
	return list
}

func (z Size) ByLesson() bool { return z.Lessons >= inference.LessonsNeeded }

// Clusters is how many of them a file has.
func (z Size) Clusters() int {
	if z.ByLesson() {
		return z.Lessons
	}
	return z.Indicators
}

// A Team is what stays from file to file: the raters, and the lessons or the
// indicators.
type Team struct {
	Effects
	Size
	severity []float64
	kept     []float64   // effects of what stays
	reading  [][]float64 // by rater: of what stays
}

// NewTeam draws a team; rater is called for each, once their own is drawn, and
// may draw more of them.
func NewTeam(e Effects, z Size, rng *rand.Rand, rater func()) *Team {
	t := &Team{Effects: e, Size: z, severity: normal(rng, z.Raters, e.Severity)}
	n, sd, reading := z.Lessons, e.Lesson, e.RaterLesson
	if z.ByLesson() {
		n, sd, reading = z.Indicators, e.Indicator, e.RaterIndicator
	}
	t.kept = normal(rng, n, sd)
	for range z.Raters {
		t.reading = append(t.reading, normal(rng, n, reading))
		rater()
	}
	return t
}

// Cluster draws one: an indicator in each lesson, or a lesson with each
// indicator. begun is called when what all its items share is drawn, then
// rated for each rater of an item, with the latent score in standard
// deviations, and done after each item.
func (t *Team) Cluster(rng *rand.Rand, begun func(), rated func(item, rater int, score float64), done func()) {
	sd, reading := t.Indicator, t.RaterIndicator
	if t.ByLesson() {
		sd, reading = t.Lesson, t.RaterLesson
	}
	own, readings := sd*rng.NormFloat64(), normal(rng, t.Raters, reading)
	begun()
	total := t.Total()
	for k, kept := range t.kept {
		item := own + kept + t.Both*rng.NormFloat64()
		for g := range t.Raters {
			rated(k, g, (item+t.severity[g]+readings[g]+t.reading[g][k]+t.Noise*rng.NormFloat64())/total)
		}
		done()
	}
}

func normal(rng *rand.Rand, n int, sd float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = sd * rng.NormFloat64()
	}
	return list
}
