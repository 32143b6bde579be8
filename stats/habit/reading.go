package habit

import "math"

// readings finds raters who read one indicator otherwise than the others, from
// lesson to lesson. Of rater g and indicator i, e_gi is the mean over lessons
// of own − mean of the others on i, less the rater's same mean over the
// lesson's other indicators. A cell counts where |e_gi| is half a level or more
// and most of its lessons, two at least, are half a level or more on that
// side; among cells that count, in each draw too, one of more lessons stands
// out more (√lessons). Draws permute the ratings of each item. The rater's own
// distances, permuted among the indicators of each lesson, must bear it out,
// or a rater who is unsteady on all indicators would be named for one.
//
// It takes three lessons. Raters in without are left out.
func (s *sheets) readings(without []bool) ([]Finding, Kind) {
	if !s.several() || s.ratings > mostRatings {
		return nil, ""
	}
	r := s.newReading(without)
	var asked asked
	for c, cell := range r.measure() {
		if far := cell.far(); far > 0 && r.borneOut(c/s.indicators, far) {
			asked.add(c, far)
		}
	}
	observed := make([]cell, len(asked.ids))
	for k, c := range asked.ids {
		observed[k] = r.cells[c]
	}
	rng, n := s.rand(drawReading), s.draws(s.ratings)
	asked.compare(n, alphaReading, func() float64 {
		for i := range r.deals {
			shuffle(rng, r.deals[i].values)
		}
		furthest := 0.0
		for _, cell := range r.measure() {
			furthest = max(furthest, cell.far())
		}
		return furthest
	})
	items, _ := s.rated()
	var found []Finding
	for k, c := range asked.ids {
		g, e := c/s.indicators, observed[k]
		if p := asked.p(k, n); p <= alphaReading {
			found = append(found, Finding{
				Kind: ReadingOfIndicator, Rater: int32(g), Indicator: int32(c % s.indicators),
				Distance: e.sum / float64(e.lessons), Items: items[g],
				Lessons: e.lessons, Apart: max(e.above, e.below), P: p,
			})
		}
	}
	return found, ReadingOfIndicator
}

// A cell is how one rater reads one indicator, over the lessons in which the
// rater shares other indicators too.
type cell struct {
	sum                   float64
	lessons, above, below int // of these, half a level or more above, or below
}

// add takes in one lesson.
func (c *cell) add(e float64) {
	c.sum += e
	c.lessons++
	switch {
	case e >= half-1e-9:
		c.above++
	case e <= -half+1e-9:
		c.below++
	}
}

// far is how far a cell stands out, 0 where it does not count.
func (c *cell) far() float64 {
	n, apart := float64(c.lessons), c.above
	if c.sum < 0 {
		apart = c.below
	}
	if apart < 2 || 2*apart <= c.lessons || math.Abs(c.sum) < n*(half-1e-9) {
		return 0
	}
	return math.Abs(c.sum) / math.Sqrt(n)
}

// A reading is the distances of a team, and room to measure its cells.
type reading struct {
	*sheets
	deals   []deal
	without []bool
	sums    []float64 // of the distances of a sheet, by rater and lesson
	shared  []float64 // items of the sheet
	cells   []cell    // by rater and indicator
}

func (s *sheets) newReading(without []bool) *reading {
	n := s.raters * s.lessons
	r := &reading{
		sheets: s, without: without, sums: make([]float64, n), shared: make([]float64, n),
		cells: make([]cell, s.raters*s.indicators),
	}
	for i := range s.items {
		it := &s.items[i]
		r.deals = append(r.deals, deal{s.ratersOf(it), s.apart(it, nil)})
		for _, g := range s.ratersOf(it) {
			r.shared[int(g)*s.lessons+int(it.lesson)]++
		}
	}
	return r
}

// measure returns the cells of the distances as they are dealt.
func (r *reading) measure() []cell {
	clear(r.sums)
	clear(r.cells)
	for i, d := range r.deals {
		lesson := int(r.items[i].lesson)
		for k, g := range d.raters {
			r.sums[int(g)*r.lessons+lesson] += d.values[k]
		}
	}
	for i, d := range r.deals {
		it := &r.items[i]
		for k, g := range d.raters {
			sheet := int(g)*r.lessons + int(it.lesson)
			if n := r.shared[sheet]; n > 1 && !r.without[g] {
				r.cells[int(g)*r.indicators+int(it.indicator)].add(beyond(d.values[k], r.sums[sheet], n))
			}
		}
	}
	return r.cells
}

// beyond is a distance less the mean of the sheet's others.
func beyond(v, sum, n float64) float64 { return v - (sum-v)/(n-1) }

// What the rater's own distances must say.
const (
	ownDraws = 999
	ownAlpha = 0.05
)

// borneOut compares a cell with the furthest indicator of the rater when the
// rater's distances are permuted among the indicators of each lesson.
func (r *reading) borneOut(rater int, far float64) bool {
	var sheets []deal // the indicators in place of raters
	for i, d := range r.deals {
		it := &r.items[i]
		if i == 0 || r.items[i-1].lesson != it.lesson {
			sheets = append(sheets, deal{})
		}
		last := &sheets[len(sheets)-1]
		for k, g := range d.raters {
			if int(g) == rater {
				last.raters = append(last.raters, it.indicator)
				last.values = append(last.values, d.values[k])
			}
		}
	}
	rng := r.rand(drawOwn + rater)
	cells := make([]cell, r.indicators)
	var own asked
	own.add(rater, far)
	own.compare(ownDraws, ownAlpha, func() float64 {
		clear(cells)
		for _, d := range sheets {
			shuffle(rng, d.values)
			n, sum := float64(len(d.values)), 0.0
			for _, v := range d.values {
				sum += v
			}
			for k, i := range d.raters {
				if n > 1 {
					cells[i].add(beyond(d.values[k], sum, n))
				}
			}
		}
		furthest := 0.0
		for i := range cells {
			furthest = max(furthest, cells[i].far())
		}
		return furthest
	})
	return own.p(0, ownDraws) <= ownAlpha
}
