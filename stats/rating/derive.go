package rating

import "slices"

// Where returns the Table of the ratings for which keep is true, and of no
// marks. Names and scales keep their positions, items without a rating go.
func (t *Table) Where(keep func(rating int, r Rating) bool) *Table {
	wanted, n := make([]bool, len(t.rater)), 0
	for item := range t.items {
		for k := int(t.start[item]); k < int(t.start[item+1]); k++ {
			if wanted[k] = keep(k, Rating{int32(item), t.rater[k], t.level[k]}); wanted[k] {
				n++
			}
		}
	}
	d := t.emptied()
	d.expect(t, n)
	for item := range t.items {
		from := len(d.rater)
		for k := int(t.start[item]); k < int(t.start[item+1]); k++ {
			if wanted[k] {
				d.copyRating(t, k)
			}
		}
		if len(d.rater) > from {
			d.items = append(d.items, t.items[item])
			d.start = append(d.start, uint32(from))
		}
	}
	d.start = append(d.start, uint32(len(d.rater)))
	return d
}

// NotObservedAsLowest returns the Table in which every "not observed" is a
// rating at the lowest level of its scale.
func (t *Table) NotObservedAsLowest() *Table {
	d := t.emptied()
	next := 0
	for item := range t.items {
		d.items = append(d.items, t.items[item])
		d.start = append(d.start, uint32(len(d.rater)))
		k, end := int(t.start[item]), int(t.start[item+1])
		for ; next < len(t.marks) && int(t.marks[next].Item) == item; next++ {
			mark := t.marks[next]
			if mark.State != NotObserved {
				d.marks = append(d.marks, mark)
				continue
			}
			for ; k < end && t.rater[k] < mark.Rater; k++ {
				d.copyRating(t, k)
			}
			d.rater = append(d.rater, mark.Rater)
			d.level = append(d.level, 0)
			if t.kept != nil {
				d.kept = append(d.kept, mark.Reason)
			}
			if t.spans != nil {
				d.spans = append(d.spans, 0) // the mark's text has no place of its own
			}
			for c := range d.columns {
				d.columns[c].codes = append(d.columns[c].codes, mark.groups[c])
			}
		}
		for ; k < end; k++ {
			d.copyRating(t, k)
		}
	}
	d.start = append(d.start, uint32(len(d.rater)))
	return d
}

// emptied returns a Table with the names and scales of t and no ratings.
func (t *Table) emptied() *Table {
	d := &Table{names: t.names, reasons: reasons{texts: t.texts}, columns: slices.Clone(t.columns)}
	for c := range d.columns {
		d.columns[c].codes = nil
	}
	return d
}

// expect makes room for so many ratings of t.
func (d *Table) expect(t *Table, n int) {
	d.rater, d.level = make([]int32, 0, n), make([]uint16, 0, n)
	if t.kept != nil {
		d.kept = make([]string, 0, n)
	}
	if t.spans != nil {
		d.spans = make([]Span, 0, n)
	}
	for c := range d.columns {
		d.columns[c].codes = make([]int32, 0, n)
	}
}

// copyRating appends rating k of t.
func (d *Table) copyRating(t *Table, k int) {
	d.rater = append(d.rater, t.rater[k])
	d.level = append(d.level, t.level[k])
	if t.kept != nil {
		d.kept = append(d.kept, t.kept[k])
	}
	if t.spans != nil {
		d.spans = append(d.spans, t.spans[k])
	}
	for c := range d.columns {
		d.columns[c].codes = append(d.columns[c].codes, t.columns[c].codes[k])
	}
}
