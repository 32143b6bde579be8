package format

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// sheetColumn is a column of a sheet. A histogram and a stack become a column
// for each level and part, an interval two, a chart none.
type sheetColumn struct {
	title string
	of    int // the table's column
	level int // of a histogram
	part  *document.StackPart
	upper bool
	words bool
	share bool
}

// sheetColumns lays out a table's columns.
func sheetColumns(t document.Table) []sheetColumn {
	var list []sheetColumn
	for i, c := range t.Columns {
		if c.Axis != nil {
			continue
		}
		column := sheetColumn{title: c.Title, of: i, words: document.ColumnIsWords(t, i)}
		switch first := firstCell(t, i).(type) {
		case document.Histogram:
			if sharedLevels(t, i) == nil {
				list = append(list, column)
				continue
			}
			column.words = false
			for level, label := range first.Labels {
				column.title, column.level = c.Title+" "+label, level
				list = append(list, column)
			}
		case document.Stack:
			column.words, column.share = false, first.Shares
			for _, part := range document.Signs(t, i) {
				column.title, column.part = part.Name, &part
				list = append(list, column)
			}
		case document.Span:
			column.title = c.Title + ", lower"
			list = append(list, column)
			column.title, column.upper = c.Title+", upper", true
			list = append(list, column)
		case document.Share:
			column.share = true
			list = append(list, column)
		default:
			list = append(list, column)
		}
	}
	return list
}

// firstCell is the first cell of a column that is not empty.
func firstCell(t document.Table, column int) document.Cell {
	for _, row := range t.Rows {
		if row.Cells[column] != nil {
			return row.Cells[column]
		}
	}
	return nil
}

// longestText is what a cell of a sheet holds at most.
const longestText = 32_000

// value is what a sheet's cell holds, and the name of its number format.
func (c sheetColumn) value(content document.Cell) (v any, format string) {
	switch x := content.(type) {
	case nil, document.Mark:
		return nil, ""
	case document.Count:
		return int(x), "0"
	case document.Share:
		return number(x.Number), "0%"
	case document.Percent:
		return number(x.Number), "0%"
	case document.Limit:
		if x.AtMost {
			return number(x.Number), `"≤ "0%`
		}
		return number(x.Number), `"≥ "0%`
	case document.Decimal:
		return number(x.Number), places("0", x.Places)
	case document.Against:
		return number(x.Number), `0.0" above";0.0" below";"level"`
	case document.Signed:
		return number(x.Number), places("+0", x.Places) + ";" + places("−0", x.Places) + ";" + places("0", x.Places)
	case document.Span:
		limit := x.Lower
		if c.upper {
			limit = x.Upper
		}
		if x.Places == 0 {
			return number(limit), "0%"
		}
		return number(limit), places("0", x.Places)
	case document.Stack:
		p, ok := x.Part(c.part.Kind, c.part.Name)
		switch {
		case !ok:
			return nil, ""
		case x.Shares:
			return p.Size, "0%"
		}
		return p.Size, "0"
	case document.Histogram:
		if !c.words {
			return x.Counts[c.level], "0"
		}
		return x.Words(), ""
	case document.Tint:
		return c.value(x.Cell)
	}
	return cutText(document.Show(content)), ""
}

// number is a number or nothing.
func number(n stats.Number) any {
	if v, ok := n.Value(); ok {
		return v
	}
	return nil
}

// places is a number format with so many decimals.
func places(format string, n int) string {
	if n > 0 {
		format += "."
	}
	for range n {
		format += "0"
	}
	return format
}

// cutText keeps a text to what a cell can hold.
func cutText(s string) string {
	if len(s) <= longestText {
		return s
	}
	s = s[:longestText]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}

// width is how wide a column must be for its title and content.
func (c sheetColumn) width(t document.Table) float64 {
	if t.Picture && c.of > 0 {
		return max(6.5, min(float64(utf8.RuneCountInString(c.title))+1, 14))
	}
	wide := min(utf8.RuneCountInString(c.title), 14)
	if c.words {
		for _, row := range t.Rows {
			wide = max(wide, utf8.RuneCountInString(document.Show(row.Cells[c.of])))
		}
	}
	return float64(min(max(wide, 7), 50)) + 2
}

// cellOf is a cell of a sheet with its style.
func (b *workbook) cellOf(c sheetColumn, row document.Row) (any, error) {
	content := row.Cells[c.of]
	v, format := c.value(content)
	look := cellLook{format: format, bold: c.of == 0, marked: row.Marked, indent: c.words && c.of > 0}
	if tint, ok := content.(document.Tint); ok {
		look.shade = tint.Shade
	}
	style, err := b.style(look)
	return excelize.Cell{StyleID: style, Value: v}, err
}
