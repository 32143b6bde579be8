package team

import (
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/rating"
)

// campTable is the paired items × the raters who share items: the levels,
// and what item and rater fit to each by least squares.
type campTable struct {
	raters []int // of the measures, by column
	parts  int   // raters of different parts share no item
	rows   []campRow
	levels []uint16  // by row and column
	fitted []float64 // by row and column
	width  int       // levels of the longest scale

	residual [][]float64 // filled by residuals
	crossed  []int       // by pair of levels, used by trade
	higher   []int
}

// campRow is one item.
type campRow struct {
	scale    int
	from, to int       // the rows of its lesson
	scores   []float64 // of each level, in the unit of the fit
}

// unrated stands where a rater did not rate an item.
const unrated = ^uint16(0)

// newCampTable lays out the fit as a table.
func newCampTable(m *Stats) *campTable {
	fit := m.Fit()
	t := &campTable{parts: fit.parts}
	column := make([]int, len(fit.Part))
	for g, part := range fit.Part {
		if part >= 0 {
			column[g] = len(t.raters)
			t.raters = append(t.raters, g)
		}
	}
	var items []rating.Item
	for i := range m.Table.Items() {
		if row, _ := m.Table.Row(i); len(row) >= 2 {
			t.add(m, fit, i, column)
			items = append(items, m.Table.Items()[i])
		}
	}
	t.bound(func(i, j int) bool {
		return items[i].Lesson == items[j].Lesson && items[i].Round == items[j].Round
	})
	t.crossed, t.higher = make([]int, t.width*t.width), make([]int, t.width*t.width)
	return t
}

// add appends item i as a row.
func (t *campTable) add(m *Stats, fit *Fit, i int, column []int) {
	n, scale := len(t.raters), m.ScaleOf(i)
	unit := 1.0
	if len(m.Scales) > 1 {
		unit = scale.Step
	}
	row := campRow{scale: m.Table.ScaleOf(m.Table.Items()[i].Indicator)}
	for _, v := range scale.Levels.Values() {
		row.scores = append(row.scores, v/unit)
	}
	t.width = max(t.width, len(row.scores))
	t.rows = append(t.rows, row)
	t.residual = append(t.residual, make([]float64, n))
	base := len(t.levels)
	for range n {
		t.levels = append(t.levels, unrated)
		t.fitted = append(t.fitted, 0)
	}
	_, levels := m.Table.Row(i)
	raters, left := fit.Residuals(i, nil)
	for k, g := range raters {
		at := base + column[g]
		t.levels[at] = levels[k]
		t.fitted[at] = row.scores[levels[k]] - left[k]
	}
}

// residuals returns what the fit leaves of levels that have the counts of the
// table's own in every row and column: the fit depends on no more than these.
func (t *campTable) residuals(levels []uint16) [][]float64 {
	n := len(t.raters)
	for i, row := range t.rows {
		line := t.residual[i]
		for g, level := range levels[i*n : i*n+n] {
			line[g] = 0
			if level != unrated {
				line[g] = row.scores[level] - t.fitted[i*n+g]
			}
		}
	}
	return t.residual
}

// tradesPerRow is how often a row takes part in a trade as the first of two.
const tradesPerRow = 4

// shuffle walks some way among the tables with the same counts of levels in
// every row and in every column. A walk back is as likely as the walk.
func (t *campTable) shuffle(levels []uint16, rng *rand.Rand) {
	n := len(t.raters)
	for range tradesPerRow * len(t.rows) {
		i := rng.IntN(len(t.rows))
		j := rng.IntN(len(t.rows))
		if same := t.rows[i]; rng.Uint64()&1 == 0 { // raters of a lesson share more
			j = same.from + rng.IntN(same.to-same.from)
		}
		if i != j && t.rows[i].scale == t.rows[j].scale {
			t.trade(levels[i*n:i*n+n], levels[j*n:j*n+n], rng)
		}
	}
}

// trade deals out anew, among the raters who gave two items the same two
// levels, which of the items has the higher: each item and each rater keeps
// its count of every level.
func (t *campTable) trade(x, y []uint16, rng *rand.Rand) {
	clear(t.crossed)
	clear(t.higher)
	for g, a := range x {
		if b := y[g]; a != b && a != unrated && b != unrated {
			pair := int(min(a, b))*t.width + int(max(a, b))
			t.crossed[pair]++
			if a > b {
				t.higher[pair]++
			}
		}
	}
	for g, a := range x {
		b := y[g]
		if a == b || a == unrated || b == unrated {
			continue
		}
		low, high := min(a, b), max(a, b)
		pair := int(low)*t.width + int(high)
		left, up := t.crossed[pair], t.higher[pair]
		t.crossed[pair]--
		if up == left || up > 0 && rng.IntN(left) < up {
			x[g], y[g] = high, low
			t.higher[pair]--
		} else {
			x[g], y[g] = low, high
		}
	}
}

// bound sets which rows are of the same lesson and round: they stand together.
func (t *campTable) bound(same func(i, j int) bool) {
	for i := range t.rows {
		t.rows[i].from, t.rows[i].to = i, i+1
		if i > 0 && same(i-1, i) {
			t.rows[i].from = t.rows[i-1].from
		}
	}
	for i := len(t.rows) - 2; i >= 0; i-- {
		if t.rows[i+1].from == t.rows[i].from {
			t.rows[i].to = t.rows[i+1].to
		}
	}
}
