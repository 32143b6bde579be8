package habits

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/stats/team"
)

// endUse is how a rater used the two ends of the scale, and how a colleague
// drawn at random for each item would have: the shares of all who rated it.
type endUse struct {
	items, low, high  int
	wantLow, wantHigh float64
	shares            []float64 // of both ends, by item
}

// centralHabit tests whether a rater leaves out both ends of the scale where
// colleagues use them on the same items. If a rater's ratings were as good as
// any colleague's, each would be at an end as often as the item's are, so that
// their number is a sum of unlike chances (Poisson binomial). Both ends must
// be used less than expected: one end alone speaks of severity. The ends are
// the levels in the outer quarters of the scale; it takes three levels.
func centralHabit(m *team.Stats, _ *team.Master) []suspicion {
	uses := make([]endUse, len(m.Table.Raters()))
	for i := range m.Items {
		raters, levels := m.Table.Row(i)
		scale := m.ScaleOf(i).Levels
		if len(raters) < 2 || len(scale.Whole()) < 3 {
			continue
		}
		ends := make([]int, len(levels))
		low, high := 0.0, 0.0
		for k, level := range levels {
			ends[k] = endOf(scale.Levels[level].Value-scale.Min(), scale.Range())
			low += max(0, -float64(ends[k]))
			high += max(0, float64(ends[k]))
		}
		n := float64(len(raters))
		for k, g := range raters {
			uses[g].add(ends[k], low/n, high/n)
		}
	}
	list := make([]suspicion, len(uses))
	for g, u := range uses {
		if u.items > 0 {
			list[g] = u.suspicion()
		}
	}
	return list
}

// endOf returns -1 or 1 where a score, counted from the bottom of the scale,
// is in its outer quarters.
func endOf(score, width float64) int {
	switch {
	case score < width/4*(1-1e-9):
		return -1
	case score > width*3/4*(1+1e-9):
		return 1
	}
	return 0
}

// add takes in one rating.
func (u *endUse) add(end int, low, high float64) {
	u.items++
	u.wantLow += low
	u.wantHigh += high
	u.shares = append(u.shares, low+high)
	switch end {
	case -1:
		u.low++
	case 1:
		u.high++
	}
}

func (u *endUse) suspicion() suspicion {
	if float64(u.low) >= u.wantLow || float64(u.high) >= u.wantHigh {
		return suspicion{tested: true, p: 1}
	}
	return suspicion{
		tested: true, p: atMost(u.low+u.high, u.shares),
		text: "keeps to the middle of the scale",
		evidence: fmt.Sprintf("%d of %d ratings at an end of the scale, where colleagues on the same items would give about %.1f (low %.1f, high %.1f)",
			u.low+u.high, u.items, u.wantLow+u.wantHigh, u.wantLow, u.wantHigh),
	}
}

// mostExact is the number of chances up to which a Poisson binomial is summed.
const mostExact = 2000

// atMost is the chance that at most k of independent events of the given
// chances occur: summed exactly, or, of very many, by the normal law with a
// correction for continuity.
func atMost(k int, chances []float64) float64 {
	if len(chances) > mostExact {
		mean, variance := 0.0, 0.0
		for _, p := range chances {
			mean += p
			variance += p * (1 - p)
		}
		return 0.5 * math.Erfc((mean-float64(k)-0.5)/math.Sqrt(2*variance))
	}
	law := make([]float64, k+2) // of 0, 1, … k events; the last is room
	law[0] = 1
	for _, p := range chances {
		for j := k; j > 0; j-- {
			law[j] = law[j]*(1-p) + law[j-1]*p
		}
		law[0] *= 1 - p
	}
	sum := 0.0
	for _, v := range law[:k+1] {
		sum += v
	}
	return min(sum, 1)
}
