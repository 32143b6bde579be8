package layout

import "slices"

// longLayout is one row a rating: who, which lesson, which indicator, what.
var longLayout = Layout{
	ID: longID, Title: "one row a rating",
	read: readLong,
}

func readLong(f *frame) *reading {
	r := &reading{why: "the header names what a rating has, and each row is one"}
	score := scoreColumn(f, r)
	if severalScores(f) || score >= 0 && underBanners(f, score) {
		return nil
	}
	if score >= 0 {
		r.scores = []int{score}
	}
	r.master = f.pick(Master, 0.75, func(c *column) bool { return c.pos == score || !c.holdsScores() })
	taken := takenBy(r.scores, r.master)
	r.keys.indicator = chooseIndicator(f, taken, true)
	for _, i := range r.keys.indicator {
		taken[i] = true
		n, _ := f.columns[i].naming(Indicator)
		r.indicator = max(r.indicator, n.sure)
		if f.columns[i].role == Indicator {
			r.indicator = 1
		}
	}
	if r.score < 0.7 && r.indicator < 0.7 && !lacksScore(f, score) {
		return nil
	}
	whoAndWhich(f, r, taken)
	indicatorOfTwo(f, r)
	if score < 0 {
		r.missing = append(r.missing, Score)
	}
	r.facets = make([]Facets, len(r.scores))
	return r
}

// severalScores reports whether the user named several columns of scores.
func severalScores(f *frame) bool {
	n := 0
	for i := range f.columns {
		if f.columns[i].role == Score {
			n++
		}
	}
	return n > 1
}

// indicatorOfTwo takes the second of two columns for the lesson, which nothing
// names so, for the indicator where none is named: it stands with every lesson.
func indicatorOfTwo(f *frame, r *reading) {
	if len(r.keys.indicator) > 0 || len(r.keys.lesson) != 2 || f.options.Names(Lesson) {
		return
	}
	a, b := r.keys.lesson[0], r.keys.lesson[1]
	_, lesson := f.columns[a].naming(Lesson)
	if _, too := f.columns[b].naming(Lesson); !lesson || too || f.columns[b].numbers > 0 || f.columns[b].role != "" {
		return
	}
	if x := f.columns[b].named; len(x) > 0 && x[0].field == Group && x[0].sure > 0.6 {
		return
	}
	lessons, others, both := map[int32]bool{}, map[int32]bool{}, map[[2]int32]bool{}
	for k := range min(len(f.rows), structureRows) {
		x, y := f.code(a)[k], f.code(b)[k]
		lessons[x], others[y], both[[2]int32{x, y}] = true, true, true
	}
	if len(both)*10 >= 9*len(lessons)*len(others) && len(others) > 1 && len(lessons) > 1 {
		r.keys.lesson, r.keys.indicator = r.keys.lesson[:1], []int{b}
	}
}

// lacksScore reports whether columns name the rater and the lesson, and none
// holds scores: one of the others has to.
func lacksScore(f *frame, score int) bool {
	if score >= 0 || len(f.scores(isRowKey)) > 0 {
		return false
	}
	rater, lesson, numbers := false, false, false
	for i := range f.columns {
		c := &f.columns[i]
		rater, lesson = rater || f.surely(i, Rater), lesson || f.surely(i, Lesson)
		numbers = numbers || c.counts && !c.more && c.role == ""
	}
	return rater && lesson && numbers
}

// underBanners reports whether a column stands with others of the same header
// under banners of their own: then it is of one indicator or rater only.
func underBanners(f *frame, i int) bool {
	c := &f.columns[i]
	for k := range f.columns {
		o := &f.columns[k]
		if c.banner && o.banner && !c.user && o.text == c.text && o.outer != c.outer {
			return true
		}
	}
	return false
}

// scoreColumn returns the column of the scores: the one that says so, else the
// only one that holds scores and says nothing else; -1 where there is none.
func scoreColumn(f *frame, r *reading) int {
	fits := func(c *column) bool {
		n, _ := c.naming(Score)
		return !n.whole || c.counts || n.sure < 0.95 && (c.long*2 > c.filled && c.filled > 0 || c.alone() && !c.scoring && c.filled > 8)
	}
	if named := f.pick(Score, 0.4, fits); len(named) > 0 {
		best := named[0]
		for _, i := range named[1:] { // what holds scores goes before what does not
			b, c := &f.columns[best], &f.columns[i]
			if !b.user && (!b.scoring && c.scoring || b.scoring == c.scoring && derived(b.text) && !derived(c.text)) {
				best = i
			}
		}
		n, _ := f.columns[best].naming(Score)
		r.score = n.sure
		if f.columns[best].role == Score {
			r.score = 1
		}
		return best
	}
	var only []int
	for i := range f.columns {
		c := &f.columns[i]
		if c.role == "" && c.scoring && len(c.named) == 0 {
			only = append(only, i)
		}
	}
	if len(only) == 1 && !f.options.Names(Score) {
		return only[0]
	}
	if len(only) == 0 && !f.options.Names(Score) {
		return onlyCodes(f, r)
	}
	return -1
}

// onlyCodes returns the one column of codes that says nothing else, where
// others surely name the rater and the lesson; -1 for none.
func onlyCodes(f *frame, r *reading) int {
	rater, lesson, found := false, false, -1
	for i := range f.columns {
		c := &f.columns[i]
		n, _ := c.naming(Lesson)
		rater, lesson = rater || f.surely(i, Rater), lesson || n.whole && n.sure > 0.6 || c.role == Lesson
		if c.role == "" && !c.user && c.coded() && len(c.distinct) > 1 && (len(c.named) == 0 || c.named[0].sure < 0.6) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	if !rater || !lesson || found < 0 {
		return -1
	}
	r.score = 0.7
	return found
}

// whoAndWhich finds the raters, the lesson and the round of rows that are of
// one rater each.
func whoAndWhich(f *frame, r *reading, taken map[int]bool) {
	rater, sure := chooseRater(f, 0.45, taken)
	if rater < 0 {
		rater, sure = unnamedRater(f, taken)
	}
	r.keys.round, r.keys.stage = roundColumns(f, taken), stageColumns(f, taken)
	for _, i := range slices.Concat(r.keys.round, r.keys.stage) {
		taken[i] = true
	}
	if rater >= 0 {
		taken[rater] = true
		r.keys.rater, r.rater = []int{rater}, sure
	}
	for i := range f.columns { // other columns for the same people are no lesson
		if m, ok := f.columns[i].naming(Rater); ok && i != rater && m.sure > 0.45 && f.columns[i].named[0].field == Rater {
			taken[i] = true
		}
	}
	r.keys, r.shape = chooseLesson(f, r.keys, nil, taken)
	if rater < 0 {
		nobodyNamed(f, r)
	}
}

// nobodyNamed says what it means that no column names the rater: nothing in a
// form, and of several sheets or files the names may say it.
func nobodyNamed(f *frame, r *reading) {
	switch {
	case f.form:
		r.rater = 0.3 // each answer is somebody's
	case f.options.Several:
		r.sheetRates = true
	default:
		r.missing = append(r.missing, Rater)
	}
}

// unnamedRater returns a column that is not named and whose cells look like
// people, among the first.
func unnamedRater(f *frame, taken map[int]bool) (int, float64) {
	if f.options.Names(Rater) {
		return -1, 0
	}
	for i := range f.columns[:min(len(f.columns), 4)] {
		c := &f.columns[i]
		if c.scoring || c.role == Score {
			break
		}
		if c.role != "" || taken[i] || c.filled == 0 || c.long > 0 || c.user {
			continue
		}
		known := len(c.named) > 0 && c.named[0].whole && c.named[0].sure > 0.5
		if people := looksPeople(c); !known && (people > 0.6 || c.text == "" && people > 0.3) {
			return i, people * 0.8
		}
	}
	return -1, 0
}

// people returns how much the cells of a column look like people.
func looksPeople(c *column) float64 {
	total, n := 0.0, 0
	for text := range c.distinct {
		total += looksPerson(text)
		n++
	}
	if n == 0 {
		return 0
	}
	return total / float64(n)
}

// roundColumns returns the column that names the round.
func roundColumns(f *frame, taken map[int]bool) []int {
	named := f.pick(Round, 0.8, func(c *column) bool {
		n, _ := c.naming(Round)
		return taken[c.pos] || !n.whole || c.long > 0
	})
	return named[:min(len(named), 1)]
}

// stageColumns returns the column that says before or after the talk.
func stageColumns(f *frame, taken map[int]bool) []int {
	const never = 2 // by its name alone
	named := f.pick(Stage, never, func(c *column) bool { return taken[c.pos] })
	return named[:min(len(named), 1)]
}
