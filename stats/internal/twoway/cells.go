package twoway

import (
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
)

// Cells holds the rated cells of a rows × columns layout, row by row.
type Cells struct {
	Start  []int     // cells of row i are Start[i] to Start[i+1]
	Col    []int32   // column of each cell, ascending within a row
	Y      []float64 // the rating
	Weight []float64 // nil: all 1; else positive
	Cols   int       // number of columns, each with a cell

	alike *Cells // room for rows of the same columns as one
}

// Of returns the cells of m: its rows are the rows, its raters, numbered from
// 0 in their order, the columns.
func Of(m *rating.Matrix) *Cells {
	c := &Cells{}
	c.Read(m)
	return c
}

// Read sets c to the cells of m, in the memory that c has.
func (c *Cells) Read(m *rating.Matrix) {
	raters := m.Raters()
	*c = Cells{Start: append(c.Start[:0], 0), Col: c.Col[:0], Y: c.Y[:0], Cols: len(raters), alike: c.alike}
	if len(raters) == 0 {
		return
	}
	position := make([]int32, raters[len(raters)-1]+1)
	for col, g := range raters {
		position[g] = int32(col)
	}
	ratings := 0
	for i := range m.Items() {
		row, _ := m.Row(i)
		ratings += len(row)
	}
	c.Col, c.Y = slices.Grow(c.Col, ratings)[:ratings], slices.Grow(c.Y, ratings)[:ratings]
	values, at := m.Values(), 0
	for i := range m.Items() {
		row, levels := m.Row(i)
		for j, g := range row {
			c.Col[at+j] = position[g]
			c.Y[at+j] = values[levels[j]]
		}
		at += len(row)
		c.Start = append(c.Start, at)
	}
}

// Rows returns the number of rows.
func (c *Cells) Rows() int { return len(c.Start) - 1 }

// Complete reports whether every cell of the layout is rated.
func (c *Cells) Complete() bool { return len(c.Y) == c.Rows()*c.Cols }

// Transpose returns the same cells, column by column.
func (c *Cells) Transpose() *Cells {
	t := &Cells{
		Start: make([]int, c.Cols+1), Col: make([]int32, len(c.Col)),
		Y: make([]float64, len(c.Y)), Cols: c.Rows(),
	}
	if c.Weight != nil {
		t.Weight = make([]float64, len(c.Y))
	}
	for _, col := range c.Col {
		t.Start[col+1]++
	}
	for i := range c.Cols {
		t.Start[i+1] += t.Start[i]
	}
	next := slices.Clone(t.Start)
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			at := next[c.Col[k]]
			next[c.Col[k]]++
			t.Col[at], t.Y[at] = int32(i), c.Y[k]
			if c.Weight != nil {
				t.Weight[at] = c.Weight[k]
			}
		}
	}
	return t
}

// weight returns the weight of cell k.
func (c *Cells) weight(k int) float64 {
	if c.Weight == nil {
		return 1
	}
	return c.Weight[k]
}

// parts returns, for each column, the least column that rows connect it with,
// and the number of such parts.
func (c *Cells) parts() (part []int32, n int) {
	part = make([]int32, c.Cols)
	for col := range part {
		part[col] = int32(col)
	}
	root := func(col int32) int32 {
		for part[col] != col {
			part[col] = part[part[col]]
			col = part[col]
		}
		return col
	}
	for i := range c.Rows() {
		row := c.Col[c.Start[i]:c.Start[i+1]]
		if len(row) == 0 {
			continue
		}
		least := root(row[0])
		for _, col := range row {
			if part[col] == least {
				continue
			}
			other := root(col)
			part[max(least, other)] = min(least, other)
			least = min(least, other)
		}
	}
	for col := range part {
		part[col] = root(int32(col))
		if part[col] == int32(col) {
			n++
		}
	}
	return part, n
}
