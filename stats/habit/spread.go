package habit

import (
	"math"
	"slices"
)

// narrow is the share of the expected standard deviation up to which a spread
// is worth a word.
const narrow = 0.7

// spread finds raters whose ratings differ less from item to item than they
// would if they were dealt out anew among the raters, each item's ratings and
// each rater's total in each lesson kept: the sum of squares V_g, low in units
// of its own standard deviation over all tables. Totals that are kept leave
// severity and readings of lessons as they are. The tables are a Markov chain
// through the observed one, which starts at a random place and is run both
// ways, so that the observed one is exchangeable among them however slowly it
// moves.
//
// # References
//
// Besag, J., & Clifford, P. (1989). Generalized Monte Carlo significance
// tests. Biometrika 76(4), 633–642: the serial method, section 3.
func (s *sheets) spread() ([]Finding, Kind, Kind) {
	if s.ratings > mostRatings {
		return nil, "", ""
	}
	alpha := alphaSpread
	if s.several() {
		alpha = alphaSpreadThree
	}
	blocks := s.blocks()
	squares, freedom := within(blocks, s.raters)
	n := s.draws(s.ratings)
	if pilot := s.tables(blocks, drawPilot, min(n, pilotDraws)); !anyNarrow(squares, pilot) {
		return nil, OneLevel, NarrowRange
	}
	v := s.tables(blocks, drawSpread, n)
	far := make([]float64, s.raters) // how low V is on the observed table, standardized
	mean, furthest := standardize(v, far)
	items, lessons := s.rated()
	var found []Finding
	for g, z := range far {
		expected := squares[g] + mean[g] - v[0][g]
		if z <= 0 || squares[g] > narrow*narrow*expected {
			continue
		}
		p := shareAtLeast(furthest, z)
		if p > alpha {
			continue
		}
		f := Finding{
			Kind: NarrowRange, Rater: int32(g), Indicator: -1, Items: items[g], Lessons: lessons[g], P: p,
			Spread: math.Sqrt(squares[g] / freedom[g]), Expected: math.Sqrt(expected / freedom[g]),
		}
		if squares[g] < 1e-9 {
			f.Kind, f.Spread = OneLevel, 0
		}
		found = append(found, f)
	}
	return found, OneLevel, NarrowRange
}

// shareAtLeast is the share of values that reach v, which is one of them.
func shareAtLeast(values []float64, v float64) float64 {
	n := 0
	for _, x := range values {
		if x >= v*(1-1e-9) {
			n++
		}
	}
	return float64(n) / float64(len(values))
}

// A short run comes first: where it shows nobody near the bound on the spread,
// the long one is saved. It can only take findings away.
const (
	pilotDraws  = 99
	pilotNarrow = 0.8
)

// anyNarrow reports whether a rater may be under the bound.
func anyNarrow(squares []float64, v [][]float64) bool {
	for g, square := range squares {
		mean := 0.0
		for _, row := range v {
			mean += row[g] / float64(len(v))
		}
		if expected := square + mean - v[0][g]; expected > 1e-9 && square <= pilotNarrow*pilotNarrow*expected {
			return true
		}
	}
	return false
}

// tables returns V_g on the observed table, which comes first, and on the
// tables of the chain before and after it.
func (s *sheets) tables(observed []*block, test, n int) [][]float64 {
	rng := s.rand(test)
	v := make([]float64, s.raters)
	for _, b := range observed {
		for g, row := range b.rows {
			for _, x := range row { // 0 where there is no rating
				v[b.raters[g]] += b.unit * b.unit * float64(x) * float64(x)
			}
		}
	}
	list := [][]float64{slices.Clone(v)}
	blocks := clone(observed)
	before := rng.IntN(n + 1)
	for i := range n {
		if i == before { // back to the observed table, then the other way
			copy(v, list[0])
			blocks = clone(observed)
		}
		for _, b := range blocks {
			b.step(rng, v)
		}
		list = append(list, slices.Clone(v))
	}
	return list
}

// standardize returns each rater's mean of V, writes how far the first table's
// is below it, in standard deviations over all tables, and returns the furthest
// of each table.
func standardize(v [][]float64, first []float64) (mean, furthest []float64) {
	n := float64(len(v))
	mean, furthest = make([]float64, len(first)), make([]float64, len(v))
	for g := range first {
		for _, row := range v {
			mean[g] += row[g] / n
		}
		square := 0.0
		for _, row := range v {
			square += (row[g] - mean[g]) * (row[g] - mean[g]) / n
		}
		if square < 1e-12 {
			continue
		}
		scale := 1 / math.Sqrt(square)
		for i, row := range v {
			furthest[i] = max(furthest[i], (mean[g]-row[g])*scale)
		}
		first[g] = (mean[g] - v[0][g]) * scale
	}
	return mean, furthest
}

// within returns each rater's sum of squares around the means of the blocks,
// in levels, and its degrees of freedom.
func within(blocks []*block, raters int) (squares, freedom []float64) {
	squares, freedom = make([]float64, raters), make([]float64, raters)
	for _, b := range blocks {
		for k, row := range b.rows {
			n, sum, square := 0.0, 0.0, 0.0
			for c, x := range row {
				if b.rated[k][c] != 0 {
					v := b.unit * float64(x)
					n++
					sum += v
					square += v * v
				}
			}
			if n > 1 {
				squares[b.raters[k]] += square - sum*sum/n
				freedom[b.raters[k]] += n - 1
			}
		}
	}
	for g := range freedom {
		freedom[g] = max(1, freedom[g])
	}
	return squares, freedom
}
