package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Lessons is a row for each rater and indicator, and a column for each
// lesson.
var Lessons = Layout{
	ID: lessonsID, Title: "raters and indicators as rows, lessons as columns",
	Read: readLessons,
}

func readLessons(f *column.Frame) *Reading {
	r := &Reading{Why: "each row is of one rater and indicator, each column of scores a lesson"}
	r.Scores = f.Scores(isRowKey)
	taken := takenBy(r.Scores)
	takeIndicator(f, r, taken)
	if len(r.Scores) < 2 || len(r.Keys.Indicator) == 0 {
		return nil
	}
	domainsAside(f, r, taken)
	whoAndWhich(f, r, taken)
	if len(r.Keys.Lesson) > 0 || len(r.Keys.Rater) == 0 || r.rater < 0.6 || r.indicator < 0.6 {
		return nil
	}
	for _, h := range headsOf(f, r.Scores) {
		r.Facets = append(r.Facets, layout.Facets{Lesson: layout.ColumnName(h.Text, h.Index)})
	}
	if twice(r.Facets) {
		return nil
	}
	return r
}
