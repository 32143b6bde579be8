package rating

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// Codes are ratings in columns of codes, in any order, from which FromCodes
// makes a Table: the way of a reader that codes names as it goes.
type Codes struct {
	Lessons, Indicators, Raters []string // in natural order
	Rounds                      []string // likewise; nil where there are none
	Scales                      []Scale
	ScaleOf                     []int        // scale of each indicator
	Columns                     []ColumnName // further columns
	Shards                      []CodedShard
	Texts                       Texts // of the reasons; nil where there are none
	ReasonsLeftOut              int   // how many there are, where Texts is nil

	// Cells is a number of items, and Items yields them sorted by round, lesson
	// and indicator. Those without a rating or a mark are left out.
	Cells int
	Items iter.Seq[Item]
}

// A ColumnName is a further column and its distinct names in natural order.
type ColumnName struct {
	Name   string
	Levels []string
}

// A CodedShard holds some of the ratings, in parts. Part fills into with a
// part's; it is asked for each part twice. The first time items and levels
// are enough; the last is with done set, and the shard may then let go of it.
// Shards are read at the same time.
type CodedShard struct {
	Parts int
	Part  func(part int, done bool, into *CodedPart)
}

// A CodedPart is some ratings: positions of the item, among the cells, and of
// the rater, and the level. A Level of CodedNotObserved or CodedBlank is a mark.
type CodedPart struct {
	Item   []uint32
	Rater  []int32
	Level  []uint8
	Others [][]int32 // by further column, -1 for none

	Reasons []Span // with Texts
}

// Resize makes room for n ratings with so many further columns, and with
// reasons. What it held is lost.
func (p *CodedPart) Resize(n, columns int, reasons bool) {
	if reasons {
		resize(&p.Reasons, n)
	}
	resize(&p.Item, n)
	resize(&p.Rater, n)
	resize(&p.Level, n)
	resize(&p.Others, columns)
	for c := range p.Others {
		resize(&p.Others[c], n)
	}
}

func resize[T any](list *[]T, n int) { *list = slices.Grow((*list)[:0], n)[:n] }

// The levels that stand for a cell without a score.
const (
	CodedNotObserved = 255
	CodedBlank       = 254
)

// FromCodes returns the Table of coded ratings, or false where two of them are
// of the same rater and item.
func FromCodes(c *Codes) (*Table, bool) {
	t := placer{&Table{
		names:   names{c.Lessons, c.Indicators, c.Raters, c.Rounds, slices.Clone(c.Scales), c.ScaleOf},
		reasons: reasons{texts: c.Texts, leftOut: c.ReasonsLeftOut},
	}}
	if t.rounds == nil {
		t.rounds = []string{""}
	}
	t.place(c)
	return t.Table, t.sortRows() && t.marksApart()
}

// A placer makes a Table of Codes.
type placer struct{ *Table }

// place puts every rating into the row of its item, by counting. In a row,
// those of a shard stand before those of the next.
func (t placer) place(c *Codes) {
	// By shard and cell: the ratings, then where the next one goes. When all are
	// placed, the last shard's stand at the ends of the rows, which are the
	// starts of the rows after them.
	next := make([][]uint32, len(c.Shards))
	t.start = make([]uint32, c.Cells+1)
	for s := range next {
		next[s] = t.start[1:]
		if s < len(next)-1 {
			next[s] = make([]uint32, c.Cells)
		}
	}
	sideBySide(len(c.Shards), func(s int) { c.Shards[s].count(next[s]) })
	ratings := uint32(0)
	for cell := range c.Cells {
		for s := range next {
			n := next[s][cell]
			next[s][cell] = ratings
			ratings += n
		}
	}
	t.rater, t.level = make([]int32, ratings), make([]uint16, ratings)
	if c.Texts != nil {
		t.spans = make([]Span, ratings)
	}
	for _, column := range c.Columns {
		t.columns = append(t.columns, Column{Name: column.Name, Levels: column.Levels, codes: make([]int32, ratings)})
	}
	marks := make([][]Mark, len(c.Shards))
	sideBySide(len(c.Shards), func(s int) { marks[s] = t.placeShard(&c.Shards[s], next[s]) })
	t.marks = slices.Concat(marks...)
	slices.SortFunc(t.marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Rater, b.Rater))
	})
	t.list(c)
}

// count counts a shard's ratings of each cell.
func (s *CodedShard) count(counts []uint32) {
	var p CodedPart
	for i := range s.Parts {
		s.Part(i, false, &p)
		for k, item := range p.Item {
			if p.Level[k] < CodedBlank {
				counts[item]++
			}
		}
	}
}

// list lists the items, which are the cells that are not empty, and turns the
// cells of the starts and of the marks into them.
func (t placer) list(c *Codes) {
	filled := len(t.marks)
	for cell := range c.Cells {
		if t.start[cell] < t.start[cell+1] {
			filled++
		}
	}
	t.items = make([]Item, 0, min(filled, c.Cells))
	cell, from, marks := 0, uint32(0), t.marks
	for item := range c.Items {
		to, marked := t.start[cell+1], false
		for ; len(marks) > 0 && int(marks[0].Item) == cell; marks = marks[1:] {
			marks[0].Item, marked = int32(len(t.items)), true
		}
		if marked || from < to {
			t.start[len(t.items)] = from
			t.items = append(t.items, item)
		}
		from = to
		cell++
	}
	t.start[len(t.items)] = from
	t.start = t.start[:len(t.items)+1]
}

// placeShard puts the ratings of a shard where next points for their cells,
// and returns its marks with their cell in place of the item.
func (t placer) placeShard(s *CodedShard, next []uint32) (marks []Mark) {
	var p CodedPart
	for i := range s.Parts {
		s.Part(i, true, &p)
		for k, item := range p.Item {
			if p.Level[k] >= CodedBlank {
				marks = append(marks, t.mark(&p, k))
				continue
			}
			at := next[item]
			next[item]++
			t.rater[at], t.level[at] = p.Rater[k], uint16(p.Level[k])
			for c := range p.Others {
				t.columns[c].codes[at] = p.Others[c][k]
			}
			if t.spans != nil {
				t.spans[at] = p.Reasons[k]
			}
		}
	}
	return marks
}

// mark returns record k of a part as the mark that it is.
func (t placer) mark(p *CodedPart, k int) Mark {
	m := Mark{Item: int32(p.Item[k]), Rater: p.Rater[k], State: Blank}
	if p.Level[k] == CodedNotObserved {
		m.State = NotObserved
	}
	for _, codes := range p.Others {
		m.groups = append(m.groups, codes[k])
	}
	if t.texts != nil && p.Reasons[k].Size() > 0 {
		m.Reason = t.texts.Text(p.Reasons[k])
	}
	return m
}

// sortRows sorts each item's ratings by rater; false where a rater is twice.
func (t placer) sortRows() bool {
	return !slices.Contains(inParts(len(t.items), t.sortRange), false)
}

// sortRange sorts the rows of the items from one to before another.
func (t placer) sortRange(first, end int) bool {
	for i := first; i < end; i++ {
		from, to := int(t.start[i]), int(t.start[i+1])
		// Rows are short and often in order: insertion beats a general sort.
		if to-from > longRow && !slices.IsSorted(t.rater[from:to]) {
			sort.Sort(row{t, from, to})
		}
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

// longRow is the number of ratings from which on insertion takes too long.
const longRow = 32

// row is an item's ratings, to sort them by rater.
type row struct {
	table    placer
	from, to int
}

func (r row) Len() int           { return r.to - r.from }
func (r row) Less(i, j int) bool { return r.table.rater[r.from+i] < r.table.rater[r.from+j] }
func (r row) Swap(i, j int)      { r.table.swap(r.from+i, r.from+j) }

func (t placer) swap(a, b int) {
	t.rater[a], t.rater[b] = t.rater[b], t.rater[a]
	t.level[a], t.level[b] = t.level[b], t.level[a]
	if t.spans != nil {
		t.spans[a], t.spans[b] = t.spans[b], t.spans[a]
	}
	for c := range t.columns {
		codes := t.columns[c].codes
		codes[a], codes[b] = codes[b], codes[a]
	}
}

// marksApart reports whether no mark is twice or stands beside a rating of the
// same rater and item.
func (t placer) marksApart() bool {
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
