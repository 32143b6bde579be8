package reasons

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text/likeness"
)

// partly is the similarity from which two reasons are partly alike.
const partly = likeness.Cut / 2

// quadrantOf returns the quadrant of two reasons.
func quadrantOf(same bool, similarity float64) calibrate.Quadrant {
	alike := similarity >= likeness.Cut
	switch {
	case same && alike:
		return calibrate.Shared
	case alike:
		return calibrate.UnclearLine
	case similarity >= partly:
		return calibrate.PartlyAlike
	case same:
		return calibrate.Lucky
	}
	return calibrate.NoticedDifferently
}

// join adds the counts of another item.
func join(q *calibrate.Quadrants, other calibrate.Quadrants) {
	q.Shared += other.Shared
	q.Lucky += other.Lucky
	q.UnclearLine += other.UnclearLine
	q.NoticedDifferently += other.NoticedDifferently
	q.PartlyAlike += other.PartlyAlike
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

// A pairing is the pairs of one item's reasons. Those within are of one rating,
// those across of two; only reasons that name something seen count there.
type pairing struct {
	all            calibrate.Quadrants
	within, across likenesses
	reasons        int
	evident        int // of them name something seen
	sampled        bool
}

// likenesses sums up how alike some pairs are.
type likenesses struct {
	pairs, like int
	sum         float64
}

func (l *likenesses) add(similarity float64) {
	l.pairs++
	l.sum += similarity
	if similarity >= likeness.Cut {
		l.like++
	}
}

func (l likenesses) mean() float64 { return l.sum / float64(max(1, l.pairs)) }

// alike is the share of all pairs that are alike.
func (p pairing) alike() stats.Number {
	pairs := p.within.pairs + p.across.pairs
	if pairs == 0 {
		return stats.None(calibrate.TooFewReasons)
	}
	return stats.Of(float64(p.within.like+p.across.like) / float64(pairs))
}

// pair compares the reasons of one item.
func (s *Sayings) pair(ctx context.Context, of []int, seed uint64) (pairing, error) {
	p := pairing{reasons: len(of), sampled: len(of)*(len(of)-1)/2 > mostReasonPairs}
	for _, i := range of {
		if s.said[i].evident() {
			p.evident++
		}
	}
	for pair := range s.corpus.Pairs(ctx, of, mostReasonPairs, seed) {
		x, y := &s.said[pair.A], &s.said[pair.B]
		p.all.Add(quadrantOf(x.level == y.level, pair.Similarity))
		switch {
		case !x.evident() || !y.evident():
		case x.level == y.level:
			p.within.add(pair.Similarity)
		default:
			p.across.add(pair.Similarity)
		}
	}
	return p, ctx.Err()
}
