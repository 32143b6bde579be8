package habits

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/team"
)

// fewestForOneLevel is the number of items from which one level throughout
// says anything.
const fewestForOneLevel = 6

// oneLevelHabit tests whether a rater gave one level throughout where the
// others did not: the chance that as many colleagues, one drawn for each item,
// all gave that level, is the product over the items of the others' share of
// it. An item that nobody else rated says nothing.
func oneLevelHabit(m *team.Stats, _ *team.Master) []suspicion {
	type run struct {
		items int
		value float64
		mixed bool
		log   float64 // of the product
	}
	runs := make([]run, len(m.Table.Raters()))
	for i := range m.Items {
		raters, levels := m.Table.Row(i)
		for k, g := range raters {
			r, value := &runs[g], m.Table.Value(i, levels[k])
			r.mixed = r.mixed || r.items > 0 && value != r.value
			r.value = value
			r.items++
			if len(raters) > 1 {
				r.log += math.Log(float64(sameLevel(levels, levels[k])-1) / float64(len(raters)-1))
			}
		}
	}
	list := make([]suspicion, len(runs))
	for g, r := range runs {
		if r.items < fewestForOneLevel {
			continue
		}
		list[g] = suspicion{tested: true, p: 1}
		if r.mixed {
			continue
		}
		level := wording.Level(r.value)
		list[g] = suspicion{
			tested: true, p: math.Exp(r.log),
			text: fmt.Sprintf("gave %s throughout", level),
			evidence: fmt.Sprintf("all %d ratings are %s, where the others' ratings of the same items vary",
				r.items, level),
		}
	}
	return list
}

// sameLevel counts a level among others.
func sameLevel(levels []uint16, level uint16) int {
	n := 0
	for _, l := range levels {
		if l == level {
			n++
		}
	}
	return n
}
