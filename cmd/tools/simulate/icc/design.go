package main

import (
	"fmt"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A design says what files look like.
type design struct {
	lessons, indicators, raters int
	gaps                        float64 // the share of ratings missing
	unit                        stats.Unit
	bootstrap                   int
}

var designs = []design{
	{1, 10, 4, 0, stats.ByItem, 0},
	{1, 10, 8, 0, stats.ByItem, 0},
	{1, 30, 8, 0, stats.ByItem, 0},
	{1, 10, 8, .2, stats.ByItem, 0},
	{1, 20, 6, .3, stats.ByItem, 0},
	{1, 30, 8, .3, stats.ByItem, 0},
	{1, 30, 8, .3, stats.ByItem, 400},
	{1, 100, 20, .8, stats.ByItem, 0},
	{5, 6, 6, 0, stats.ByLesson, 0},
	{10, 6, 6, 0, stats.ByLesson, 0},
	{10, 6, 6, .3, stats.ByLesson, 0},
	{30, 5, 12, .6, stats.ByLesson, 0},
}

// The variances of scores: of lessons, of their indicators, of raters and of
// the residual.
const (
	lessonVariance   = .5
	itemVariance     = .5
	raterVariance    = .2
	residualVariance = .6
)

func (d design) name() string {
	lessons := "1 lesson"
	if d.lessons > 1 {
		lessons = fmt.Sprintf("%d lessons", d.lessons)
	}
	return fmt.Sprintf("%s × %d indicators × %d raters, %.0f%% gaps", lessons, d.indicators, d.raters, 100*d.gaps)
}

func (d design) method() string {
	switch {
	case d.bootstrap > 0:
		return fmt.Sprintf("bootstrap of %ss, percentile", d.unit)
	case d.gaps == 0 && d.unit == stats.ByItem:
		return "F"
	}
	return fmt.Sprintf("jackknife of %ss", d.unit)
}

// draw returns a file and what is true of it. With one lesson its variance is
// the indicators'. The F interval of agreement speaks of other raters too, the
// others of these.
func (d design) draw(rng *rand.Rand) (*rating.Matrix, func(id string, k float64) float64) {
	severity := make([]float64, d.raters)
	for g := range severity {
		severity[g] = math.Sqrt(raterVariance) * rng.NormFloat64()
	}
	b := rating.NewBuilder()
	shared, own := lessonVariance, itemVariance
	if d.lessons == 1 {
		shared, own = 0, lessonVariance+itemVariance
	}
	for l := range d.lessons {
		lesson := math.Sqrt(shared) * rng.NormFloat64()
		for i := range d.indicators {
			item := lesson + math.Sqrt(own)*rng.NormFloat64()
			for g := range d.raters {
				score := item + severity[g] + math.Sqrt(residualVariance)*rng.NormFloat64()
				if g == (l*d.indicators+i)%d.raters || rng.Float64() >= d.gaps {
					b.Add(rating.Record{
						Rater: fmt.Sprint(g), Lesson: fmt.Sprint(l), Indicator: fmt.Sprint(i), Score: score,
					})
				}
			}
		}
	}
	raters := stat.Variance(severity, nil)
	if d.method() == "F" {
		raters = raterVariance
	}
	return b.Build(nil, nil).Matrix(0, nil), func(id string, k float64) float64 {
		noise := residualVariance
		if id != "icc_c_1" && id != "icc_c_k0" {
			noise += raters
		}
		return (lessonVariance + itemVariance) / (lessonVariance + itemVariance + noise/k)
	}
}
