package section

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// mostInMatrix is the number of raters up to which a matrix of pairs can be
// read.
const mostInMatrix = 40

// pairMatrix shows how often each two raters gave the same rating.
func pairMatrix(r *calibrate.Report) []document.Block {
	n := len(r.Raters)
	if n < 3 || n > mostInMatrix || len(r.Pairs) == 0 {
		return nil
	}
	table := document.Table{
		ID: "pairs", Picture: true, Key: document.Quantity,
		Caption: "How often each two raters gave the same rating, in percent of the items that both rated.",
		Columns: []document.Column{{Title: "rater"}},
	}
	at := map[string]int{}
	for i, x := range r.Raters {
		at[x.ID] = i
		table.Columns = append(table.Columns, document.Column{Title: x.ID})
		cells := make([]document.Cell, n+1)
		cells[0] = document.Text(who(x))
		table.Rows = append(table.Rows, document.Row{Cells: cells})
	}
	for _, p := range r.Pairs {
		a, known := at[p.A]
		b, known2 := at[p.B]
		v, ok := p.Exact.Value()
		if !known || !known2 || !ok {
			continue
		}
		cell := document.Tint{Cell: document.Percent{Number: p.Exact}, Shade: document.OfShare(v)}
		table.Rows[a].Cells[b+1], table.Rows[b].Cells[a+1] = cell, cell
	}
	return table.InPieces()
}
