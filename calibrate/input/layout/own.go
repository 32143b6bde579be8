package layout

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ownTables are the headers, as far as they must go, of what this program
// itself writes and nobody rates on.
var ownTables = [][]string{
	{"id", "name", "scale", "items", "ratings", "mean", "median"},
	{"id", "items", "ratings", "mean"},
	{"id", "ratings", "mean", "severity"},
	{"id", "name", "group", "ratings", "mean", "severity"},
	{"a", "b", "items", "exact"},
	{"id", "weights", "value", "se", "lower", "upper"},
	{"id", "of", "weights", "value", "se"},
	{"code", "severity", "file", "row", "column"},
	{"file", "column", "header", "field"},
	{"pseudonym", "name"},
	{"lesson", "indicator", "boundary", "independent"},
	{"rank", "minutes", "lesson", "indicator", "boundary"},
	{"id", "raters", "lessons", "indicators", "items", "verdict"},
}

// ownOutput recognizes a table that this program wrote: it holds results and
// no ratings.
func (t *table) ownOutput() *Plan {
	if t.options.Layout != "" || len(t.options.Columns) > 0 || !IsOwn(t.sheet) {
		return nil
	}
	return &Plan{Layout: longID, Sure: 1, Doubts: []Doubt{{
		Row: -1, Col: -1, Code: "own_output",
		Text: "a table of results that calibrate wrote, and no ratings",
		Hint: "read the ratings that it was computed from",
	}}}
}

// IsOwn reports whether a sheet is a table of results that this program wrote.
func IsOwn(s *source.Sheet) bool {
	if len(s.Rows) == 0 {
		return false
	}
	var header []string
	figures := 0
	for c := range s.Rows[0].Cells {
		h := cell.Fold(s.At(0, c))
		header = append(header, h)
		if slices.Contains(ownFigures, h) {
			figures++
		}
	}
	return figures >= 2 || slices.ContainsFunc(ownTables, func(table []string) bool {
		return len(header) >= len(table) && slices.Equal(header[:len(table)], table)
	})
}

// ownFigures are headers that nobody else writes.
var ownFigures = []string{"exact_value", "exact_chance", "exact_pairs", "two_apart_value", "distance_share", "expected_share", "commonest_share"}
