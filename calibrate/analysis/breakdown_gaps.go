package analysis

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// addGaps says of each place how many cells have no score, and what chance
// would put on the commonest level.
func addGaps(p *calibrate.Breakdown, m *team.Stats, items []int, gaps []team.Gaps, chance func(scale, n int) stats.Number) {
	p.CommonestChance = stats.None(stats.NoPairs)
	sum, paired := 0.0, 0
	for _, i := range items {
		p.NotObserved += gaps[i].NotObserved
		p.Blank += gaps[i].Blank
		p.Absent += gaps[i].Absent
		if n := m.Item(i).Ratings; n >= 2 {
			v, ok := chance(m.Table.ScaleOf(m.Table.Items()[i].Indicator), n).Value()
			if !ok {
				p.CommonestChance = stats.None(stats.TooLarge)
			}
			sum += v
			paired++
		}
	}
	if paired > 0 && p.CommonestChance.Reason() != stats.TooLarge {
		p.CommonestChance = stats.Of(sum / float64(paired))
	}
}
