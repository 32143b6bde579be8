package variance

// sheets is a design as a grid: a sheet is a pair of levels of two facets that
// occurs (as a rater's form for a lesson), and every sheet has a cell for each
// level of the third facet (an indicator), rated or missing.
type sheets struct {
	facet   [2]int // the facets of a sheet
	across  int    // the facet within a sheet
	pair    [][2]int32
	sheet   map[[2]int32]int32 // the sheet of a pair
	cell    []gridCell         // of each rating
	missing []gridCell         // by sheet
	layers  int                // cells of a sheet
	levels  [2]int             // levels of the sheets' facets
}

// A gridCell is a cell of the grid.
type gridCell struct{ sheet, layer int32 }

// size returns the unknowns of one layer: a level of either facet, and a mean.
func (g *sheets) size() int { return g.levels[0] + g.levels[1] + 1 }

// bestLayers returns the grid of d that costs the layered system least, with
// the cost: across the facet that leaves few unknowns and few gaps. It returns
// nil where d has not three facets, or every grid needs a matrix of an order
// above limit.
func bestLayers(d *design, limit int) (best *sheets, least float64) {
	for _, size := range d.size {
		if size < 2 {
			return nil, 0
		}
	}
	for across, size := range d.size {
		if d.size[0]+d.size[1]+d.size[2]-size+1 > limit {
			continue
		}
		g := newSheets(d, across)
		if g == nil {
			continue
		}
		cost, order := g.cost()
		if order <= limit && (best == nil || cost < least) {
			best, least = g, cost
		}
	}
	return best, least
}

// cost returns the order of the work that the grid takes, and of its largest
// matrix.
func (g *sheets) cost() (work float64, order int) {
	layer, gaps := make([]int, g.layers), 0
	for i, c := range g.missing {
		layer[c.layer]++
		if i == 0 || c.sheet != g.missing[i-1].sheet {
			gaps++
		}
	}
	work = 6*cube(g.size()) + 5*cube(gaps)
	for _, n := range layer {
		work += cube(n)
	}
	return work, max(g.size(), gaps)
}

// maxCells is the largest grid, in cells for each rating: with more of them
// missing its gaps cost more than they save.
const maxCells = 4

// newSheets returns the grid of d across a facet, or nil where it is too large.
func newSheets(d *design, across int) *sheets {
	g := &sheets{facet: [2]int{(across + 1) % 3, (across + 2) % 3}, across: across}
	g.layers = d.size[across]
	g.levels = [2]int{d.size[g.facet[0]], d.size[g.facet[1]]}
	var pairs indexer[[2]int32]
	g.cell = make([]gridCell, 0, len(d.y))
	for k := range d.y {
		pair := [2]int32{d.facet[g.facet[0]][k], d.facet[g.facet[1]][k]}
		g.cell = append(g.cell, gridCell{pairs.of(pair), d.facet[across][k]})
	}
	g.pair, g.sheet = pairs.keys, pairs.at
	if len(g.pair)*g.layers > maxCells*len(d.y) {
		return nil
	}
	rated := make([]bool, len(g.pair)*g.layers)
	for _, c := range g.cell {
		rated[g.at(c)] = true
	}
	for at, ok := range rated {
		if !ok {
			g.missing = append(g.missing, gridCell{int32(at / g.layers), int32(at % g.layers)})
		}
	}
	return g
}

// at returns the position of a cell in the grid, sheet by sheet.
func (g *sheets) at(c gridCell) int { return int(c.sheet)*g.layers + int(c.layer) }

// columns returns the three unknowns of a sheet in a layer: the level of each
// facet, and the mean.
func (g *sheets) columns(sheet int32) [3]int {
	pair := g.pair[sheet]
	return [3]int{int(pair[0]), g.levels[0] + int(pair[1]), g.levels[0] + g.levels[1]}
}

func cube(n int) float64 { return float64(n) * float64(n) * float64(n) }
