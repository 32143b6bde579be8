// Package crosstab holds items by the levels that two raters gave, and Cohen's
// kappa of such a table.
package crosstab

import (
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// A Table counts items, or holds their probabilities, by the levels that two
// raters gave, q × q: the rows are the first rater's.
type Table struct {
	Levels int
	Cells  []float64
}

// New returns an empty table.
func New(levels int) Table { return Table{levels, make([]float64, levels*levels)} }

// Of returns the table of the items that two raters rated, the first with the
// lower code.
func Of(m *rating.Matrix) Table {
	t := New(m.Levels())
	for i := range m.Items() {
		if _, levels := m.Row(i); len(levels) == 2 {
			t.Cells[int(levels[0])*t.Levels+int(levels[1])]++
		}
	}
	return t
}

// At returns the items with level k by the first rater and l by the second.
func (t Table) At(k, l int) float64 { return t.Cells[k*t.Levels+l] }

// Rows returns the cells row by row.
func (t Table) Rows() [][]float64 {
	rows := make([][]float64, t.Levels)
	for k := range rows {
		rows[k] = t.Cells[k*t.Levels : (k+1)*t.Levels]
	}
	return rows
}

// Items returns the number of items.
func (t Table) Items() float64 {
	var n float64
	for _, cell := range t.Cells {
		n += cell
	}
	return n
}

// Margins returns the items on each level by the first rater and the second.
func (t Table) Margins() (first, second []float64) {
	first, second = make([]float64, t.Levels), make([]float64, t.Levels)
	for k := range t.Levels {
		for l := range t.Levels {
			first[k] += t.At(k, l)
			second[l] += t.At(k, l)
		}
	}
	return first, second
}

// Agreement returns the weighted agreement that is observed and that two raters
// with these margins would have by chance, those of Cohen's kappa. The table
// is not empty.
func (t Table) Agreement(w weight.Matrix) (observed, expected float64) {
	for k := range t.Levels {
		for l := range t.Levels {
			observed += w.At(k, l) * t.At(k, l)
		}
	}
	n := t.Items()
	first, second := t.Margins()
	return observed / n, w.Form(first, second) / (n * n)
}

// Effects returns how far an item in each cell moves Cohen's kappa, the
// linearization behind Fleiss, Cohen & Everitt 1969, (8), and for
// identity weights (13):
//
//	ψ_kl = [w_kl − pa − (1 − κ)(w̄_k. + w̄_.l − 2pe)]/(1 − pe)
//
// with w̄_k. = Σ_l w_kl p_.l and w̄_.l = Σ_k w_kl p_k.
func (t Table) Effects(w weight.Matrix) []float64 {
	n := t.Items()
	observed, expected := t.Agreement(w)
	kappa := (observed - expected) / (1 - expected)
	first, second := t.Margins()
	byFirst, bySecond := make([]float64, t.Levels), make([]float64, t.Levels)
	for k := range t.Levels {
		for l, w := range w.Row(k) {
			byFirst[k] += w * second[l] / n
			bySecond[l] += w * first[k] / n
		}
	}
	effect := make([]float64, len(t.Cells))
	for k := range t.Levels {
		for l := range t.Levels {
			chance := byFirst[k] + bySecond[l] - 2*expected
			effect[k*t.Levels+l] = (w.At(k, l) - observed - (1-kappa)*chance) / (1 - expected)
		}
	}
	return effect
}
