package layout

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A signature is an export recognized by its own columns: where the header and
// the answers are, and which columns are the form's machinery.
type signature struct {
	labels  []label
	rows    []int
	dropped []Drop
	sure    float64
	why     string
}

// dropWhere leaves out the rows for which why is not empty.
func (s *signature) dropWhere(why func(row int) string) {
	s.rows = slices.DeleteFunc(s.rows, func(row int) bool {
		reason := why(row)
		if reason != "" {
			s.dropped = append(s.dropped, Drop{row, reason})
		}
		return reason != ""
	})
}

// dataRows returns the rows from one on that are not empty.
func dataRows(t *table, from int) []int {
	var rows []int
	for i := from; i < len(t.sheet.Rows); i++ {
		if !t.sheet.Rows[i].Empty() {
			rows = append(rows, i)
		}
	}
	return rows
}

// headerRow returns the first row, among the few at the top, in which every
// one of the phrases stands as a header of its own.
func findHeader(t *table, phrases ...string) int {
	for i := range min(len(t.sheet.Rows), 5) {
		found := 0
		for _, phrase := range phrases {
			if findColumn(t, i, phrase) >= 0 {
				found++
			}
		}
		if found == len(phrases) {
			return i
		}
	}
	return -1
}

// column returns the column of a row whose words are one of the phrases,
// which bars separate, or -1.
func findColumn(t *table, row int, phrases string) int {
	all := strings.Split(phrases, "|")
	for c := range t.sheet.Rows[row].Cells {
		if text := t.sheet.At(row, c); len(text) < cell.MaxScore && slices.Contains(all, strings.Join(cell.Words(text), " ")) {
			return c
		}
	}
	return -1
}

// plainLabels returns the labels of a header row.
func plainLabels(t *table, row int) []label {
	labels := make([]label, 0, len(t.sheet.Rows[row].Cells))
	for c := range t.sheet.Rows[row].Cells {
		labels = append(labels, newLabel(c, t.sheet.At(row, c)))
	}
	return labels
}

// isLong reports whether a header names an indicator and a score: then a row
// is a rating, whichever form made it.
func isLong(t *table, h int) bool {
	found := map[Field]bool{}
	for _, c := range t.sheet.Rows[h].Cells {
		if f, ok := Named(c); ok {
			found[f] = true
		}
	}
	return found[Indicator] && found[Score]
}
