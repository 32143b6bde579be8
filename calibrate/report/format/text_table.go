package format

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// The most width of a column of words, and the least to which it is cut before
// a column is dropped.
const (
	widestColumn  = 44
	tightestWords = 24
)

// textTable is the columns of a table that a terminal shows, with its cells
// as they are shown.
type textTable struct {
	table  document.Table
	keep   []int
	cells  [][]string // by row and column of the table
	widths []int      // of the columns that are kept
	gap    string     // between columns
	most   int        // width of a column of words
}

// table writes a table in the columns that fit. Where even those do not fit,
// the widest columns are cut; a heat map that does not fit is left out.
func (t *textWriter) table(table document.Table) {
	x := layTable(table, t.width)
	if table.Picture && x.total() > t.width {
		t.prose("Too wide for this window: see the formats csv, html or xlsx.", "  ", "  ", dim)
		return
	}
	x.fit(t.width)
	if table.Caption != "" {
		t.prose(strings.TrimRight(table.Caption+" "+document.Arrows(table.Key), " "), "", "", dim)
	}
	t.line(t.style(dim, "  "+x.header()))
	for i, row := range table.Rows {
		mark, line := "  ", x.row(t, i)
		if row.Marked {
			mark, line = "> ", t.style(bold, line)
		}
		t.line(mark + line)
	}
	if key := stackKey(table); key != "" {
		t.prose(key+".", "  ", "  ", dim)
	}
}

// layTable chooses the columns. Where they do not all fit, charts go first,
// then long words are cut, then the columns that can be spared go.
func layTable(table document.Table, width int) *textTable {
	x := &textTable{table: table, gap: "  ", most: widestColumn}
	if table.Picture {
		x.gap = " "
	}
	for _, row := range table.Rows {
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = drawnCell(c, table.Columns[i].Axis)
		}
		x.cells = append(x.cells, cells)
	}
	for i := range table.Columns {
		if !x.empty(i) {
			x.keep = append(x.keep, i)
		}
	}
	if x.measure(); x.total() > width {
		x.keep = slices.DeleteFunc(x.keep, func(c int) bool { return table.Columns[c].Axis != nil })
		x.most = tightestWords
		x.measure()
	}
	for x.total() > width && x.hasSpare() {
		x.dropSparest()
		x.measure()
	}
	for x.most < widestColumn {
		x.most++
		if x.measure(); x.total() > width {
			x.most--
			x.measure()
			break
		}
	}
	return x
}

// empty reports whether a column holds nothing at all.
func (x *textTable) empty(column int) bool {
	return !slices.ContainsFunc(x.cells, func(cells []string) bool { return cells[column] != "" })
}

// measure sets the width of each kept column to that of its longest cell.
func (x *textTable) measure() {
	x.widths = make([]int, len(x.keep))
	for i, c := range x.keep {
		x.widths[i] = displaywidth.String(x.table.Columns[c].Title)
		for _, cells := range x.cells {
			x.widths[i] = max(x.widths[i], displaywidth.String(cells[c]))
		}
		x.widths[i] = min(x.widths[i], x.most)
	}
}

// total is the width of a line.
func (x *textTable) total() int {
	sum := 2 - len(x.gap)
	for _, w := range x.widths {
		sum += w + len(x.gap)
	}
	return sum
}

// fit narrows the widest columns until the line fits.
func (x *textTable) fit(width int) {
	for x.total() > width {
		widest := 0
		for i, w := range x.widths {
			if w > x.widths[widest] {
				widest = i
			}
		}
		if x.widths[widest] <= 1 {
			return
		}
		x.widths[widest]--
	}
}

// hasSpare reports whether a column may go.
func (x *textTable) hasSpare() bool {
	return slices.ContainsFunc(x.keep, func(c int) bool { return x.table.Columns[c].Spare > 0 })
}

// dropSparest drops the column that goes first.
func (x *textTable) dropSparest() {
	most := slices.MaxFunc(x.keep, func(a, b int) int {
		return x.table.Columns[a].Spare - x.table.Columns[b].Spare
	})
	x.keep = slices.DeleteFunc(x.keep, func(c int) bool { return c == most })
}

// header is the line of titles.
func (x *textTable) header() string {
	titles := make([]string, len(x.keep))
	for i, c := range x.keep {
		titles[i] = x.align(i, cut(x.table.Columns[c].Title, x.widths[i]))
	}
	return strings.TrimRight(strings.Join(titles, x.gap), " ")
}

// row is a line of cells, shaded where there is color.
func (x *textTable) row(t *textWriter, row int) string {
	cells := make([]string, len(x.keep))
	for i, c := range x.keep {
		cells[i] = x.align(i, cut(x.cells[row][c], x.widths[i]))
		if tint, ok := x.table.Rows[row].Cells[c].(document.Tint); ok {
			cells[i] = t.style(inks[tint.Shade], cells[i])
		}
	}
	return strings.TrimRight(strings.Join(cells, x.gap), " ")
}

// align pads a text to the width of a kept column: words to the left, numbers
// to the right.
func (x *textTable) align(i int, s string) string {
	pad := strings.Repeat(" ", max(0, x.widths[i]-displaywidth.String(s)))
	if document.ColumnIsWords(x.table, x.keep[i]) {
		return s + pad
	}
	return pad + s
}

// cut shortens a text to a width.
func cut(s string, width int) string { return displaywidth.TruncateString(s, width, "…") }
