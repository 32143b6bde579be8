package main

import (
	"math/rand/v2"
	"strconv"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats/rating"
)

// levels puts 5, 40, 53 and 2% of latent scores on the four levels.
var cuts = []float64{-1.64, -0.13, 2.05}

// A team is raters and indicators, which stay, file after file.
type team struct {
	simulation.Effects
	severity  []float64
	indicator []float64
	reading   [][]float64 // of each indicator by each rater
}

func newTeam(rng *rand.Rand, d simulation.Effects, raters, indicators int) *team {
	t := &team{Effects: d}
	for range indicators {
		t.indicator = append(t.indicator, d.Indicator*rng.NormFloat64())
	}
	for range raters {
		t.severity = append(t.severity, d.Severity*rng.NormFloat64())
		var reading []float64
		for range indicators {
			reading = append(reading, d.RaterIndicator*rng.NormFloat64())
		}
		t.reading = append(t.reading, reading)
	}
	return t
}

// A lesson is what all raters see of it.
type lesson struct {
	own  float64
	line []float64 // by indicator
}

func (t *team) lesson(rng *rand.Rand) lesson {
	l := lesson{own: t.Effects.Lesson * rng.NormFloat64()}
	for range t.indicator {
		l.line = append(l.line, t.Both*rng.NormFloat64())
	}
	return l
}

// rate returns the team's ratings of lessons, each missing with the given
// probability.
func (t *team) rate(rng *rand.Rand, lessons []lesson, missing float64) *rating.Matrix {
	b := rating.NewBuilder()
	scale := t.Total()
	for i, l := range lessons {
		for g := range t.severity {
			impression := l.own - t.severity[g] + t.RaterLesson*rng.NormFloat64()
			for j := range t.indicator {
				z := impression + t.indicator[j] + l.line[j] + t.reading[g][j] + t.Noise*rng.NormFloat64()
				if rng.Float64() < missing {
					continue
				}
				level := 1.0
				for _, cut := range cuts {
					if z > cut*scale {
						level++
					}
				}
				b.Add(rating.Record{
					Lesson: strconv.Itoa(i), Indicator: strconv.Itoa(j), Rater: strconv.Itoa(g), Score: level,
				})
			}
		}
	}
	scales := []rating.Scale{rating.NewScale("", rating.Declared, 1, 2, 3, 4)}
	return b.Build(scales, nil).Matrix(0, nil)
}

// lessons draws n lessons.
func (t *team) lessons(rng *rand.Rand, n int) []lesson {
	lessons := make([]lesson, n)
	for i := range lessons {
		lessons[i] = t.lesson(rng)
	}
	return lessons
}
