package rating

import (
	"cmp"
	"slices"
)

// Codes are ratings in columns of codes, in any order, from which FromCodes
// makes a Table: the way of a reader that codes names as it goes.
type Codes struct {
	Lessons, Indicators, Raters []string // in natural order
	Scales                      []Scale
	ScaleOf                     []int        // scale of each indicator
	Items                       []Item       // sorted by round, lesson and indicator
	Columns                     []ColumnName // further columns
	Parts                       []CodedPart
}

// A ColumnName is a further column and its distinct names in natural order.
type ColumnName struct {
	Name   string
	Levels []string
}

// A CodedPart is some ratings: positions of item and rater, and the level. A
// Level of CodedNotObserved or CodedBlank is a mark.
type CodedPart struct {
	Item   []uint32
	Rater  []uint32
	Level  []uint8
	Others [][]int32 // by further column, -1 for none
}

// The levels that stand for a cell without a score.
const (
	CodedNotObserved = 255
	CodedBlank       = 254
)

// FromCodes returns the Table of coded ratings, or false where two of them are
// of the same rater and item. It takes the parts over and empties them as it
// goes, so that what is read is in memory once.
func FromCodes(c *Codes) (*Table, bool) {
	t := &Table{
		lessons: c.Lessons, indicators: c.Indicators, raters: c.Raters, rounds: []string{""},
		scales: slices.Clone(c.Scales), scaleOf: c.ScaleOf, items: c.Items,
	}
	t.place(c)
	if !t.sortRows() {
		return nil, false
	}
	return t, t.sortMarks()
}

// place puts every rating into the row of its item, by counting.
func (t *Table) place(c *Codes) {
	t.start = make([]int, len(c.Items)+1)
	ratings := 0
	for _, p := range c.Parts {
		for k, item := range p.Item {
			if p.Level[k] < CodedBlank {
				t.start[item+1]++
				ratings++
			}
		}
	}
	for i := range c.Items {
		t.start[i+1] += t.start[i]
	}
	t.rater, t.level = make([]int32, ratings), make([]uint16, ratings)
	for _, column := range c.Columns {
		t.columns = append(t.columns, Column{Name: column.Name, Levels: column.Levels, codes: make([]int32, ratings)})
	}
	next := slices.Clone(t.start[:len(c.Items)])
	for i := range c.Parts {
		t.placePart(&c.Parts[i], next)
		c.Parts[i] = CodedPart{}
	}
}

// placePart puts the ratings of a part where next points for their items.
func (t *Table) placePart(p *CodedPart, next []int) {
	for k, item := range p.Item {
		if p.Level[k] >= CodedBlank {
			t.marks = append(t.marks, p.mark(k))
			continue
		}
		at := next[item]
		next[item]++
		t.rater[at], t.level[at] = int32(p.Rater[k]), uint16(p.Level[k])
		for c := range p.Others {
			t.columns[c].codes[at] = p.Others[c][k]
		}
	}
}

// mark returns record k as the mark that it is.
func (p *CodedPart) mark(k int) Mark {
	m := Mark{Item: int32(p.Item[k]), Rater: int32(p.Rater[k]), State: Blank}
	if p.Level[k] == CodedNotObserved {
		m.State = NotObserved
	}
	for _, codes := range p.Others {
		m.groups = append(m.groups, codes[k])
	}
	return m
}

// sortRows sorts each item's ratings by rater; false where a rater is twice.
func (t *Table) sortRows() bool {
	for i := range t.items {
		from, to := t.start[i], t.start[i+1]
		// Rows are short and often in order: insertion beats a general sort.
		for k := from + 1; k < to; k++ {
			for j := k; j > from && t.rater[j] < t.rater[j-1]; j-- {
				t.swap(j, j-1)
			}
		}
		for k := from + 1; k < to; k++ {
			if t.rater[k] == t.rater[k-1] {
				return false
			}
		}
	}
	return true
}

func (t *Table) swap(a, b int) {
	t.rater[a], t.rater[b] = t.rater[b], t.rater[a]
	t.level[a], t.level[b] = t.level[b], t.level[a]
	for c := range t.columns {
		codes := t.columns[c].codes
		codes[a], codes[b] = codes[b], codes[a]
	}
}

// sortMarks sorts the marks; false where one is twice or stands beside a
// rating of the same rater and item.
func (t *Table) sortMarks() bool {
	slices.SortFunc(t.marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Rater, b.Rater))
	})
	for i, m := range t.marks {
		if i > 0 && m.Item == t.marks[i-1].Item && m.Rater == t.marks[i-1].Rater {
			return false
		}
		row, _ := t.Row(int(m.Item))
		if _, found := slices.BinarySearch(row, m.Rater); found {
			return false
		}
	}
	return true
}
