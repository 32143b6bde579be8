package layout

import "fmt"

// A witness weighs one kind of evidence for a reading of a frame, or against
// it.
type witness struct {
	name  string
	weigh func(*frame, *reading) (float64, string)
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

func scoreNamed(f *frame, r *reading) (float64, string) {
	if r.layout != longID {
		return 0, ""
	}
	if len(r.scores) == 0 {
		return -3, "no column holds the score"
	}
	if c := &f.columns[r.scores[0]]; !c.scoring && !c.coded() && !c.user && !c.holdsNumbers() {
		return -2, fmt.Sprintf("%q holds no scores", c.header)
	}
	others := 0
	for i := range f.columns {
		c := &f.columns[i]
		if c.scoring && c.role == "" && i != r.scores[0] && looksItem(c.text) >= 0.5 && len(c.named) == 0 {
			others++
		}
	}
	w := 2 * r.score
	if others > 0 && r.indicator < 0.7 {
		return w - float64(min(others, 4)), "other columns hold scores too"
	}
	return w, fmt.Sprintf("%q is a name for the score", f.columns[r.scores[0]].header)
}

func raterNamed(f *frame, r *reading) (float64, string) {
	if r.counted() {
		return 0, ""
	}
	if r.across {
		if r.column {
			return -3, "a column names the rater, and so the headers do not"
		}
		return 0, ""
	}
	if len(r.keys.rater) == 0 {
		if f.form {
			return 1, "each answer of a form is somebody's"
		}
		if f.options.Several {
			return 0.5, "the names of the sheets or files may say who rated"
		}
		return -3, "no column says who rated"
	}
	c := &f.columns[r.keys.rater[0]]
	w := 3 * r.rater
	if r.shape.raters == 1 && !f.options.Partial {
		w--
	}
	return w, fmt.Sprintf("%q is a name for the rater", ColumnName(c.header, c.index))
}

// mostHeads is how many headers are looked at.
const mostHeads = 200

// meanHead returns the mean of a measure over the headers of scores.
func meanHead(r *reading, name func(Facets) string, measure func(string) float64) float64 {
	total, n := 0.0, 0
	step := len(r.facets)/mostHeads + 1
	for i := 0; i < len(r.facets); i += step {
		total += measure(name(r.facets[i]))
		n++
	}
	if n == 0 {
		return 0
	}
	return total / float64(n)
}

func headersRaters(f *frame, r *reading) (float64, string) {
	if r.layout != columnsID {
		return 0, ""
	}
	mean := meanHead(r, func(x Facets) string { return x.Rater }, looksRater)
	users := len(r.scores) > 0 && f.columns[r.scores[0]].user
	if _, _, crossed := factored(f, r.scores); crossed != nil && !users && f.options.Layout == "" {
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
func itemsNamed(f *frame, r *reading) bool {
	if r.indicator > 0.6 {
		return true
	}
	for _, i := range r.keys.lesson {
		if n, ok := f.columns[i].naming(Lesson); ok && n.sure >= 0.6 || f.columns[i].role == Lesson || lessonsDown(&f.columns[i]) {
			return true
		}
	}
	total, n := 0.0, 0
	for _, i := range r.keys.indicator {
		for text := range f.columns[i].distinct {
			total += looksItem(text)
			n++
		}
	}
	return n > 0 && total/float64(n) >= 0.6
}

func headersIndicators(f *frame, r *reading) (float64, string) {
	if r.across || r.layout == longID || r.layout == lessonsID || r.counted() {
		return 0, ""
	}
	item := meanHead(r, func(x Facets) string { return x.Indicator }, looksItem)
	rater := meanHead(r, func(x Facets) string { return x.Indicator }, looksRater)
	if lesson := meanHead(r, func(x Facets) string { return x.Lesson }, func(s string) float64 { return yes(s != "") }); lesson > 0.9 {
		item = max(item, 0.8)
	}
	if rater > 0.4 {
		return -2.5 * rater, "the headers look like raters, not like indicators"
	}
	return 2.5 * (item - 0.2), "the headers look like indicators"
}

func headersBoth(_ *frame, r *reading) (float64, string) {
	if r.layout != gridID && r.layout != itemGridID {
		return 0, ""
	}
	return 4.5 * r.score, "every header is of a rater and an indicator, and all that occur together do"
}

func headersLessons(_ *frame, r *reading) (float64, string) {
	if r.layout != lessonsID {
		return 0, ""
	}
	item := meanHead(r, func(x Facets) string { return x.Lesson }, looksItem)
	if rater := meanHead(r, func(x Facets) string { return x.Lesson }, func(s string) float64 { return yes(raterName.MatchString(s)) }); rater > 0.5 {
		return -2.5, "the headers look like raters, not like lessons"
	}
	if item >= 0.7 {
		return -2.5, "the headers look like indicators, not like lessons"
	}
	return 1, "columns name the rater and the indicator, and so the headers name lessons"
}

func indicatorNamed(f *frame, r *reading) (float64, string) {
	if r.indicator == 0 {
		return 0, ""
	}
	if r.layout == wideID || (r.layout == gridID || r.layout == itemGridID) && len(r.facets) > 0 && r.facets[0].Lesson == "" {
		return -2.5 * r.indicator, "a column names the indicator, and so the headers do not"
	}
	return 2 * r.indicator, "a column is named for the indicator"
}

func labelsOfRows(f *frame, r *reading) (float64, string) {
	if !r.across || r.indicator > 0 || len(r.keys.indicator) == 0 {
		return 0, ""
	}
	total, n := 0.0, 0
	for text := range f.columns[r.keys.indicator[0]].distinct {
		if looksPerson(text) > 0.6 {
			total--
		} else {
			total += looksItem(text)
		}
		n++
	}
	return 2 * total / float64(max(n, 1)), "the labels of the rows look like indicators"
}

func lessonNamed(f *frame, r *reading) (float64, string) {
	if len(r.keys.lesson) == 0 {
		return 0, ""
	}
	c := &f.columns[r.keys.lesson[0]]
	n, ok := c.naming(Lesson)
	if !ok && c.role != Lesson {
		return 0, ""
	}
	r.lesson = true
	return max(n.sure, yes(c.role == Lesson)), fmt.Sprintf("%q is a name for the lesson", c.header)
}

func rowsApart(f *frame, r *reading) (float64, string) {
	if r.shape.rows == 0 {
		return 0, ""
	}
	clash := r.shape.clash()
	switch {
	case clash == 0:
		return 1.5, "no two rows are of the same rater and item"
	case f.form && f.hasTime() != nil:
		return -clash, "some people answered again"
	}
	return -0.5 - 3*clash, fmt.Sprintf("%d of %d rows are of the same rater and item as another", r.shape.same, r.shape.rows)
}

func itemsShared(f *frame, r *reading) (float64, string) {
	switch {
	case r.shape.rows == 0 || f.options.Several && !r.across || f.options.Partial:
		return 0, ""
	case r.shape.paired == 0:
		return -3, "no item has two raters"
	}
	return 0.5 + r.shape.pairs(), "items have two raters or more"
}

func levelsNotMeasures(f *frame, r *reading) (float64, string) {
	precise, all := 0, 0
	for _, i := range r.scores {
		if c := &f.columns[i]; c.numbers > 0 {
			all++
			if c.decimals*2 > c.numbers {
				precise++
			}
		}
	}
	if all > 0 && 2*precise > all {
		return -2, "the numbers are measures with decimals"
	}
	return 0, ""
}

func allNamed(_ *frame, r *reading) (float64, string) {
	if r.layout == longID && r.score > 0.9 && r.indicator > 0.9 && r.rater > 0.9 {
		return 3, "the header names all that a rating has"
	}
	return 0, ""
}

func oneScale(f *frame, r *reading) (float64, string) {
	low, high := 0.0, 0.0
	n := 0
	for _, i := range r.scores {
		if c := &f.columns[i]; c.numbers > 0 {
			if n == 0 {
				low, high = c.high, c.high
			}
			low, high = min(low, c.high), max(high, c.high)
			n++
		}
	}
	if n > 1 && high > 3*low+1 {
		return -1.5, "the columns of scores have ranges that differ"
	}
	return 0, ""
}
