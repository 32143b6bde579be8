package layout

import (
	"slices"
	"strings"
)

// columnsLayout is a row for each item, and a column for each rater.
var columnsLayout = Layout{
	ID: columnsID, Title: "indicators as rows, raters as columns",
	read: readColumns,
}

func readColumns(f *frame) *reading {
	r := &reading{across: true, why: "each row is an item, each column of scores a rater"}
	r.scores = f.scores(isItemKey)
	r.master = masterColumns(f, r)
	if len(r.scores) == 0 || len(r.scores) < 2 && !f.options.Names(Score) && f.options.Layout != columnsID {
		return nil
	}
	onlyNumbered(f, r)
	heads := headsOf(f, r.scores)
	r.facets = make([]Facets, len(heads))
	for k, h := range heads {
		name := h.text
		if h.split && !h.banner {
			name = h.header
		}
		r.facets[k].Rater = ColumnName(name, h.index)
	}
	if facets := byRaterWord(heads); facets != nil && oneIndicator(facets) {
		r.facets = facets
	} else {
		cutShared(r.facets)
	}
	if twice(r.facets) {
		return nil
	}
	itemsDown(f, r)
	return r
}

// onlyNumbered leaves out, beside raters with numbers, columns whose headers
// are words for something else: a rank, a grade.
func onlyNumbered(f *frame, r *reading) {
	numbered := 0
	for _, i := range r.scores {
		if raterName.MatchString(f.columns[i].text) {
			numbered++
		}
	}
	if numbered < 2 {
		return
	}
	r.scores = slices.DeleteFunc(r.scores, func(i int) bool {
		c := &f.columns[i]
		other := len(c.named) > 0 && c.named[0].whole && c.named[0].field != Rater
		return !c.user && !raterName.MatchString(c.text) && (other || !isRaterHead(c))
	})
}

// isRaterHead reports whether a header surely names somebody who rates: by an
// office, a form of a name, or initials.
func isRaterHead(c *column) bool {
	n, ok := c.naming(Rater)
	return ok && n.sure >= 0.6 || personForm(c.text) || IsEmail(c.text) || initials.MatchString(c.text)
}

// twice reports whether two columns are of one rater and indicator: then they
// are not raters.
func twice(facets []Facets) bool {
	seen := map[Facets]bool{}
	for _, x := range facets {
		if seen[x] {
			return true
		}
		seen[x] = true
	}
	return false
}

// oneIndicator reports whether all headers share what stands beside the rater.
func oneIndicator(facets []Facets) bool {
	for _, x := range facets {
		if !strings.EqualFold(x.Indicator, facets[0].Indicator) {
			return false
		}
	}
	return true
}

// cutShared cuts off what all names have in common at an end, where that is a
// word for the score: Score_Ruiz, Score_Okafor.
func cutShared(facets []Facets) {
	if len(facets) < 2 {
		return
	}
	for _, mark := range []string{"_", " - ", ": ", " ", "-", "."} {
		first, firstRest, ok := strings.Cut(facets[0].Rater, mark)
		if !ok || firstRest == "" {
			continue
		}
		if g, known := Named(first); !known || g != Score {
			continue
		}
		rest := make([]string, len(facets))
		for i, x := range facets {
			before, after, ok := strings.Cut(x.Rater, mark)
			if !ok || before != first || after == "" {
				return
			}
			rest[i] = after
		}
		for i := range facets {
			facets[i].Rater = rest[i]
		}
		return
	}
}

// isItemKey reports whether a column names what its row is of, and is no
// score, in a sheet whose columns are raters.
func isItemKey(c *column) bool {
	if len(c.named) == 0 || raterName.MatchString(c.text) || c.banner && c.numbers > 0 && c.holdsScores() {
		return false
	}
	n := c.named[0]
	switch n.field {
	case Score, Reason, Master:
		return false
	case Rater:
		return n.kind != plain || n.sure > 0.93 || !c.holdsScores() || c.numbers == 0 && !c.coded()
	}
	return n.whole && n.sure >= 0.55
}

// masterColumns returns the columns of agreed scores among the scores, and
// takes them out.
func masterColumns(f *frame, r *reading) (master []int) {
	var rest []int
	for _, i := range r.scores {
		c := &f.columns[i]
		if !c.user && isMaster(f, c) {
			master = append(master, i)
			continue
		}
		rest = append(rest, i)
	}
	for i := range f.columns {
		if f.columns[i].role == Master {
			master = append(master, i)
		}
	}
	if len(rest) >= 2 || len(master) > 0 && f.columns[master[0]].user {
		r.scores = rest
		return master
	}
	return nil
}

// isMaster reports whether a column is called an answer key: a word that is a
// name of people too, such as Gold, only beside raters with numbers.
func isMaster(f *frame, c *column) bool {
	if raterName.MatchString(c.text) {
		return false
	}
	if masterName(c.text) {
		return true
	}
	if n, ok := c.naming(Master); !ok || !n.whole || n.sure < 0.75 {
		return false
	}
	numbered := 0
	for i := range f.columns {
		if x := &f.columns[i]; x.scoring && raterName.MatchString(x.text) {
			numbered++
		}
	}
	return numbered >= 2 || len(Tokens(c.text)) > 1
}

// itemsDown finds what names the items down the rows.
func itemsDown(f *frame, r *reading) {
	taken := takenBy(r.scores, r.master)
	for i := range f.columns {
		if f.surely(i, Rater) && !taken[i] && f.columns[i].filled > 0 {
			r.column = true // a column says who rated: then the headers do not
		}
	}
	r.keys.round, r.keys.stage = roundColumns(f, taken), stageColumns(f, taken)
	for _, i := range slices.Concat(r.keys.round, r.keys.stage) {
		taken[i] = true
	}
	r.keys.indicator = chooseIndicator(f, taken, true)
	for _, i := range r.keys.indicator {
		taken[i] = true
		n, _ := f.columns[i].naming(Indicator)
		r.indicator = max(r.indicator, n.sure, yes(f.columns[i].role == Indicator))
	}
	domainsAside(f, r, taken)
	named, _ := lessonColumns(f, r.keys, r.scores, taken)
	if len(r.keys.indicator) == 0 && len(named) == 0 {
		rowLabels(f, r, taken)
	}
	if len(r.keys.item()) == 0 || len(named) > 0 || r.indicator > 0 || r.shape.clash() > 0 {
		for _, i := range r.keys.indicator {
			taken[i] = true
		}
		r.keys, r.shape = chooseLesson(f, r.keys, r.scores, taken)
	}
	if r.shape.clash() > 0.02 && !namesItem(f, r) { // what was tried names no item
		r.keys = keys{}
	}
	if len(r.keys.item()) == 0 && f.facets.Indicator == "" {
		r.block.Numbered = true
		r.shape = shape{rows: len(f.sampled), paired: len(f.sampled), items: len(f.rows)}
	}
}

// namesItem reports whether the header of a key, or the user, says that it names
// what was rated.
func namesItem(f *frame, r *reading) bool {
	for _, i := range r.keys.item() {
		c := &f.columns[i]
		_, lesson := c.naming(Lesson)
		_, indicator := c.naming(Indicator)
		_, round := c.naming(Round)
		if c.user || lesson || indicator || round || c.role != "" || c.text == "" {
			return true
		}
	}
	return false
}

// domainsAside keeps columns that the indicator determines from being taken
// for the lesson.
func domainsAside(f *frame, r *reading, taken map[int]bool) {
	if len(r.keys.indicator) == 0 {
		return
	}
	for i := range f.columns {
		if f.surely(i, Indicator) && !taken[i] {
			taken[i] = true
		}
	}
}

// rowLabels takes the first columns of text for the labels of the rows: the
// indicator, behind the lesson where it takes two to tell the rows apart.
func rowLabels(f *frame, r *reading, taken map[int]bool) {
	var labels []int
	for i := range f.columns {
		c := &f.columns[i]
		if len(r.scores) > 0 && i > r.scores[0] && len(labels) > 0 {
			break
		}
		if c.role != "" && c.role != Respond || taken[i] || c.filled == 0 || c.counts || c.long*2 > c.filled {
			continue
		}
		labels = append(labels, i)
	}
	switch {
	case len(labels) == 0:
		return
	case len(labels) > 1 && f.columns[labels[0]].role == "" && !tellsApart(f, keys{indicator: labels[:1]}, r.scores) && !tellsApart(f, keys{indicator: labels[1:2]}, r.scores):
		r.keys.lesson, r.keys.indicator = labels[:1], labels[1:2]
	default:
		best := labels[0]
		for _, i := range labels[1:] { // a running number is no name where there is one
			if f.columns[best].role == Respond && tellsApart(f, keys{indicator: []int{i}}, r.scores) {
				best = i
			}
		}
		r.keys.indicator = []int{best}
		if lessonsDown(&f.columns[best]) || len(r.facets) > 0 && r.facets[0].Indicator != "" {
			r.keys.indicator, r.keys.lesson = nil, []int{best}
		}
	}
	r.shape = structure(f, r.keys, r.scores)
}

// structureOf reports whether keys tell all rows apart.
func tellsApart(f *frame, k keys, scores []int) bool { return structure(f, k, scores).same == 0 }

// lessonsDown reports whether the labels of rows are lessons by their form.
func lessonsDown(c *column) bool {
	n, all := 0, 0
	for text := range c.distinct {
		all++
		if LooksLesson(text) {
			n++
		}
	}
	return all > 0 && 2*n > all
}
