package input

import (
	"slices"
	"strings"
)

// A frame is a table with a header, however many rows that took: what the
// layouts with one row a person have in common.
type frame struct {
	labels []label
	rows   []int
	facets facets // of the whole frame: a lesson from its title
	form   bool   // exported by a form: a row without a name is a person
	people []int  // columns that can name the rater, the surest first
	asked  bool   // questions stand several times
}

// A label is a column's header, in its parts where it has parts: the question
// and the line of a grid, the banner and the header, the lesson and the
// indicator.
type label struct {
	index        int
	header       string // as messages show it
	text         string
	outer, inner string // inner is empty where there is one part only
	field        field  // known from the export's own columns
	split        bool   // the parts stood apart in the export
}

// bracketed cuts "Question [line]" into its parts.
func bracketed(text string) (outer, inner string, ok bool) {
	text = clean(text)
	if !strings.HasSuffix(text, "]") {
		return "", "", false
	}
	i := strings.LastIndex(text, "[")
	if i <= 0 {
		return "", "", false
	}
	outer, inner = clean(text[:i]), clean(text[i+1:len(text)-1])
	return outer, inner, outer != "" && inner != ""
}

// newLabel returns the label of a header cell.
func newLabel(index int, text string) label {
	l := label{index: index, header: clean(text), text: clean(text)}
	if outer, inner, ok := bracketed(text); ok {
		l.outer, l.inner, l.split = outer, inner, true
	}
	return l
}

// classify gives every column of a frame its meaning. The words of a header
// that name a field outright decide; then what the cells hold; then words
// within the header.
func (r *recogniser) classify(f *frame) []column {
	columns := make([]column, 0, len(f.labels))
	profiles := make([]profile, len(f.labels))
	for i, l := range f.labels {
		profiles[i] = r.profileColumn(f.rows, l.index)
		c := column{index: l.index, header: columnName(l.header, l.index), reason: -1}
		c.field, c.why = r.meaning(l, profiles[i])
		columns = append(columns, c)
	}
	r.reasonsBeside(f, columns, profiles)
	r.oneOfEach(f, columns, profiles)
	return columns
}

// reasonsBeside makes a column of reasons of one whose cells could pass for
// scores ("4 hands", "good"), where its header asks for the reason and the id
// in it is that of a column of scores.
func (r *recogniser) reasonsBeside(f *frame, columns []column, profiles []profile) {
	asked := make([]bool, len(columns))
	rated := map[string]bool{}
	for i, l := range f.labels {
		if columns[i].field != fieldScore {
			continue
		}
		hint, _ := suggested(l.text)
		if asked[i] = hint == fieldReason; !asked[i] {
			id, _ := cutID(l.text)
			rated[fold(id)] = true
		}
	}
	delete(rated, "")
	for i, l := range f.labels {
		if id, _ := cutID(l.text); asked[i] && rated[fold(id)] && !r.plainNumbers(profiles[i]) {
			columns[i].field, columns[i].why = fieldReason, "its header asks for the reason, beside a column of scores of that id"
		}
	}
}

// plainNumbers reports whether most of the different cells are bare numbers.
func (r *recogniser) plainNumbers(p profile) bool {
	n := 0
	for cell := range p.distinct {
		if r.lex(cell).kind == kindNumber {
			n++
		}
	}
	return 2*n > len(p.distinct)
}

// meaning says what one column holds.
func (r *recogniser) meaning(l label, p profile) (field, string) {
	if l.field != "" {
		return l.field, "the export calls it so"
	}
	h := r.heading(l.index, l.text)
	switch {
	case h.user:
		return h.field, "--columns says so"
	case l.text == "" && p.filled == 0:
		return fieldIgnored, "it is empty"
	case isSummary(l.text):
		return fieldIgnored, "it sums up others"
	}
	if h.field != "" && r.believable(h.field, p) {
		return h.field, r.whyNamed(h, h.field)
	}
	if l.split {
		return r.splitMeaning(l, p)
	}
	return r.looseMeaning(l, p)
}

// believable reports whether cells can be what their header says.
func (r *recogniser) believable(f field, p profile) bool {
	switch f {
	case fieldReason:
		return p.holdsReasons()
	case fieldTime, fieldDate:
		return p.filled == 0 || p.times > 0
	case fieldIndicator:
		return p.filled == 0 || !p.holdsScores()
	case fieldRound:
		return true
	}
	return true
}

// splitMeaning says what a column with a header in parts holds.
func (r *recogniser) splitMeaning(l label, p profile) (field, string) {
	if f, ok := named(l.inner); ok && (f == fieldReason || f == fieldScore) && r.believable(f, p) {
		return f, "the second part of its header names the " + string(f)
	}
	if f, ok := suggested(l.outer); ok && f == fieldReason && p.holdsReasons() {
		return fieldReason, "its question asks for the reason"
	}
	if p.holdsScores() || p.filled == p.na || !p.holdsText() || len(p.distinct) <= 12 && p.long == 0 {
		return fieldScore, "one line of a grid"
	}
	return fieldReason, "one line of a grid, of text"
}

// asks are the beginnings of a question for a name.
var asks = newPattern(`(?i)^(?:which|what|who|select|choose|pick|enter|name of|please (?:select|choose|enter)|welche[rs]?|wer|quel(?:le)?|qu[eé]|cu[aá]l)\b`)

// looseMeaning says what a column holds by its cells and the words in its
// header.
func (r *recogniser) looseMeaning(l label, p profile) (field, string) {
	words, hinted := suggested(l.text)
	item := max(looksItem(l.text), looksItem(lastPart(l.text)))
	switch {
	case hinted && (words == fieldLesson || words == fieldRater) && asks.MatchString(l.text):
		return words, "its question asks for the " + string(words)
	case hinted && words == fieldReason && p.holdsReasons():
		return fieldReason, "its header asks for the reason"
	case p.holdsScores() && !(hinted && words == fieldGroup && item < 0.9):
		return fieldScore, "it holds scores"
	case hinted && words != fieldScore && words != fieldIndicator && item < 0.9 && p.filled > 0:
		return words, "words of its header name the " + string(words)
	case item >= 0.9 && p.long == 0 && (p.filled == p.na+p.attempts || len(p.distinct) <= 12):
		return fieldScore, "its header is an indicator"
	case p.filled > 0 && p.filled == p.na && !hinted:
		return fieldScore, "it holds nothing but not observed"
	case p.filled == 0 && item >= 0.7:
		return fieldScore, "its header is like an indicator, and it is empty"
	case p.filled == 0:
		return fieldIgnored, "it is empty"
	case p.long*2 > p.filled:
		return fieldLeftOut, "text that belongs to no rating"
	case p.times*2 > p.filled:
		return fieldTime, "it holds times"
	}
	return fieldGroup, "a further column"
}

// lastPart returns what stands behind the last separator of a header.
func lastPart(text string) string {
	for _, separator := range []string{" - ", " – ", ": "} {
		if i := strings.LastIndex(text, separator); i >= 0 {
			return text[i+len(separator):]
		}
	}
	return ""
}

// oneOfEach leaves one column each for the rater, the lesson and their like:
// the first whose cells say most, by the plainness of its header.
func (r *recogniser) oneOfEach(f *frame, columns []column, profiles []profile) {
	for _, one := range []field{fieldRater, fieldLesson, fieldRound, fieldTime, fieldDate, fieldRespond} {
		best := -1
		if one == fieldRater {
			r.rankPeople(f, columns, profiles)
		}
		for i, c := range columns {
			if c.field == one && (best < 0 || r.better(one, f.labels[i], profiles[i], f.labels[best], profiles[best])) {
				best = i
			}
		}
		for i := range columns {
			if columns[i].field != one || i == best {
				continue
			}
			switch one {
			case fieldRater, fieldTime, fieldDate, fieldRespond:
				columns[i].field, columns[i].why = fieldIgnored, "another column is the "+string(one)
			default:
				columns[i].field, columns[i].why = fieldGroup, "another column is the "+string(one)
			}
		}
	}
}

// rankPeople lists the columns that can name the rater, the surest first.
func (r *recogniser) rankPeople(f *frame, columns []column, profiles []profile) {
	var which []int
	for i, c := range columns {
		if c.field == fieldRater {
			which = append(which, i)
		}
	}
	slices.SortStableFunc(which, func(a, b int) int {
		switch {
		case r.better(fieldRater, f.labels[a], profiles[a], f.labels[b], profiles[b]):
			return -1
		case r.better(fieldRater, f.labels[b], profiles[b], f.labels[a], profiles[a]):
			return 1
		}
		return 0
	})
	for _, i := range which {
		f.people = append(f.people, columns[i].index)
	}
}

// better reports whether one column serves a field better than another.
func (r *recogniser) better(f field, a label, p profile, b label, q profile) bool {
	if anonymous := p.anonymous(); f == fieldRater && anonymous != q.anonymous() {
		return q.anonymous()
	}
	if (p.filled == 0) != (q.filled == 0) {
		return p.filled > 0
	}
	x, y := r.heading(a.index, a.text), r.heading(b.index, b.text)
	if x.user != y.user {
		return x.user
	}
	if (x.field == f) != (y.field == f) {
		return x.field == f
	}
	return x.rank < y.rank
}

// anonymous reports whether no cell of a column names anybody.
func (p profile) anonymous() bool {
	for cell := range p.distinct {
		if !isAnonymous(cell) {
			return false
		}
	}
	return true
}

// isAnonymous reports whether a form put a word in place of a person.
func isAnonymous(s string) bool {
	switch fold(s) {
	case "", "anonymous", "anonym", "anónimo", "anonimo", "anonyme", "n/a", "-", "none":
		return true
	}
	return false
}

// scoresOf returns the positions of the columns of scores.
func scoresOf(columns []column) []int {
	var out []int
	for i, c := range columns {
		if c.field == fieldScore {
			out = append(out, i)
		}
	}
	return out
}

// hasField reports whether a column holds a field.
func hasField(columns []column, f field) bool {
	return slices.ContainsFunc(columns, func(c column) bool { return c.field == f })
}
