package main

import (
	"context"
	"math/rand/v2"
	"strconv"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// A scenario is a population of teams and the form of their data.
type scenario struct {
	name, text                  string
	lessons, indicators, raters int
	seen                        int     // raters of each lesson
	gaps                        float64 // probability that a rating is missing
	cuts                        []float64
	sd                          [7]float64 // in the order of names
}

// names are the components.
var names = []string{
	variance.Lesson, variance.Indicator, variance.Rater,
	variance.LessonIndicator, variance.LessonRater, variance.IndicatorRater, variance.Residual,
}

// typical is a team of ordinary administrators on four levels.
var typical = [7]float64{.60, .30, .35, .35, .30, .25, .70}

// cuts of a typical team's scores leave 5, 40, 53 and 2% on four levels.
var cuts = []float64{-1.897, -0.150, 2.371}

// scenarios lists what is simulated.
var scenarios = []scenario{
	{
		"complete", "12 raters rate 10 indicators of 30 lessons, all of them",
		30, 10, 12, 12, 0, nil, typical,
	},
	{
		"sparse", "each of 30 lessons is seen by 5 of 20 raters, 8% of the ratings are missing",
		30, 10, 20, 5, .08, nil, typical,
	},
	{
		"zeros", "as sparse, and no reading of indicators or lessons",
		30, 10, 20, 5, .08, nil,
		[7]float64{.60, .30, .35, .35, 0, 0, .70},
	},
	{
		"small", "8 raters rate 8 indicators of 6 lessons, 5% missing",
		6, 8, 8, 8, .05, nil, typical,
	},
	{
		"one lesson", "12 raters rate 10 indicators of one lesson, 5% missing",
		1, 10, 12, 12, .05, nil, typical,
	},
	{
		"four levels", "as sparse, the scores cut into four levels at 5, 45 and 98%",
		30, 10, 20, 5, .08, cuts, typical,
	},
	{
		"four levels, six lessons", "as small, the scores cut likewise",
		6, 8, 8, 8, .05, cuts, typical,
	},
}

// generator returns the random numbers of one data set.
func generator(seed, scenario, run uint64) *rand.Rand {
	state := mix(seed ^ mix(scenario^mix(run)))
	return rand.New(rand.NewPCG(state, mix(state)))
}

// mix is the finaliser of splitmix64 (Steele, Lea & Flood 2014).
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// table draws a data set.
func (s scenario) table(rng *rand.Rand) *rating.Table {
	draw := func(n, term int) []float64 {
		v := make([]float64, n)
		for i := range v {
			v[i] = s.sd[term] * rng.NormFloat64()
		}
		return v
	}
	lesson, indicator, rater := draw(s.lessons, 0), draw(s.indicators, 1), draw(s.raters, 2)
	li, lr := draw(s.lessons*s.indicators, 3), draw(s.lessons*s.raters, 4)
	ir := draw(s.indicators*s.raters, 5)
	b := rating.NewBuilder()
	values := []float64{0, 1} // whole points, so that a step is 1
	for l := range s.lessons {
		for _, r := range rng.Perm(s.raters)[:s.seen] {
			for i := range s.indicators {
				score := lesson[l] + indicator[i] + rater[r] + li[l*s.indicators+i] +
					lr[l*s.raters+r] + ir[i*s.raters+r] + s.sd[6]*rng.NormFloat64()
				if s.cuts != nil {
					score = level(score, s.cuts)
				}
				if rng.Float64() < s.gaps {
					continue
				}
				values = append(values, score)
				b.Add(rating.Record{
					Lesson: strconv.Itoa(l), Indicator: strconv.Itoa(i), Rater: strconv.Itoa(r), Score: score,
				})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, values...)}, nil)
}

// level returns the level, from 1, that a score falls in.
func level(score float64, cuts []float64) float64 {
	n := 1.0
	for _, cut := range cuts {
		if score > cut {
			n++
		}
	}
	return n
}

// An outcome is what is estimated of a data set, each with its interval.
type outcome struct {
	figure    []variance.Estimate
	se        []float64 // of the components
	spread    float64   // of exact agreement between lessons
	converged bool
}

// fit draws and fits a data set.
func (s scenario) fit(ctx context.Context, rng *rand.Rand) (outcome, error) {
	table := s.table(rng)
	f, err := variance.Decompose(ctx, table, variance.Options{})
	if err != nil {
		return outcome{}, err
	}
	out := outcome{converged: f.Converged}
	for _, c := range append(f.Components, f.Residual) {
		out.figure = append(out.figure, variance.Estimate{Value: c.Value, Lower: c.Lower, Upper: c.Upper})
		out.se = append(out.se, c.SE.Or(0))
	}
	for _, share := range f.Shares() {
		out.figure = append(out.figure, share.Estimate)
	}
	d := f.Design()
	d.Raters = s.seen
	study, need := f.Dependability(d), f.Needed(d, variance.Rater, target)
	out.figure = append(out.figure, study.G, study.Phi,
		variance.Estimate{Value: need.N, Lower: need.Lower, Upper: need.Upper})
	if s.cuts != nil {
		plan := variance.Lessons(exact(table), width, 0.95, nil)
		out.spread = plan.SD
		out.figure = append(out.figure, variance.Estimate{
			Value: plan.Needed.N, Lower: plan.Needed.Lower, Upper: plan.Needed.Upper,
		})
	}
	return out, nil
}

// The aims that raters and lessons are counted for: a dependability, and the
// half-width of the interval of exact agreement.
const (
	target = 0.8
	width  = 0.1
)

// exact returns the exact agreement of each lesson: the mean over its items
// of the share of pairs that agree.
func exact(t *rating.Table) []float64 {
	sum, items := make([]float64, len(t.Lessons())), make([]float64, len(t.Lessons()))
	for i, item := range t.Items() {
		_, levels := t.Row(i)
		n := float64(len(levels))
		if n < 2 {
			continue
		}
		same := 0.0
		for j, x := range levels {
			for _, y := range levels[:j] {
				if x == y {
					same++
				}
			}
		}
		sum[item.Lesson] += same / (n * (n - 1) / 2)
		items[item.Lesson]++
	}
	var means []float64
	for l, n := range items {
		if n > 0 {
			means = append(means, sum[l]/n)
		}
	}
	return means
}
