package hypothesis

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// A witness weighs one kind of evidence for a reading of a frame, or against
// it.
type witness struct {
	name  string
	weigh func(*column.Frame, *Reading) (float64, string)
}

// witnesses are all of them.
var witnesses = []witness{
	{"score named", scoreNamed},
	{"rater named", raterNamed},
	{"headers are raters", headersRaters},
	{"headers are indicators", headersIndicators},
	{"headers are rater and indicator", headersBoth},
	{"headers are lessons", headersLessons},
	{"indicator named", indicatorNamed},
	{"labels of the rows", labelsOfRows},
	{"lesson named", lessonNamed},
	{"every row is its own", rowsApart},
	{"raters share items", itemsShared},
	{"one scale", oneScale},
	{"levels", levelsNotMeasures},
	{"all named", allNamed},
}

// Weigh adds what all witnesses say to the evidence of a reading.
func Weigh(f *column.Frame, r *Reading) {
	for _, w := range witnesses {
		if weight, text := w.weigh(f, r); weight != 0 {
			r.Signs = append(r.Signs, layout.Sign{Name: w.name, Weight: weight, Text: text})
		}
	}
}

func scoreNamed(f *column.Frame, r *Reading) (float64, string) {
	if r.Layout != LongID {
		return 0, ""
	}
	if len(r.Scores) == 0 {
		return -3, "no column holds the score"
	}
	if c := &f.Columns[r.Scores[0]]; !c.Scoring && !c.Coded() && !c.User && !c.HoldsNumbers() {
		return -2, fmt.Sprintf("%q holds no scores", c.Header)
	}
	others := 0
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Scoring && c.Role == "" && i != r.Scores[0] && header.LooksItem(c.Text) >= 0.5 && len(c.Named) == 0 {
			others++
		}
	}
	w := 2 * r.Score
	if others > 0 && r.indicator < 0.7 {
		return w - float64(min(others, 4)), "other columns hold scores too"
	}
	return w, fmt.Sprintf("%q is a name for the score", f.Columns[r.Scores[0]].Header)
}

func raterNamed(f *column.Frame, r *Reading) (float64, string) {
	if r.counted() {
		return 0, ""
	}
	if r.Across {
		if r.column {
			return -3, "a column names the rater, and so the headers do not"
		}
		return 0, ""
	}
	if len(r.Keys.Rater) == 0 {
		if f.Form {
			return 1, "each answer of a form is somebody's"
		}
		if f.Options.Several {
			return 0.5, "the names of the sheets or files may say who rated"
		}
		return -3, "no column says who rated"
	}
	c := &f.Columns[r.Keys.Rater[0]]
	w := 3 * r.rater
	if r.Shape.Raters == 1 && !f.Options.Partial {
		w--
	}
	return w, fmt.Sprintf("%q is a name for the rater", layout.ColumnName(c.Header, c.Index))
}

// meanHead returns the mean of a measure over the headers of scores.
func meanHead(r *Reading, name func(layout.Facets) string, measure func(string) float64) float64 {
	total, n := 0.0, 0
	step := len(r.Facets)/mostHeads + 1
	for i := 0; i < len(r.Facets); i += step {
		total += measure(name(r.Facets[i]))
		n++
	}
	if n == 0 {
		return 0
	}
	return total / float64(n)
}

func headersRaters(f *column.Frame, r *Reading) (float64, string) {
	if r.Layout != ColumnsID {
		return 0, ""
	}
	mean := meanHead(r, func(x layout.Facets) string { return x.Rater }, header.LooksRater)
	users := len(r.Scores) > 0 && f.Columns[r.Scores[0]].User
	if _, _, crossed := factored(f, r.Scores); crossed != nil && !users && f.Options.Layout == "" {
		return -2, "the headers form a grid of two things"
	}
	if users {
		return max(1, 3*mean), "the columns of scores are named by --columns"
	}
	switch {
	case mean > -0.15 && mean < 0.4 && !itemsNamed(f, r):
		return -2.5, "neither the headers look like raters for sure, nor the rows like what is rated"
	case mean > 0.15:
		return 3 * mean, "the headers look like raters"
	case mean < -0.15:
		return 5 * mean, "the headers do not look like raters"
	}
	return -1.5, "the headers say little of raters"
}

// itemsNamed reports whether a header names what the rows are, or their labels
// look like indicators or lessons.
func itemsNamed(f *column.Frame, r *Reading) bool {
	if r.indicator > 0.6 {
		return true
	}
	for _, i := range r.Keys.Lesson {
		if n, ok := f.Columns[i].Naming(layout.Lesson); ok && n.Sure >= 0.6 || f.Columns[i].Role == layout.Lesson || lessonsDown(&f.Columns[i]) {
			return true
		}
	}
	total, n := 0.0, 0
	for _, i := range r.Keys.Indicator {
		for text := range f.Columns[i].Distinct {
			total += header.LooksItem(text)
			n++
		}
	}
	return n > 0 && total/float64(n) >= 0.6
}

func headersIndicators(f *column.Frame, r *Reading) (float64, string) {
	if r.Across || r.Layout == LongID || r.Layout == lessonsID || r.counted() {
		return 0, ""
	}
	item := meanHead(r, func(x layout.Facets) string { return x.Indicator }, header.LooksItem)
	rater := meanHead(r, func(x layout.Facets) string { return x.Indicator }, header.LooksRater)
	if lesson := meanHead(r, func(x layout.Facets) string { return x.Lesson }, func(s string) float64 { return column.Yes(s != "") }); lesson > 0.9 {
		item = max(item, 0.8)
	}
	if rater > 0.4 {
		return -2.5 * rater, "the headers look like raters, not like indicators"
	}
	return 2.5 * (item - 0.2), "the headers look like indicators"
}

func headersBoth(_ *column.Frame, r *Reading) (float64, string) {
	if r.Layout != GridID && r.Layout != itemGridID {
		return 0, ""
	}
	return 4.5 * r.Score, "every header is of a rater and an indicator, and all that occur together do"
}

func headersLessons(_ *column.Frame, r *Reading) (float64, string) {
	if r.Layout != lessonsID {
		return 0, ""
	}
	item := meanHead(r, func(x layout.Facets) string { return x.Lesson }, header.LooksItem)
	if rater := meanHead(r, func(x layout.Facets) string { return x.Lesson }, func(s string) float64 { return column.Yes(header.RaterName.MatchString(s)) }); rater > 0.5 {
		return -2.5, "the headers look like raters, not like lessons"
	}
	if item >= 0.7 {
		return -2.5, "the headers look like indicators, not like lessons"
	}
	return 1, "columns name the rater and the indicator, and so the headers name lessons"
}

func indicatorNamed(f *column.Frame, r *Reading) (float64, string) {
	if r.indicator == 0 {
		return 0, ""
	}
	if r.Layout == WideID || (r.Layout == GridID || r.Layout == itemGridID) && len(r.Facets) > 0 && r.Facets[0].Lesson == "" {
		return -2.5 * r.indicator, "a column names the indicator, and so the headers do not"
	}
	return 2 * r.indicator, "a column is named for the indicator"
}

func labelsOfRows(f *column.Frame, r *Reading) (float64, string) {
	if !r.Across || r.indicator > 0 || len(r.Keys.Indicator) == 0 {
		return 0, ""
	}
	total, n := 0.0, 0
	for text := range f.Columns[r.Keys.Indicator[0]].Distinct {
		if header.LooksPerson(text) > 0.6 {
			total--
		} else {
			total += header.LooksItem(text)
		}
		n++
	}
	return 2 * total / float64(max(n, 1)), "the labels of the rows look like indicators"
}

func lessonNamed(f *column.Frame, r *Reading) (float64, string) {
	if len(r.Keys.Lesson) == 0 {
		return 0, ""
	}
	c := &f.Columns[r.Keys.Lesson[0]]
	n, ok := c.Naming(layout.Lesson)
	if !ok && c.Role != layout.Lesson {
		return 0, ""
	}
	r.lesson = true
	return max(n.Sure, column.Yes(c.Role == layout.Lesson)), fmt.Sprintf("%q is a name for the lesson", c.Header)
}

func rowsApart(f *column.Frame, r *Reading) (float64, string) {
	if r.Shape.Rows == 0 {
		return 0, ""
	}
	clash := r.Shape.Clash()
	switch {
	case clash == 0:
		return 1.5, "no two rows are of the same rater and item"
	case f.Timed():
		return -clash, "some people answered again"
	}
	return -0.5 - 3*clash, fmt.Sprintf("%d of %d rows are of the same rater and item as another", r.Shape.Same, r.Shape.Rows)
}

func itemsShared(f *column.Frame, r *Reading) (float64, string) {
	switch {
	case r.Shape.Rows == 0 || f.Options.Several && !r.Across || f.Options.Partial:
		return 0, ""
	case r.Shape.Paired == 0:
		return -3, "no item has two raters"
	}
	return 0.5 + r.Shape.pairs(), "items have two raters or more"
}

func levelsNotMeasures(f *column.Frame, r *Reading) (float64, string) {
	precise, all := 0, 0
	for _, i := range r.Scores {
		if c := &f.Columns[i]; c.Numbers > 0 {
			all++
			if c.Decimals*2 > c.Numbers {
				precise++
			}
		}
	}
	if all > 0 && 2*precise > all {
		return -2, "the numbers are measures with decimals"
	}
	return 0, ""
}

func allNamed(_ *column.Frame, r *Reading) (float64, string) {
	if r.Layout == LongID && r.Score > 0.9 && r.indicator > 0.9 && r.rater > 0.9 {
		return 3, "the header names all that a rating has"
	}
	return 0, ""
}

func oneScale(f *column.Frame, r *Reading) (float64, string) {
	low, high := 0.0, 0.0
	n := 0
	for _, i := range r.Scores {
		if c := &f.Columns[i]; c.Numbers > 0 {
			if n == 0 {
				low, high = c.High, c.High
			}
			low, high = min(low, c.High), max(high, c.High)
			n++
		}
	}
	if n > 1 && high > 3*low+1 {
		return -1.5, "the columns of scores have ranges that differ"
	}
	return 0, ""
}
