package form

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// An Export is a layout that a program for forms writes.
type Export struct {
	ID, Title string
	Sign      func(*region.Table) *Signature // nil where its own columns are not there
}

// A Signature is an export recognized by its own columns: where the header and
// the answers are, and which columns are the form's machinery.
type Signature struct {
	Labels  []region.Label
	Rows    []int
	Dropped []layout.Drop
	Sure    float64
	Why     string
}

// dropWhere leaves out the rows for which why is not empty.
func (s *Signature) dropWhere(why func(row int) string) {
	s.Rows = slices.DeleteFunc(s.Rows, func(row int) bool {
		reason := why(row)
		if reason != "" {
			s.Dropped = append(s.Dropped, layout.Drop{Row: row, Why: reason})
		}
		return reason != ""
	})
}

// dataRows returns the rows from one on that are not empty.
func dataRows(t *region.Table, from int) []int {
	var rows []int
	for i := from; i < len(t.Sheet.Rows); i++ {
		if !t.Sheet.Rows[i].Empty() {
			rows = append(rows, i)
		}
	}
	return rows
}

// findHeader returns the first row, among the few at the top, in which every
// one of the phrases stands as a header of its own.
func findHeader(t *region.Table, phrases ...string) int {
	for i := range min(len(t.Sheet.Rows), 5) {
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

// findColumn returns the column of a row whose words are one of the phrases,
// which bars separate, or -1.
func findColumn(t *region.Table, row int, phrases string) int {
	all := strings.Split(phrases, "|")
	for c := range t.Sheet.Rows[row].Cells {
		if text := t.Sheet.At(row, c); len(text) < cell.MaxScore && slices.Contains(all, strings.Join(cell.Words(text), " ")) {
			return c
		}
	}
	return -1
}

// plainLabels returns the labels of a header row.
func plainLabels(t *region.Table, row int) []region.Label {
	labels := make([]region.Label, 0, len(t.Sheet.Rows[row].Cells))
	for c := range t.Sheet.Rows[row].Cells {
		labels = append(labels, region.NewLabel(c, t.Sheet.At(row, c)))
	}
	return labels
}

// isLong reports whether a header names an indicator and a score: then a row
// is a rating, whichever form made it.
func isLong(t *region.Table, h int) bool {
	found := map[layout.Field]bool{}
	for _, c := range t.Sheet.Rows[h].Cells {
		if f, ok := header.Named(c); ok {
			found[f] = true
		}
	}
	return found[layout.Indicator] && found[layout.Score]
}
