package layout

// gridLayout is a row for each lesson, and a column for each rater and
// indicator.
var gridLayout = Layout{
	ID: gridID, Title: "lessons as rows, a column for each rater and indicator",
	read: readGrid,
}

func readGrid(f *frame) *reading {
	for i := range f.columns {
		if c := &f.columns[i]; !c.scoring && c.filled > 0 && f.surely(i, Rater) {
			return nil // a column says who rated
		}
	}
	r := &reading{across: true, why: "each row is a lesson, each column of scores the rating of an indicator by one rater"}
	r.scores = f.scores(func(c *column) bool { return f.isItemKey(c) && c.text != "" })
	if len(r.scores) < 2 {
		return nil
	}
	facets, sure := f.factored(r.scores)
	if facets == nil || oneIndicator(facets) {
		return nil
	}
	r.facets, r.score = facets, sure
	f.itemsDown(r)
	return r
}
