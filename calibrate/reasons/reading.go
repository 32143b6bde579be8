package reasons

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/text/likeness"
)

// What it takes to read an item.
const (
	likeMean     = 1.5 * likeness.Cut // what like reasons are on average
	likeShare    = 1.0 / 3            // of the pairs that count are alike
	seenShare    = 0.2                // of the reasons name something, at most, where nothing was seen
	fewestPraise = 3                  // reasons without anything seen
	fewestApart  = 6                  // pairs, none of them alike, that show unlike reasons by themselves
)

// reading says what the reasons of an item may show, and the share of deals
// that are as alike. The pairs that count are those of the same rating if most
// pairs of its ratings are the same, else those of different ones; both
// reasons must name something seen. They are alike, or partly alike, only
// where few deals are as alike; unlike, only where likeness would have shown.
func (a *Reader) reading(item int32, p pairing, chance *strangers) (calibrate.Label, stats.Number) {
	same := a.M.Item(int(item)).Exact() > 0.5
	count := p.across
	if same {
		count = p.within
	}
	mean, pValue := count.mean(), stats.None(calibrate.TooFewReasons)
	if count.pairs > 0 {
		pValue = chance.pValue(p.evident, count.pairs, mean)
	}
	told := p.evident >= fewestAlike && pValue.Or(1) <= likeLevel
	switch {
	case same && p.reasons-p.evident >= fewestPraise && float64(p.evident) <= seenShare*float64(p.reasons):
		return calibrate.Named(string(calibrate.NothingSeen)), pValue
	case a.disputed(item).Low >= 0:
		return calibrate.Named(string(calibrate.FactsDisputed)), pValue
	case told && float64(count.like) >= likeShare*float64(count.pairs):
		return calibrate.Named(string(quadrantOf(same, likeness.Cut))), pValue
	case told:
		return calibrate.Named(string(calibrate.PartlyAlike)), pValue
	case p.evident >= fewestUnlike && (chance.pValue(p.evident, count.pairs, likeMean).Or(1) <= likeLevel || apart(count, pValue)):
		return calibrate.Named(string(quadrantOf(same, 0))), pValue
	}
	return calibrate.NoLabel(calibrate.TooFewReasons), pValue
}

// apart reports whether no pair is alike, of several, and half of the deals or
// more are as alike: where all of a file's items share some event, likeness
// would not show, and yet such reasons are unlike.
func apart(l likenesses, pValue stats.Number) bool {
	return l.pairs >= fewestApart && l.like == 0 && pValue.Or(0) >= 0.5
}

// disputed returns the two reasons that say most plainly that the facts are
// disputed between the two sides of the boundary, or none.
func (a *Reader) disputed(item int32) Ends {
	lows, highs := a.sides(item, func(s *said) bool { return s.evident() })
	if low, high, ok := a.Said.corpus.Disputed(lows, highs); ok {
		return Ends{low, high}
	}
	return Ends{-1, -1}
}

// sides are the reasons below and above the boundary of an item, of those that
// a test lets pass; none where all gave the same.
func (a *Reader) sides(item int32, keep func(*said) bool) (lows, highs []int) {
	_, high, apart := team.Boundary(a.M, []int{int(item)})
	if !apart {
		return nil, nil
	}
	for _, i := range a.Said.byItem[item] {
		switch s := &a.Said.said[i]; {
		case !keep(s):
		case s.score < high:
			lows = append(lows, i)
		default:
			highs = append(highs, i)
		}
	}
	return lows, highs
}
