package report

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// further names the figures of stats that are no coefficient of the catalog.
var further = map[string]string{
	"sem":         "standard error of measurement: one rater's scores about an item's own, severity aside",
	"sep":         "standard error of prediction: a second score given the first",
	"see":         "standard error of the estimate: an item's own level given a score",
	"intra_kappa": "raters with themselves over rounds, Fleiss' kappa",
	"intra_icc":   "raters with themselves over rounds, ICC(1)",
	"group_kappa": "groups of raters, each as a whole (Vanbelle & Albert 2009)",
}

func furtherTable(s *calibrate.Statistics) []document.Block {
	var lines []calibrate.Coefficient
	for _, c := range s.Coefficients {
		if further[c.ID] != "" {
			lines = append(lines, c)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []document.Block{document.TableOf("further", lines, []document.ColumnOf[calibrate.Coefficient]{
		{Title: "figure", Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(c.ID) }},
		{Title: "of", Hidden: !slices.ContainsFunc(lines, func(c calibrate.Coefficient) bool { return c.Of != nil }), Cell: func(c calibrate.Coefficient) document.Cell {
			return document.Text(partName(c.Of))
		}},
		{Title: "value", Cell: func(c calibrate.Coefficient) document.Cell { return document.Decimal{Number: c.Value, Places: 3} }},
		{Title: confidenceTitle(s), Cell: func(c calibrate.Coefficient) document.Cell {
			return document.Span{Lower: c.Lower, Upper: c.Upper, Places: 3}
		}},
		{Title: "scale", Hidden: len(s.Input.Scales) < 2, Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(c.Scale) }},
		{Title: "what", Spare: 1, Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(further[c.ID]) }},
	})}
}

func boundaryTable(s *calibrate.Statistics) []document.Block {
	if len(s.Boundaries) == 0 {
		return nil
	}
	table := document.TableOf("boundaries", s.Boundaries, append([]document.ColumnOf[calibrate.BoundaryAgreement]{
		{Title: "line", Cell: func(b calibrate.BoundaryAgreement) document.Cell {
			return document.Text(wording.Level(b.Below) + "|" + wording.Level(b.Above))
		}},
		{Title: "same side", Cell: func(b calibrate.BoundaryAgreement) document.Cell { return document.Share{Number: b.Exact} }},
		{Title: "by chance", Cell: func(b calibrate.BoundaryAgreement) document.Cell { return document.Share{Number: b.Chance} }},
		{Title: "kappa", Cell: func(b calibrate.BoundaryAgreement) document.Cell { return document.Decimal{Number: b.Kappa, Places: 3} }},
		{Title: confidenceTitle(s), Cell: func(b calibrate.BoundaryAgreement) document.Cell {
			return document.Span{Lower: b.Lower, Upper: b.Upper, Places: 3}
		}},
	}, partColumns(s, func(b calibrate.BoundaryAgreement) (*calibrate.Of, string) { return b.Of, b.Scale })...))
	aside := "Share of pairs of ratings on the same side of the line, and Fleiss' kappa of the scale cut in two there."
	return []document.Block{document.Paragraph{Role: document.Aside, Text: aside}, table}
}

// confusionTables shows a map of levels by levels for each part.
func confusionTables(s *calibrate.Statistics) []document.Block {
	var blocks []document.Block
	cells := s.ConfusionCells
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].Of == cells[0].Of && cells[n].Scale == cells[0].Scale {
			n++
		}
		blocks = append(blocks, confusionTable(cells[:n], len(blocks)))
		cells = cells[n:]
	}
	if len(blocks) > 0 {
		blocks = append([]document.Block{document.Paragraph{
			Role: document.Aside,
			Text: "Pairs of ratings of the same item: where one gave the row's level, in how many of its pairs the other gave the column's, in percent.",
		}}, blocks...)
	}
	return blocks
}

func confusionTable(cells []calibrate.ConfusionCell, at int) document.Table {
	table := document.Table{ID: fmt.Sprintf("confusion_%d", at+1), Key: document.Quantity, Columns: []document.Column{{Title: "level"}}}
	if cells[0].Of != nil {
		table.Caption = partName(cells[0].Of)
	}
	for i := 0; i < len(cells); {
		row := document.Row{Cells: []document.Cell{document.Text(wording.Level(cells[i].Level))}}
		from, all := i, 0.0
		for ; i < len(cells) && cells[i].Level == cells[from].Level; i++ {
			all += ratingsIn(cells[i])
		}
		for _, c := range cells[from:i] {
			if from == 0 {
				table.Columns = append(table.Columns, document.Column{Title: wording.Level(c.Other)})
			}
			share := stats.None(stats.NoPairs)
			if all > 0 {
				share = stats.Of(ratingsIn(c) / all)
			}
			row.Cells = append(row.Cells, document.Tint{Cell: document.Percent{Number: share}, Shade: document.OfShare(share.Or(0))})
		}
		row.Cells = append(row.Cells, document.Count(int(all)))
		table.Rows = append(table.Rows, row)
	}
	table.Columns = append(table.Columns, document.Column{Title: "ratings in pairs"})
	return table
}

// ratingsIn counts the ratings on a cell's level: of a pair on one level both.
func ratingsIn(c calibrate.ConfusionCell) float64 {
	if c.Level == c.Other {
		return 2 * c.Pairs
	}
	return c.Pairs
}
