package recognize

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
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
	{"rank", "minutes", "lesson", "indicator", "name", "round", "low", "high"},
	{"raters", "lessons", "dependability"},
	{"rater", "lesson", "indicator", "round", "score", "text", "class", "language"},
	{"id", "weights", "scale", "value", "se", "lower", "upper"},
	{"figure", "value", "chance", "lower", "upper", "pairs"},
	{"of", "scale", "below", "above", "exact", "chance", "kappa"},
	{"figure", "target", "at_most", "value", "met"},
	{"indicator", "level", "label", "count"},
	{"rater", "code", "text", "evidence"},
	{"figure", "of", "value", "target", "at_most", "verdict"},
	{"lesson", "indicator", "round", "of", "groups", "p_value"},
	{"name", "rows", "sha256"},
	{"scale", "value", "ratings", "below", "exact", "above"},
	{"lesson", "indicator", "not_observed", "levels"},
	{"code", "path", "text", "fix"},
	{"rater", "indicator", "ratings", "mean", "from_median"},
	{"rater", "indicator", "not_observed", "blank"},
	{"lesson", "indicator", "round", "reasons", "quadrants_shared"},
	{"scale", "source", "level", "label"},
	{"setting", "value"},
	{"id", "clear", "points_to_go", "standard_id"},
	{"rater", "exact", "distance"},
}

// ownTitle is what a page begins with that this program wrote as text.
var ownTitle = cell.NewPattern(`^(?:Calibration (?:report|meeting)\b|COEFFICIENTS OF AGREEMENT$|READS AS |CANNOT BE READ|` +
	`Two sets of ratings ·|Rounds ·|REASONS$|BY [A-Z ]+$|To make a lesson's overall score)`)

// ownRatings are the columns of the table of ratings that this program writes,
// which is read where there are no others.
var ownRatings = []string{"rater", "lesson", "indicator", "round", "segment", "score", "state"}

// IsOwnRatings reports whether a sheet is a table of ratings that this program
// wrote.
func IsOwnRatings(s *source.Sheet) bool {
	return len(s.Rows) > 0 && slices.Equal(s.Rows[0].Cells[:min(len(s.Rows[0].Cells), len(ownRatings))], ownRatings)
}

// ownOutput recognizes a table that this program wrote: it holds results and
// no ratings.
func ownOutput(t *region.Table) *layout.Plan {
	if t.Options.Layout != "" || len(t.Options.Columns) > 0 || !IsOwn(t.Sheet) {
		return nil
	}
	return &layout.Plan{Layout: hypothesis.LongID, Sure: 1, Doubts: []layout.Doubt{{
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
	if ownTitle.MatchString(s.At(0, 0)) {
		return true
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
