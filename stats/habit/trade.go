package habit

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A block is the ratings of one lesson on one scale, in whole units.
type block struct {
	unit   float64 // of a rating, in levels
	raters []int32
	rows   [][]uint8 // a rater's rating of each item
	rated  [][]uint8 // 255 where there is one, else 0

	items []int       // room for a trade: where two raters differ,
	by    []int       // by how many units
	ways  [][]float64 // and in how many ways what is left can be dealt
}

const (
	mostUnits = 24 // of a scale whose spread is looked at
	mostTrade = 32 // items of one trade
)

// clone copies the ratings of blocks.
func clone(blocks []*block) []*block {
	list := make([]*block, len(blocks))
	for i, b := range blocks {
		list[i] = &block{unit: b.unit, raters: b.raters, rated: b.rated, rows: make([][]uint8, len(b.rows))}
		for k, row := range b.rows {
			list[i].rows[k] = slices.Clone(row)
		}
	}
	return list
}

// blocks lays the ratings out by lesson and scale. Scales whose levels are not
// whole units, or too many (sliders), are left out.
func (s *sheets) blocks() []*block {
	units := make([]float64, len(s.table.Scales()))
	for i := range units {
		sc := &s.table.Scales()[i]
		units[i] = unitOf(sc.Values()) / sc.Step()
	}
	var list []*block
	for from := 0; from < len(s.items); {
		to := from
		for to < len(s.items) && s.items[to].lesson == s.items[from].lesson {
			to++
		}
		for scale, unit := range units {
			if b := s.block(s.items[from:to], scale, unit); b != nil {
				list = append(list, b)
			}
		}
		from = to
	}
	return list
}

// block lays out those items of a lesson that are on one scale.
func (s *sheets) block(items []item, scale int, unit float64) *block {
	b := &block{unit: unit}
	var columns []*item
	position := make([]int, s.raters)
	var scores []float64
	for i := range items {
		it := &items[i]
		if s.table.ScaleOf(it.indicator) == scale && unit > 0 {
			columns = append(columns, it)
			for _, g := range s.ratersOf(it) {
				position[g] = 1
			}
		}
	}
	if len(columns) < 2 {
		return nil
	}
	for g, yes := range position {
		if yes > 0 {
			position[g] = len(b.raters)
			b.raters = append(b.raters, int32(g))
			b.rows = append(b.rows, make([]uint8, len(columns)))
			b.rated = append(b.rated, make([]uint8, len(columns)))
		}
	}
	lowest := s.table.Scales()[scale].Min() / s.table.Scales()[scale].Step()
	for c, it := range columns {
		scores = s.scoresOf(it, scores)
		for k, g := range s.ratersOf(it) {
			b.rows[position[g]][c] = uint8(math.Round((scores[k] - lowest) / unit))
			b.rated[position[g]][c] = 255
		}
	}
	return b
}

// unitOf is the largest unit of which all gaps between values are multiples,
// or 0 where there are more than mostUnits of them.
func unitOf(values []float64) float64 {
	if len(values) < 2 {
		return 0
	}
	width := values[len(values)-1] - values[0]
	for n := 1; n <= mostUnits; n++ {
		unit, whole := width/float64(n), true
		for _, v := range values {
			k := (v - values[0]) / unit
			whole = whole && math.Abs(k-math.Round(k)) < 1e-6
		}
		if whole {
			return unit
		}
	}
	return 0
}

// step makes as many trades as there are raters and keeps V up to date.
func (b *block) step(rng *rand.Rand, v []float64) {
	n := len(b.raters)
	for range n {
		g := rng.IntN(n)
		h := rng.IntN(n - 1)
		if h >= g {
			h++
		}
		gain := b.unit * b.unit * float64(b.trade(rng, g, h))
		v[b.raters[g]] += gain
		v[b.raters[h]] -= gain
	}
}

// trade redraws who of two raters has the higher rating of the items on which
// they differ, uniformly among all ways that keep their totals, and returns
// what the first one's sum of squares gains. Which items these are does not
// change by a trade, so that the way back is as likely.
func (b *block) trade(rng *rand.Rand, first, second int) int {
	g, h := b.rows[first], b.rows[second]
	items, by := b.differ(first, second)
	higher, sum, alike := 0, 0, true // of the first rater
	if len(items) > mostTrade {
		rng.Shuffle(len(items), func(i, j int) {
			items[i], items[j] = items[j], items[i]
			by[i], by[j] = by[j], by[i]
		})
		items, by = items[:mostTrade], by[:mostTrade]
	}
	for k, d := range by {
		if d > 0 {
			higher++
			sum += d
		} else {
			by[k] = -d
		}
		alike = alike && by[k] == by[0]
	}
	if higher == 0 || higher == len(items) {
		return 0
	}
	if !alike {
		b.count(by, sum)
	}
	gain := 0
	for k, i := range items {
		var up bool
		if left := len(items) - k; alike {
			up = rng.IntN(left) < higher
		} else {
			up = sum >= by[k] && rng.Float64()*b.ways[k][sum] < b.ways[k+1][sum-by[k]]
		}
		if up {
			higher--
			sum -= by[k]
		}
		if (g[i] > h[i]) != up {
			gain += int(h[i])*int(h[i]) - int(g[i])*int(g[i])
			g[i], h[i] = h[i], g[i]
		}
	}
	return gain
}

// differ returns on which items two raters differ, and by how many units.
// Without a branch, for there is nothing to foretell.
func (b *block) differ(first, second int) (items, by []int) {
	g, h := b.rows[first], b.rows[second]
	rated, rated2 := b.rated[first][:len(g)], b.rated[second][:len(g)]
	h = h[:len(g)]
	b.items, b.by = grown(b.items, len(g)+1), grown(b.by, len(g)+1)
	n := 0
	for i, x := range g {
		y := h[i]
		b.items[n], b.by[n] = i, int(x)-int(y)
		unlike := uint32((x ^ y) & rated[i] & rated2[i])
		n += int(-unlike >> 31)
	}
	return b.items[:n], b.by[:n]
}

// count writes to ways[k][s] the number of ways in which differences k and on
// can be the first rater's so that they sum to s.
func (b *block) count(by []int, sum int) {
	for len(b.ways) <= len(by) {
		b.ways = append(b.ways, nil)
	}
	last := grown(b.ways[len(by)], sum+1)
	clear(last)
	last[0] = 1
	b.ways[len(by)] = last
	for k := len(by) - 1; k >= 0; k-- {
		next, row := b.ways[k+1], grown(b.ways[k], sum+1)
		for t := range row {
			row[t] = next[t]
			if t >= by[k] {
				row[t] += next[t-by[k]]
			}
		}
		b.ways[k] = row
	}
}

func grown[T any](list []T, n int) []T { return slices.Grow(list[:0], n)[:n] }
