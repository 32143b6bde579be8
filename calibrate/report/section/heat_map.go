package section

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// heatMap shows each rater on each indicator, shaded by the distance from the
// median of the same items. With one lesson a cell is the rating itself, else
// the mean distance.
func heatMap(r *calibrate.Report) []document.Block {
	if len(r.RaterIndicators) == 0 || len(r.Raters) < 2 {
		return nil
	}
	table := document.Table{ID: "rater_indicators", Picture: true, Key: document.Divergence, Columns: []document.Column{{Title: "rater"}}}
	column := map[string]int{}
	for _, p := range r.Indicators {
		column[p.ID] = len(table.Columns)
		table.Columns = append(table.Columns, document.Column{Title: p.ID})
	}
	row := map[string]int{}
	for _, x := range r.Raters {
		row[x.ID] = len(table.Rows)
		cells := make([]document.Cell, len(table.Columns))
		cells[0] = document.Text(who(x))
		for k := range r.Indicators {
			cells[k+1] = document.Text(noRow)
		}
		table.Rows = append(table.Rows, document.Row{Cells: cells})
	}
	put := func(rater, indicator string, c document.Cell) {
		i, known := row[rater]
		k, known2 := column[indicator]
		if known && known2 {
			table.Rows[i].Cells[k] = c
		}
	}
	for _, x := range r.RaterIndicators {
		put(x.Rater, x.Indicator, heatCell(r, x))
	}
	for _, x := range r.RaterMarks {
		mark := noScore
		if x.NotObserved > 0 {
			mark = unseen
		}
		put(x.Rater, x.Indicator, mark)
	}
	table.Caption = "Each rating beside the median of the same indicator."
	if r.Input.Lessons > 1 {
		table.Caption = "How many levels each rater lies above or below the median of the same lesson and indicator, on average."
	}
	if slices.ContainsFunc(table.Rows, func(row document.Row) bool { return slices.ContainsFunc(row.Cells, unscored) }) {
		table.Caption += " / is not observed, _ left blank, . no row."
	}
	return table.InPieces()
}

// How a cell without a score is written.
const (
	unseen  = document.Text("/")
	noScore = document.Text("_")
	noRow   = document.Text(".")
)

func unscored(c document.Cell) bool { return c == unseen || c == noScore || c == noRow }

// heatCell is a rater's use of an indicator: the score where there is one,
// else the mean distance.
func heatCell(r *calibrate.Report, x calibrate.RaterIndicator) document.Cell {
	distance, ok := x.FromMedian.Value()
	var c document.Cell = document.Signed{Number: x.FromMedian, Places: 1}
	if r.Input.Lessons == 1 {
		c = scoreCell(x.Mean)
	}
	if !ok {
		return c
	}
	return document.Tint{Cell: c, Shade: document.FromMiddle(distance)}
}

// scoreCell shows a score: half points with their decimal.
func scoreCell(n stats.Number) document.Cell {
	if v, ok := n.Value(); ok && v == float64(int(v)) {
		return document.Decimal{Number: n, Places: 0}
	}
	return document.Decimal{Number: n, Places: 1}
}
