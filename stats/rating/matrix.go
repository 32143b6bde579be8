package rating

import "strconv"

// A Matrix is an items × raters view of levels on one scale. Missing ratings
// are missing cells. Its rows are items of the data it views, in any order
// and any number of times; every row has at least one rating.
type Matrix struct {
	values   []float64 // level values, ascending
	declared bool
	start    []uint32 // ratings of base row i are start[i] to start[i+1]
	rater    []int32
	level    []uint16
	items    []Item  // of the base rows
	rows     []int32 // which base rows, in order
	raters   int     // of the data that is viewed
}

// NewMatrix returns the Matrix of scores given as items × raters, with NaN
// for missing, on the scale with the given level values (ascending). Rows
// without a rating are dropped. Without values the distinct scores are the
// levels. It serves tests and small tables; it panics if a score is not one
// of the values.
func NewMatrix(scores [][]float64, values ...float64) *Matrix {
	b := NewBuilder()
	for i, row := range scores {
		for g, v := range row {
			if v == v {
				b.Add(Record{Rater: strconv.Itoa(g), Indicator: strconv.Itoa(i), Score: v})
			}
		}
	}
	var scales []Scale
	if len(values) > 0 {
		scales = []Scale{NewScale("declared", Declared, values...)}
	}
	return b.Build(scales, nil).Matrix(0, nil)
}

// Levels returns a Matrix of no items on a scale with the given values.
func Levels(values []float64, declared bool) *Matrix {
	return &Matrix{values: values, declared: declared, start: []uint32{0}}
}

// Matrix returns the view of the items on one scale for which keep is true
// (nil keeps all). Rows are in the order of items, and an item's lesson is
// its cluster.
func (t *Table) Matrix(scale int, keep func(item int) bool) *Matrix {
	m := &Matrix{
		values:   t.scales[scale].Values(),
		declared: t.scales[scale].Source != Observed,
		start:    t.start, rater: t.rater, level: t.level,
		items: t.items, rows: make([]int32, 0, len(t.items)), raters: len(t.raters),
	}
	for i, item := range t.items {
		rated := t.start[i+1] > t.start[i]
		if rated && t.scaleOf[item.Indicator] == scale && (keep == nil || keep(i)) {
			m.rows = append(m.rows, int32(i))
		}
	}
	return m
}

// Values returns the values of the levels, ascending: all of a declared
// scale, or those that occur in the whole data. Read it only.
func (m *Matrix) Values() []float64 { return m.values }

// Levels returns the number of levels, q.
func (m *Matrix) Levels() int { return len(m.values) }

// Declared reports whether the scale is known apart from the ratings.
func (m *Matrix) Declared() bool { return m.declared }

// Items returns the number of rows, n.
func (m *Matrix) Items() int { return len(m.rows) }

// Row returns the raters of row i, ascending, and their levels. The slices
// are shared: read them only.
func (m *Matrix) Row(i int) (raters []int32, levels []uint16) {
	from, to := m.start[m.rows[i]], m.start[m.rows[i]+1]
	return m.rater[from:to:to], m.level[from:to:to]
}

// Cluster returns the cluster of row i, its lesson.
func (m *Matrix) Cluster(i int) int32 { return m.items[m.rows[i]].Lesson }

// Indicator returns the indicator of row i.
func (m *Matrix) Indicator(i int) int32 { return m.items[m.rows[i]].Indicator }

// Take returns the Matrix of the given rows, in that order and as often as
// they are named. It copies no scores.
func (m *Matrix) Take(rows []int) *Matrix {
	d := *m
	d.rows = make([]int32, len(rows))
	for i, row := range rows {
		d.rows[i] = m.rows[row]
	}
	return &d
}

// Raters returns the raters who rated at least one row, ascending.
func (m *Matrix) Raters() []int32 {
	rated := marked(len(m.rows), m.raters, func(from, to int, rated []bool) {
		for i := from; i < to; i++ {
			row, _ := m.Row(i)
			for _, g := range row {
				rated[g] = true
			}
		}
	})
	var raters []int32
	for g, yes := range rated {
		if yes {
			raters = append(raters, int32(g))
		}
	}
	return raters
}

// OnlyRaters returns the Matrix of the ratings by raters for whom keep is
// true; rows that lose all their ratings go. It copies the scores.
func (m *Matrix) OnlyRaters(keep func(rater int32) bool) *Matrix {
	d := &Matrix{values: m.values, declared: m.declared, start: []uint32{0}, raters: m.raters}
	for i := range m.rows {
		raters, levels := m.Row(i)
		for j, g := range raters {
			if keep(g) {
				d.rater = append(d.rater, g)
				d.level = append(d.level, levels[j])
			}
		}
		if len(d.rater) > int(d.start[len(d.start)-1]) {
			d.rows = append(d.rows, int32(len(d.items)))
			d.items = append(d.items, m.items[m.rows[i]])
			d.start = append(d.start, uint32(len(d.rater)))
		}
	}
	return d
}

// Constant reports whether every rating is the same level. It looks at levels:
// sums of values would let rounding noise pass for variation.
func (m *Matrix) Constant() bool {
	first := -1
	for i := range m.rows {
		_, levels := m.Row(i)
		for _, level := range levels {
			if first < 0 {
				first = int(level)
			}
			if int(level) != first {
				return false
			}
		}
	}
	return true
}
