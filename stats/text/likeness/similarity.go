package likeness

import (
	"context"
	"iter"
	"math"
	"math/rand/v2"
)

// Cut is the similarity from which two reasons are called alike. It was chosen
// by cross-validation on labelled pairs; docs/reasons.md has the figures.
const Cut = 0.22

// Similarity returns how much reasons i and j rest on the same words, numbers,
// quotations and ideas: from 0, nothing, to 1, the same. A reason without a
// word is like none, itself included.
//
// It is the mean of two views: the cosine of the two weight vectors, and the
// share of the slighter that the other holds too (the overlap coefficient of
// weights), so that a long reason which contains a short one's event is like
// it.
func (c *Corpus) Similarity(i, j int) float64 {
	a, b := c.vectors[i], c.vectors[j]
	if len(a.ids) == 0 || len(b.ids) == 0 {
		return 0
	}
	var dot, shared float64
	for x, y := 0, 0; x < len(a.ids) && y < len(b.ids); {
		switch d := a.ids[x] - b.ids[y]; {
		case d < 0:
			x++
		case d > 0:
			y++
		default:
			dot += float64(a.weights[x] * b.weights[y])
			shared += min(a.weights[x], b.weights[y])
			x, y = x+1, y+1
		}
	}
	cosine := dot / math.Sqrt(float64(a.square*b.square))
	held := shared / min(a.sum, b.sum)
	return min(1, (cosine+held)/2)
}

// A Pair is two reasons of a corpus and their similarity.
type Pair struct {
	A, B       int
	Similarity float64
}

// Alike reports whether the similarity of the pair reaches Cut.
func (p Pair) Alike() bool { return p.Similarity >= Cut }

// Pairs yields the pairs of the given reasons, in their order; reasons without
// a word make none. Where there are more than limit pairs it yields limit of
// them, one drawn at random from each of as many equal parts of the list, so
// that 5,000 reasons of one item take no longer than limit comparisons. The
// same seed and reasons give the same pairs. A limit of 0 or less is none.
// Pairs stops early when ctx is done; the caller asks ctx for the error.
func (c *Corpus) Pairs(ctx context.Context, reasons []int, limit int, seed uint64) iter.Seq[Pair] {
	worded := make([]int, 0, len(reasons))
	for _, i := range reasons {
		if len(c.vectors[i].ids) > 0 {
			worded = append(worded, i)
		}
	}
	total := len(worded) * (len(worded) - 1) / 2
	if limit <= 0 || limit > total {
		limit = total
	}
	return func(yield func(Pair) bool) {
		random := rand.New(rand.NewPCG(seed, uint64(total)))
		for k := range limit {
			if k%1024 == 0 && ctx.Err() != nil {
				return
			}
			at := k
			if limit < total {
				at = int((float64(k) + random.Float64()) * float64(total) / float64(limit))
			}
			x, y := unrank(min(at, total-1))
			a, b := worded[x], worded[y]
			if !yield(Pair{a, b, c.Similarity(a, b)}) {
				return
			}
		}
	}
}

// unrank returns pair k of the list (0,1), (0,2), (1,2), (0,3), ….
func unrank(k int) (x, y int) {
	y = int((1 + math.Sqrt(float64(8*k+1))) / 2)
	for y*(y-1)/2 > k {
		y--
	}
	for (y+1)*y/2 <= k {
		y++
	}
	return k - y*(y-1)/2, y
}
