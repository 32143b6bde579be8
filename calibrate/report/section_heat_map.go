package report

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// heatMap shows each rater on each indicator, shaded by the distance from the
// median of the same items. With one lesson a cell is the rating itself, else
// the mean distance.
func heatMap(r *calibrate.Report) []Block {
	if len(r.RaterIndicators) == 0 || len(r.Raters) < 2 {
		return nil
	}
	table := Table{ID: "rater_indicators", Picture: true, Key: divergence, Columns: []Column{{Title: "rater"}}}
	column := map[string]int{}
	for _, p := range r.Indicators {
		column[p.ID] = len(table.Columns)
		table.Columns = append(table.Columns, Column{Title: p.ID})
	}
	row := map[string]int{}
	for _, x := range r.Raters {
		row[x.ID] = len(table.Rows)
		cells := make([]Cell, len(table.Columns))
		cells[0] = Text(who(x))
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	for _, x := range r.RaterIndicators {
		i, known := row[x.Rater]
		k, known2 := column[x.Indicator]
		if known && known2 {
			table.Rows[i].Cells[k] = heatCell(r, x)
		}
	}
	table.Caption = "Each rating beside the median of the same indicator."
	if r.Input.Lessons > 1 {
		table.Caption = "How many levels each rater lies above or below the median of the same lesson and indicator, on average."
	}
	return table.inPieces()
}

// heatCell is a rater's use of an indicator: the score where there is one,
// else the mean distance.
func heatCell(r *calibrate.Report, x calibrate.RaterIndicator) Cell {
	distance, ok := x.FromMedian.Value()
	var c Cell = Signed{x.FromMedian, 1}
	if r.Input.Lessons == 1 {
		c = scoreCell(x.Mean)
	}
	if !ok {
		return c
	}
	return Tint{c, fromMiddle(distance)}
}

// scoreCell shows a score: half points with their decimal.
func scoreCell(n stats.Number) Cell {
	if v, ok := n.Value(); ok && v == float64(int(v)) {
		return Decimal{n, 0}
	}
	return Decimal{n, 1}
}
