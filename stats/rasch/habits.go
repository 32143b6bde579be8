package rasch

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
)

// A Habit compares how far the ratings of one rater spread with how far the
// model spreads them, at the measures found.
type Habit struct {
	Rater    int32
	Observed float64      // standard deviation
	Expected float64      // root mean square of the draws'
	P        stats.Number // that the model spreads ratings so little, over all raters
}

// Habits draws data sets from the fitted model and returns how far each rater's
// ratings spread, all together (small: central tendency or a restricted range)
// and among the indicators of a lesson (small: halo). P is one-sided, of the
// smallest standardized spread of any rater in a draw: it holds for all raters
// at once. Extreme raters are left out.
//
// # References
//
// Myford & Wolfe 2004, Journal of Applied Measurement 5, pp. 189-227, look for
// these effects; the test by draws from the model is a parametric bootstrap
// (Davison & Hinkley 1997, Bootstrap Methods and their Application).
func (r *Result) Habits(ctx context.Context, draws int, seed uint64) (spread, halo []Habit, err error) {
	f := r.fit
	rater := -1
	if f != nil {
		rater = f.data.Facet(Rater)
	}
	if rater < 0 {
		return nil, nil, nil
	}
	w := newSpreads(f, rater)
	observed := w.measure(f.o.level)
	drawn := make([][2][]float64, 0, draws)
	for b := range draws {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		drawn = append(drawn, w.measure(w.draw(rand.New(rand.NewPCG(seed, uint64(b))))))
	}
	for which, to := range []*[]Habit{&spread, &halo} {
		*to = w.compare(observed[which], drawn, which)
	}
	return spread, halo, nil
}

// spreads measures how far each rater's ratings spread.
type spreads struct {
	f        *fitted
	rater    int
	raters   int
	own      []float64 // ratings of each rater
	inLesson []float64 // ratings less lessons of each rater
	location []float64
	sum      []float64 // of each rater
	square   []float64
	sheet    []float64 // of each rater in a lesson
	count    []float64
}

func newSpreads(f *fitted, rater int) *spreads {
	n := len(f.data.Facets[rater].Elements)
	w := &spreads{f: f, rater: rater, raters: n}
	for _, s := range []*[]float64{&w.own, &w.inLesson, &w.sum, &w.square, &w.sheet, &w.count} {
		*s = make([]float64, n)
	}
	w.location = make([]float64, f.o.ratings())
	for i := range w.location {
		w.location[i] = f.location(f.o, i)
		w.own[f.o.codes[rater][i]]++
	}
	return w
}

// draw returns levels drawn from the model.
func (w *spreads) draw(rng *rand.Rand) []uint16 {
	f := w.f
	categories := f.newCategories()
	chance := make([]float64, f.stride)
	levels := make([]uint16, f.o.ratings())
	for n, eta := range w.location {
		g, c := &f.groups[f.o.group[n]], &categories[f.o.group[n]]
		c.chances(eta, chance[:len(c.t)])
		u, k := rng.Float64(), 0
		for k < len(c.t)-1 && u >= chance[k] {
			u -= chance[k]
			k++
		}
		levels[n] = uint16(g.low + k)
	}
	return levels
}

// measure returns the mean square of each rater's ratings about their mean, and
// about their mean in each lesson. It is negative where there are too few.
func (w *spreads) measure(levels []uint16) [2][]float64 {
	clear(w.sum)
	clear(w.square)
	clear(w.inLesson)
	within := make([]float64, w.raters)
	o := w.f.o
	codes := o.codes[w.rater]
	for l := range len(o.start) - 1 {
		from, to := o.start[l], o.start[l+1]
		for n := from; n < to; n++ {
			v := levelValue(w.f.data.Scales, w.f.groups[o.group[n]].scale, int(levels[n]))
			g := codes[n]
			w.sum[g] += v
			w.square[g] += v * v
			w.sheet[g] += v
			w.count[g]++
			within[g] += v * v
		}
		for n := from; n < to; n++ {
			if g := codes[n]; w.count[g] > 0 {
				within[g] -= w.sheet[g] * w.sheet[g] / w.count[g]
				w.inLesson[g] += w.count[g] - 1
				w.sheet[g], w.count[g] = 0, 0
			}
		}
	}
	all := make([]float64, w.raters)
	for g := range all {
		all[g] = over(w.square[g]-w.sum[g]*w.sum[g]/math.Max(w.own[g], 1), w.own[g]-1)
		within[g] = over(within[g], w.inLesson[g])
	}
	return [2][]float64{all, within}
}

// over divides a sum of squares by its degrees of freedom, of which fewer than
// five say nothing.
func over(square, freedom float64) float64 {
	const fewest = 5
	if freedom < fewest {
		return -1
	}
	return math.Max(0, square) / freedom
}

// compare sets the observed spreads beside the drawn ones.
func (w *spreads) compare(observed []float64, drawn [][2][]float64, which int) []Habit {
	lowest := make([]float64, len(drawn))
	var habits []Habit
	var scores []float64
	values := make([]float64, len(drawn))
	for g, v := range observed {
		if v < 0 {
			continue
		}
		for b := range drawn {
			values[b] = drawn[b][which][g]
		}
		mean, sd := stat.MeanStdDev(values, nil)
		if !(sd > 0) {
			continue
		}
		for b, x := range values {
			lowest[b] = math.Min(lowest[b], (x-mean)/sd)
		}
		habits = append(habits, Habit{Rater: int32(g), Observed: math.Sqrt(v), Expected: math.Sqrt(mean)})
		scores = append(scores, (v-mean)/sd)
	}
	slices.Sort(lowest)
	for i := range habits {
		at, _ := slices.BinarySearch(lowest, math.Nextafter(scores[i], 10))
		habits[i].P = stats.Of(float64(1+at) / float64(1+len(drawn)))
	}
	return habits
}
