package rounds

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Kept says whether what was settled in the talk held in the next independent
// round: how far exact of the settled indicators is from that of the others,
// before the talk and in the next round. What was settled was low, and what is
// low rises by itself: the settled indicators' own rise includes the rebound of
// a low start, so no word is said of it.
type Kept struct {
	Settled, Others int        // indicators, of both rounds
	Before, Next    Difference // Before the others' exact, After the settled ones', by pooled t
	Rise            [2]stats.Number
	StillBelow      bool         // the interval of Next lies below 0
	Reason          stats.Reason // why no word can be said
}

// What a word on what was kept needs.
const (
	fewestSettled = 2
	fewestOthers  = 4
	// NotBelow: the settled indicators were not below the others before.
	NotBelow stats.Reason = "not_below_before"
)

// Keeping compares settled indicators with the others in two independent
// rounds, over the raters and indicators of both.
func Keeping(t *rating.Table, before, next int32, settled func(indicator int32) bool, o Options) Kept {
	both := o.common(t, before, next)
	a, b := measure(t, before, both), measure(t, next, both)
	first, second := a.byIndicator(exact), b.byIndicator(exact)
	var x, y [2][]float64 // the others, the settled
	for _, i := range indicators(a, b) {
		k := 0
		if settled(i) {
			k = 1
		}
		x[k], y[k] = append(x[k], first[i]), append(y[k], second[i])
	}
	k := Kept{Settled: len(x[1]), Others: len(x[0])}
	if k.Settled < fewestSettled || k.Others < fewestOthers {
		k.Reason = TooFewCommon
		k.Before, k.Next = none(TooFewCommon), none(TooFewCommon)
		k.Rise = [2]stats.Number{stats.None(TooFewCommon), stats.None(TooFewCommon)}
		return k
	}
	k.Before, k.Next = twoSample(x, o), twoSample(y, o)
	k.Rise = [2]stats.Number{stats.Of(mean(x[1])), stats.Of(mean(y[1]))}
	if k.Before.Change.Or(0) >= 0 {
		k.Reason = NotBelow
		return k
	}
	k.StillBelow = k.Next.Upper.Or(1) < 0
	return k
}

// twoSample compares two groups of indicators by the pooled t, I − 2.
func twoSample(groups [2][]float64, o Options) Difference {
	squares, freedom := pooled(groups[:])
	se := math.Sqrt(squares / freedom * (1/float64(len(groups[0])) + 1/float64(len(groups[1]))))
	return student(mean(groups[0]), mean(groups[1]), se, freedom, o)
}
