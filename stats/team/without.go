package team

import (
	"github.com/cb401426/calibrate/stats/rating"
)

// Among returns the measures of the ratings of some raters, with the chance of
// all.
func Among(m *Stats, keep func(rater int32) bool) *Stats {
	sub := New(m.Table.Where(func(_ int, r rating.Rating) bool { return keep(r.Rater) }), m.Options)
	for s := range sub.Scales {
		sub.Scales[s].chance, sub.Scales[s].ok = m.Scales[s].chance, m.Scales[s].ok
	}
	return sub
}

// Without returns the measures of the ratings of all but one rater.
func (m *Stats) Without(rater int32) *Stats {
	return New(m.Table.Where(func(_ int, r rating.Rating) bool { return r.Rater != rater }), m.Options)
}
