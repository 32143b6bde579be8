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
	table := document.TableOf("coefficients", r.Coefficients, []document.ColumnOf[calibrate.Coefficient]{
		{Title: "coefficient", Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(c.ID) }},
		{Title: "weights", Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(WeightsName(c.Weights)) }},
		{Title: "value", Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Value, Places: 3} }},
		{Title: "SE", Spare: 1, Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.SE, Places: 3} }},
		{Title: Interval(r), Cell: func(c calibrate.Coefficient) document.Cell {
			return document.Span{Lower: c.Lower, Upper: c.Upper, Places: 3}
		}},
		{Title: "observed", Spare: 2, Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Observed, Places: 3} }},
		{Title: "by chance", Spare: 3, Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Expected, Places: 3} }},
		{Title: "scale", Hidden: len(r.Input.Scales) < 2, Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(c.Scale) }},
	})
	return []document.Block{
		document.Paragraph{Role: document.Plain, Text: "Pooled over indicators: that some are harder for everyone counts as agreement here. The verdict does not use them."},
		table,
	}
}

// WeightsName is what people read of weights.
func WeightsName(w *string) string {
	if w == nil {
		return ""
	}
	return *w
}
