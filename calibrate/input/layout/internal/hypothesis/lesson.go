package hypothesis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// An option is one way to name what was rated.
type option struct {
	lesson, segment []int
	worth           float64
	shape           shape
}

// chooseLesson finds the columns that name the lesson: of those that are named
// so, the ones under which every row is of its own and raters share items; if
// none will do, others besides.
func chooseLesson(f *column.Frame, k keys, across []int, taken map[int]bool) (keys, shape) {
	named, segments := lessonColumns(f, k, across, taken)
	var tried []option
	try := func(lesson, segment []int) option {
		o := option{lesson: lesson, segment: segment}
		with := k
		with.Lesson, with.Segment = lesson, segment
		o.shape = Structure(f, with, across)
		o.worth = worthOf(f, o, named, across != nil)
		tried = append(tried, o)
		return o
	}
	if f.Options.Names(layout.Lesson) {
		var user []int
		for _, i := range named {
			if f.Columns[i].User {
				user = append(user, i)
			}
		}
		o := try(user, segments)
		k.Lesson, k.Segment = o.lesson, o.segment
		return k, o.shape
	}
	try(nil, segments)
	for a := range named[:min(len(named), 5)] {
		try(named[a:a+1], without(segments, named[a]))
		for b := a + 1; b < min(len(named), 5); b++ {
			if !f.Determines(named[a:a+1], named[b]) && !f.Determines(named[b:b+1], named[a]) {
				pair := []int{named[a], named[b]}
				try(pair, without(without(segments, named[a]), named[b]))
			}
		}
	}
	best := bestOption(tried)
	if best.shape.Clash() > 0.02 && !f.Timed() || best.shape.Paired == 0 && len(f.Rows) > 1 {
		spare := spareColumns(f, k, best, taken, false)
		for _, x := range spare {
			try(append(slices.Clone(best.lesson), x), best.segment)
		}
		first := best
		best = bestOption(tried)
		if best.shape.Clash() > 0.02 { // a date and a period
			spare = spareColumns(f, k, first, taken, true)
			spare = spare[:min(len(spare), 5)]
			for a, x := range spare {
				for _, y := range spare[a+1:] {
					try(append(slices.Clone(first.lesson), x, y), first.segment)
				}
			}
			best = bestOption(tried)
		}
	}
	k.Lesson, k.Segment = best.lesson, best.segment
	return k, best.shape
}

func bestOption(all []option) option {
	best := all[0]
	for _, o := range all[1:] {
		if o.worth > best.worth+1e-9 {
			best = o
		}
	}
	return best
}

func without(list []int, x int) []int {
	return slices.DeleteFunc(slices.Clone(list), func(i int) bool { return i == x })
}

// lessonColumns returns the columns named for the lesson, the surest first, and
// those for a part of one.
func lessonColumns(f *column.Frame, k keys, across []int, taken map[int]bool) (named, segments []int) {
	not := func(c *column.Column) bool {
		n, _ := c.Naming(layout.Lesson)
		number := across == nil && n.Kind == header.ByID && c.Alone() // of the answer, and no name
		return taken[c.Pos] || number || c.Long*2 > c.Filled && n.Kind != header.ByID || !n.Whole && c.HoldsScores() && n.Kind != header.ByID
	}
	for _, i := range f.Pick(layout.Lesson, 0.45, not) {
		if !slices.Contains(k.All(), i) {
			named = append(named, i)
		}
	}
	for _, i := range f.Pick(layout.Segment, 0.8, func(c *column.Column) bool { return taken[c.Pos] }) {
		if slices.Contains(k.All(), i) || f.Columns[i].Constant() {
			continue
		}
		if n, ok := f.Columns[i].Naming(layout.Lesson); ok && !f.Columns[i].User && !otherLesson(f, named, i, n.Sure) {
			continue // a clip without a video is what was watched
		}
		segments = append(segments, i)
	}
	named = slices.DeleteFunc(named, func(i int) bool { return slices.Contains(segments, i) })
	return named, segments
}

// otherLesson reports whether another column names the lesson at least as
// surely.
func otherLesson(f *column.Frame, named []int, i int, sure float64) bool {
	return slices.ContainsFunc(named, func(k int) bool {
		n, _ := f.Columns[k].Naming(layout.Lesson)
		_, part := f.Columns[k].Naming(layout.Segment)
		return k != i && !f.Columns[k].Constant() && (n.Sure > sure || n.Sure >= 0.7 && !part || f.Columns[k].User)
	})
}

// worthOf weighs a way to name what was rated.
func worthOf(f *column.Frame, o option, named []int, across bool) float64 {
	worth := 0.0
	for n, i := range o.lesson {
		sure := 0.1
		if x, ok := f.Columns[i].Naming(layout.Lesson); ok && n == 0 {
			sure = x.Sure
		}
		if f.Columns[i].Role == layout.Lesson {
			sure = max(sure, 1)
		}
		worth += sure - 0.3*float64(n)
		if c := &f.Columns[i]; c.Times*2 > c.Filled && c.Filled > 0 {
			worth -= 0.4
		}
	}
	for _, i := range named {
		n, _ := f.Columns[i].Naming(layout.Lesson)
		if n.Whole && n.Sure > 0.9 && f.Columns[i].Constant() && len(o.lesson) == 0 && f.Columns[i].Filled > 0 {
			worth -= 2 // it names the one lesson
		}
		if n.Whole && !slices.Contains(o.lesson, i) && !f.Columns[i].Constant() && !f.Determines(o.lesson, i) {
			switch { // different things would be taken for one
			case n.Sure >= 0.8:
				worth -= 6
			case n.Sure >= 0.6:
				worth -= 0.9
			}
		}
	}
	clash := o.shape.Clash()
	switch {
	case clash == 0:
		worth += 2
	case f.Timed():
		worth -= clash
	default:
		worth -= 1 + 4*clash
	}
	switch {
	case o.shape.Rows < 2:
	case o.shape.Paired == 0:
		worth -= 4
	default:
		worth += 2 * o.shape.pairs()
	}
	return worth
}

// spareColumns returns further columns that could tell rows apart, days among them only
// where they belong to lessons, or anyDay says so.
func spareColumns(f *column.Frame, k keys, o option, taken map[int]bool, anyDay bool) []int {
	var out []int
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.User || taken[i] || slices.Contains(k.All(), i) || slices.Contains(o.lesson, i) || slices.Contains(o.segment, i) {
			continue
		}
		if c.Role != "" && c.Role != layout.Group && c.Role != layout.Date || c.Scoring || c.Filled == 0 || c.Constant() || c.Long > 0 {
			continue
		}
		if c.Role == layout.Date && !anyDay && !particular(f, i, o.lesson) {
			continue
		}
		if n := c.Named; c.Counts && !(len(n) > 0 && n[0].Field == layout.Group) {
			continue
		}
		out = append(out, i)
		if len(out) == 12 {
			break
		}
	}
	return out
}

// particular reports whether days belong to lessons: few lessons share one.
func particular(f *column.Frame, date int, lesson []int) bool {
	if len(lesson) == 0 {
		return false
	}
	lessons, days, both := map[uint64]bool{}, map[int32]bool{}, map[[2]uint64]bool{}
	for k := range min(len(f.Rows), column.StructureRows) {
		h, _ := f.Hash(lesson, k)
		d := f.Code(date)[k]
		lessons[h], days[d], both[[2]uint64{h, uint64(d)}] = true, true, true
	}
	return len(days) > 2 && 3*len(both) < 2*len(lessons)*len(days)
}
