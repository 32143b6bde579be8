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

// Clusters returns the Sampler of whole clusters: patterns[c] are the
// patterns of the units of cluster c.
func Clusters(patterns [][]int32) Sampler { return clusters(patterns) }

type clusters [][]int32

func (cs clusters) Draw(rng *rand.Rand, times []float64) {
	clear(times)
	n := uint64(len(cs))
	for range cs {
		for _, p := range cs[below(rng, n)] {
			times[p]++
		}
	}
}
