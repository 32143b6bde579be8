package rating

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// A Record is one cell as it was read. Names are compared as they are:
// folding case or space is the reader's business.
type Record struct {
	Rater, Lesson, Indicator, Round string
	State                           State
	Score                           float64 // for a State of Scored
	Reason                          string
	Columns                         []string // parallel to the Builder's
}

// A Builder collects records, in any order, for a Table.
type Builder struct {
	columns                             []string
	lessons, indicators, raters, rounds interner
	groups                              []interner

	entries []entry
	codes   []int32 // columns of entry i: codes[i*len(columns):]
}

// entry is a record in codes by first appearance.
type entry struct {
	round, lesson, indicator, rater int32
	state                           State
	score                           float64
	reason                          string
	index                           int32 // position in codes
}

// NewBuilder returns a Builder for records with the named further columns.
func NewBuilder(columns ...string) *Builder {
	return &Builder{columns: slices.Clone(columns), groups: make([]interner, len(columns))}
}

// Add adds one record. It panics if the number of further columns is not the
// Builder's.
func (b *Builder) Add(r Record) {
	if len(r.Columns) != len(b.columns) {
		panic(fmt.Sprintf("rating: %d columns in a record, want %d", len(r.Columns), len(b.columns)))
	}
	b.entries = append(b.entries, entry{
		round:     b.rounds.code(r.Round),
		lesson:    b.lessons.code(r.Lesson),
		indicator: b.indicators.code(r.Indicator),
		rater:     b.raters.code(r.Rater),
		state:     r.State,
		score:     r.Score,
		reason:    r.Reason,
		index:     int32(len(b.entries)),
	})
	for i, value := range r.Columns {
		code := int32(-1)
		if value != "" {
			code = b.groups[i].code(value)
		}
		b.codes = append(b.codes, code)
	}
}

// Build returns the Table of the records. Each indicator is rated on the
// scale that scaleOf names by its position in scales; where scaleOf does not
// name one, on the first. Without scales, the distinct scores that occur are
// the one scale, observed.
//
// Build panics if two records are of the same rater and item, or if a score
// is not on its scale: a reader settles both before.
func (b *Builder) Build(scales []Scale, scaleOf map[string]int) *Table {
	if len(scales) == 0 {
		scales, scaleOf = []Scale{b.observed()}, nil
	}
	t := &Table{names: names{scales: slices.Clone(scales)}}
	var order [4][]int32
	t.rounds, order[0] = b.rounds.sorted()
	t.lessons, order[1] = b.lessons.sorted()
	t.indicators, order[2] = b.indicators.sorted()
	t.raters, order[3] = b.raters.sorted()
	for _, name := range t.indicators {
		t.scaleOf = append(t.scaleOf, scaleOf[name])
	}
	entries := slices.Clone(b.entries)
	for i := range entries {
		e := &entries[i]
		e.round, e.lesson = order[0][e.round], order[1][e.lesson]
		e.indicator, e.rater = order[2][e.indicator], order[3][e.rater]
	}
	slices.SortFunc(entries, func(x, y entry) int {
		return cmp.Or(x.compareItem(y), cmp.Compare(x.rater, y.rater))
	})
	t.columns = make([]Column, len(b.columns))
	recode := make([][]int32, len(b.columns))
	for i, name := range b.columns {
		t.columns[i].Name = name
		t.columns[i].Levels, recode[i] = b.groups[i].sorted()
	}
	b.fill(t, entries, recode)
	return t
}

// fill appends the entries, sorted and recoded, to the columns of t.
func (b *Builder) fill(t *Table, entries []entry, recode [][]int32) {
	hasReason := slices.ContainsFunc(entries, func(e entry) bool { return e.reason != "" })
	for i, e := range entries {
		if i == 0 || e.compareItem(entries[i-1]) != 0 {
			t.items = append(t.items, Item{e.lesson, e.indicator, e.round})
			t.start = append(t.start, uint32(len(t.rater)))
		} else if e.rater == entries[i-1].rater {
			panic(fmt.Sprintf("rating: two records of rater %q for lesson %q, indicator %q",
				t.raters[e.rater], t.lessons[e.lesson], t.indicators[e.indicator]))
		}
		codes := make([]int32, len(b.columns))
		for c := range codes {
			codes[c] = b.codes[int(e.index)*len(b.columns)+c]
			if codes[c] >= 0 {
				codes[c] = recode[c][codes[c]]
			}
		}
		item := len(t.items) - 1
		if e.state != Scored {
			t.marks = append(t.marks, Mark{int32(item), e.rater, e.state, e.reason, codes})
			continue
		}
		level, ok := t.Scale(item).Index(e.score)
		if !ok {
			panic(fmt.Sprintf("rating: score %v of indicator %q is not on its scale",
				e.score, t.indicators[e.indicator]))
		}
		t.rater = append(t.rater, e.rater)
		t.level = append(t.level, uint16(level))
		if hasReason {
			t.kept = append(t.kept, e.reason)
		}
		for c, code := range codes {
			t.columns[c].codes = append(t.columns[c].codes, code)
		}
	}
	t.start = append(t.start, uint32(len(t.rater)))
}

// observed returns the scale of the distinct scores that occur.
func (b *Builder) observed() Scale {
	seen := map[float64]bool{}
	for _, e := range b.entries {
		if e.state == Scored {
			seen[e.score] = true
		}
	}
	return NewScale("observed", Observed, slices.Collect(maps.Keys(seen))...)
}

// compareItem orders entries by round, lesson and indicator.
func (e entry) compareItem(f entry) int {
	return cmp.Or(cmp.Compare(e.round, f.round), cmp.Compare(e.lesson, f.lesson),
		cmp.Compare(e.indicator, f.indicator))
}

// An interner gives names codes by first appearance.
type interner struct {
	names []string
	codes map[string]int32
}

func (in *interner) code(name string) int32 {
	if code, ok := in.codes[name]; ok {
		return code
	}
	if in.codes == nil {
		in.codes = map[string]int32{}
	}
	code := int32(len(in.names))
	in.codes[name] = code
	in.names = append(in.names, name)
	return code
}

// sorted returns the names in natural order, and each code's position there.
func (in *interner) sorted() (names []string, position []int32) { return SortNatural(in.names) }
