package reasons

import (
	"math/rand/v2"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text/likeness"
)

// The permutation check of likeness.
const (
	dealt     = 199 // deals; the smallest p is 1/200
	poolSize  = 64  // reasons that are dealt
	likeLevel = 0.05
	// leastMore is how much more alike than strangers reasons are before it
	// counts: all who write of one indicator share a little.
	leastMore = partly / 2
	// With two reasons nothing can be told, and to tell that reasons are unlike
	// takes more than to tell that they are alike: two who saw the same may
	// have written it in other words.
	fewestAlike  = 3
	fewestUnlike = 4
)

// strangers are reasons of the file dealt out anew, whatever their item: what
// likeness there would be if the reasons of an item had nothing in common but
// the file's way of writing. Only reasons that name something seen are dealt.
type strangers struct {
	items   []int32     // of the pool
	similar [][]float64 // of the pool
	seed    uint64
	deals   map[[2]int][]float64 // mean likeness, by number of reasons and of pairs
	share   stats.Number         // of like pairs among those of different items
}

// newStrangers compares the reasons of a pool that is drawn evenly.
func newStrangers(s *Sayings, seed uint64) *strangers {
	var evident []int
	for _, item := range s.items {
		for _, i := range s.byItem[item] {
			if s.said[i].evident() {
				evident = append(evident, i)
			}
		}
	}
	pool := evenly(evident, poolSize, seed)
	c := &strangers{seed: seed, deals: map[[2]int][]float64{}, similar: make([][]float64, len(pool))}
	like, pairs := 0, 0
	for x, i := range pool {
		c.items = append(c.items, s.said[i].item)
		c.similar[x] = make([]float64, len(pool))
		for y, j := range pool[:x] {
			similar := s.corpus.Similarity(i, j)
			c.similar[x][y], c.similar[y][x] = similar, similar
			if c.items[x] != c.items[y] {
				pairs++
				if similar >= likeness.Cut {
					like++
				}
			}
		}
	}
	c.share = stats.None(calibrate.TooFewReasons)
	if pairs > 0 {
		c.share = stats.Of(float64(like) / float64(pairs))
	}
	return c
}

// evenly draws n of a list, one from each of as many equal parts.
func evenly(list []int, n int, seed uint64) []int {
	if len(list) <= n {
		return list
	}
	random := rand.New(rand.NewPCG(seed, uint64(len(list))))
	drawn := make([]int, n)
	for k := range drawn {
		drawn[k] = list[int((float64(k)+random.Float64())*float64(len(list))/float64(n))]
	}
	return drawn
}

// pValue is the share of deals of n reasons, and of so many pairs of them, that
// are nearly as alike on average, to within leastMore, the observed deal counted. At most half of
// the pool is dealt: of all of it there is one deal.
func (c *strangers) pValue(n, pairs int, mean float64) stats.Number {
	n = min(n, len(c.similar)/2)
	if n < 2 || pairs < 1 || !c.share.OK() {
		return stats.None(calibrate.TooFewReasons)
	}
	key := [2]int{n, min(pairs, n*(n-1)/2)}
	if c.deals[key] == nil {
		c.deals[key] = c.deal(key[0], key[1])
	}
	reached := 1
	for _, d := range c.deals[key] {
		if d+leastMore >= mean-1e-12 {
			reached++
		}
	}
	return stats.Of(float64(reached) / (dealt + 1))
}

// deal deals n reasons out many times, and compares so many pairs of those of
// different items: reasons of one item are no strangers.
func (c *strangers) deal(n, pairs int) []float64 {
	random := rand.New(rand.NewPCG(c.seed, uint64(n)))
	hand := make([]int, len(c.similar))
	for i := range hand {
		hand[i] = i
	}
	means := make([]float64, dealt)
	for k := range means {
		sum, compared := 0.0, 0
		for x := range n {
			y := x + random.IntN(len(hand)-x)
			hand[x], hand[y] = hand[y], hand[x]
			for _, other := range hand[:x] {
				if compared < pairs && c.items[hand[x]] != c.items[other] {
					sum += c.similar[hand[x]][other]
					compared++
				}
			}
		}
		means[k] = sum / float64(max(1, compared))
	}
	return means
}
