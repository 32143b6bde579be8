package report

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// The least and the most width of a column of words.
const (
	narrowestColumn = 12
	widestColumn    = 44
)

// table writes a table in the columns that fit. Where even those do not fit,
// the widest column of words is cut.
func (t *textWriter) table(table Table) {
	keep := make([]int, len(table.Columns))
	for i := range keep {
		keep[i] = i
	}
	for t.natural(table, keep) > t.width && hasSpare(table, keep) {
		keep = dropSparest(table, keep)
	}
	widths := t.fit(columnWidths(table, keep))
	header := make([]string, len(keep))
	for i, c := range keep {
		header[i] = align(table, c, cut(table.Columns[c].Title, widths[i]), widths[i])
	}
	t.line(t.style(dim, "  "+strings.Join(header, "  ")))
	for _, row := range table.Rows {
		cells := make([]string, len(keep))
		for i, c := range keep {
			cells[i] = align(table, c, cut(show(row.Cells[c]), widths[i]), widths[i])
		}
		mark, line := "  ", strings.TrimRight(strings.Join(cells, "  "), " ")
		if row.Marked {
			mark, line = "> ", t.style(bold, line)
		}
		t.line(mark + line)
	}
}

// natural is the width of a table's columns as they are.
func (t *textWriter) natural(table Table, keep []int) int { return total(columnWidths(table, keep)) }

// total is the width of a line of columns.
func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		sum += w + 2
	}
	return sum
}

// columnWidths returns the width of each column's longest cell.
func columnWidths(table Table, keep []int) []int {
	widths := make([]int, len(keep))
	for i, c := range keep {
		widths[i] = displaywidth.String(table.Columns[c].Title)
		for _, row := range table.Rows {
			widths[i] = max(widths[i], displaywidth.String(show(row.Cells[c])))
		}
		widths[i] = min(widths[i], widestColumn)
	}
	return widths
}

// fit narrows the widest columns until the line fits.
func (t *textWriter) fit(widths []int) []int {
	for total(widths) > t.width {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= narrowestColumn {
			break
		}
		widths[widest]--
	}
	return widths
}

// hasSpare reports whether a column may go.
func hasSpare(table Table, keep []int) bool {
	return slices.ContainsFunc(keep, func(c int) bool { return table.Columns[c].Spare > 0 })
}

// dropSparest drops the column that goes first.
func dropSparest(table Table, keep []int) []int {
	most := slices.MaxFunc(keep, func(a, b int) int { return table.Columns[a].Spare - table.Columns[b].Spare })
	return slices.DeleteFunc(slices.Clone(keep), func(c int) bool { return c == most })
}

// cut shortens a text to a width.
func cut(s string, width int) string { return displaywidth.TruncateString(s, width, "…") }

// align pads a text to a width: words to the left, numbers to the right.
func align(table Table, column int, s string, width int) string {
	pad := strings.Repeat(" ", max(0, width-displaywidth.String(s)))
	if isWords(table, column) {
		return s + pad
	}
	return pad + s
}

// isWords reports whether a column holds words or pictures.
func isWords(table Table, column int) bool {
	if len(table.Rows) == 0 || column == 0 {
		return true
	}
	switch table.Rows[0].Cells[column].(type) {
	case Text, Histogram:
		return true
	}
	return false
}
