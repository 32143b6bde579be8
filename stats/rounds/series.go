package rounds

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

func sorted(list []int32) []int32 {
	slices.Sort(list)
	return list
}

// A Slope is how much a figure changes from one round to the next, by least
// squares over the means of lessons.
type Slope struct {
	PerRound, Lower, Upper, P stats.Number
	Lessons                   int
}

// fewestForSlope is the number of lessons in all from which on there is one.
const fewestForSlope = 6

// Trend is the slope of exact over three rounds or more, of the raters and
// indicators in all of them. Rounds count as evenly spaced.
func Trend(t *rating.Table, order []int32, o Options) Slope {
	all := o.common(t, order...)
	var x, y []float64
	for k, code := range order {
		for _, v := range measure(t, code, all).means(exact) {
			x, y = append(x, float64(k)), append(y, v)
		}
	}
	n := float64(len(x))
	if len(order) < 3 || n < fewestForSlope {
		none := stats.None(TooFewLessons)
		return Slope{none, none, none, none, len(x)}
	}
	mx, my, sxx, sxy, syy := mean(x), mean(y), 0.0, 0.0, 0.0
	for i := range x {
		sxx += (x[i] - mx) * (x[i] - mx)
		sxy += (x[i] - mx) * (y[i] - my)
		syy += (y[i] - my) * (y[i] - my)
	}
	slope := sxy / sxx
	d := student(0, slope, math.Sqrt(max(0, syy-slope*sxy)/(n-2)/sxx), n-2, o)
	return Slope{d.Change, d.Lower, d.Upper, d.P, len(x)}
}

// An IndicatorChange is that of one indicator between two rounds.
type IndicatorChange struct {
	Indicator int32
	Movement  Movement
	Exact     Difference
}

// familyLevel is the chance, at most, of a word on any indicator that did not
// move.
const familyLevel = 0.04

// ByIndicator compares each common indicator in two rounds of three lessons or
// more each, by a t on its lessons and Holm's procedure over the indicators. The
// variance between lessons is that pooled over indicators, or the indicator's
// own where it is larger, for indicators are not alike. With fewer lessons there
// are figures without a word.
func ByIndicator(t *rating.Table, order []int32, from, to int, o Options) []IndicatorChange {
	both := o.common(t, order[from], order[to])
	a, b := measure(t, order[from], both), measure(t, order[to], both)
	before, after := a.lessonsOf(), b.lessonsOf()
	var list []IndicatorChange
	squares, freedom := 0.0, 0.0
	own := map[int32]float64{}
	for _, i := range indicators(a, b) {
		s, f := pooled([][]float64{before[i], after[i]})
		squares += s
		freedom += f
		own[i] = s / f
		list = append(list, IndicatorChange{Indicator: i, Movement: CannotTell})
	}
	several := min(len(a.lessons), len(b.lessons)) >= severalLessons
	for k := range list {
		x, y := before[list[k].Indicator], after[list[k].Indicator]
		variance := max(squares/freedom, own[list[k].Indicator])
		se := math.Sqrt(variance * (1/float64(len(x)) + 1/float64(len(y))))
		list[k].Exact = student(mean(x), mean(y), se, freedom, o)
		if !several {
			why := stats.None(TooFewLessons)
			list[k].Exact.Lower, list[k].Exact.Upper, list[k].Exact.P = why, why, why
		}
	}
	for _, k := range held(len(list), familyLevel, func(k int) stats.Number { return list[k].Exact.P }) {
		list[k].Movement = Together
		if list[k].Exact.Change.Or(0) < 0 {
			list[k].Movement = Apart
		}
	}
	return list
}

// lessonsOf is exact of each indicator by lesson.
func (r round) lessonsOf() map[int32][]float64 {
	list := map[int32][]float64{}
	for _, l := range r.lessons {
		for _, x := range l.items {
			list[x.indicator] = append(list[x.indicator], x.exact)
		}
	}
	return list
}

// held returns those of n tests that hold at a level together (Holm).
func held(n int, alpha float64, p func(int) stats.Number) (list []int) {
	var tests []int
	var values []float64
	for k := range n {
		if v, ok := p(k).Value(); ok {
			tests, values = append(tests, k), append(values, v)
		}
	}
	for i, adjusted := range inference.Holm(values) {
		if adjusted <= alpha {
			list = append(list, tests[i])
		}
	}
	return list
}

// A Drift is how a rater's place in the team changed between two rounds.
type Drift struct {
	Rater         int32
	Before, After stats.Number // levels above the others on the same items
	Change, P     stats.Number
	Moved         bool
}

// What a drift needs, and at what level a word is said of anyone.
const (
	fewestForDrift = 6
	driftLevel     = 0.04
)

// Drifts compares, of the raters in both rounds, how far above the others each
// was. Each change is studentized by the others' (t, r − 2), with Holm's
// procedure over raters. A shift of half of the team cannot be seen.
func Drifts(t *rating.Table, order []int32, from, to int) ([]Drift, stats.Reason) {
	both := Common(t, order[from], order[to])
	before, after := above(t, order[from], both.Rater), above(t, order[to], both.Rater)
	var list []Drift
	var changes []float64
	for g := range t.Raters() {
		x, ok := before[int32(g)]
		y, ok2 := after[int32(g)]
		if ok && ok2 {
			list = append(list, Drift{
				Rater: int32(g), Before: stats.Of(x), After: stats.Of(y), Change: stats.Of(y - x), P: stats.None(stats.NoSpread),
			})
			changes = append(changes, y-x)
		}
	}
	r := float64(len(list))
	if len(list) < fewestForDrift {
		return nil, TooFewRaters
	}
	squares, _ := pooled([][]float64{changes})
	center := mean(changes)
	for k := range list {
		d := changes[k] - center
		left := squares - d*d*r/(r-1)
		if scale := math.Sqrt(left / (r - 2) * (r - 1) / r); scale > 1e-9 {
			list[k].P = stats.Of(twoSided(d/scale, r-2))
		}
	}
	for _, k := range held(len(list), driftLevel, func(k int) stats.Number { return list[k].P }) {
		list[k].Moved = true
	}
	return list, ""
}

// above is how far above the others on the same items each rater is, in levels.
func above(t *rating.Table, code int32, keep func(int32) bool) map[int32]float64 {
	sums, n := map[int32]float64{}, map[int32]float64{}
	for i, it := range t.Items() {
		if it.Round != code {
			continue
		}
		raters, levels := t.Row(i)
		step, total, k := t.Scale(i).Step(), 0.0, 0.0
		for j, g := range raters {
			if keep(g) {
				total += t.Value(i, levels[j]) / step
				k++
			}
		}
		for j, g := range raters {
			if v := t.Value(i, levels[j]) / step; keep(g) && k > 1 {
				sums[g] += v - (total-v)/(k-1)
				n[g]++
			}
		}
	}
	for g := range sums {
		if sums[g] /= n[g]; math.Abs(sums[g]) < 1e-12 {
			sums[g] = 0
		}
	}
	return sums
}
