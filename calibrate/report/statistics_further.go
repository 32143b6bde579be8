package report

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
)

// further says what a figure is that is no coefficient of the catalog; empty
// where it is one.
func further(id string) string {
	f, _ := catalog.LookupFigure(id)
	return f.Line
}

func furtherTable(s *calibrate.Statistics) []document.Block {
	var lines []calibrate.Coefficient
	for _, c := range s.Coefficients {
		if further(c.ID) != "" {
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
		{Title: "what", Spare: 1, Cell: func(c calibrate.Coefficient) document.Cell { return document.Text(further(c.ID)) }},
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

// mostConfusions is the number of pairs of raters up to which their tables are
// shown; more stand in the JSON and the CSV.
const mostConfusions = 10

// confusionTables shows a map of levels by levels for each part, and for each
// two raters.
func confusionTables(s *calibrate.Statistics) []document.Block {
	var all, pairs []document.Block
	cells := s.ConfusionCells
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].Of == cells[0].Of && cells[n].Scale == cells[0].Scale && cells[n].A == cells[0].A && cells[n].B == cells[0].B {
			n++
		}
		if at := len(all) + len(pairs); cells[0].A == "" {
			all = append(all, confusionTable(cells[:n], at))
		} else {
			pairs = append(pairs, confusionOfTwo(cells[:n], at))
		}
		cells = cells[n:]
	}
	if len(all) == 0 {
		return nil
	}
	blocks := append([]document.Block{document.Paragraph{
		Role: document.Aside,
		Text: "Pairs of ratings of the same item: where one gave the row's level, in how many of its pairs the other gave the column's, in percent.",
	}}, all...)
	switch {
	case len(pairs) > mostConfusions:
		return append(blocks, document.Paragraph{
			Role: document.Aside,
			Text: fmt.Sprintf("The %d tables of two raters each are in --format json and --format csv --table confusion.", len(pairs)),
		})
	case len(pairs) > 0:
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Of two raters: items that the first gave the row's level and the second the column's."})
	}
	return append(blocks, pairs...)
}

// confusionOfTwo counts the items of two raters by their levels.
func confusionOfTwo(cells []calibrate.ConfusionCell, at int) document.Table {
	table := document.Table{ID: fmt.Sprintf("confusion_%d", at+1), Key: document.Quantity, Columns: []document.Column{{Title: "level"}}}
	table.Caption = cells[0].A + " and " + cells[0].B
	if cells[0].Of != nil {
		table.Caption += ", " + partName(cells[0].Of)
	}
	for i, c := range cells {
		if i == 0 || c.Level != cells[i-1].Level {
			table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{document.Text(wording.Level(c.Level))}})
		}
		if c.Level == cells[0].Level {
			table.Columns = append(table.Columns, document.Column{Title: wording.Level(c.Other)})
		}
		row := &table.Rows[len(table.Rows)-1]
		row.Cells = append(row.Cells, document.Count(int(c.Pairs)))
	}
	return table
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
