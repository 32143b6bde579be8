package reasons

import (
	"math/rand/v2"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text"
)

// The permutation check of likeness.
const (
	dealt     = 199 // deals; the smallest p is 1/200
	poolSize  = 64  // reasons that are dealt
	likeLevel = 0.05
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
	like  [][]bool // of the pool
	seed  uint64
	deals map[int][]float64 // shares of like pairs, by number of reasons
	share stats.Number      // of like pairs among those of different items
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
	c := &strangers{seed: seed, deals: map[int][]float64{}, like: make([][]bool, len(pool))}
	like, pairs := 0, 0
	for x, i := range pool {
		c.like[x] = make([]bool, len(pool))
		for y, j := range pool[:x] {
			alike := s.corpus.Similarity(i, j) >= text.Cut
			c.like[x][y], c.like[y][x] = alike, alike
			if s.said[i].item != s.said[j].item {
				pairs++
				if alike {
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

// pValue is the share of deals of n reasons in which at least the given share
// of the pairs is alike, the observed deal counted. At most half of the pool
// is dealt: of all of it there is one deal.
func (c *strangers) pValue(n int, share float64) stats.Number {
	n = min(n, len(c.like)/2)
	if n < 2 || !c.share.OK() {
		return stats.None(calibrate.TooFewReasons)
	}
	if c.deals[n] == nil {
		c.deals[n] = c.deal(n)
	}
	reached := 1
	for _, d := range c.deals[n] {
		if d >= share-1e-12 {
			reached++
		}
	}
	return stats.Of(float64(reached) / (dealt + 1))
}

// deal deals n reasons out many times.
func (c *strangers) deal(n int) []float64 {
	random := rand.New(rand.NewPCG(c.seed, uint64(n)))
	hand := make([]int, len(c.like))
	for i := range hand {
		hand[i] = i
	}
	shares := make([]float64, dealt)
	for k := range shares {
		like := 0
		for x := range n {
			y := x + random.IntN(len(hand)-x)
			hand[x], hand[y] = hand[y], hand[x]
			for _, other := range hand[:x] {
				if c.like[hand[x]][other] {
					like++
				}
			}
		}
		shares[k] = float64(like) / float64(n*(n-1)/2)
	}
	return shares
}

// reading says in which quadrant an item may be: by whether most pairs of its
// ratings are the same, and whether half or more of the reasons behind these
// (or else behind the different ones) are alike. The reasons must name
// something seen. Likeness is told where few deals are as alike; that they are
// unlike, where few deals are half as alike as they could be, so that likeness
// would have shown.
func (c *strangers) reading(p pairing, exact float64) (calibrate.Label, stats.Number) {
	none := calibrate.NoLabel(calibrate.TooFewReasons)
	share, ok := alike(p.seen).Value()
	if !ok {
		return none, stats.None(calibrate.TooFewReasons)
	}
	pValue := c.pValue(p.evident, share)
	same := exact > 0.5
	like, unlike := p.seen.UnclearLine, p.seen.NoticedDifferently
	if same {
		like, unlike = p.seen.Shared, p.seen.Lucky
	}
	alike := like >= unlike
	told := p.evident >= fewestAlike && pValue.Or(1) <= likeLevel
	if !alike {
		told = p.evident >= fewestUnlike && c.pValue(p.evident, 0.5).Or(1) <= likeLevel
	}
	if like+unlike == 0 || !told {
		return none, pValue
	}
	return calibrate.Named(string(quadrantOf(same, alike))), pValue
}
