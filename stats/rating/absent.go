package rating

import (
	"cmp"
	"runtime"
	"slices"
)

// Absent counts the cells without a row: of the items of the lessons in which
// a rater has any row, those where the rater has none. The items of a lesson
// stand together in a Table: parts of them are counted side by side.
func (t *Table) Absent() int {
	parts := 1
	if len(t.items) > manyRows {
		parts = runtime.GOMAXPROCS(0)
	}
	bounds := []int{0}
	for part := 1; part < parts; part++ {
		at := max(bounds[part-1], part*len(t.items)/parts)
		for at > 0 && at < len(t.items) && sameLesson(t.items[at-1], t.items[at]) {
			at++
		}
		bounds = append(bounds, at)
	}
	bounds = append(bounds, len(t.items))
	counts := make([]int, parts)
	sideBySide(parts, func(part int) { counts[part] = t.absentFrom(bounds[part], bounds[part+1]) })
	n := 0
	for _, count := range counts {
		n += count
	}
	return n
}

func sameLesson(a, b Item) bool { return a.Lesson == b.Lesson && a.Round == b.Round }

// absentFrom counts the cells without a row of the items from one to before
// another, which are those of whole lessons.
func (t *Table) absentFrom(from, to int) int {
	first, _ := slices.BinarySearchFunc(t.marks, int32(from), func(m Mark, item int32) int { return cmp.Compare(m.Item, item) })
	marks := t.marks[first:]
	rows := make([]int, len(t.raters)) // of each rater in the lesson
	var met []int32
	n, ofLesson := 0, 0
	add := func(rater int32) {
		if rows[rater] == 0 {
			met = append(met, rater)
		}
		rows[rater]++
	}
	for i := from; i < to; i++ {
		ofLesson++
		row, _ := t.Row(i)
		for _, rater := range row {
			add(rater)
		}
		for ; len(marks) > 0 && int(marks[0].Item) == i; marks = marks[1:] {
			add(marks[0].Rater)
		}
		if i+1 < to && sameLesson(t.items[i], t.items[i+1]) {
			continue
		}
		for _, rater := range met {
			n += ofLesson - rows[rater]
			rows[rater] = 0
		}
		met, ofLesson = met[:0], 0
	}
	return n
}
