package answers

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats"
)

// Options say what the files do not say of themselves. The zero value works.
type Options struct {
	Is, Should string         // further words for the two aspects
	Person     string         // the header of the people
	Scale      *rubric.Scale  // the levels, for every dimension
	Rubric     *rubric.Rubric // the dimensions, with their ends and scale
}

// words are the words for the aspects that the user named.
func (o *Options) words() [2]string { return [2]string{is: o.Is, should: o.Should} }

// names reports whether a cell is a level of the declared scale.
func (o *Options) names(cell string) bool {
	if o.Scale == nil {
		return false
	}
	_, _, ok := wordScale(map[string]bool{strings.ToLower(cell): true}, o.Scale)
	return ok
}

// Answers are what was read. Every list of a Dimension, and every Column, has
// one entry a person.
type Answers struct {
	People     []string // names, or "" where the file names nobody
	Dimensions []Dimension
	Columns    []Column // further columns: role, school
	General    []string // reasons that belong to no dimension
	Layout     string
	Given      int // answers
	OneSided   int // people × dimensions with one answer of the two
	Duplicates int // people who answered again: the later answer counts
	LeftOut    []string
	Rubric     string // the id of the rubric whose dimensions these are, or ""
	Undeclared bool   // the scale was taken from the answers
}

// A Dimension is the answers to one question.
type Dimension struct {
	ID, Name  string
	Ends      [2]string // what the low end and the high end mean, where known
	Low, High float64   // of the scale
	Levels    []float64 // of the scale; nil for a slider
	Is        []stats.Number
	Should    []stats.Number
	Reasons   []string
	Shows     []string // indicators of lessons in which it can be seen
}

// A Column is a further column of the file.
type Column struct {
	Name   string
	Values []string
}

// ErrNoSurvey says that no sheet holds a survey of the two answers.
var ErrNoSurvey = errors.New("no survey found: no two columns ask where you are and where you should be")

// Looks reports whether a sheet is such a survey: three answers in pairs or
// more, by headers that leave no doubt.
func Looks(s *source.Sheet) bool {
	o := &Options{}
	g := &grid{s}
	r, ok := regionOf(g)
	if !ok {
		return false
	}
	for _, fits := range layouts {
		l, ok := fits(g, &r, o)
		if ok {
			return l.id != "pairs" || certain(&l, &r)
		}
	}
	return false
}

// certain reports whether the pairs' headers name both aspects in words that
// mean nothing else.
func certain(l *layout, r *region) bool {
	for _, p := range l.pairs {
		for a, c := range []int{p.is, p.should} {
			sure := slices.ContainsFunc(splits(r.header(c), [2]string{}), func(s split) bool {
				return s.aspect == aspect(a) && s.key == p.key && !weak[phrases[a][s.rank-1]]
			})
			if !sure {
				return false
			}
		}
	}
	return true
}

// Read reads the sheets as one survey. Sheets without one are left out; the
// error names every cell that is no answer, or is ErrNoSurvey.
func Read(sheets []*source.Sheet, o Options) (*Answers, error) {
	b := &builder{options: &o, person: map[string]int{}, dimension: map[string]int{}}
	found := false
	for _, s := range sheets {
		g := &grid{s}
		r, ok := regionOf(g)
		if !ok {
			continue
		}
		for _, fits := range layouts {
			if l, ok := fits(g, &r, &o); ok {
				found = true
				b.read(g, &r, &l)
				break
			}
		}
	}
	if !found {
		return nil, ErrNoSurvey
	}
	return b.finish()
}

// A builder gathers the answers of the sheets.
type builder struct {
	options   *Options
	person    map[string]int
	dimension map[string]int
	people    []string
	cells     [][]answer // by dimension, then person
	answers   Answers
	columns   map[string]int
	faults    []fault
	detected  bool // the rubric
}

// An answer is the cells of one person on one dimension as they were read.
type answer struct {
	text   [2]string
	place  [2]string
	reason string
}

// A fault is a cell that is no answer.
type fault struct{ place, cell string }

// read takes in one sheet.
func (b *builder) read(g *grid, r *region, l *layout) {
	b.answers.Layout = l.id
	if b.options.Person != "" {
		if c := g.column(r, []string{plain(b.options.Person)}); c >= 0 {
			l.person = c
		}
	}
	for _, c := range l.leftOut {
		if name := r.header(c); name != "" && !slices.Contains(b.answers.LeftOut, name) {
			b.answers.LeftOut = append(b.answers.LeftOut, name)
		}
	}
	met := map[int]int{} // by person: the row that answered first
	for row := r.first; row < len(g.Rows); row++ {
		if g.Rows[row].Hidden || g.Rows[row].Filled() == 0 {
			continue
		}
		p := b.whose(g, l, row)
		if before, twice := met[p]; twice && l.id == "pairs" && before != row {
			b.answers.Duplicates++
		}
		met[p] = row
		b.row(g, r, l, row, p)
	}
}

// whose returns the person of a row: a new one where the file names nobody.
func (b *builder) whose(g *grid, l *layout, row int) int {
	name := ""
	if l.person >= 0 {
		name = g.at(row, l.person)
	}
	key := strings.ToLower(name)
	if isBlank(key) || key == "anonymous" {
		b.people = append(b.people, "")
		return len(b.people) - 1
	}
	p, ok := b.person[key]
	if !ok {
		p = len(b.people)
		b.person[key] = p
		b.people = append(b.people, name)
	}
	return p
}

// row takes in the answers of one row.
func (b *builder) row(g *grid, r *region, l *layout, row, p int) {
	put := func(key, label string, a aspect, c int) *answer {
		cell := b.at(key, label, p)
		if text := g.at(row, c); !isBlank(text) {
			cell.text[a] = text
			cell.place[a] = fmt.Sprintf("%s:%d: column %q", g.Title(), g.Rows[row].Line, r.header(c))
		}
		return cell
	}
	said := ""
	if l.why >= 0 {
		said = g.at(row, l.why)
	}
	switch l.id {
	case "pairs":
		for _, q := range l.pairs {
			put(q.key, q.label, is, q.is)
			cell := put(q.key, q.label, should, q.should)
			if q.why >= 0 {
				cell.reason = g.at(row, q.why)
			}
		}
		b.general(said)
	case "two_rows":
		a, _ := names(g.at(row, l.aspect), b.options.words())
		for _, q := range l.pairs {
			put(q.key, q.label, a, q.is)
		}
		b.general(said)
	default: // long
		label := g.at(row, l.dimension)
		key := plain(label)
		if l.id == "long" {
			put(key, label, is, l.pairs[0].is)
			put(key, label, should, l.pairs[0].should)
		} else {
			a, _ := names(g.at(row, l.aspect), b.options.words())
			put(key, label, a, l.value)
		}
		if cell := b.at(key, label, p); said != "" {
			cell.reason = strings.TrimSpace(cell.reason + " " + said)
		}
	}
	for _, c := range l.others {
		b.further(r.header(c), p, g.at(row, c))
	}
}

// general keeps a reason that belongs to no dimension.
func (b *builder) general(said string) {
	if said != "" {
		b.answers.General = append(b.answers.General, said)
	}
}

// at returns the cell of a dimension and a person.
func (b *builder) at(key, label string, p int) *answer {
	d, ok := b.dimension[key]
	if !ok {
		d = len(b.cells)
		b.dimension[key] = d
		b.cells = append(b.cells, nil)
		b.answers.Dimensions = append(b.answers.Dimensions, Dimension{Name: label})
	}
	for len(b.cells[d]) <= p {
		b.cells[d] = append(b.cells[d], answer{})
	}
	return &b.cells[d][p]
}

// further keeps a cell of a further column.
func (b *builder) further(header string, p int, text string) {
	if b.columns == nil {
		b.columns = map[string]int{}
	}
	c, ok := b.columns[header]
	if !ok {
		c = len(b.answers.Columns)
		b.columns[header] = c
		b.answers.Columns = append(b.answers.Columns, Column{Name: header})
	}
	column := &b.answers.Columns[c]
	for len(column.Values) <= p {
		column.Values = append(column.Values, "")
	}
	if text != "" {
		column.Values[p] = text
	}
}

// finish gives the answers their values.
func (b *builder) finish() (*Answers, error) {
	a := &b.answers
	a.People = b.people
	for c := range a.Columns {
		a.Columns[c].Values = append(a.Columns[c].Values, make([]string, len(b.people)-len(a.Columns[c].Values))...)
	}
	b.detect()
	for d := range a.Dimensions {
		b.cells[d] = append(b.cells[d], make([]answer, len(b.people)-len(b.cells[d]))...)
		b.describe(&a.Dimensions[d])
	}
	if err := b.value(); err != nil {
		return nil, err
	}
	return a, nil
}

// detect recognizes the built-in dimensions by their names, where no rubric was
// named: two or more, and most of those that are there.
func (b *builder) detect() {
	if b.options.Rubric != nil {
		b.answers.Rubric = b.options.Rubric.ID
		return
	}
	for _, r := range rubric.Presets() {
		known := 0
		for _, d := range b.answers.Dimensions {
			if in, ok := r.Match(d.Name); ok && in.Ends[0] != "" {
				known++
			}
		}
		if known >= 2 && known*2 > len(b.answers.Dimensions) {
			b.options.Rubric, b.answers.Rubric, b.detected = r, r.ID, true
			return
		}
	}
}

// describe gives a dimension its id and ends, from the rubric where it knows
// the dimension.
func (b *builder) describe(d *Dimension) {
	d.ID = strings.Join(strings.Fields(plain(d.Name)), "_")
	if b.options.Rubric == nil {
		return
	}
	if in, ok := b.options.Rubric.Match(d.Name); ok {
		d.ID, d.Ends, d.Shows = in.ID, in.Ends, in.Shows
		d.Name = cmp.Or(in.Name, d.Name)
	}
}

// value turns the cells into numbers on one scale: the declared one, that of
// the words, or the one that the answers show.
func (b *builder) value() error {
	wordy := map[string]bool{}
	lowest, highest := math.Inf(1), math.Inf(-1)
	whole := true
	b.each(func(_ int, _ int, _ aspect, text, _ string) {
		if v, ok := number(text); ok {
			lowest, highest = min(lowest, v), max(highest, v)
			whole = whole && v == math.Trunc(v)
		} else {
			wordy[strings.ToLower(text)] = true
		}
	})
	scale := b.options.Scale
	if r := b.options.Rubric; scale == nil && r != nil && (!b.detected || within(r.Scales[0], lowest, highest)) {
		scale = &r.Scales[0]
	}
	values := map[string]float64{}
	if len(wordy) > 0 {
		s, known, ok := wordScale(wordy, scale)
		if ok {
			values = known
			if scale == nil && math.IsInf(lowest, 1) {
				scale = &s
			}
		}
	}
	low, high, levels := span(scale, lowest, highest, whole)
	b.answers.Undeclared = scale == nil
	for d := range b.answers.Dimensions {
		dim := &b.answers.Dimensions[d]
		dim.Low, dim.High, dim.Levels = low, high, levels
		dim.Is, dim.Should = absent(len(b.people)), absent(len(b.people))
		dim.Reasons = make([]string, len(b.people))
		for p := range b.cells[d] {
			dim.Reasons[p] = b.cells[d][p].reason
		}
	}
	b.each(func(d, p int, a aspect, text, place string) {
		v, ok := number(text)
		if !ok {
			v, ok = values[strings.ToLower(text)]
		}
		if !ok || v < low || v > high {
			b.faults = append(b.faults, fault{place: place, cell: text})
			return
		}
		dim := &b.answers.Dimensions[d]
		if b.options.Rubric != nil {
			if in, known := b.options.Rubric.Match(dim.Name); known && in.Reversed {
				v = low + high - v
			}
		}
		[2][]stats.Number{is: dim.Is, should: dim.Should}[a][p] = stats.Of(v)
		b.answers.Given++
	})
	return b.fail(low, high)
}

// each calls f for every answer that was given.
func (b *builder) each(f func(d, p int, a aspect, text, place string)) {
	for d := range b.cells {
		for p := range b.cells[d] {
			for a, text := range b.cells[d][p].text {
				if text != "" {
					f(d, p, aspect(a), text, b.cells[d][p].place[a])
				}
			}
		}
	}
}

// span returns the ends of the scale and its levels. Of an undeclared one
// whole answers from 1 to 10 reach from 1 to the highest given, those from 0
// from 0, and what goes beyond 10 is a slider of 0-100.
func span(scale *rubric.Scale, lowest, highest float64, whole bool) (low, high float64, levels []float64) {
	switch {
	case scale != nil:
		for _, level := range scale.Levels {
			levels = append(levels, level.Value)
		}
		return levels[0], levels[len(levels)-1], levels
	case math.IsInf(lowest, 1):
		return 0, 0, nil
	case highest > 10 && lowest >= 0 && highest <= 100:
		return 0, 100, nil
	case !whole || lowest < 0 || highest > 10:
		return lowest, highest, nil
	}
	low = math.Min(1, lowest)
	for v := low; v <= highest; v++ {
		levels = append(levels, v)
	}
	return low, highest, levels
}

// within reports whether answers lie on a scale.
func within(s rubric.Scale, lowest, highest float64) bool {
	return lowest >= s.Levels[0].Value && highest <= s.Levels[len(s.Levels)-1].Value
}

// absent returns so many answers that were not given.
func absent(n int) []stats.Number {
	list := make([]stats.Number, n)
	for i := range list {
		list[i] = stats.None(stats.NoPairs)
	}
	return list
}

// A FaultsError says which cells are no answers.
type FaultsError struct {
	Cells     []string // where each stands and what it holds
	Low, High float64
}

func (e *FaultsError) Error() string {
	shown := e.Cells[:min(3, len(e.Cells))]
	text := strings.Join(shown, "\n")
	if more := len(e.Cells) - len(shown); more > 0 {
		text += fmt.Sprintf("\nand %d more", more)
	}
	return text
}

// fail returns the cells that are no answers, as one error, and counts the
// answers that lack the other.
func (b *builder) fail(low, high float64) error {
	for _, d := range b.answers.Dimensions {
		for p := range d.Is {
			if d.Is[p].OK() != d.Should[p].OK() {
				b.answers.OneSided++
			}
		}
	}
	if len(b.faults) == 0 {
		return nil
	}
	e := &FaultsError{Low: low, High: high}
	for _, f := range b.faults {
		e.Cells = append(e.Cells, fmt.Sprintf("%s: %q is no answer on a scale of %v to %v", f.place, f.cell, low, high))
	}
	return e
}
