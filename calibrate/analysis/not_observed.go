package analysis

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/team"
)

// notObservedItems lists the items where "not observed" stands against a
// score: a disagreement, not a gap.
func notObservedItems(m *team.Stats) []calibrate.NotObserved {
	count := team.NotObserved(m)
	list := []calibrate.NotObserved{}
	for i, it := range m.Table.Items() {
		if count[i] == 0 || m.Item(i).Ratings == 0 {
			continue
		}
		list = append(list, calibrate.NotObserved{
			Lesson: m.Table.Lessons()[it.Lesson], Indicator: m.Table.Indicators()[it.Indicator],
			NotObserved: count[i], Levels: team.LevelCounts(m, i),
		})
	}
	return list
}
