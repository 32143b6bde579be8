package inference

import "github.com/cb401426/calibrate/stats/rating"

// Units returns the rows of each item, or of each lesson in the order of the
// lessons' first rows.
func Units(m *rating.Matrix, byLesson bool) [][]int {
	var units [][]int
	at := map[int32]int{}
	for i := range m.Items() {
		if !byLesson {
			units = append(units, []int{i})
			continue
		}
		c := m.Cluster(i)
		if _, ok := at[c]; !ok {
			at[c] = len(units)
			units = append(units, nil)
		}
		units[at[c]] = append(units[at[c]], i)
	}
	return units
}

// Paired returns m without the items rated once.
func Paired(m *rating.Matrix) *rating.Matrix {
	var rows []int
	for i := range m.Items() {
		if raters, _ := m.Row(i); len(raters) > 1 {
			rows = append(rows, i)
		}
	}
	return m.Take(rows)
}
