package calibrate

import (
	"context"

	"github.com/cb401426/calibrate/stats"
)

// A Quadrant says how two raters of one item stand to each other, by whether
// their ratings are the same and their reasons alike.
type Quadrant string

// The quadrants.
const (
	// Shared: the same rating for like reasons.
	Shared Quadrant = "shared"
	// Lucky: the same rating for unlike reasons, which may be luck.
	Lucky Quadrant = "lucky"
	// UnclearLine: like reasons and different ratings. The rubric's line
	// between the levels may be unclear.
	UnclearLine Quadrant = "unclear_line"
	// NoticedDifferently: both unlike. They may have noticed different things.
	NoticedDifferently Quadrant = "noticed_differently"
)

// AllQuadrants lists the quadrants in the order in which they are shown.
var AllQuadrants = []Quadrant{Shared, Lucky, UnclearLine, NoticedDifferently}

// quadrantOf returns the quadrant of two reasons.
func quadrantOf(same, alike bool) Quadrant {
	switch {
	case same && alike:
		return Shared
	case same:
		return Lucky
	case alike:
		return UnclearLine
	}
	return NoticedDifferently
}

// Quadrants counts pairs of reasons in each quadrant.
type Quadrants struct {
	Shared             int `json:"shared" csv:"shared"`
	Lucky              int `json:"lucky" csv:"lucky"`
	UnclearLine        int `json:"unclear_line" csv:"unclear_line"`
	NoticedDifferently int `json:"noticed_differently" csv:"noticed_differently"`
}

// Of returns the count of a quadrant.
func (q Quadrants) Of(which Quadrant) int { return *q.at(which) }

// Pairs returns the number of pairs.
func (q Quadrants) Pairs() int { return q.Shared + q.Lucky + q.UnclearLine + q.NoticedDifferently }

// Add counts a pair.
func (q *Quadrants) Add(which Quadrant) { *q.at(which)++ }

func (q *Quadrants) at(which Quadrant) *int {
	switch which {
	case Shared:
		return &q.Shared
	case Lucky:
		return &q.Lucky
	case UnclearLine:
		return &q.UnclearLine
	}
	return &q.NoticedDifferently
}

// join adds the counts of another item.
func (q *Quadrants) join(other Quadrants) {
	q.Shared += other.Shared
	q.Lucky += other.Lucky
	q.UnclearLine += other.UnclearLine
	q.NoticedDifferently += other.NoticedDifferently
}

// alike is the share of the pairs whose reasons are alike.
func (q Quadrants) alike() stats.Number {
	if q.Pairs() == 0 {
		return stats.None(tooFewReasons)
	}
	return stats.Of(float64(q.Shared+q.UnclearLine) / float64(q.Pairs()))
}

// mostReasonPairs is the number of pairs of reasons that are compared on one
// item: all of 200 reasons. Of more, as many are drawn evenly.
const mostReasonPairs = 20_000

// A pairing is the pairs of one item's reasons.
type pairing struct {
	all     Quadrants
	seen    Quadrants // of reasons that both name something seen
	evident int       // how many reasons do
	sampled bool
}

// pair compares the reasons of one item.
func (s *sayings) pair(ctx context.Context, of []int, seed uint64) (pairing, error) {
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
