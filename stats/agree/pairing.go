package agree

// A pairing says which two raters meet on which items of a frame.
type pairing struct {
	pairs []pair
	// The pairs of pattern p are slot[start[p]:start[p+1]], each with the cell
	// of the pair's table that the item falls in.
	start []int
	slot  []int32
	cell  []int32
}

// A pair is two raters who meet, by their positions, first < second.
type pair struct{ first, second int32 }

// newPairing finds the pairs of raters of a frame by ratings.
func newPairing(f *frame) *pairing {
	pg := &pairing{start: make([]int, 1, len(f.size)+1)}
	slots := newSlots(f.raters)
	for p := range f.size {
		raters, levels := f.row(p)
		for i, g := range raters {
			for j := i + 1; j < len(raters); j++ {
				h := raters[j]
				slot := slots.of(g, h)
				if *slot == 0 {
					pg.pairs = append(pg.pairs, pair{g, h})
					*slot = int32(len(pg.pairs))
				}
				pg.slot = append(pg.slot, *slot-1)
				pg.cell = append(pg.cell, int32(int(levels[i])*f.levels+int(levels[j])))
			}
		}
		pg.start = append(pg.start, len(pg.slot))
	}
	return pg
}

// tables returns the table of each pair, with pattern p standing times[p]
// times.
func (pg *pairing) tables(times []float64, levels int) []table {
	q := levels * levels
	cells := make([]float64, len(pg.pairs)*q)
	for p, t := range times {
		if t == 0 {
			continue
		}
		for j := pg.start[p]; j < pg.start[p+1]; j++ {
			cells[int(pg.slot[j])*q+int(pg.cell[j])] += t
		}
	}
	tables := make([]table, len(pg.pairs))
	for i := range tables {
		tables[i] = table{levels, cells[i*q : (i+1)*q]}
	}
	return tables
}

// slots numbers pairs of raters from 1: a square for few raters, a map for
// many, of whom most never meet.
type slots struct {
	raters int
	dense  []int32
	sparse map[pair]*int32
}

const denseRaters = 1000

func newSlots(raters int) *slots {
	if raters <= denseRaters {
		return &slots{raters: raters, dense: make([]int32, raters*raters)}
	}
	return &slots{raters: raters, sparse: map[pair]*int32{}}
}

func (s *slots) of(g, h int32) *int32 {
	if s.sparse == nil {
		return &s.dense[int(g)*s.raters+int(h)]
	}
	slot, ok := s.sparse[pair{g, h}]
	if !ok {
		slot = new(int32)
		s.sparse[pair{g, h}] = slot
	}
	return slot
}
