package survey

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats"
)

// chance is what two answers drawn at random from all dimensions would show:
// one number for all, so that dimensions compare.
type chance struct {
	step             float64
	exact, withinOne stats.Number
}

// chances returns what chance gives for each of the two answers.
func chances(a *answers.Answers) [2]chance {
	var all [2][]stats.Number
	var both [2]chance
	for i := range a.Dimensions {
		d := &a.Dimensions[i]
		all[0], all[1] = append(all[0], d.Is...), append(all[1], d.Should...)
		both[0].step, both[1].step = (d.High-d.Low)/4, (d.High-d.Low)/4
	}
	for k := range both {
		exact, within := both[k].figures(all[k])
		both[k].exact, both[k].withinOne = exact.Value, within.Value
	}
	return both
}

// figures returns how many pairs of people gave the same answer, and answers
// no more than a step apart. One question has no interval.
func (c chance) figures(list []stats.Number) (exact, withinOne calibrate.Figure) {
	count := map[float64]int{}
	n := 0
	for _, a := range list {
		if v, ok := a.Value(); ok {
			count[v]++
			n++
		}
	}
	var same, near int
	for v, k := range count {
		same += k * (k - 1)
		near += k * (k - 1)
		for w, l := range count {
			if w != v && abs(w-v) <= c.step*(1+1e-9) {
				near += k * l
			}
		}
	}
	none := stats.None(stats.OneItem)
	pairs := n * (n - 1)
	exact = calibrate.Figure{Value: share(same, pairs), Chance: c.exact, Lower: none, Upper: none, Pairs: pairs / 2}
	withinOne = calibrate.Figure{Value: share(near, pairs), Chance: c.withinOne, Lower: none, Upper: none, Pairs: pairs / 2}
	return exact, withinOne
}

// share is k of n, absent where there are none.
func share(k, n int) stats.Number {
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(float64(k) / float64(n))
}
