package rating

import (
	"iter"
	"strings"
)

// State says what stands in the cell of a rater and an item.
type State uint8

// The states of a cell. A cell that no row of the input mentions is absent
// and has no entry.
const (
	Scored      State = iota // a level of the scale
	NotObserved              // N/A: the rater looked and could not rate
	Blank                    // the row is there, the score is empty
)

// String returns the state as the JSON report spells it.
func (s State) String() string {
	return [...]string{"score", "not_observed", "blank"}[s]
}

// An Item is what two raters can agree on: an indicator of a lesson in a
// round. The fields are positions in the Table's lists.
type Item struct {
	Lesson, Indicator, Round int32
}

// A Mark is a cell with a row but without a score.
type Mark struct {
	Item   int32
	Rater  int32
	State  State
	Reason string
	groups []int32
}

// A Column is a further column of the input, such as role or school: the
// distinct names that it holds, sorted, and one code a rating.
type Column struct {
	Name   string
	Levels []string
	codes  []int32 // one a rating, -1 where the cell was empty
}

// A Table holds ratings sparsely, in columns and as codes. Ratings are in the
// order of items and, within an item, of raters; items in the order of
// rounds, lessons and indicators; names in natural order. A Table is
// immutable: nothing hangs on the order of the rows it was built from.
type Table struct {
	names
	rows
	reasons
	columns []Column
	marks   []Mark // in the order of ratings
}

// names are those of a Table, and the scales of its indicators.
type names struct {
	lessons, indicators, raters, rounds []string

	scales  []Scale
	scaleOf []int // scale of each indicator
}

// Lessons returns the lessons' names.
func (n *names) Lessons() []string { return n.lessons }

// Indicators returns the indicators' names.
func (n *names) Indicators() []string { return n.indicators }

// Raters returns the raters' names, those without a score included.
func (n *names) Raters() []string { return n.raters }

// Rounds returns the rounds' names. Input without rounds has one, "".
func (n *names) Rounds() []string { return n.rounds }

// Scales returns the scales; ScaleOf says which indicator is on which.
func (n *names) Scales() []Scale { return n.scales }

// ScaleOf returns the position of an indicator's scale in Scales.
func (n *names) ScaleOf(indicator int32) int { return n.scaleOf[indicator] }

// rows are the ratings of each item.
type rows struct {
	items []Item
	start []uint32 // ratings of item i are start[i] to start[i+1]
	rater []int32
	level []uint16
}

// Items returns the items that have a rating or a mark.
func (r *rows) Items() []Item { return r.items }

// Ratings returns the number of scores.
func (r *rows) Ratings() int { return len(r.rater) }

// Row returns the raters of an item and their levels, by rater. The slices
// are the Table's own: read them only.
func (r *rows) Row(item int) (raters []int32, levels []uint16) {
	from, to := r.start[item], r.start[item+1]
	return r.rater[from:to:to], r.level[from:to:to]
}

// Offset returns the position of an item's first rating: rating j of
// Row(item) is rating Offset(item)+j of the Table.
func (r *rows) Offset(item int) int { return int(r.start[item]) }

// All yields the Table's ratings as position, item, rater and level.
func (r *rows) All() iter.Seq2[int, Rating] {
	return func(yield func(int, Rating) bool) {
		for item := range r.items {
			for k := int(r.start[item]); k < int(r.start[item+1]); k++ {
				if !yield(k, Rating{int32(item), r.rater[k], r.level[k]}) {
					return
				}
			}
		}
	}
}

// A Rating is one score: positions of the item, the rater and the level.
type Rating struct {
	Item  int32
	Rater int32
	Level uint16
}

// reasons are those of the ratings: kept, or read where they stand.
type reasons struct {
	kept    []string // one a rating; nil where no rating has one
	spans   []Span   // in their place, where texts reads them
	texts   Texts
	leftOut int
}

// HasReasons reports whether any rating may have a reason.
func (r *reasons) HasReasons() bool { return r.kept != nil || r.spans != nil }

// ReasonsLeftOut returns how many reasons were counted and not kept.
func (r *reasons) ReasonsLeftOut() int { return r.leftOut }

// HasReason reports whether a reason that is not blank was given with a rating.
func (r *reasons) HasReason(rating int) bool {
	if r.spans != nil {
		return r.spans[rating].Size() > 0
	}
	return r.kept != nil && strings.TrimSpace(r.kept[rating]) != ""
}

// Reason returns the reason given with a rating, or "".
func (r *reasons) Reason(rating int) string {
	switch {
	case r.kept != nil:
		return r.kept[rating]
	case r.HasReason(rating):
		return r.texts.Text(r.spans[rating])
	}
	return ""
}

// Scale returns the scale that an item is rated on.
func (t *Table) Scale(item int) *Scale {
	return &t.scales[t.scaleOf[t.items[item].Indicator]]
}

// Value returns the score that a level stands for on an item's scale.
func (t *Table) Value(item int, level uint16) float64 {
	return t.Scale(item).Levels[level].Value
}

// Rated reports of each rater whether they gave a rating.
func (t *Table) Rated() []bool {
	return marked(len(t.rater), len(t.raters), func(from, to int, rated []bool) {
		for _, g := range t.rater[from:to] {
			rated[g] = true
		}
	})
}

// Marks returns the cells with a row but without a score, by item and rater.
func (t *Table) Marks() []Mark { return t.marks }

// Columns returns the further columns.
func (t *Table) Columns() []Column { return t.columns }

// Column returns the further column with a name, or with one that differs in
// case alone.
func (t *Table) Column(name string) (*Column, bool) {
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		for i := range t.columns {
			if same(t.columns[i].Name, name) {
				return &t.columns[i], true
			}
		}
	}
	return nil, false
}

// Code returns the position in Levels of a rating's value, or -1 where the
// cell was empty.
func (c *Column) Code(rating int) int32 { return c.codes[rating] }
