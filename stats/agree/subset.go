package agree

// OnlyRaters returns the Data of the raters for whom keep is true. Items that
// lose all their ratings go. A comparison of two such Data is of the same
// items.
func (d *Data) OnlyRaters(keep func(rater int32) bool) *Data {
	often := make([]float64, len(d.raters))
	for g, id := range d.raters {
		if d.byCounts().often[g] > 0 && keep(id) {
			often[g] = 1
		}
	}
	return d.reweighed(often)
}

// OnlyItems returns the Data of the items, by their rows in the Matrix that
// was prepared, for which keep is true. A comparison of two such Data knows
// which items and lessons they share.
func (d *Data) OnlyItems(keep func(row int) bool) *Data {
	var rows []int
	var origin []int32
	for i := range d.matrix.Items() {
		if row := d.row(i); keep(int(row)) {
			rows = append(rows, i)
			origin = append(origin, row)
		}
	}
	s := Prepare(d.matrix.Take(rows))
	s.origin, s.base = origin, d.base
	standing := d.byCounts().often
	return s.OnlyRaters(func(rater int32) bool { return standing[d.code[rater]] > 0 })
}

// row returns the row of item i in the Matrix that was prepared first.
func (d *Data) row(i int) int32 {
	if d.origin == nil {
		return int32(i)
	}
	return d.origin[i]
}

// reweighed returns the Data in which rater g stands often[g] times: 0 leaves
// the rater out, and a rater who stands twice never agrees with themselves.
// Its one frame has the patterns of the Data's ratings.
func (d *Data) reweighed(often []float64) *Data {
	f := d.byRatings().reweighed(often)
	g := *d
	g.byCounts = func() *frame { return f }
	g.byRatings = g.byCounts
	return &g
}
