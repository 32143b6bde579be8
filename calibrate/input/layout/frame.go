package layout

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A column is one column of a frame: its label, what its cells hold, what its
// header names, and what it was settled to be whatever the layout.
type column struct {
	label
	profile
	named []naming
	user  bool // the user said so

	role    Field // "" where the layout decides
	why     string
	counts  bool // numbers that count or describe
	scoring bool // it may hold scores
	codes   []int32
	pos     int // in the frame
}

// A frame is a table with a header, however many rows that took.
type frame struct {
	*table
	columns []column
	rows    []int
	region  region
	facets  Facets // of the whole frame: a lesson from its title
	form    bool   // exported by a form: a row without a name is a person
	asked   bool   // questions stand several times
	doubts  []Doubt
	sampled []int
}

// profileRows is how many rows a column is judged by.
const profileRows = 3000

// newFrame profiles the columns of labels and settles what they are whatever
// the layout.
func newFrame(t *table, labels []label, rows []int) *frame {
	f := &frame{table: t, rows: rows, sampled: sample(rows, profileRows)}
	f.columns = make([]column, len(labels))
	for i, l := range labels {
		f.columns[i] = column{label: l, profile: profileOf(t, f.sampled, l.index), named: namings(l.text), pos: i}
	}
	for i := range f.columns {
		settle(f, &f.columns[i])
	}
	sideNotes(f)
	shareCodes(f)
	untickedBoxes(f)
	reasonsBeside(f)
	settleBeside(f)
	settleSummaries(f)
	settleComputed(f)
	settleUnlike(f)
	return f
}

// settle decides what a column is by its header and cells alone, where that
// can be.
func settle(f *frame, c *column) {
	is := func(role Field, why string) { c.role, c.why = role, why }
	if role, ok := f.options.Chosen(c.index, c.header); ok {
		c.user = true
		is(role, "--columns says so")
		c.scoring = role == Score
		return
	}
	if c.field != "" {
		is(c.field, "the export calls it so")
		return
	}
	for _, rule := range settlings {
		if role, why := rule.settle(f, c); role != "" {
			is(role, why)
			return
		}
	}
	c.counts = c.holdsNumbers() && describes(c)
	c.scoring = mayScore(c)
}

// A settling is a rule by which a column is what it is in every layout.
type settling struct {
	name   string
	settle func(*frame, *column) (Field, string)
}

// settlings are all such rules; the first that speaks decides.
var settlings = []settling{
	{"empty", func(f *frame, c *column) (Field, string) {
		if c.filled == 0 && c.text == "" && len(f.rows) > 0 {
			return Ignored, "it is empty"
		}
		return "", ""
	}},
	{"attention", func(_ *frame, c *column) (Field, string) {
		if attention.MatchString(c.text) && !c.more && len(c.distinct) <= mostCodes {
			return Ignored, "an attention check"
		}
		if consent.MatchString(c.text) && len(c.distinct) <= 3 {
			return Ignored, "a consent"
		}
		return "", ""
	}},
	{"summary", func(_ *frame, c *column) (Field, string) {
		if isSummary(c.text) {
			return Computed, "it sums up others"
		}
		return "", ""
	}},
	{"reason", func(f *frame, c *column) (Field, string) { return asksReason(c) }},
	{"votes", tellsVotes},
	{"stage", func(_ *frame, c *column) (Field, string) {
		if isOccasion(c) {
			return Round, "its cells say before and after"
		}
		return "", ""
	}},
	{"time", func(_ *frame, c *column) (Field, string) {
		for _, n := range c.named {
			if (n.field == Time || n.field == Date) && n.sure > 0.9 && (c.filled == 0 || c.times > 0) {
				return n.field, "its header is a name for the " + string(n.field)
			}
		}
		return "", ""
	}},
	{"running", func(_ *frame, c *column) (Field, string) {
		if running(c.text) && (c.holdsNumbers() || c.filled == 0) || c.text == "" && c.rising && c.index == 0 {
			return Respond, "it numbers the rows"
		}
		return "", ""
	}},
	{"machinery", func(_ *frame, c *column) (Field, string) {
		if f, ok := named(c.text); ok && (f == Ignored || f == Respond && c.alone()) {
			return f, "belongs to the form, not to the ratings"
		}
		if outOf(c) {
			return Ignored, "points of a quiz"
		}
		return "", ""
	}},
}

// outOf reports whether the cells are points of a quiz: 8 / 12.
func outOf(c *column) bool {
	n := 0
	for text := range c.distinct {
		if quizPoints.MatchString(text) {
			n++
		}
	}
	return n > 0 && n == len(c.distinct)
}

var quizPoints = cell.NewPattern(`^\d+(?:\.\d+)?\s*/\s*\d+(?:\.\d+)?$`)

// asksReason reports whether a column holds reasons by the words of its header
// and the text in its cells.
func asksReason(c *column) (Field, string) {
	if !c.holdsReasons() {
		return "", ""
	}
	if n, ok := c.naming(Reason); ok && n.whole && n.sure > 0.9 {
		return Reason, "its header is a name for the reason"
	}
	if c.marked() {
		return "", ""
	}
	if c.split {
		if g, ok := named(c.inner); ok && g == Reason {
			return Reason, "the second part of its header names the reason"
		}
		if g, ok := suggested(c.outer); ok && g == Reason {
			return Reason, "its question asks for the reason"
		}
		return "", ""
	}
	if g, ok := suggested(c.text); ok && g == Reason && !asks.MatchString(c.text) {
		return Reason, "its header asks for the reason"
	}
	if n, ok := c.naming(Reason); ok && c.holdsText() && n.sure > 0.6 && !c.coded() {
		return Reason, "its header asks for the reason"
	}
	return "", ""
}

// asks are the beginnings of a question for a name.
var asks = cell.NewPattern(`(?i)^(?:which|what|who|select|choose|pick|enter|name of|please (?:select|choose|enter)|welche[rs]?|wer|quel(?:le)?|qu[eé]|cu[aá]l)\b`)

// describes reports whether a column of numbers counts or describes: by its
// header, or as a running number.
func describes(c *column) bool {
	if described(c.text) {
		return looksItem(c.text) < 0.9
	}
	if n, ok := c.naming(Group); ok && n.whole && n.sure > 0.9 && looksItem(c.text) < 0.9 {
		return !c.split
	}
	return false
}

// mayScore reports whether a column's cells can be scores of some layout.
func mayScore(c *column) bool {
	if c.counts {
		return false
	}
	if c.holdsScores() {
		return true
	}
	item := max(looksItem(c.text), looksItem(lastPart(c.text)))
	switch {
	case c.split && !c.holdsReasons():
		return true
	case c.split && (c.nothing() || !c.holdsText() || len(c.distinct) <= mostCodes && !c.more && c.long == 0):
		return true
	case item >= 0.9 && c.long == 0 && (c.filled == c.seen+c.gaps+c.attempts || len(c.distinct) <= mostCodes && !c.more):
		return true
	case c.filled > 0 && c.nothing():
		return len(c.named) == 0
	case c.filled == 0:
		return item >= 0.7 || len(c.named) == 0 && looksRater(c.text) >= 0.4
	}
	return false
}

// sideNotes leaves out what stands beside the table, behind an empty column, in a
// few of its rows.
func sideNotes(f *frame) {
	if len(f.sampled) < 4 {
		return
	}
	beside := false
	for i := range f.columns {
		c := &f.columns[i]
		beside = beside || i > 1 && c.text == "" && c.filled == 0
		if beside && c.filled > 0 && c.filled*2 < len(f.sampled) && !c.user && c.field == "" {
			c.scoring, c.role, c.why = false, LeftOut, "it stands beside the table"
		}
	}
}

// shareCodes makes scores of columns that share a few words: codes, or levels
// that no scale knows.
func shareCodes(f *frame) {
	with := map[string]int{}
	var coded []int
	for i := range f.columns {
		c := &f.columns[i]
		if c.role != "" || c.counts || c.scoring && c.numbers > 0 || !c.coded() || len(c.distinct) < 1 {
			continue
		}
		if len(c.named) > 0 && c.named[0].whole && c.named[0].field != Score && looksItem(c.text) < 0.9 && c.named[0].sure > 0.7 {
			continue
		}
		coded = append(coded, i)
		for word := range c.distinct {
			with[cell.Fold(word)]++
		}
	}
	for _, i := range coded {
		c := &f.columns[i]
		shared := 0
		for word := range c.distinct {
			if with[cell.Fold(word)] > 1 {
				shared++
			}
		}
		if shared*2 >= len(c.distinct) && shared > 0 {
			c.scoring = true
		}
	}
}

// reasonsBeside makes a column of reasons of one whose cells could pass for
// scores ("4 hands", "good"), where its header asks for the reason and the id
// in it is that of a column of scores.
func reasonsBeside(f *frame) {
	asked := make([]bool, len(f.columns))
	rated := map[string]bool{}
	for i := range f.columns {
		c := &f.columns[i]
		if !c.scoring || c.user {
			continue
		}
		hint, _ := suggested(c.text)
		n, ok := c.naming(Reason)
		if asked[i] = hint == Reason || ok && n.sure > 0.6; !asked[i] {
			id, _ := cutID(c.text)
			rated[cell.Fold(id)] = true
			rated[cell.Fold(c.text)] = true
		}
	}
	delete(rated, "")
	for i := range f.columns {
		c := &f.columns[i]
		if !asked[i] || plainNumbers(f, c) {
			continue
		}
		id, _ := cutID(c.text)
		before := i > 0 && f.columns[i-1].scoring && !asked[i-1]
		if rated[cell.Fold(id)] || before && strings.Contains(cell.Fold(c.text), cell.Fold(f.columns[i-1].text)) {
			c.scoring, c.role, c.why = false, Reason, "its header asks for the reason, beside a column of scores of that name"
		}
	}
}

// plainNumbers reports whether most of the different cells are bare numbers.
func plainNumbers(f *frame, c *column) bool {
	n := 0
	for text := range c.distinct {
		if f.lexer.Lex(text).Kind == cell.Number {
			n++
		}
	}
	return 2*n > len(c.distinct)
}

// scoring returns the positions of the columns that may hold scores, for a
// layout in which a naming of its header makes a column no score.
func (f *frame) scores(isKey func(*column) bool) []int {
	var out []int
	for i := range f.columns {
		c := &f.columns[i]
		if c.role == Score || c.role == "" && c.scoring && !isKey(c) {
			out = append(out, i)
		}
	}
	if f.options.names(Score) { // what the user named holds, and nothing else
		out = slices.DeleteFunc(out, func(i int) bool { return !f.columns[i].user })
	}
	return out
}

// pick returns the columns that can hold a field, the surest first; least is
// how sure the header must be.
func (f *frame) pick(field Field, least float64, not func(*column) bool) []int {
	var out []int
	for i := range f.columns {
		c := &f.columns[i]
		if f.options.names(field) {
			if c.user && c.role == field {
				out = append(out, i)
			}
			continue
		}
		if c.role == field {
			out = append(out, i)
			continue
		}
		if n, ok := c.naming(field); ok && c.role == "" && !c.user && n.sure >= least && !not(c) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return -cmp.Compare(f.fitness(a, field), f.fitness(b, field)) })
	return out
}

// fitness is how well a column serves a field.
func (f *frame) fitness(i int, field Field) float64 {
	c := &f.columns[i]
	n, _ := c.naming(field)
	fit := n.sure
	switch {
	case c.user:
		return 10
	case c.role == field:
		fit = max(fit, 0.9)
	}
	if c.filled == 0 {
		fit -= 1
	}
	if c.anonymous() {
		fit -= 2
	}
	if n.kind == byName && c.holdsText() {
		fit += 0.02
	}
	return fit
}

// anonymous reports whether no cell of a column names anybody.
func (c *column) anonymous() bool {
	for text := range c.distinct {
		if !isAnonymous(text) {
			return false
		}
	}
	return true
}

// isAnonymous reports whether a form put a word in place of a person.
func isAnonymous(s string) bool {
	switch cell.Fold(s) {
	case "", "anonymous", "anonym", "anónimo", "anonimo", "anonyme", "n/a", "-", "none":
		return true
	}
	return false
}

// coded returns the codes of a column's cells in all rows; -1 for none.
func (f *frame) code(i int) []int32 {
	c := &f.columns[i]
	if c.codes != nil || len(f.rows) == 0 {
		return c.codes
	}
	c.codes = make([]int32, len(f.rows))
	seen := map[string]int32{}
	for k, row := range f.rows {
		text := f.sheet.At(row, c.index)
		if text == "" {
			c.codes[k] = -1
			continue
		}
		code, ok := seen[text]
		if !ok {
			key := cell.Fold(text)
			if code, ok = seen[key]; !ok {
				code = int32(len(seen))
				seen[key] = code
			}
			seen[text] = code
		}
		c.codes[k] = code
	}
	return c.codes
}
