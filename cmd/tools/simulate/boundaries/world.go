package main

import (
	"math"
	"math/rand/v2"
	"strconv"

	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// A world is the standard deviations of a latent score: lesson, indicator,
// lesson × indicator, severity, rater × lesson, rater × indicator and noise;
// and how far each rater's own place of each line is from the others'.
type world struct {
	name                              string
	l, i, li, severity, rl, ri, noise float64
	own                               [3]float64
}

var worlds = []world{
	{name: "aligned", l: .75, i: .35, li: .35, severity: .20, rl: .20, ri: .15, noise: .45},
	{name: "typical", l: .60, i: .30, li: .35, severity: .35, rl: .30, ri: .25, noise: .70},
	{name: "unaligned", l: .45, i: .25, li: .30, severity: .55, rl: .40, ri: .40, noise: .90},
	{name: "aligned, the middle line blurred", l: .75, i: .35, li: .35, severity: .10, rl: .10, ri: .10, noise: .30, own: [3]float64{0, 1, 0}},
	{name: "aligned, the lowest line blurred", l: .75, i: .35, li: .35, severity: .10, rl: .10, ri: .10, noise: .30, own: [3]float64{1, 0, 0}},
}

// cuts give four levels 15, 35, 35 and 15% of the ratings.
var cuts = [3]float64{-1.04, 0, 1.04}

// A size is a design. From five lessons on the clusters are lessons, else
// indicators.
type size struct{ raters, lessons, indicators int }

func (z size) byLesson() bool { return z.lessons >= inference.LessonsNeeded }

func (z size) clusters() int {
	if z.byLesson() {
		return z.lessons
	}
	return z.indicators
}

var sizes = []size{{8, 1, 8}, {12, 1, 10}, {25, 1, 22}, {12, 3, 10}, {12, 5, 10}, {12, 10, 10}}

// A team is what stays from file to file: the raters, and the lessons or the
// indicators.
type team struct {
	world
	size
	total    float64
	severity []float64
	cut      [][3]float64 // of each rater
	kept     []float64    // effects of what stays
	reading  [][]float64  // by rater: of what stays
}

func normal(rng *rand.Rand, n int, sd float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = sd * rng.NormFloat64()
	}
	return list
}

func newTeam(w world, z size, rng *rand.Rand) *team {
	t := &team{world: w, size: z}
	for _, sd := range []float64{w.l, w.i, w.li, w.severity, w.rl, w.ri, w.noise} {
		t.total += sd * sd
	}
	t.total = math.Sqrt(t.total)
	t.severity = normal(rng, z.raters, w.severity)
	n, sd, reading := z.lessons, w.l, w.rl
	if z.byLesson() {
		n, sd, reading = z.indicators, w.i, w.ri
	}
	t.kept = normal(rng, n, sd)
	for range z.raters {
		t.reading = append(t.reading, normal(rng, n, reading))
		cut := cuts
		for k := range cut {
			cut[k] += w.own[k] * rng.NormFloat64()
		}
		t.cut = append(t.cut, cut)
	}
	return t
}

// rate draws so many clusters: an indicator in each lesson, or a lesson with
// each indicator.
func (t *team) rate(clusters int, rng *rand.Rand) *rating.Matrix {
	b := rating.NewBuilder()
	sd, reading := t.i, t.ri
	if t.byLesson() {
		sd, reading = t.l, t.rl
	}
	for c := range clusters {
		own, readings := sd*rng.NormFloat64(), normal(rng, t.raters, reading)
		for k, kept := range t.kept {
			item := own + kept + t.li*rng.NormFloat64()
			for g := range t.raters {
				z := (item + t.severity[g] + readings[g] + t.reading[g][k] + t.noise*rng.NormFloat64()) / t.total
				level := 1
				for _, cut := range t.cut[g] {
					if z > cut {
						level++
					}
				}
				lesson, indicator := strconv.Itoa(k), strconv.Itoa(c)
				if t.byLesson() {
					lesson, indicator = indicator, lesson
				}
				b.Add(rating.Record{Lesson: lesson, Indicator: indicator, Rater: strconv.Itoa(g), Score: float64(level)})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("levels", rating.Declared, 1, 2, 3, 4)}, nil).Matrix(0, nil)
}
