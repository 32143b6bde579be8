package agree

// A table counts items by the levels that two raters gave, q × q: the rows
// are the first rater's. It serves the coefficients of two raters.
type table struct {
	levels int
	cells  []float64
}

func newTable(levels int) table { return table{levels, make([]float64, levels*levels)} }

func (t table) at(k, l int) float64 { return t.cells[k*t.levels+l] }

// items returns the number of items.
func (t table) items() float64 { return total(t.cells) }

// margins returns the items on each level by the first rater and the second.
func (t table) margins() (first, second []float64) {
	first, second = make([]float64, t.levels), make([]float64, t.levels)
	for k := range t.levels {
		for l := range t.levels {
			first[k] += t.at(k, l)
			second[l] += t.at(k, l)
		}
	}
	return first, second
}

// table returns the items that both of a frame's two raters rated, with
// pattern p standing times[p] times.
func (f *frame) table(times []float64) table {
	t := newTable(f.levels)
	for p, n := range times {
		if k, l, ok := f.cell(p); ok {
			t.cells[k*t.levels+l] += n
		}
	}
	return t
}

// cell returns the levels that two raters gave an item; false where only one
// rated it.
func (f *frame) cell(p int) (k, l int, ok bool) {
	raters, levels := f.row(p)
	found := 0
	for j, g := range raters {
		if f.often[g] == 0 {
			continue
		}
		k, l = l, int(levels[j])
		found++
	}
	return k, l, found == 2
}
