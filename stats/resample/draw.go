package resample

import (
	"math"
	"math/rand/v2"
)

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
func Clusters(start []int, of []int32) Sampler {
	clusters := len(start) - 1
	patterns := 0
	for _, p := range of {
		patterns = max(patterns, int(p)+1)
	}
	// The counts of a cluster side by side in words, where these are fewer than
	// its units.
	if words := (patterns + lanes - 1) / lanes; words*clusters < len(of) {
		if p, ok := pack(start, of, words); ok {
			return p
		}
	}
	return listed{start, of}
}

// nearClusters is the number of neighbouring clusters that are drawn one by
// one. Of more, it is first drawn how many are in which half: the same
// distribution, and memory is read near by.
const nearClusters = 1 << nearBits

const nearBits = 9

// drawAmong draws left[r] of the clusters from one to before another for each
// replicate r, leaf by leaf: what a leaf holds is read once for all.
func drawAmong(rngs []*rand.Rand, left []int, from, to int, leaf func(replicate, n, from, to int)) {
	if to-from <= nearClusters {
		for r, n := range left {
			leaf(r, n, from, to)
		}
		return
	}
	middle := from + (to-from+nearClusters)/(2*nearClusters)*nearClusters
	first, second := make([]int, len(left)), make([]int, len(left))
	for r, n := range left {
		first[r] = Binomial(rngs[r], n, float64(middle-from)/float64(to-from))
		second[r] = n - first[r]
	}
	drawAmong(rngs, first, from, middle, leaf)
	drawAmong(rngs, second, middle, to, leaf)
}

// listed are clusters as lists of patterns.
type listed struct {
	start []int
	of    []int32
}

func (cs listed) Draw(rng *rand.Rand, times []float64) {
	clear(times)
	n := len(cs.start) - 1
	drawAmong([]*rand.Rand{rng}, []int{n}, 0, n, func(_, n, from, to int) {
		for range n {
			c := from + int(below(rng, uint64(to-from)))
			for _, p := range cs.of[cs.start[c]:cs.start[c+1]] {
				times[p]++
			}
		}
	})
}

// lanes is how many counts of 16 bits a word holds.
const lanes = 4

// packed are clusters as counts of patterns, four to a word: one addition adds
// four counts.
type packed struct {
	words  int
	counts []uint64 // of each cluster, words
	room   int      // clusters that fit into 16 bits together
}

// pack counts the patterns of each cluster; false where one has too many.
func pack(start []int, of []int32, words int) (packed, bool) {
	p := packed{words: words, counts: make([]uint64, (len(start)-1)*words), room: math.MaxUint16}
	for c := range len(start) - 1 {
		if start[c+1]-start[c] > math.MaxUint16 {
			return p, false
		}
		row := p.counts[c*words : (c+1)*words]
		for _, pattern := range of[start[c]:start[c+1]] {
			row[pattern/lanes] += 1 << (16 * (pattern % lanes))
		}
		for i := range words * lanes {
			if n := int(lane(row, i)); n > 0 {
				p.room = min(p.room, math.MaxUint16/n)
			}
		}
	}
	return p, true
}

// lane returns count i of a row.
func lane(row []uint64, i int) uint16 { return uint16(row[i/lanes] >> (16 * (i % lanes))) }

func (p packed) Draw(rng *rand.Rand, times []float64) {
	p.drawTogether([]*rand.Rand{rng}, [][]float64{times})
}

// drawTogether draws several replicates, each as it would be drawn alone.
func (p packed) drawTogether(rngs []*rand.Rand, times [][]float64) {
	n := len(p.counts) / p.words
	left, sums := make([]int, len(rngs)), make([]packedSum, len(rngs))
	for r := range rngs {
		clear(times[r])
		left[r] = n
		sums[r] = packedSum{words: make([]uint64, p.words), room: p.room, times: times[r]}
	}
	drawAmong(rngs, left, 0, n, func(r, n, from, to int) {
		p.leaf(rngs[r], n, p.counts[from*p.words:to*p.words], &sums[r])
	})
	for r := range sums {
		sums[r].flush(p.room)
	}
}

// leaf draws n of the clusters of some rows.
func (p packed) leaf(rng *rand.Rand, n int, rows []uint64, sum *packedSum) {
	clusters := len(rows) / p.words
	bits, places := uint64(0), 0 // a full leaf takes its places from the bits of a draw
	words := sum.words
	for ; n > 0; n-- {
		var c int
		if clusters == nearClusters {
			if places == 0 {
				bits, places = rng.Uint64(), 64/nearBits
			}
			c = int(bits & (nearClusters - 1))
			bits >>= nearBits
			places--
		} else {
			c = int(below(rng, uint64(clusters)))
		}
		row := rows[c*len(words):][:len(words)]
		for i := range words {
			words[i] += row[i]
		}
		if sum.room--; sum.room == 0 {
			sum.flush(p.room)
		}
	}
}

// packedSum adds up rows, and keeps in times what no longer fits.
type packedSum struct {
	words []uint64
	room  int // rows that still fit
	times []float64
}

// flush empties the words into times.
func (s *packedSum) flush(room int) {
	for i := range min(len(s.times), lanes*len(s.words)) { // the last patterns may stand in no cluster
		s.times[i] += float64(lane(s.words, i))
	}
	clear(s.words)
	s.room = room
}
