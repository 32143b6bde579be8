package within

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// An urn holds all that an item of so many ratings at random can look like:
// how many ratings are on each level. Drawing a look at once, in place of
// rating by rating, makes the simulation of large files quick.
type urn struct {
	looks [][3]float64 // mean variance, AD_M and AD_Md of each look
	stay  []float64    // Walker's alias method: the part of a slot that is its own
	other []int32      // and whose the rest is
}

// largestUrn is the number of looks up to which an urn is filled.
const largestUrn = 1 << 14

// newUrn returns the urn of an item of so many ratings; nil where there are
// too many looks, or fewer draws than looks.
func newUrn(size int, scale []float64, draws int) *urn {
	if n := looks(size, len(scale)); n > largestUrn || n > float64(draws) {
		return nil
	}
	u := &urn{}
	var chance []float64
	counts := make([]int, len(scale))
	all := logFactorial(size) - float64(size)*math.Log(float64(len(scale)))
	fill(counts, 0, size, func() {
		p := all
		for _, n := range counts {
			p -= logFactorial(n)
		}
		u.looks = append(u.looks, describe(counts, size, scale))
		chance = append(chance, math.Exp(p))
	})
	u.alias(chance)
	return u
}

// looks returns the number of ways to put so many ratings on so many levels,
// C(size + levels − 1, levels − 1).
func looks(size, levels int) float64 {
	n := 1.0
	for k := 1; k < levels; k++ {
		n *= float64(size+k) / float64(k)
	}
	return math.Round(n)
}

// fill calls f with each way to put left ratings on the levels from k on.
func fill(counts []int, k, left int, f func()) {
	if k == len(counts)-1 {
		counts[k] = left
		f()
		return
	}
	for n := range left + 1 {
		counts[k] = n
		fill(counts, k+1, left-n, f)
	}
}

func logFactorial(n int) float64 {
	v, _ := math.Lgamma(float64(n + 1))
	return v
}

// alias lays the looks into slots of equal chance, two at most in each (Walker
// 1977, ACM Transactions on Mathematical Software 3, 253–256).
func (u *urn) alias(chance []float64) {
	n := len(chance)
	total := 0.0
	for _, p := range chance {
		total += p
	}
	u.stay, u.other = make([]float64, n), make([]int32, n)
	var under, over []int
	for i, p := range chance {
		u.stay[i], u.other[i] = p/total*float64(n), int32(i)
		if u.stay[i] < 1 {
			under = append(under, i)
		} else {
			over = append(over, i)
		}
	}
	for len(under) > 0 && len(over) > 0 {
		small, large := under[len(under)-1], over[len(over)-1]
		under = under[:len(under)-1]
		u.other[small] = int32(large)
		u.stay[large] -= 1 - u.stay[small]
		if u.stay[large] < 1 {
			over = over[:len(over)-1]
			under = append(under, large)
		}
	}
	for _, i := range append(under, over...) {
		u.stay[i] = 1 // what rounding left
	}
}

// draw returns the look of one item at random.
func (u *urn) draw(rng *rand.Rand) *[3]float64 {
	// The slot is the whole part of a random number below their number, and its
	// fraction says which of the slot's two looks it is.
	slot, fraction := bits.Mul64(rng.Uint64(), uint64(len(u.looks)))
	if float64(fraction)/(1<<64) < u.stay[slot] {
		return &u.looks[slot]
	}
	return &u.looks[u.other[slot]]
}

// describe returns the variance, AD_M and AD_Md of an item by the number of
// its ratings on each level.
func describe(counts []int, size int, scale []float64) [3]float64 {
	n, mean := float64(size), 0.0
	for k, c := range counts {
		mean += float64(c) * scale[k] / n
	}
	middle := (at(counts, scale, (size-1)/2) + at(counts, scale, size/2)) / 2
	var squares, aboutMean, aboutMedian float64
	for k, c := range counts {
		d := scale[k] - mean
		squares += float64(c) * d * d
		aboutMean += float64(c) * math.Abs(d)
		aboutMedian += float64(c) * math.Abs(scale[k]-middle)
	}
	return [3]float64{squares / (n - 1), aboutMean / n, aboutMedian / n}
}

// at returns the rating at a position of the ascending ratings.
func at(counts []int, scale []float64, position int) float64 {
	for k, c := range counts {
		if position < c {
			return scale[k]
		}
		position -= c
	}
	return scale[len(scale)-1]
}
