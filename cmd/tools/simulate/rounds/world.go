package main

import (
	"math"
	"math/rand/v2"
	"strconv"

	"github.com/cb401426/calibrate/stats/rating"
)

// A world is the standard deviations of a latent score: lesson, indicator,
// lesson × indicator; severity, rater × lesson, rater × indicator and noise.
type world struct {
	name                              string
	l, i, li, severity, rl, ri, noise float64
}

var (
	aligned   = world{"aligned", .75, .35, .35, .20, .20, .15, .45}
	typical   = world{"typical", .60, .30, .35, .35, .30, .25, .70}
	unaligned = world{"unaligned", .45, .25, .30, .55, .40, .40, .90}
)

// cutsOf are in units of the total standard deviation, by the number of levels.
var cutsOf = map[int][]float64{
	2: {-0.13}, 4: {-1.64, -0.13, 2.05}, 7: {-1.6, -1, -0.4, 0.2, 0.8, 1.5},
}

// A series is rounds of a team.
type series struct {
	world
	raters, lessons, indicators, levels int
	scale                               []float64 // of the raters' part, by round
	exchanged                           int       // raters of later rounds who are others, half a level more severe
	drift                               float64   // of rater 0 after the first round, in total standard deviations
	alike                               bool      // the others are no more severe
	twins                               bool      // raters of later rounds are others with the same habits
}

func (s *series) total() float64 {
	sum := 0.0
	for _, sd := range []float64{s.l, s.i, s.li, s.severity, s.rl, s.ri, s.noise} {
		sum += sd * sd
	}
	return math.Sqrt(sum)
}

func normal(rng *rand.Rand, n int, sd float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = sd * rng.NormFloat64()
	}
	return list
}

// table draws one series. Raters and indicators are the same throughout,
// lessons are new in each round.
func (s *series) table(rng *rand.Rand) *rating.Table {
	b := rating.NewBuilder()
	total := s.total()
	severity, indicator := normal(rng, 2*s.raters, s.severity), normal(rng, s.indicators, s.i)
	reading := normal(rng, 2*s.raters*s.indicators, s.ri)
	for r, scale := range s.scale {
		for l, lesson := range normal(rng, s.lessons, s.l) {
			sheet := normal(rng, 2*s.raters, s.rl)
			for i, both := range normal(rng, s.indicators, s.li) {
				for g := range s.raters {
					id, shift := g, 0.0
					if r > 0 && g < s.exchanged {
						id, shift = g+s.raters, -0.5*total
						if s.alike {
							shift = 0
						}
					}
					name := strconv.Itoa(id)
					if r > 0 && s.twins {
						name = "twin " + name
					}
					if r > 0 && g == 0 {
						shift -= s.drift * total
					}
					own := scale * (severity[id] + sheet[id] + reading[id*s.indicators+i] + s.noise*rng.NormFloat64())
					b.Add(rating.Record{
						Round: strconv.Itoa(r), Lesson: strconv.Itoa(r*100 + l), Indicator: strconv.Itoa(i),
						Rater: name, Score: s.level((lesson + indicator[i] + both + own + shift) / total),
					})
				}
			}
		}
	}
	return b.Build([]rating.Scale{s.levelsOf()}, nil)
}

func (s *series) levelsOf() rating.Scale {
	var values []float64
	for k := range s.levels {
		values = append(values, float64(k+1))
	}
	return rating.NewScale("levels", rating.Declared, values...)
}

func (s *series) level(z float64) float64 {
	level := 1.0
	for _, cut := range cutsOf[s.levels] {
		if z > cut {
			level++
		}
	}
	return level
}
