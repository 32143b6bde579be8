package report

import "github.com/cb401426/calibrate/calibrate"

// coefficients is the statistician's table.
func coefficients(r *calibrate.Report) []Block {
	if len(r.Coefficients) == 0 {
		return nil
	}
	table := Table{ID: "coefficients", Columns: []Column{
		{Title: "coefficient"},
		{Title: "weights"},
		{Title: "value"},
		{Title: "error", Spare: 1},
		{Title: interval(r)},
		{Title: "observed", Spare: 2},
		{Title: "by chance", Spare: 3},
	}}
	several := len(r.Input.Scales) > 1
	if several {
		table.Columns = append(table.Columns, Column{Title: "scale"})
	}
	for _, c := range r.Coefficients {
		weights := ""
		if c.Weights != nil {
			weights = *c.Weights
		}
		cells := []Cell{
			Text(c.ID), Text(weights),
			Decimal{c.Value, 3},
			Decimal{c.SE, 3},
			Span{c.Lower, c.Upper, 3},
			Decimal{c.Observed, 3},
			Decimal{c.Expected, 3},
		}
		if several {
			cells = append(cells, Text(c.Scale))
		}
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	return []Block{
		Paragraph{Plain, "Pooled over indicators: that some are harder for everyone counts as agreement here. The verdict does not use them."},
		table,
	}
}
