package main

import (
	"math"
	"math/rand/v2"
	"strconv"

	"github.com/cb401426/calibrate/stats/rating"
)

// A world makes up teams: a latent score is the item's (lesson + indicator +
// lesson × indicator) and the rater's (severity, reading of the lesson, noise),
// cut into levels. The raters' part is scaled so that a wanted share of pairs
// agrees.
type world struct {
	raters, lessons, indicators int
	severity, ofLesson, noise   float64
	scale                       float64 // of the raters' part
	cuts                        []float64
	slip                        bool // all alike but one rating
	unsteady                    bool // one rater has three times the noise
	gaps                        string
	habit                       func(level, levels, indicator int, rng *rand.Rand) int // of the first rater
}

// The items' standard deviations, and the cuts for 5, 40, 53 and 2% of the
// ratings on four levels, or for 15, 35, 35 and 15%.
const itemLesson, itemIndicator, itemBoth = 0.60, 0.30, 0.35

var (
	usual = []float64{-1.64, -0.13, 2.05}
	flat  = []float64{-1.04, 0, 1.04}
)

func (w *world) total() float64 {
	r := w.scale * w.scale * (w.severity*w.severity + w.ofLesson*w.ofLesson + w.noise*w.noise)
	return math.Sqrt(itemLesson*itemLesson + itemIndicator*itemIndicator + itemBoth*itemBoth + r)
}

// levels makes up the levels of a team by item and rater, 0 for a gap.
func (w *world) levels(rng *rand.Rand) [][]int {
	draws := func(n int, sd float64) []float64 {
		list := make([]float64, n)
		for i := range list {
			list[i] = sd * rng.NormFloat64()
		}
		return list
	}
	total := w.total()
	severity, indicator := draws(w.raters, w.scale*w.severity), draws(w.indicators, itemIndicator)
	var rows [][]int
	for l, lesson := range draws(w.lessons, itemLesson) {
		sheet := draws(w.raters, w.scale*w.ofLesson)
		for i, both := range draws(w.indicators, itemBoth) {
			row := make([]int, w.raters)
			for g, noise := range draws(w.raters, w.scale*w.noise) {
				if w.unsteady && g == 0 {
					noise *= 3
				}
				z := (lesson + indicator[i] + both + severity[g] + sheet[g] + noise) / total
				row[g] = 1
				for _, cut := range w.cuts {
					if z > cut {
						row[g]++
					}
				}
				if w.habit != nil && g == 0 {
					row[g] = w.habit(row[g], len(w.cuts)+1, i, rng)
				}
				if w.missing(g, l, i, rng) {
					row[g] = 0
				}
			}
			rows = append(rows, row)
		}
	}
	if w.slip {
		row := rows[rng.IntN(len(rows))]
		g := rng.IntN(w.raters)
		for row[g] == 0 {
			g = rng.IntN(w.raters)
		}
		if row[g] > 1 {
			row[g]--
		} else {
			row[g]++
		}
	}
	return rows
}

// missing reports whether a rating is not there.
func (w *world) missing(g, l, i int, rng *rand.Rand) bool {
	switch w.gaps {
	case "a fifth at random":
		return rng.Float64() < 0.2
	case "two forms": // each half of the raters has two thirds of the indicators
		return g%2 == 0 && 3*i < w.indicators || g%2 == 1 && 3*i >= 2*w.indicators
	case "two came late": // they rated the last third of the items
		return g < 2 && 3*(l*w.indicators+i) < 2*w.lessons*w.indicators
	case "lessons in turn": // each rater misses one lesson in three
		return w.lessons > 2 && (g+l)%3 == 0
	}
	return false
}

var names = func() (list [100]string) {
	for i := range list {
		list[i] = strconv.Itoa(i)
	}
	return list
}()

// table is a team's ratings.
func (w *world) table(rows [][]int) *rating.Table {
	b := rating.NewBuilder()
	for i, row := range rows {
		for g, level := range row {
			if level > 0 {
				b.Add(rating.Record{
					Rater: names[g], Lesson: names[i/w.indicators], Indicator: names[i%w.indicators], Score: float64(level),
				})
			}
		}
	}
	values := []float64{}
	for k := range len(w.cuts) + 1 {
		values = append(values, float64(k+1))
	}
	return b.Build([]rating.Scale{rating.NewScale("levels", rating.Declared, values...)}, nil)
}

// tuned returns the world whose pairs agree in a wanted share, by bisection on
// large teams of one seed.
func (w world) tuned(agreement float64) world {
	w.scale = 0
	if w.slip {
		return w
	}
	probe := w
	probe.raters, probe.lessons, probe.indicators, probe.gaps, probe.habit, probe.unsteady = 12, 150, 10, "", nil, false
	low, high := 0.0, 40.0
	for range 18 {
		probe.scale = (low + high) / 2
		if agreementOf(probe.levels(rand.New(rand.NewPCG(7, 7)))) > agreement {
			low = probe.scale
		} else {
			high = probe.scale
		}
	}
	w.scale = high
	return w
}

// agreementOf is the share of pairs that agree, of a complete team.
func agreementOf(rows [][]int) float64 {
	same, pairs := 0, 0
	for _, row := range rows {
		for g, x := range row {
			for _, y := range row[:g] {
				pairs++
				if x == y {
					same++
				}
			}
		}
	}
	return float64(same) / float64(pairs)
}
