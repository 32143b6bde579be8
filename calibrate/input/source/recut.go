package source

import (
	"fmt"
	"strconv"
	"strings"
)

// recut cuts rows that came through another program than the rest: rows that
// stand whole in quotation marks, and rows with another delimiter. Both are
// one cell where the others have several, and hold as many. It returns the
// lines of the rows that it cut.
func recut(rows []Row, comma byte) []int {
	width := usualWidth(rows)
	if width == 1 { // perhaps all are quoted
		if comma, width = inside(rows); width == 1 {
			return nil
		}
	}
	var lines []int
	for i, row := range rows {
		if len(row.Cells) == 0 || row.Filled() != 1 || row.Cells[0] == "" {
			continue
		}
		if cells := cutCell(row.Cells[0], comma, width); cells != nil {
			rows[i].Cells = cells
			lines = append(lines, row.Line)
		}
	}
	return lines
}

// cutCell cuts a cell into so many, with the delimiter of the other rows or
// another one; nil where none does.
func cutCell(cell string, comma byte, width int) []string {
	for _, c := range append([]byte{comma}, delimiters...) {
		if strings.Count(cell, string(rune(c))) < width-1 {
			continue
		}
		inner, faults, _ := parseCSV(cell, c, nil)
		if len(inner) == 1 && len(faults) == 0 && len(inner[0].Cells) == width {
			return inner[0].Cells
		}
	}
	return nil
}

// usualWidth returns the commonest number of cells among the first rows of
// several, or 1.
func usualWidth(rows []Row) int {
	count, best := map[int]int{}, 1
	for _, row := range rows[:min(len(rows), 1000)] {
		n := len(row.Cells)
		if n > 1 {
			count[n]++
		}
		if count[n] > count[best] || count[n] == count[best] && n > best {
			best = n
		}
	}
	return best
}

// inside looks for the delimiter within the cells of rows of one cell each.
func inside(rows []Row) (comma byte, width int) {
	var b strings.Builder
	for _, row := range rows[:min(len(rows), 200)] {
		if len(row.Cells) != 1 || strings.ContainsAny(row.Cells[0], "\r\n") {
			return ',', 1
		}
		b.WriteString(row.Cells[0] + "\n")
	}
	for _, c := range delimiters {
		inner, faults, _ := parseCSV(b.String(), c, nil)
		if n := usualWidth(inner); len(faults) == 0 && n > 1 && len(inner) > 1 && allWide(inner, n) {
			return c, n
		}
	}
	return ',', 1
}

// allWide reports whether all rows have the same number of cells.
func allWide(rows []Row, width int) bool {
	for _, row := range rows {
		if len(row.Cells) != width {
			return false
		}
	}
	return true
}

// nameRows puts an empty header over the names of rows that R writes without
// one: then the header has a cell less than every row below it.
func nameRows(rows []Row, comma byte) {
	if len(rows) < 2 || !allWide(rows[1:], len(rows[0].Cells)+1) {
		return
	}
	numbered, last := true, false
	seen := map[string]bool{}
	for i, row := range rows[1:] {
		numbered = numbered && row.Cells[0] == strconv.Itoa(i+1)
		last = last || row.Cells[len(row.Cells)-1] != ""
		seen[row.Cells[0]] = true
	}
	if last && (numbered || comma == ' ' && len(seen) == len(rows)-1) {
		rows[0].Cells = append([]string{""}, rows[0].Cells...)
	}
}

// examples lists the first of some lines.
func examples(lines []int) string {
	var all []string
	for _, line := range lines[:min(len(lines), 3)] {
		all = append(all, strconv.Itoa(line))
	}
	if more := len(lines) - len(all); more > 0 {
		return fmt.Sprintf("rows %s and %d more", strings.Join(all, ", "), more)
	}
	if len(all) == 1 {
		return "row " + all[0]
	}
	return "rows " + strings.Join(all, ", ")
}
