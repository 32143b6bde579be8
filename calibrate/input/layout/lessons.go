package layout

// lessonsLayout is a row for each rater and indicator, and a column for each
// lesson.
var lessonsLayout = Layout{
	ID: lessonsID, Title: "raters and indicators as rows, lessons as columns",
	read: readLessons,
}

func readLessons(f *frame) *reading {
	r := &reading{why: "each row is of one rater and indicator, each column of scores a lesson"}
	r.scores = f.scores(isRowKey)
	taken := takenBy(r.scores)
	r.keys.indicator = chooseIndicator(f, taken, true)
	if len(r.scores) < 2 || len(r.keys.indicator) == 0 {
		return nil
	}
	for _, i := range r.keys.indicator {
		taken[i] = true
		n, _ := f.columns[i].naming(Indicator)
		r.indicator = max(r.indicator, n.sure, yes(f.columns[i].role == Indicator))
	}
	domainsAside(f, r, taken)
	whoAndWhich(f, r, taken)
	if len(r.keys.lesson) > 0 || len(r.keys.rater) == 0 || r.rater < 0.6 || r.indicator < 0.6 {
		return nil
	}
	for _, h := range headsOf(f, r.scores) {
		r.facets = append(r.facets, Facets{Lesson: ColumnName(h.text, h.index)})
	}
	if twice(r.facets) {
		return nil
	}
	return r
}
