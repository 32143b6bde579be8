package hypothesis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// takeIndicator takes the columns that name the indicator, and notes how surely
// they do.
func takeIndicator(f *column.Frame, r *Reading, taken map[int]bool) {
	r.Keys.Indicator = chooseIndicator(f, taken)
	for _, i := range r.Keys.Indicator {
		taken[i] = true
		n, _ := f.Columns[i].Naming(layout.Indicator)
		r.indicator = max(r.indicator, n.Sure, column.Yes(f.Columns[i].Role == layout.Indicator))
	}
}

// chooseIndicator finds the columns that name the indicator: the finest of
// those that are named so, as text rather than as a number.
func chooseIndicator(f *column.Frame, taken map[int]bool) []int {
	named := f.Pick(layout.Indicator, 0.5, func(c *column.Column) bool {
		n, _ := c.Naming(layout.Indicator)
		return taken[c.Pos] || c.Long*2 > c.Filled && n.Kind != header.ByText && c.Filled > 0 && c.Alone()
	})
	if len(named) == 0 || f.Options.Names(layout.Indicator) {
		return named
	}
	if rest := slices.DeleteFunc(slices.Clone(named), func(i int) bool {
		return onlyLesson(f, i, taken) && slices.ContainsFunc(named, func(k int) bool { return k != i && f.Surely(k, layout.Indicator) && !f.Determines([]int{i}, k) })
	}); len(rest) > 0 {
		named = rest // item_id beside a dimension is what was rated
	}
	best := named[0]
	for _, i := range named[1:] {
		switch {
		case f.OneToOne(best, i):
			if speaksBetter(f, i, best) {
				best = i
			}
		case f.Determines([]int{i}, best): // a component says its domain
			best = i
		}
	}
	out := []int{best}
	for _, i := range named {
		if i != best && !f.Determines([]int{best}, i) && !f.Columns[i].Constant() && f.Surely(i, layout.Indicator) {
			out = append([]int{i}, out...) // items are numbered anew in each domain
		}
	}
	return out
}

// onlyLesson reports whether a column can name the lesson, as item_id can, and
// no other does.
func onlyLesson(f *column.Frame, i int, taken map[int]bool) bool {
	if _, ok := f.Columns[i].Naming(layout.Lesson); !ok || f.Columns[i].User {
		return false
	}
	for k := range f.Columns {
		c := &f.Columns[k]
		n, ok := c.Naming(layout.Lesson)
		if k != i && !taken[k] && (c.Role == layout.Lesson || ok && c.Role == "" && n.Sure >= 0.6 && !f.Surely(k, layout.Indicator)) {
			return false
		}
	}
	return true
}

// speaksBetter reports whether one of two columns for the same things is the
// better name: an id of a rubric, else words rather than numbers.
func speaksBetter(f *column.Frame, a, b int) bool {
	x, y := &f.Columns[a], &f.Columns[b]
	if ids := x.RubricIDs(); ids != y.RubricIDs() {
		return ids
	}
	return x.Numbers == 0 && y.Numbers > 0
}

// domainsAside keeps columns that the indicator determines from being taken
// for the lesson.
func domainsAside(f *column.Frame, r *Reading, taken map[int]bool) {
	if len(r.Keys.Indicator) == 0 {
		return
	}
	for i := range f.Columns {
		if f.Surely(i, layout.Indicator) && !taken[i] {
			taken[i] = true
		}
	}
}
