package calibrate

import "github.com/cb401426/calibrate/stats/rating"

// notObservedItems lists the items where "not observed" stands against a
// score: a disagreement, not a gap.
func (m *measures) notObservedItems() []NotObserved {
	count := m.notObservedCounts()
	list := []NotObserved{}
	for i, it := range m.table.Items() {
		if count[i] == 0 || m.items[i].ratings == 0 {
			continue
		}
		list = append(list, NotObserved{
			Lesson: m.table.Lessons()[it.Lesson], Indicator: m.table.Indicators()[it.Indicator],
			NotObserved: count[i], Levels: m.levelCounts(i),
		})
	}
	return list
}

// notObservedCounts counts who marked each item "not observed".
func (m *measures) notObservedCounts() []int {
	count := make([]int, len(m.items))
	for _, mark := range m.table.Marks() {
		if mark.State == rating.NotObserved {
			count[mark.Item]++
		}
	}
	return count
}

// levelCounts counts the ratings of an item on each level that occurs.
func (m *measures) levelCounts(i int) []LevelCount {
	_, levels := m.table.Row(i)
	counts := make([]int, len(m.scaleOf(i).scale.Levels))
	for _, level := range levels {
		counts[level]++
	}
	var list []LevelCount
	for level, n := range counts {
		if n > 0 {
			list = append(list, LevelCount{m.scaleOf(i).scale.Levels[level].Value, n})
		}
	}
	return list
}
