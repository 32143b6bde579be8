package agree

import "github.com/cb401426/calibrate/stats/internal/crosstab"

// A meetings says who rated what with whom, on a frame by ratings. It makes
// the table of each two raters who meet, those of one rater at a time: with
// many raters all tables at once would not fit.
type meetings struct {
	*frame
	start []int // the ratings of rater g are at[start[g]:start[g+1]]
	at    []seat
}

// A seat is a rating by its pattern and its place in the pattern's row.
type seat struct {
	pattern int32
	place   int32
}

func newMeetings(f *frame) *meetings {
	m := &meetings{frame: f, start: make([]int, f.raters+1), at: make([]seat, len(f.rater))}
	for _, g := range f.rater {
		m.start[g+1]++
	}
	for g := range f.raters {
		m.start[g+1] += m.start[g]
	}
	next := append([]int(nil), m.start...)
	for p := range f.size {
		raters, _ := f.row(p)
		for j, g := range raters {
			m.at[next[g]] = seat{int32(p), int32(j)}
			next[g]++
		}
	}
	return m
}

// each calls visit with the table of each two raters g < h who meet on a
// pattern that stands in times. The table is visit's to change until it
// returns for the last partner of g; then gather, unless it is nil, is called
// with each pattern that the two share and what the table holds in its cell.
func (m *meetings) each(
	times []float64, visit func(g, h int32, t crosstab.Table), gather func(pattern int, cell float64),
) {
	d := desk{size: m.levels * m.levels, slot: make([]int32, m.raters)}
	for g := range int32(m.raters) {
		m.fill(&d, g, times)
		for i, h := range d.partners {
			visit(g, h, crosstab.Table{Levels: m.levels, Cells: d.cells[i*d.size : (i+1)*d.size]})
		}
		if gather != nil {
			m.gather(&d, g, times, gather)
		}
		d.clear()
	}
}

// fill makes the tables of g with each partner after g.
func (m *meetings) fill(d *desk, g int32, times []float64) {
	for _, s := range m.at[m.start[g]:m.start[g+1]] {
		t := times[s.pattern]
		if t == 0 {
			continue
		}
		raters, levels := m.row(int(s.pattern))
		row := int(levels[s.place]) * m.levels
		for j := int(s.place) + 1; j < len(raters); j++ {
			slot := d.slot[raters[j]]
			if slot == 0 {
				slot = d.seat(raters[j])
			}
			d.cells[int(slot-1)*d.size+row+int(levels[j])] += t
		}
	}
}

// gather reads the tables of g at the cells that fill wrote to.
func (m *meetings) gather(d *desk, g int32, times []float64, gather func(pattern int, cell float64)) {
	for _, s := range m.at[m.start[g]:m.start[g+1]] {
		if times[s.pattern] == 0 {
			continue
		}
		raters, levels := m.row(int(s.pattern))
		row := int(levels[s.place]) * m.levels
		for j := int(s.place) + 1; j < len(raters); j++ {
			gather(int(s.pattern), d.cells[int(d.slot[raters[j]]-1)*d.size+row+int(levels[j])])
		}
	}
}

// A desk holds the tables of one rater with each partner.
type desk struct {
	size     int     // of a table
	slot     []int32 // 1 + the place of each partner's table; 0 where there is none
	partners []int32
	cells    []float64
}

// seat makes an empty table for a partner and returns its slot.
func (d *desk) seat(h int32) int32 {
	d.partners = append(d.partners, h)
	d.slot[h] = int32(len(d.partners))
	if need := len(d.partners) * d.size; need > len(d.cells) {
		d.cells = append(d.cells, make([]float64, need-len(d.cells))...)
	}
	return d.slot[h]
}

// clear empties the desk.
func (d *desk) clear() {
	for _, h := range d.partners {
		d.slot[h] = 0
	}
	clear(d.cells)
	d.partners = d.partners[:0]
}
