package resample

import "math/rand/v2"

// A Sampler writes how often each pattern stands in one replicate of units
// drawn with replacement.
type Sampler interface {
	Draw(rng *rand.Rand, times []float64)
}

// Units returns the Sampler of units of which unit i shows pattern of[i]. It
// draws unit by unit, or, where there are many units to a pattern, the count
// of each pattern at once.
func Units(of []int32, patterns int) Sampler {
	if len(of) < unitsPerPattern*patterns {
		return plain(of)
	}
	often := make([]int, patterns)
	for _, p := range of {
		often[p]++
	}
	return multinomial{len(of), often}
}

// unitsPerPattern is from how many units a pattern drawing counts is faster
// than drawing units.
const unitsPerPattern = 30

// plain draws unit by unit.
type plain []int32

func (of plain) Draw(rng *rand.Rand, times []float64) {
	clear(times)
	n := uint64(len(of))
	for range of {
		times[of[below(rng, n)]]++
	}
}

// below returns a number in [0, n), n < 2³², from one draw: Lemire 2019,
// without the correction of a bias below n/2⁶⁴.
func below(rng *rand.Rand, n uint64) uint64 {
	return mulHigh(rng.Uint64(), n)
}

// multinomial draws the count of each pattern, one after the other, each
// binomial given the ones before.
type multinomial struct {
	units int
	often []int
}

func (m multinomial) Draw(rng *rand.Rand, times []float64) {
	left, among := m.units, m.units
	for p, often := range m.often {
		drawn := left
		if often < among {
			drawn = Binomial(rng, left, float64(often)/float64(among))
		}
		times[p] = float64(drawn)
		left -= drawn
		among -= often
	}
}

// Clusters returns the Sampler of whole clusters. The patterns of the units of
// cluster c are of[start[c]:start[c+1]].
func Clusters(start []int, of []int32) Sampler { return clusters{start, of} }

type clusters struct {
	start []int
	of    []int32
}

func (cs clusters) Draw(rng *rand.Rand, times []float64) {
	clear(times)
	n := len(cs.start) - 1
	cs.drawAmong(rng, times, n, 0, n)
}

// nearClusters is the number of neighbouring clusters that are drawn one by
// one. Of more, it is first drawn how many are in which half: the same
// distribution, and memory is read near by.
const nearClusters = 512

// drawAmong draws n of the clusters from one to before another.
func (cs clusters) drawAmong(rng *rand.Rand, times []float64, n, from, to int) {
	if to-from > nearClusters {
		middle := (from + to) / 2
		left := Binomial(rng, n, float64(middle-from)/float64(to-from))
		cs.drawAmong(rng, times, left, from, middle)
		cs.drawAmong(rng, times, n-left, middle, to)
		return
	}
	for range n {
		c := from + int(below(rng, uint64(to-from)))
		for _, p := range cs.of[cs.start[c]:cs.start[c+1]] {
			times[p]++
		}
	}
}
