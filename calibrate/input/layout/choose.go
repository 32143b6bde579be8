package layout

import "slices"

// An option is one way to name what was rated.
type option struct {
	lesson, segment []int
	worth           float64
	shape           shape
}

// chooseLesson finds the columns that name the lesson: of those that are named
// so, the ones under which every row is of its own and raters share items; if
// none will do, others besides.
func chooseLesson(f *frame, k keys, across []int, taken map[int]bool) (keys, shape) {
	named, segments := lessonColumns(f, k, across, taken)
	var tried []option
	try := func(lesson, segment []int) option {
		o := option{lesson: lesson, segment: segment}
		with := k
		with.lesson, with.segment = lesson, segment
		o.shape = structure(f, with, across)
		o.worth = worthOf(f, o, named, across != nil)
		tried = append(tried, o)
		return o
	}
	if f.options.Names(Lesson) {
		var user []int
		for _, i := range named {
			if f.columns[i].user {
				user = append(user, i)
			}
		}
		o := try(user, segments)
		k.lesson, k.segment = o.lesson, o.segment
		return k, o.shape
	}
	try(nil, segments)
	for a := range named[:min(len(named), 5)] {
		try(named[a:a+1], without(segments, named[a]))
		for b := a + 1; b < min(len(named), 5); b++ {
			if !f.determines(named[a:a+1], named[b]) && !f.determines(named[b:b+1], named[a]) {
				pair := []int{named[a], named[b]}
				try(pair, without(without(segments, named[a]), named[b]))
			}
		}
	}
	best := bestOption(tried)
	if best.shape.clash() > 0.02 && (!f.form || f.hasTime() == nil) || best.shape.paired == 0 && len(f.rows) > 1 {
		spare := spareColumns(f, k, best, taken, false)
		for _, x := range spare {
			try(append(slices.Clone(best.lesson), x), best.segment)
		}
		first := best
		best = bestOption(tried)
		if best.shape.clash() > 0.02 { // a date and a period
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
	k.lesson, k.segment = best.lesson, best.segment
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
func lessonColumns(f *frame, k keys, across []int, taken map[int]bool) (named, segments []int) {
	not := func(c *column) bool {
		n, _ := c.naming(Lesson)
		number := across == nil && n.kind == byID && c.alone() // of the answer, and no name
		return taken[c.pos] || number || c.long*2 > c.filled && n.kind != byID || !n.whole && c.holdsScores() && n.kind != byID
	}
	for _, i := range f.pick(Lesson, 0.45, not) {
		if !slices.Contains(k.all(), i) {
			named = append(named, i)
		}
	}
	for _, i := range f.pick(Segment, 0.8, func(c *column) bool { return taken[c.pos] }) {
		if slices.Contains(k.all(), i) || f.columns[i].constant() {
			continue
		}
		if n, ok := f.columns[i].naming(Lesson); ok && !f.columns[i].user && !otherLesson(f, named, i, n.sure) {
			continue // a clip without a video is what was watched
		}
		segments = append(segments, i)
	}
	named = slices.DeleteFunc(named, func(i int) bool { return slices.Contains(segments, i) })
	return named, segments
}

// otherLesson reports whether another column names the lesson at least as
// surely.
func otherLesson(f *frame, named []int, i int, sure float64) bool {
	return slices.ContainsFunc(named, func(k int) bool {
		n, _ := f.columns[k].naming(Lesson)
		_, part := f.columns[k].naming(Segment)
		return k != i && !f.columns[k].constant() && (n.sure > sure || n.sure >= 0.7 && !part || f.columns[k].user)
	})
}

// worthOf weighs a way to name what was rated.
func worthOf(f *frame, o option, named []int, across bool) float64 {
	worth := 0.0
	for n, i := range o.lesson {
		sure := 0.1
		if x, ok := f.columns[i].naming(Lesson); ok && n == 0 {
			sure = x.sure
		}
		if f.columns[i].role == Lesson {
			sure = max(sure, 1)
		}
		worth += sure - 0.3*float64(n)
		if c := &f.columns[i]; c.times*2 > c.filled && c.filled > 0 {
			worth -= 0.4
		}
	}
	for _, i := range named {
		n, _ := f.columns[i].naming(Lesson)
		if n.whole && n.sure > 0.9 && f.columns[i].constant() && len(o.lesson) == 0 && f.columns[i].filled > 0 {
			worth -= 2 // it names the one lesson
		}
		if n.whole && !slices.Contains(o.lesson, i) && !f.columns[i].constant() && !f.determines(o.lesson, i) {
			switch { // different things would be taken for one
			case n.sure >= 0.8:
				worth -= 6
			case n.sure >= 0.6:
				worth -= 0.9
			}
		}
	}
	clash := o.shape.clash()
	switch {
	case clash == 0:
		worth += 2
	case f.form && f.hasTime() != nil:
		worth -= clash
	default:
		worth -= 1 + 4*clash
	}
	switch {
	case o.shape.rows < 2:
	case o.shape.paired == 0:
		worth -= 4
	default:
		worth += 2 * o.shape.pairs()
	}
	return worth
}

// hasTime returns the column with the time of the answer, if there is one.
func (f *frame) hasTime() *column {
	for i := range f.columns {
		if f.columns[i].role == Time {
			return &f.columns[i]
		}
	}
	return nil
}

// spare returns further columns that could tell rows apart, days among them only
// where they belong to lessons, or anyDay says so.
func spareColumns(f *frame, k keys, o option, taken map[int]bool, anyDay bool) []int {
	var out []int
	for i := range f.columns {
		c := &f.columns[i]
		if c.user || taken[i] || slices.Contains(k.all(), i) || slices.Contains(o.lesson, i) || slices.Contains(o.segment, i) {
			continue
		}
		if c.role != "" && c.role != Group && c.role != Date || c.scoring || c.filled == 0 || c.constant() || c.long > 0 {
			continue
		}
		if c.role == Date && !anyDay && !particular(f, i, o.lesson) {
			continue
		}
		if n := c.named; c.counts && !(len(n) > 0 && n[0].field == Group) {
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
func particular(f *frame, date int, lesson []int) bool {
	if len(lesson) == 0 {
		return false
	}
	lessons, days, both := map[uint64]bool{}, map[int32]bool{}, map[[2]uint64]bool{}
	for k := range min(len(f.rows), structureRows) {
		h, _ := f.hash(lesson, k)
		d := f.code(date)[k]
		lessons[h], days[d], both[[2]uint64{h, uint64(d)}] = true, true, true
	}
	return len(days) > 2 && 3*len(both) < 2*len(lessons)*len(days)
}

// chooseIndicator finds the columns that name the indicator: the finest of
// those that are named so, as text rather than as a number.
func chooseIndicator(f *frame, taken map[int]bool, numbers bool) []int {
	named := f.pick(Indicator, 0.5, func(c *column) bool {
		n, _ := c.naming(Indicator)
		return taken[c.pos] || c.long*2 > c.filled && n.kind != byText && c.filled > 0 && c.alone() || !numbers && n.kind != byID && c.holdsScores() && c.numbers > 0
	})
	if len(named) == 0 || f.options.Names(Indicator) {
		return named
	}
	if rest := slices.DeleteFunc(slices.Clone(named), func(i int) bool {
		return onlyLesson(f, i, taken) && slices.ContainsFunc(named, func(k int) bool { return k != i && f.surely(k, Indicator) && !f.determines([]int{i}, k) })
	}); len(rest) > 0 {
		named = rest // item_id beside a dimension is what was rated
	}
	best := named[0]
	for _, i := range named[1:] {
		switch {
		case f.oneToOne(best, i):
			if speaksBetter(f, i, best) {
				best = i
			}
		case f.determines([]int{i}, best): // a component says its domain
			best = i
		}
	}
	out := []int{best}
	for _, i := range named {
		if i != best && !f.determines([]int{best}, i) && !f.columns[i].constant() && f.surely(i, Indicator) {
			out = append([]int{i}, out...) // items are numbered anew in each domain
		}
	}
	return out
}

// onlyLesson reports whether a column can name the lesson, as item_id can, and
// no other does.
func onlyLesson(f *frame, i int, taken map[int]bool) bool {
	if _, ok := f.columns[i].naming(Lesson); !ok || f.columns[i].user {
		return false
	}
	for k := range f.columns {
		c := &f.columns[k]
		n, ok := c.naming(Lesson)
		if k != i && !taken[k] && (c.role == Lesson || ok && c.role == "" && n.sure >= 0.6 && !f.surely(k, Indicator)) {
			return false
		}
	}
	return true
}

// surely reports whether a header names a field and nothing else.
func (f *frame) surely(i int, field Field) bool {
	n, ok := f.columns[i].naming(field)
	return ok && n.whole && n.sure > 0.7 || f.columns[i].role == field
}

// speaksBetter reports whether one of two columns for the same things is the
// better name: an id of a rubric, else words rather than numbers.
func speaksBetter(f *frame, a, b int) bool {
	x, y := &f.columns[a], &f.columns[b]
	if ids := x.rubricIDs(); ids != y.rubricIDs() {
		return ids
	}
	return x.numbers == 0 && y.numbers > 0
}

// chooseRater finds the column that names the rater: the surest of those that
// are named so; among several for the same people, their names.
func chooseRater(f *frame, least float64, taken map[int]bool) (int, float64) {
	named := f.pick(Rater, least, func(c *column) bool {
		n, _ := c.naming(Rater)
		p := c.pos
		return taken[p] || c.long*2 > c.filled && c.filled > 0 || !n.whole && c.holdsScores() ||
			n.kind == plain && c.scoring && c.numbers > 0 && c.decimals > 0
	})
	if len(named) == 0 {
		return -1, 0
	}
	best := named[0]
	if c := &f.columns[best]; c.filled == 0 && len(f.rows) > 0 && !c.user && !f.form {
		return -1, 0
	}
	n, _ := f.columns[best].naming(Rater)
	sure := n.sure
	if f.columns[best].role == Rater {
		sure = 1
	}
	if f.options.Names(Rater) || f.form {
		return best, sure
	}
	for _, i := range named[1:] {
		m, _ := f.columns[i].naming(Rater)
		if m.sure > sure-0.3 && f.columns[i].filled > 0 && f.oneToOne(best, i) && kindRank(f, i) < kindRank(f, best) {
			best = i
		}
	}
	return best, sure
}

// kindRank orders columns for the same people: names, addresses, initials, ids.
func kindRank(f *frame, i int) int {
	c := &f.columns[i]
	n, _ := c.naming(Rater)
	switch {
	case c.emails*2 > c.filled:
		return 2
	case n.kind == byName:
		return 0
	case n.kind == byInitials:
		return 3
	case c.numbers*2 > c.filled:
		return 4
	}
	return 1
}
