package rank

import "math"

// A table counts the items that two raters share by the levels they gave:
// count[a*q+b] items have level a from the one and b from the other. Rank
// statistics with ties are sums over its cells.
type table struct {
	q     int
	count []int
	items int
	row   []int // margins
	col   []int
}

func newTable(q int) *table {
	return &table{q: q, count: make([]int, q*q), row: make([]int, q), col: make([]int, q)}
}

// fill counts the items that a and b share. Both are by ascending item.
func (t *table) fill(a, b []mark) {
	clear(t.count)
	clear(t.row)
	clear(t.col)
	t.items = 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].item < b[0].item:
			a = a[1:]
		case a[0].item > b[0].item:
			b = b[1:]
		default:
			x, y := int(a[0].level), int(b[0].level)
			t.count[x*t.q+y]++
			t.row[x]++
			t.col[y]++
			t.items++
			a, b = a[1:], b[1:]
		}
	}
}

// varies reports whether both raters used two levels or more.
func (t *table) varies() bool {
	one := func(margin []int) bool {
		for _, n := range margin {
			if n > 0 {
				return n == t.items
			}
		}
		return true
	}
	return !one(t.row) && !one(t.col)
}

// products returns the sums of squares and products of the two raters' scores
// about their means, where level a is worth x[a] to the one and y[a] to the
// other.
func (t *table) products(x, y []float64) (xy, xx, yy float64) {
	meanX, meanY := t.mean(t.row, x), t.mean(t.col, y)
	for a := range t.q {
		if t.row[a] == 0 && t.col[a] == 0 {
			continue
		}
		dx, dy := x[a]-meanX, y[a]-meanY
		xx += float64(t.row[a]) * dx * dx
		yy += float64(t.col[a]) * dy * dy
		for b := range t.q {
			if n := t.count[a*t.q+b]; n > 0 {
				xy += float64(n) * dx * (y[b] - meanY)
			}
		}
	}
	return xy, xx, yy
}

func (t *table) mean(margin []int, x []float64) float64 {
	sum := 0.0
	for a, n := range margin {
		sum += float64(n) * x[a]
	}
	return sum / float64(t.items)
}

// midranks returns the rank of each level where the levels occur as often as
// margin says; ties share the mean of their ranks.
func midranks(margin []int) []float64 {
	ranks := make([]float64, len(margin))
	below := 0
	for a, n := range margin {
		ranks[a] = float64(below) + float64(n+1)/2
		below += n
	}
	return ranks
}

// tauB returns Kendall's τ_b.
func (t *table) tauB() float64 {
	// above[b] is the number of items seen so far, at lower levels of the one
	// rater, with a level below b of the other.
	concordant, discordant := 0.0, 0.0
	seen := make([]int, t.q)
	total := 0
	for a := range t.q {
		below := 0
		for b := range t.q {
			n := t.count[a*t.q+b]
			concordant += float64(n) * float64(below)
			below += seen[b]
			discordant += float64(n) * float64(total-below)
		}
		for b := range t.q {
			seen[b] += t.count[a*t.q+b]
		}
		total += t.row[a]
	}
	all := pairs(t.items)
	tiesX, tiesY := 0.0, 0.0
	for a := range t.q {
		tiesX += pairs(t.row[a])
		tiesY += pairs(t.col[a])
	}
	return (concordant - discordant) / math.Sqrt((all-tiesX)*(all-tiesY))
}

// pairs returns the number of pairs among n.
func pairs(n int) float64 { return float64(n) * float64(n-1) / 2 }
