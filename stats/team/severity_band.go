package team

import (
	"gonum.org/v1/gonum/mat"
)

// widestBand is how far apart two raters of an item may be numbered for the
// equations to be solved in a band: where raters meet their neighbors alone, the
// steps of conjugate gradients grow with the length of the row of neighbors.
const widestBand = 256

// A band is the equations, raters numbered so that those of an item are near
// each other, and decomposed.
type band struct {
	place    []int // of each rater
	cholesky mat.BandCholesky
	x        *mat.VecDense
}

// newBand returns the band of the equations, or nil where it is wider than that. One
// rater of each part is held: of equations that have a solution, those that
// add up to zero in each part, it is the solution in which that rater is at 0.
func (e *equations) newBand(part []int, widest int) *band {
	place := e.numbered()
	width := 0
	for _, row := range e.rows {
		first, last := place[row.raters[0]], place[row.raters[0]]
		for _, g := range row.raters {
			first, last = min(first, place[g]), max(last, place[g])
		}
		if width = max(width, last-first); width > widest {
			return nil
		}
	}
	a := mat.NewSymBandDense(len(place), width, nil)
	add := func(i, j int, v float64) { a.SetSymBand(i, j, a.At(i, j)+v) }
	for _, row := range e.rows {
		for k, g := range row.raters {
			add(place[g], place[g], row.items)
			for _, h := range row.raters[:k+1] {
				add(place[g], place[h], -row.items/float64(len(row.raters)))
			}
		}
	}
	held := map[int]bool{}
	for g, p := range part {
		if p < 0 || !held[p] {
			add(place[g], place[g], max(1, e.diagonal[g]))
			held[p] = p >= 0
		}
	}
	b := &band{place: place, x: mat.NewVecDense(len(place), nil)}
	if !b.cholesky.Factorize(a) {
		return nil
	}
	return b
}

// solve sets x to a solution.
func (b *band) solve(right, x []float64) bool {
	for g, place := range b.place {
		b.x.SetVec(place, right[g])
	}
	if b.cholesky.SolveVecTo(b.x, b.x) != nil {
		return false
	}
	for g, place := range b.place {
		x[g] = b.x.AtVec(place)
	}
	return true
}

// numbered numbers the raters by how many items lie between them and one at the
// end of their part.
//
// # References
//
// Cuthill, E., & McKee, J. (1969). Reducing the bandwidth of sparse symmetric
// matrices. Proceedings of the 24th National Conference of the ACM, 157-172.
func (e *equations) numbered() []int {
	rowsOf := e.rowsOf()
	order := make([]int32, 0, len(rowsOf))
	placed, from := make([]bool, len(rowsOf)), make([]bool, len(e.rows))
	for g := range rowsOf {
		if placed[g] {
			continue
		}
		base := len(order)
		for _, start := range []int32{int32(g), -1} { // from anywhere to an end, and back
			if start < 0 {
				start = order[len(order)-1]
				for _, h := range order[base:] {
					placed[h] = false
					for _, row := range rowsOf[h] {
						from[row] = false
					}
				}
				order = order[:base]
			}
			order = e.follow(append(order, start), rowsOf, placed, from)
		}
	}
	place := make([]int, len(order))
	for k, g := range order {
		place[g] = k
	}
	return place
}

// follow appends to order all who are linked with its last, those nearest
// first.
func (e *equations) follow(order []int32, rowsOf [][]int32, placed, from []bool) []int32 {
	placed[order[len(order)-1]] = true
	for k := len(order) - 1; k < len(order); k++ {
		for _, row := range rowsOf[order[k]] {
			if from[row] {
				continue
			}
			from[row] = true
			for _, h := range e.rows[row].raters {
				if !placed[h] {
					placed[h] = true
					order = append(order, h)
				}
			}
		}
	}
	return order
}

// rowsOf returns the rows of each rater.
func (e *equations) rowsOf() [][]int32 {
	rows := make([][]int32, len(e.diagonal))
	for k, row := range e.rows {
		for _, g := range row.raters {
			rows[g] = append(rows[g], int32(k))
		}
	}
	return rows
}
