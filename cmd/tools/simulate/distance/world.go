package main

import (
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/dispersion"
)

// A world is the standard deviations of a latent score: lesson, indicator,
// lesson × indicator, severity, rater × lesson, rater × indicator and noise.
// It is cut so that 5, 40, 53 and 2% of ratings fall on four levels.
type world struct {
	name                              string
	l, i, li, severity, rl, ri, noise float64
	deviating                         float64 // share of the clusters that are rated at random; the rest are all alike
}

var worlds = []world{
	{name: "aligned", l: .75, i: .35, li: .35, severity: .20, rl: .20, ri: .15, noise: .45},
	{name: "typical", l: .60, i: .30, li: .35, severity: .35, rl: .30, ri: .25, noise: .70},
	{name: "unaligned", l: .45, i: .25, li: .30, severity: .55, rl: .40, ri: .40, noise: .90},
	{name: "a tenth deviate", deviating: 0.1},
}

var cuts = []float64{-1.64, -0.13, 2.05}

const levels = 4

// A team is what stays from file to file: the raters, and the lessons or the
// indicators.
type team struct {
	world
	size
	total    float64
	severity []float64
	kept     []float64   // effects of the lessons or of the indicators
	reading  [][]float64 // by rater: of what stays
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
	}
	return t
}

// A sum is a cluster with what agreement needs: the sum of the items' shares
// of pairs that agree, and the number of items.
type sum struct {
	dispersion.Cluster
	same, items float64
	shares      []float64 // of the pairs of each item that agree
}

// cluster draws one: an indicator in each lesson, or a lesson with each
// indicator.
func (t *team) cluster(rng *rand.Rand) sum {
	s := sum{Cluster: dispersion.Cluster{Counts: make([]float64, levels)}}
	sd, reading := t.i, t.ri
	if t.byLesson() {
		sd, reading = t.l, t.rl
	}
	own := sd * rng.NormFloat64()
	readings := normal(rng, t.raters, reading)
	deviates := rng.Float64() < t.deviating
	for k, kept := range t.kept {
		var counts [levels]float64
		item := own + kept + t.li*rng.NormFloat64()
		for g := range t.raters {
			z := (item + t.severity[g] + readings[g] + t.reading[g][k] + t.noise*rng.NormFloat64()) / t.total
			level := 0
			for _, cut := range cuts {
				if z > cut {
					level++
				}
			}
			if t.deviating > 0 {
				level = 2
				if deviates {
					level = rng.IntN(levels)
				}
			}
			counts[level]++
		}
		s.add(counts[:])
	}
	return s
}

// add takes in an item.
func (s *sum) add(counts []float64) {
	n, same, squared := 0.0, 0.0, 0.0
	for k, x := range counts {
		n += x
		same += x * (x - 1)
		s.Counts[k] += x
		for l, y := range counts {
			squared += x * y * quadratic[k][l]
		}
	}
	s.Ratings += n
	s.Within += squared / (n - 1)
	s.same += same / (n * (n - 1))
	s.shares = append(s.shares, same/(n*(n-1)))
	s.items++
}

// nominal is the same cluster with another disagreement within items.
func (s *sum) nominal(raters float64) dispersion.Cluster {
	c := s.Cluster
	c.Within = raters * (s.items - s.same)
	return c
}
