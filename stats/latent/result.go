package latent

import (
	"context"
	"math"
	"math/rand/v2"
	"sort"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// items returns the most probable level of each item.
func (e *estimate) items() []Item {
	items := make([]Item, e.data.Items)
	for i, median := range e.data.medians() {
		best := 0
		for t, p := range e.posterior[i] {
			if p > e.posterior[i][best] {
				best = t
			}
		}
		v := e.data.Values
		low, high := v[best], v[best]
		if best > 0 {
			low = (v[best-1] + v[best]) / 2
		}
		if best < len(v)-1 {
			high = (v[best] + v[best+1]) / 2
		}
		items[i] = Item{
			Level: best, Probability: e.posterior[i][best], Posterior: e.posterior[i],
			Median: median, Differs: median < low || median > high,
		}
	}
	return items
}

// raters returns how each rater departs from the levels.
func (e *estimate) raters() []Rater {
	raters := make([]Rater, e.data.Raters)
	for _, g := range e.data.Rater {
		raters[g].Ratings++
	}
	none := stats.None(stats.NoPairs)
	for g := range raters {
		r := &raters[g]
		if r.Ratings == 0 {
			gone := Interval{none, none, none}
			r.Accuracy, r.Severity, r.Noise = gone, gone, gone
			continue
		}
		r.Confusion = e.chances[g]
		f := e.figures(g)
		one := func(v float64) Interval { return Interval{stats.Of(v), none, none} }
		r.Accuracy, r.Severity, r.Noise = one(f[0]), one(f[1]), one(f[2])
		for _, v := range f[3:] {
			r.ByLevel = append(r.ByLevel, one(v))
		}
	}
	return raters
}

// figures returns a rater's accuracy, severity and noise, and the chance to
// match each level.
func (e *estimate) figures(g int) []float64 {
	v := e.data.Values
	figures := make([]float64, 3, 3+len(v))
	square := 0.0
	for t, row := range e.chances[g] {
		figures[0] += e.prevalence[t] * row[t]
		for k, p := range row {
			d := v[t] - v[k]
			figures[1] += e.prevalence[t] * p * d
			square += e.prevalence[t] * p * d * d
		}
		figures = append(figures, row[t])
	}
	figures[2] = math.Sqrt(math.Max(0, square-figures[1]*figures[1]))
	return figures
}

// intervals fills in percentile limits from samples of items, or of lessons
// from five on, each fitted from the whole's posterior.
func (e *estimate) intervals(ctx context.Context, raters []Rater, o Options) (string, error) {
	clusters, unit := e.clusters()
	if o.Bootstrap < 1 {
		return unit, nil
	}
	samples := make([][][]float64, len(raters)) // by rater and figure
	start := square(e.data.Items, len(e.prevalence))
	for i := range start {
		copy(start[i], e.posterior[i])
	}
	for b := range o.Bootstrap {
		rng := rand.New(rand.NewPCG(o.Seed, uint64(b)+1000))
		weight := make([]float64, e.data.Items)
		for range clusters {
			for _, i := range clusters[rng.IntN(len(clusters))] {
				weight[i]++
			}
		}
		s := newEstimate(e.kind, e.data, weight, o.Smoothing)
		copy(s.perception, e.perception)
		if err := s.run(ctx, start, 1e-6); err != nil {
			return unit, err
		}
		for g := range raters {
			for f, v := range s.figures(g) {
				if b == 0 {
					samples[g] = append(samples[g], nil)
				}
				samples[g][f] = append(samples[g][f], v)
			}
		}
	}
	for g := range raters {
		r := &raters[g]
		if r.Ratings == 0 {
			continue
		}
		all := []*Interval{&r.Accuracy, &r.Severity, &r.Noise}
		for k := range r.ByLevel {
			all = append(all, &r.ByLevel[k])
		}
		for f, in := range all {
			in.limit(samples[g][f], o.Confidence)
		}
	}
	return unit, nil
}

// limit sets limits from samples: percentiles.
func (in *Interval) limit(samples []float64, confidence float64) {
	sort.Float64s(samples)
	tail := (1 - confidence) / 2
	at := func(share float64) float64 {
		x := share * float64(len(samples)-1)
		low := int(x)
		high := min(low+1, len(samples)-1)
		return samples[low] + (x-float64(low))*(samples[high]-samples[low])
	}
	in.Lower, in.Upper = stats.Of(at(tail)), stats.Of(at(1-tail))
}

// clusters returns the items of each unit that is resampled.
func (e *estimate) clusters() ([][]int, string) {
	of := map[int32][]int{}
	var order []int32
	for i, l := range e.data.Lesson {
		if of[l] == nil {
			order = append(order, l)
		}
		of[l] = append(of[l], i)
	}
	var clusters [][]int
	if inference.UnitFor(len(order)) == stats.ByLesson {
		for _, l := range order {
			clusters = append(clusters, of[l])
		}
		return clusters, "lesson"
	}
	for i := range e.data.Items {
		clusters = append(clusters, []int{i})
	}
	return clusters, "item"
}
