package rating

import (
	"slices"
	"sort"
)

// A Division is the ratings and marks of a Table in disjoint parts, found in
// one pass. Each part is a Table of its own.
type Division struct {
	table   *Table
	start   []int    // ratings of part p are ratings[start[p]:start[p+1]]
	ratings []uint32 // in the order of the Table
	marks   [][]int32
}

// Divide cuts the Table into so many parts: that of each rating and mark is
// what of returns for its item and its code in a further column (-1 where
// there is none), which column names; -1 leaves it out. An empty column stands
// for none.
func (t *Table) Divide(parts int, column string, of func(item, code int32) int) *Division {
	d := &Division{table: t, start: make([]int, parts+1), marks: make([][]int32, parts)}
	c, at := (*Column)(nil), -1
	if column != "" {
		at = slices.IndexFunc(t.columns, func(c Column) bool { return c.Name == column })
	}
	if at >= 0 {
		c = &t.columns[at]
	}
	each := func(f func(rating, part int)) {
		for item := range t.items {
			for k := int(t.start[item]); k < int(t.start[item+1]); k++ {
				code := int32(-1)
				if c != nil {
					code = c.codes[k]
				}
				if part := of(int32(item), code); part >= 0 {
					f(k, part)
				}
			}
		}
	}
	each(func(_, part int) { d.start[part+1]++ })
	for part := range parts {
		d.start[part+1] += d.start[part]
	}
	d.ratings = make([]uint32, d.start[parts])
	next := slices.Clone(d.start)
	each(func(k, part int) {
		d.ratings[next[part]] = uint32(k)
		next[part]++
	})
	for i, m := range t.marks {
		code := int32(-1)
		if c != nil {
			code = m.groups[at]
		}
		if part := of(m.Item, code); part >= 0 {
			d.marks[part] = append(d.marks[part], int32(i))
		}
	}
	return d
}

// Ratings returns the number of ratings and marks of a part.
func (d *Division) Ratings(part int) int { return d.start[part+1] - d.start[part] + len(d.marks[part]) }

// Table returns a part, with the names that occur in it: what would be read
// from its rows alone, on the scales of the whole.
func (d *Division) Table(part int) *Table {
	t := d.table
	ratings, marks := d.ratings[d.start[part]:d.start[part+1]], d.marks[part]
	items := d.items(ratings, marks)
	lessons, indicators, rounds := newSubset(), newSubset(), newSubset()
	raters := newSubset()
	for _, i := range items {
		item := t.items[i]
		lessons.add(item.Lesson)
		indicators.add(item.Indicator)
		rounds.add(item.Round)
	}
	for _, k := range ratings {
		raters.add(t.rater[k])
	}
	for _, i := range marks {
		raters.add(t.marks[i].Rater)
	}
	s := &Table{names: names{scales: t.scales}, reasons: reasons{texts: t.texts}}
	s.lessons, s.indicators = lessons.names(t.lessons), indicators.names(t.indicators)
	s.raters, s.rounds = raters.names(t.raters), rounds.names(t.rounds)
	for _, in := range indicators.codes {
		s.scaleOf = append(s.scaleOf, t.scaleOf[in])
	}
	for _, c := range t.columns {
		s.columns = append(s.columns, Column{Name: c.Name, Levels: c.Levels})
	}
	for _, i := range items {
		item := t.items[i]
		s.items = append(s.items, Item{lessons.at(item.Lesson), indicators.at(item.Indicator), rounds.at(item.Round)})
		s.start = append(s.start, uint32(len(s.rater)))
		for ; len(ratings) > 0 && ratings[0] < t.start[i+1]; ratings = ratings[1:] {
			s.copyRating(t, int(ratings[0]))
			s.rater[len(s.rater)-1] = raters.at(t.rater[ratings[0]])
		}
		for ; len(marks) > 0 && t.marks[marks[0]].Item == i; marks = marks[1:] {
			m := t.marks[marks[0]]
			m.Item, m.Rater = int32(len(s.items)-1), raters.at(m.Rater)
			s.marks = append(s.marks, m)
		}
	}
	s.start = append(s.start, uint32(len(s.rater)))
	return s
}

// items returns the items of some ratings and marks, ascending.
func (d *Division) items(ratings []uint32, marks []int32) []int32 {
	t := d.table
	var items []int32
	item := 0
	for _, k := range ratings {
		if k < t.start[item+1] && len(items) > 0 {
			continue // of the item before
		}
		item += sort.Search(len(t.items)-item, func(i int) bool { return k < t.start[item+i+1] })
		items = append(items, int32(item))
	}
	for _, i := range marks {
		items = append(items, t.marks[i].Item)
	}
	slices.Sort(items)
	return slices.Compact(items)
}

// A subset is some of the codes of names, and their order among themselves.
type subset struct {
	codes []int32
	met   map[int32]int32
}

func newSubset() *subset { return &subset{met: map[int32]int32{}} }

func (s *subset) add(code int32) {
	if n := len(s.codes); n > 0 && s.codes[n-1] == code {
		return // mostly the same again
	}
	if _, ok := s.met[code]; !ok {
		s.met[code] = 0
		s.codes = append(s.codes, code)
	}
}

// names sorts the codes and returns their names.
func (s *subset) names(all []string) []string {
	slices.Sort(s.codes)
	var list []string
	for at, code := range s.codes {
		s.met[code] = int32(at)
		list = append(list, all[code])
	}
	return list
}

// at returns the position of a code in the subset.
func (s *subset) at(code int32) int32 { return s.met[code] }
