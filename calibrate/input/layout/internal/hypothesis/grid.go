package hypothesis

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Grid is a row for each lesson, and a column for each rater and
// indicator.
var Grid = Layout{
	ID: GridID, Title: "lessons as rows, a column for each rater and indicator",
	Read: readGrid,
}

// ItemGrid is the same where headers name the indicator first.
var ItemGrid = Layout{
	ID: itemGridID, Title: "lessons as rows, a column for each indicator and rater",
	Read: func(f *column.Frame) *Reading {
		if f.Options.Layout != itemGridID {
			return nil // the other reads headers in either order where they say it
		}
		return readGrid(f)
	},
}

func readGrid(f *column.Frame) *Reading {
	for i := range f.Columns {
		if c := &f.Columns[i]; !c.Scoring && c.Filled > 0 && f.Surely(i, layout.Rater) {
			return nil // a column says who rated
		}
	}
	r := &Reading{Across: true, Why: "each row is a lesson, each column of scores the rating of an indicator by one rater"}
	r.Scores = f.Scores(func(c *column.Column) bool { return isItemKey(c) && c.Text != "" })
	if len(r.Scores) < 2 {
		return nil
	}
	facets, sure, crossed := factored(f, r.Scores)
	if facets == nil && crossed != nil {
		facets, sure = cutFacets(crossed, 0), 0.8
		r.Doubts = append(r.Doubts, eitherPart(crossed))
	}
	if facets == nil || oneIndicator(facets) {
		return nil
	}
	r.Facets, r.Score = facets, sure
	gridMasters(r)
	itemsDown(f, r)
	if len(r.Keys.Lesson) == 0 && len(r.Keys.Indicator) > 0 && (r.indicator > 0.6 || allLessons(facets)) {
		for i := range r.Facets { // the rows are indicators, and the headers raters and lessons
			r.Facets[i].Lesson, r.Facets[i].Indicator = r.Facets[i].Indicator, ""
		}
		for i, x := range r.Agreed {
			r.Agreed[i] = layout.Facets{Lesson: x.Indicator}
		}
	}
	return r
}

// allLessons reports whether what stands beside the raters are lessons.
func allLessons(facets []layout.Facets) bool {
	for _, x := range facets {
		if !header.LooksLesson(x.Indicator) {
			return false
		}
	}
	return true
}

// eitherPart is the doubt which part of the headers is the rater.
func eitherPart(parts [][2]string) layout.Doubt {
	a, b := parts[0][0], parts[0][1]
	return layout.Doubt{
		Row: -1, Col: -1, Code: "ambiguous_layout",
		Text: fmt.Sprintf("every header is of a rater and an indicator, and nothing says which of %q and %q is the rater", layout.Shorten(a), layout.Shorten(b)),
		Cures: []layout.Cure{
			layout.ChooseLayout(GridID, fmt.Sprintf("if %q rated", layout.Shorten(a))),
			layout.ChooseLayout(itemGridID, fmt.Sprintf("if %q rated", layout.Shorten(b))),
		},
	}
}
