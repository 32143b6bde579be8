package habits

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/resample"
	"github.com/cb401426/calibrate/stats/team"
)

const masterStream = 0x9fb21c651e98df25

// masterItem is an item with an agreed score: how far from it a rater is, and
// all who rated it.
type masterItem struct {
	own, signed float64
	all         []float64
}

// masterHabit tests whether a rater is further from the agreed scores than
// colleagues on the same items: the sum of the distances against that of
// sheets on which each item's distance is one of those it got, drawn at random.
func masterHabit(m *team.Stats, key *team.Master) []suspicion {
	sheets := make([][]masterItem, len(m.Table.Raters()))
	for _, c := range key.All() {
		raters, _ := m.Table.Row(c.Item)
		step := m.ScaleOf(c.Item).Step
		all := make([]float64, len(c.Scores))
		for k, v := range c.Scores {
			all[k] = math.Abs(v-c.Score) / step
		}
		for k, g := range raters {
			if len(raters) > 1 {
				sheets[g] = append(sheets[g], masterItem{all[k], (c.Scores[k] - c.Score) / step, all})
			}
		}
	}
	list := make([]suspicion, len(sheets))
	for g, items := range sheets {
		if len(items) > 0 {
			list[g] = fromMaster(m, g, items)
		}
	}
	return list
}

// fromMaster tests one rater.
func fromMaster(m *team.Stats, g int, items []masterItem) suspicion {
	n := float64(len(items))
	own, signed, group := 0.0, 0.0, 0.0
	for _, it := range items {
		own += it.own
		signed += it.signed
		k := float64(len(it.all))
		group += (team.Average(it.all)*k - it.own) / (k - 1)
	}
	rng := resample.Rand(m.Options.Seed^masterStream, g)
	p := drawn(func() bool {
		sum := 0.0
		for _, it := range items {
			sum += it.all[rng.IntN(len(it.all))]
		}
		return sum >= own*(1-1e-9)
	})
	return suspicion{
		tested: true, p: p,
		text: fmt.Sprintf("%.1f levels from the master on average", own/n),
		evidence: fmt.Sprintf("%.2f levels from the agreed scores on %s (on balance %.2f %s), the others %.2f on the same items",
			own/n, wording.Count(len(items), "item"), math.Abs(signed)/n, sideOf(signed), group/n),
	}
}
