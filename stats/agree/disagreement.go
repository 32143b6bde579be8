package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/dispersion"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/weight"
)

// A pooled model is one minus a ratio of disagreements, within items over that
// of all ratings dealt out at random, under the weights.
type pooled interface {
	pooledWeights() (w weight.Matrix, ok bool)
}

func (m *alpha) pooledWeights() (weight.Matrix, bool) { return m.w.Matrix, m.w.byCount == nil }

func (m *kappa) pooledWeights() (weight.Matrix, bool) {
	c, ok := m.chance.(fleissChance)
	return c.w, ok
}

// mostClusters is up to how many clusters the ratio's own limits are taken:
// beyond, the t interval's are nearly the same.
const mostClusters = 200

// fromParts replaces the limits of one minus a ratio of disagreements by those
// of its two parts, which hold the truth as often as they say where the t
// interval of the same error does not (docs/simulations-distance.md). It is for
// the default error over items or lessons.
func (j job) fromParts(r stats.Result, o stats.Options) stats.Result {
	of, ok := j.model.(pooled)
	if !ok || !r.SE.OK() || o.Variance != stats.Corrected || o.Inference != stats.OverItems || o.Interval != stats.StudentT ||
		o.Bootstrap > 0 || o.PopulationItems > 0 {
		return r
	}
	w, ok := of.pooledWeights()
	if !ok || w.Levels() < 2 {
		return r
	}
	d := disagreements(w)
	clusters, ok := j.clusters(d, o)
	if !ok {
		return r
	}
	value := r.Value.Or(0)
	limits := dispersion.Interval(clusters, d, o.Confidence).Mirrored()
	r.Lower = limits.Lower.Map(func(v float64) float64 { return min(v, value) })
	r.Upper = limits.Upper.Map(func(v float64) float64 { return max(v, value) })
	return r
}

// disagreements are 1 − w.
func disagreements(w weight.Matrix) [][]float64 {
	d := make([][]float64, w.Levels())
	for k := range d {
		d[k] = make([]float64, w.Levels())
		for l := range d {
			if k != l {
				d[k][l] = 1 - (w.At(k, l)+w.At(l, k))/2
			}
		}
	}
	return d
}

// clusters are what the limits speak of: lessons, or, of fewer than five,
// indicators, for an indicator's items in several lessons are alike. Items of
// one lesson are each their own. False where there are too many.
func (j job) clusters(d [][]float64, o stats.Options) ([]dispersion.Cluster, bool) {
	f, data := j.model.on(), j.data
	of := func(item int) int32 { return int32(item) }
	switch lessons := pairedClusters(data, f); {
	case o.Unit == stats.ByLesson:
		of = func(item int) int32 { return data.cluster[item] }
	case lessons > 1 && lessons < inference.LessonsNeeded:
		of = data.matrix.Indicator
	}
	within := make([]float64, len(f.size))
	for p := range within {
		if f.pairs[p] > 0 {
			within[p] = dispersion.Within(f.count(p), d)
		}
	}
	var list []dispersion.Cluster
	var position []int // of each cluster in the list, from 1
	for i, p := range f.of {
		if f.times[p] == 0 || f.pairs[p] == 0 {
			continue
		}
		c := int(of(i))
		if c >= len(position) {
			position = append(position, make([]int, c+1-len(position)+len(position)/2)...)
		}
		if position[c] == 0 {
			if len(list) == mostClusters {
				return nil, false
			}
			list = append(list, dispersion.Cluster{})
			position[c] = len(list)
		}
		list[position[c]-1].Add(f.count(int(p)), within[p])
	}
	return list, true
}
