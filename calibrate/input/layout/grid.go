package layout

import "fmt"

// gridLayout is a row for each lesson, and a column for each rater and
// indicator.
var gridLayout = Layout{
	ID: gridID, Title: "lessons as rows, a column for each rater and indicator",
	read: readGrid,
}

// itemGridLayout is the same where headers name the indicator first.
var itemGridLayout = Layout{
	ID: itemGridID, Title: "lessons as rows, a column for each indicator and rater",
	read: func(f *frame) *reading {
		if f.options.Layout != itemGridID {
			return nil // the other reads headers in either order where they say it
		}
		return readGrid(f)
	},
}

func readGrid(f *frame) *reading {
	for i := range f.columns {
		if c := &f.columns[i]; !c.scoring && c.filled > 0 && f.surely(i, Rater) {
			return nil // a column says who rated
		}
	}
	r := &reading{across: true, why: "each row is a lesson, each column of scores the rating of an indicator by one rater"}
	r.scores = f.scores(func(c *column) bool { return isItemKey(c) && c.text != "" })
	if len(r.scores) < 2 {
		return nil
	}
	facets, sure, crossed := factored(f, r.scores)
	if facets == nil && crossed != nil {
		facets, sure = cutFacets(crossed, 0), 0.8
		r.doubts = append(r.doubts, eitherPart(crossed))
	}
	if facets == nil || oneIndicator(facets) {
		return nil
	}
	r.facets, r.score = facets, sure
	gridMasters(r)
	itemsDown(f, r)
	if len(r.keys.lesson) == 0 && len(r.keys.indicator) > 0 && (r.indicator > 0.6 || allLessons(facets)) {
		for i := range r.facets { // the rows are indicators, and the headers raters and lessons
			r.facets[i].Lesson, r.facets[i].Indicator = r.facets[i].Indicator, ""
		}
		for i, x := range r.agreed {
			r.agreed[i] = Facets{Lesson: x.Indicator}
		}
	}
	return r
}

// gridMasters takes the columns of agreed scores out of a grid of two raters or
// more: FINAL_C1 beside AE_C1 and MK_C1.
func gridMasters(r *reading) {
	raters, agreed := map[string]bool{}, map[string]bool{}
	for _, x := range r.facets {
		if n := namings(x.Rater); masterName(x.Rater) || len(n) > 0 && n[0].field == Master && n[0].whole {
			agreed[x.Rater] = true
		} else {
			raters[x.Rater] = true
		}
	}
	if len(agreed) != 1 || len(raters) < 2 {
		return
	}
	var scores []int
	var facets []Facets
	r.agreed = map[int]Facets{}
	for k, i := range r.scores {
		if agreed[r.facets[k].Rater] {
			r.master = append(r.master, i)
			r.agreed[i] = Facets{Indicator: r.facets[k].Indicator}
			continue
		}
		scores, facets = append(scores, i), append(facets, r.facets[k])
	}
	r.scores, r.facets = scores, facets
}

// allLessons reports whether what stands beside the raters are lessons.
func allLessons(facets []Facets) bool {
	for _, x := range facets {
		if !LooksLesson(x.Indicator) {
			return false
		}
	}
	return true
}

// eitherPart is the doubt which part of the headers is the rater.
func eitherPart(parts [][2]string) Doubt {
	a, b := parts[0][0], parts[0][1]
	return Doubt{
		Row: -1, Col: -1, Code: "ambiguous_layout",
		Text: fmt.Sprintf("every header is of a rater and an indicator, and nothing says which of %q and %q is the rater", Shorten(a), Shorten(b)),
		Cures: []Cure{
			{"--layout " + gridID, fmt.Sprintf("if %q rated", Shorten(a)), func(o *Options) { o.Layout = gridID }},
			{"--layout " + itemGridID, fmt.Sprintf("if %q rated", Shorten(b)), func(o *Options) { o.Layout = itemGridID }},
		},
	}
}
