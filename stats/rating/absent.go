package rating

import (
	"cmp"
	"slices"
)

// Absent counts the cells without a row: of the items of the lessons in which
// a rater has any row, those where the rater has none. The items of a lesson
// stand together in a Table: parts of them are counted side by side.
func (t *Table) Absent() int {
	n := 0
	for _, part := range inParts(len(t.items), func(from, to int) int {
		return t.absentFrom(t.lessonFrom(from), t.lessonFrom(to))
	}) {
		n += part
	}
	return n
}

// lessonFrom returns the first item, from one on, that begins a lesson.
func (r *rows) lessonFrom(item int) int {
	for item > 0 && item < len(r.items) && sameLesson(r.items[item-1], r.items[item]) {
		item++
	}
	return item
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
