package agree

import "slices"

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

// reweighed returns the frame in which rater g stands often[g] times.
func (f *frame) reweighed(often []float64) *frame {
	g := *f
	g.often = often
	g.counts = make([]float64, len(f.counts))
	g.size, g.pairs = make([]float64, len(f.size)), make([]float64, len(f.size))
	for p := range f.size {
		raters, levels := f.row(p)
		var size, self float64
		for j, r := range raters {
			size += often[r]
			self += often[r] * often[r]
			g.counts[p*f.levels+int(levels[j])] += often[r]
		}
		g.size[p], g.pairs[p] = size, size*size-self
	}
	g.times = g.rated(slices.Clone(f.times))
	return &g
}

// rated takes the items without any rating out of times and returns it.
func (f *frame) rated(times []float64) []float64 {
	for p, n := range f.size {
		if n == 0 {
			times[p] = 0
		}
	}
	return times
}
