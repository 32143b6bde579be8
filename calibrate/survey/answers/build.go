package answers

import (
	"fmt"
	"slices"
	"strings"
)

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
	if l.aspect < 0 && len(l.pairs) > 0 && asksKnowing(r.header(l.pairs[0].should)) {
		b.answers.Knowing = true
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
	if l.aspect >= 0 && asksKnowing(g.at(row, l.aspect)) {
		b.answers.Knowing = true
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
		b.further(r.title(c), p, g.at(row, c))
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
