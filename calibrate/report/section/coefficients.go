package section

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// coefficients is the statistician's table.
func coefficients(r *calibrate.Report) []document.Block {
	if len(r.Coefficients) == 0 {
		return nil
	}
	table := document.Table{ID: "coefficients", Columns: []document.Column{
		{Title: "coefficient"},
		{Title: "weights"},
		{Title: "value"},
		{Title: "error", Spare: 1},
		{Title: Interval(r)},
		{Title: "observed", Spare: 2},
		{Title: "by chance", Spare: 3},
	}}
	several := len(r.Input.Scales) > 1
	if several {
		table.Columns = append(table.Columns, document.Column{Title: "scale"})
	}
	for _, c := range r.Coefficients {
		weights := ""
		if c.Weights != nil {
			weights = *c.Weights
		}
		cells := []document.Cell{
			document.Text(c.ID), document.Text(weights),
			document.Decimal{Number: c.Value, Places: 3},
			document.Decimal{Number: c.SE, Places: 3},
			document.Span{Lower: c.Lower, Upper: c.Upper, Places: 3},
			document.Decimal{Number: c.Observed, Places: 3},
			document.Decimal{Number: c.Expected, Places: 3},
		}
		if several {
			cells = append(cells, document.Text(c.Scale))
		}
		table.Rows = append(table.Rows, document.Row{Cells: cells})
	}
	return []document.Block{
		document.Paragraph{Role: document.Plain, Text: "Pooled over indicators: that some are harder for everyone counts as agreement here. The verdict does not use them."},
		table,
	}
}
