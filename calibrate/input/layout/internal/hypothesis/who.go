package hypothesis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// whoAndWhich finds the raters, the lesson and the round of rows that are of
// one rater each.
func whoAndWhich(f *column.Frame, r *Reading, taken map[int]bool) {
	rater, sure := chooseRater(f, 0.45, taken)
	if rater < 0 {
		rater, sure = unnamedRater(f, taken)
	}
	takeRounds(f, r, taken)
	if rater >= 0 {
		taken[rater] = true
		r.Keys.Rater, r.rater = []int{rater}, sure
	}
	for i := range f.Columns { // other columns for the same people are no lesson
		if m, ok := f.Columns[i].Naming(layout.Rater); ok && i != rater && m.Sure > 0.45 && f.Columns[i].Named[0].Field == layout.Rater {
			taken[i] = true
		}
	}
	r.Keys, r.Shape = chooseLesson(f, r.Keys, nil, taken)
	if rater < 0 {
		nobodyNamed(f, r)
	}
}

// takeRounds takes the columns that name the round, and the vote in it.
func takeRounds(f *column.Frame, r *Reading, taken map[int]bool) {
	r.Keys.Round, r.Keys.Stage = roundColumns(f, taken), stageColumns(f, taken)
	for _, i := range slices.Concat(r.Keys.Round, r.Keys.Stage) {
		taken[i] = true
	}
}

// roundColumns returns the column that names the round.
func roundColumns(f *column.Frame, taken map[int]bool) []int {
	named := f.Pick(layout.Round, 0.8, func(c *column.Column) bool {
		n, _ := c.Naming(layout.Round)
		return taken[c.Pos] || !n.Whole || c.Long > 0
	})
	return named[:min(len(named), 1)]
}

// stageColumns returns the column that says before or after the talk.
func stageColumns(f *column.Frame, taken map[int]bool) []int {
	const never = 2 // by its name alone
	named := f.Pick(layout.Stage, never, func(c *column.Column) bool { return taken[c.Pos] })
	return named[:min(len(named), 1)]
}

// indicatorOfTwo takes the second of two columns for the lesson, which nothing
// names so, for the indicator where none is named: it stands with every lesson.
func indicatorOfTwo(f *column.Frame, r *Reading) {
	if len(r.Keys.Indicator) > 0 || len(r.Keys.Lesson) != 2 || f.Options.Names(layout.Lesson) {
		return
	}
	a, b := r.Keys.Lesson[0], r.Keys.Lesson[1]
	_, lesson := f.Columns[a].Naming(layout.Lesson)
	if _, too := f.Columns[b].Naming(layout.Lesson); !lesson || too || f.Columns[b].Numbers > 0 || f.Columns[b].Role != "" {
		return
	}
	if x := f.Columns[b].Named; len(x) > 0 && x[0].Field == layout.Group && x[0].Sure > 0.6 {
		return
	}
	lessons, others, both := map[int32]bool{}, map[int32]bool{}, map[[2]int32]bool{}
	for k := range min(len(f.Rows), column.StructureRows) {
		x, y := f.Code(a)[k], f.Code(b)[k]
		lessons[x], others[y], both[[2]int32{x, y}] = true, true, true
	}
	if len(both)*10 >= 9*len(lessons)*len(others) && len(others) > 1 && len(lessons) > 1 {
		r.Keys.Lesson, r.Keys.Indicator = r.Keys.Lesson[:1], []int{b}
	}
}
