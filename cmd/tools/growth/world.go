//go:build unix

package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// A world is a team and what it rates.
type world struct {
	raters, lessons, seen, indicators int
	reasons                           bool
	mixed                             bool // who sees a lesson is drawn at random
}

// study draws the ratings: lessons and indicators differ, raters are more or
// less severe, and each rating has an error of its own.
func (w world) study() calibrate.Study {
	rng := rand.New(rand.NewPCG(7, uint64(w.raters)))
	severity, hard := normals(rng, w.raters, 0.3), normals(rng, w.indicators, 0.4)
	b := rating.NewBuilder()
	for l := range w.lessons {
		lesson := rng.NormFloat64() / 2
		var order []int
		if w.mixed {
			order = rng.Perm(w.raters)
		}
		for seat := range w.seen {
			g := seat
			switch {
			case w.mixed:
				g = order[seat]
			case w.seen < w.raters:
				g = (l*7 + seat*(1+l%3)) % w.raters
			}
			for i := range w.indicators {
				score := math.Round(2.5 + lesson + hard[i] - severity[g] + rng.NormFloat64()/2)
				r := rating.Record{
					Rater: fmt.Sprintf("r%05d", g), Lesson: fmt.Sprintf("l%05d", l), Indicator: fmt.Sprintf("i%04d", i),
					Score: min(4, max(1, score)),
				}
				if w.reasons {
					r.Reason = reason(rng)
				}
				b.Add(r)
			}
		}
	}
	return calibrate.Study{Table: b.Build(nil, nil), Layout: "long"}
}

func normals(rng *rand.Rand, n int, sd float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = sd * rng.NormFloat64()
	}
	return list
}

var (
	who  = []string{"the teacher", "two students", "a group at the back", "most of the class", "one boy", "nobody"}
	did  = []string{"asked why", "answered in full sentences", "copied from the board", "explained the step", "waited", "compared answers"}
	what = []string{"about fractions", "before the bell", "at 12:30", "in pairs", "with the exit ticket", "after the text"}
)

// reason puts together what a rater might have seen.
func reason(rng *rand.Rand) string {
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	return strings.Join([]string{pick(who), pick(did), pick(what)}, " ") + fmt.Sprintf(", %d of 24", rng.IntN(25))
}
