package rounds

import (
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/stats"
)

// FiguresOf lists the figures of a trend: those of the last round, and what
// changed from the first round to the last, of all and of each indicator.
func FiguresOf(t *Trend) []gates.Figure {
	var list []gates.Figure
	if n := len(t.Rounds); n > 0 {
		list = append(list, gates.Of("", t.Rounds[n-1])...)
	}
	if n := len(t.Changes); n > 0 {
		c := &t.Changes[n-1]
		list = append(
			list, change("", "exact_change", exactOf(c)), change("", "two_apart_change", c.TwoApart),
			change("", "distance_within_change", c.DistanceWithin), change("", "everyone_change", c.Everyone),
		)
	}
	if t.Slope != nil {
		list = append(list, gates.Figure{ID: "slope", Value: orReason(t.Slope.PerRound, t.Slope.Reason)})
	}
	for i := range t.Indicators {
		list = append(list, change(t.Indicators[i].Indicator, "exact_change", t.Indicators[i].Change))
	}
	return list
}

// Knows is the vocabulary of trends.
var Knows = gates.Knows(append(
	gates.Of("", Round{}), gates.Figure{ID: "verdict"}, gates.Figure{ID: "two_apart_change"}, gates.Figure{ID: "distance_within_change"},
	gates.Figure{ID: "everyone_change"}, gates.Figure{ID: "slope"},
), []gates.Figure{{ID: "exact_change"}})

// exactOf is the change of exact of the people in both rounds, or of everyone
// where theirs would show how one or two rated, or nobody can be followed.
func exactOf(c *Change) Difference {
	if !c.Exact.Change.OK() && c.Everyone.Change.OK() {
		return c.Everyone
	}
	return c.Exact
}

func change(of, id string, d Difference) gates.Figure {
	return gates.Figure{ID: id, Of: of, Value: orReason(d.Change, d.Reason)}
}

// orReason is a number, or absent for a reason that stands beside it.
func orReason(n stats.Number, why stats.Reason) stats.Number {
	switch {
	case n.OK() || n.Reason() != "":
		return n
	case why == "":
		why = stats.NotApplicable
	}
	return stats.None(why)
}
