package reasons

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// quadrantOf returns the quadrant of two reasons.
func quadrantOf(same, alike bool) calibrate.Quadrant {
	switch {
	case same && alike:
		return calibrate.Shared
	case same:
		return calibrate.Lucky
	case alike:
		return calibrate.UnclearLine
	}
	return calibrate.NoticedDifferently
}

// join adds the counts of another item.
func join(q *calibrate.Quadrants, other calibrate.Quadrants) {
	q.Shared += other.Shared
	q.Lucky += other.Lucky
	q.UnclearLine += other.UnclearLine
	q.NoticedDifferently += other.NoticedDifferently
}

// alike is the share of the pairs whose reasons are alike.
func alike(q calibrate.Quadrants) stats.Number {
	if q.Pairs() == 0 {
		return stats.None(calibrate.TooFewReasons)
	}
	return stats.Of(float64(q.Shared+q.UnclearLine) / float64(q.Pairs()))
}

// mostReasonPairs is the number of pairs of reasons that are compared on one
// item: all of 200 reasons. Of more, as many are drawn evenly.
const mostReasonPairs = 20_000

// A pairing is the pairs of one item's reasons.
type pairing struct {
	all     calibrate.Quadrants
	seen    calibrate.Quadrants // of reasons that both name something seen
	evident int                 // how many reasons do
	sampled bool
}

// pair compares the reasons of one item.
func (s *Sayings) pair(ctx context.Context, of []int, seed uint64) (pairing, error) {
	p := pairing{sampled: len(of)*(len(of)-1)/2 > mostReasonPairs}
	for _, i := range of {
		if s.said[i].evident() {
			p.evident++
		}
	}
	for pair := range s.corpus.Pairs(ctx, of, mostReasonPairs, seed) {
		x, y := &s.said[pair.A], &s.said[pair.B]
		which := quadrantOf(x.level == y.level, pair.Alike())
		p.all.Add(which)
		if x.evident() && y.evident() {
			p.seen.Add(which)
		}
	}
	return p, ctx.Err()
}
