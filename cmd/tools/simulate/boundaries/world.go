package main

import (
	"math/rand/v2"
	"strconv"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats/rating"
)

// A world is a team's effects, and how far each rater's own place of each line
// is from the others'.
type world struct {
	name string
	simulation.Effects
	own [3]float64
}

// steady is an aligned team whose raters differ in little but their lines.
var steady = simulation.Effects{Lesson: .75, Indicator: .35, Both: .35, Severity: .10, RaterLesson: .10, RaterIndicator: .10, Noise: .30}

var worlds = []world{
	{name: "aligned", Effects: simulation.Aligned},
	{name: "typical", Effects: simulation.Typical},
	{name: "unaligned", Effects: simulation.Unaligned},
	{name: "aligned, the middle line blurred", Effects: steady, own: [3]float64{0, 1, 0}},
	{name: "aligned, the lowest line blurred", Effects: steady, own: [3]float64{1, 0, 0}},
}

// cuts give four levels 15, 35, 35 and 15% of the ratings.
var cuts = [3]float64{-1.04, 0, 1.04}

var sizes = simulation.Sizes([3]int{8, 1, 8}, [3]int{12, 1, 10}, [3]int{25, 1, 22}, [3]int{12, 3, 10}, [3]int{12, 5, 10}, [3]int{12, 10, 10})

// A team has its lines by rater.
type team struct {
	*simulation.Team
	cut [][3]float64
}

func newTeam(w world, z simulation.Size, rng *rand.Rand) *team {
	t := &team{}
	t.Team = simulation.NewTeam(w.Effects, z, rng, func() {
		cut := cuts
		for k := range cut {
			cut[k] += w.own[k] * rng.NormFloat64()
		}
		t.cut = append(t.cut, cut)
	})
	return t
}

// rate draws so many clusters.
func (t *team) rate(clusters int, rng *rand.Rand) *rating.Matrix {
	b := rating.NewBuilder()
	for c := range clusters {
		t.Cluster(rng, func() {}, func(item, rater int, score float64) {
			level := 1
			for _, cut := range t.cut[rater] {
				if score > cut {
					level++
				}
			}
			lesson, indicator := strconv.Itoa(item), strconv.Itoa(c)
			if t.ByLesson() {
				lesson, indicator = indicator, lesson
			}
			b.Add(rating.Record{Lesson: lesson, Indicator: indicator, Rater: strconv.Itoa(rater), Score: float64(level)})
		}, func() {})
	}
	return b.Build([]rating.Scale{rating.NewScale("levels", rating.Declared, 1, 2, 3, 4)}, nil).Matrix(0, nil)
}
