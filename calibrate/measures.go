package calibrate

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// measures is what every section reads: each item's agreement, and what
// chance gives on each scale.
type measures struct {
	table   *rating.Table
	items   []item
	scales  []scaleMeasures
	lessons int // lessons with a rating
	options measuring
	unit    stats.Unit

	paired   int     // items with two ratings or more
	exact    float64 // their exact agreement, added up
	pairable int     // N: ratings of items with two or more
	expected float64 // D_e: distance of two ratings drawn at random

	fitted *raterFit // of item and rater, when first asked for
	rated  []int     // positions of the items with a rating
	// The same of each lesson, and of each indicator.
	ofLesson, ofIndicator [][]int
	apart                 stats.Number // the distance
}

// measuring is how measures and their intervals are made.
type measuring struct {
	unit       stats.Unit // empty: lessons with five or more, else items
	confidence float64
	seed       uint64 // of what is drawn
}

// measuring are the options of the measures.
func (o Options) measuring() measuring {
	return measuring{unit: o.Unit, confidence: o.Confidence, seed: o.Seed}
}

// item is how far the raters of one item are apart. The shares are over its
// pairs and stand for items with two ratings or more.
type item struct {
	ratings   int
	pairs     int
	exact     float64
	withinOne float64
	twoApart  float64
	gap       float64 // mean |x - y| in steps
	distance  float64 // D_u: mean squared difference over the squared range
	commonest float64 // share of the raters on the commonest level
}

// scaleMeasures is what two ratings drawn without replacement from the
// pairable ratings of a scale would show.
type scaleMeasures struct {
	scale    *rating.Scale
	step     float64
	whole    []float64 // its whole levels
	pairable int
	chance   shares
	ok       bool // two pairable ratings or more
	expected float64
}

// shares are the three ways in which two ratings can be near.
type shares struct{ exact, withinOne, twoApart float64 }

// without returns the measures of the ratings of all but one rater.
func (m *measures) without(rater int32) *measures {
	return measure(m.table.Where(func(_ int, r rating.Rating) bool { return r.Rater != rater }), m.options)
}

// measure computes the measures of a table.
func measure(t *rating.Table, o measuring) *measures {
	m := &measures{table: t, options: o}
	counts := make([][]int, len(t.Scales()))
	m.scales = make([]scaleMeasures, len(t.Scales()))
	for s := range t.Scales() {
		scale := &t.Scales()[s]
		counts[s] = make([]int, len(scale.Levels))
		m.scales[s] = scaleMeasures{scale: scale, step: scale.Step(), whole: scale.Whole()}
	}
	m.items = make([]item, len(t.Items()))
	for i := range t.Items() {
		s := t.ScaleOf(t.Items()[i].Indicator)
		_, levels := t.Row(i)
		row := make([]int, len(counts[s]))
		for _, level := range levels {
			row[level]++
		}
		m.items[i] = m.scales[s].item(row, len(levels))
		if len(levels) >= 2 {
			m.paired++
			m.exact += m.items[i].exact
			for level, n := range row {
				counts[s][level] += n
			}
		}
	}
	for s := range m.scales {
		m.scales[s].draw(counts[s])
		m.pairable += m.scales[s].pairable
	}
	for _, s := range m.scales { // D_e averaged over the scales by N
		m.expected += s.expected * float64(s.pairable) / float64(max(m.pairable, 1))
	}
	m.ofLesson, m.ofIndicator = make([][]int, len(t.Lessons())), make([][]int, len(t.Indicators()))
	for i, item := range t.Items() {
		if m.items[i].ratings > 0 {
			m.rated = append(m.rated, i)
			m.ofLesson[item.Lesson] = append(m.ofLesson[item.Lesson], i)
			m.ofIndicator[item.Indicator] = append(m.ofIndicator[item.Indicator], i)
		}
	}
	m.apart = m.sumDistance()
	m.lessons = countLessons(t)
	m.unit = o.unit
	if m.unit == "" {
		m.unit = stats.ByItem
		if m.lessons >= lessonsForUnit {
			m.unit = stats.ByLesson
		}
	}
	return m
}

// countLessons counts the lessons with a rating.
func countLessons(t *rating.Table) int {
	seen := make([]bool, len(t.Lessons()))
	for i, item := range t.Items() {
		if raters, _ := t.Row(i); len(raters) > 0 {
			seen[item.Lesson] = true
		}
	}
	return countTrue(seen)
}

// item measures one item from the count of its ratings on each level.
func (s *scaleMeasures) item(counts []int, n int) item {
	it := item{ratings: n, pairs: n * (n - 1) / 2}
	if n < 2 {
		return it
	}
	top := 0
	s.eachPair(counts, func(near shares, gap, distance, weight float64) {
		it.exact += weight * near.exact
		it.withinOne += weight * near.withinOne
		it.twoApart += weight * near.twoApart
		it.gap += weight * gap
		it.distance += weight * distance
	})
	for _, c := range counts {
		top = max(top, c)
	}
	it.commonest = float64(top) / float64(n)
	return it
}

// draw sets what two ratings drawn at random would show.
func (s *scaleMeasures) draw(counts []int) {
	for _, c := range counts {
		s.pairable += c
	}
	s.ok = s.pairable >= 2
	if !s.ok {
		return
	}
	s.eachPair(counts, func(near shares, _, distance, weight float64) {
		s.chance.exact += weight * near.exact
		s.chance.withinOne += weight * near.withinOne
		s.chance.twoApart += weight * near.twoApart
		s.expected += weight * distance
	})
}

// eachPair calls f for each two levels that occur, with how near they are and
// the share of the ordered pairs of ratings that are on them.
func (s *scaleMeasures) eachPair(counts []int, f func(near shares, gap, distance, weight float64)) {
	n := 0
	for _, c := range counts {
		n += c
	}
	pairs := float64(n) * float64(n-1)
	for k, nk := range counts {
		if nk == 0 {
			continue
		}
		if nk > 1 {
			f(shares{exact: 1, withinOne: 1}, 0, 0, float64(nk)*float64(nk-1)/pairs)
		}
		for l := k + 1; l < len(counts); l++ {
			if counts[l] == 0 {
				continue
			}
			near, gap, distance := s.compare(k, l)
			f(near, gap, distance, 2*float64(nk)*float64(counts[l])/pairs)
		}
	}
}

// compare says how near two levels are: the gap in steps, the distance as the
// squared difference over the squared range.
func (s *scaleMeasures) compare(k, l int) (near shares, gap, distance float64) {
	if k == l {
		return shares{exact: 1, withinOne: 1}, 0, 0
	}
	difference := math.Abs(s.scale.Levels[k].Value - s.scale.Levels[l].Value)
	if difference <= s.step*(1+1e-9) {
		near.withinOne = 1
	} else {
		near.twoApart = 1
	}
	relative := difference / s.scale.Range()
	return near, difference / s.step, relative * relative
}

// scaleOf returns the measures of the scale of an item.
func (m *measures) scaleOf(i int) *scaleMeasures {
	return &m.scales[m.table.ScaleOf(m.table.Items()[i].Indicator)]
}

// distance returns 1 - alpha on the interval metric, or why there is none.
func (m *measures) distance() stats.Number { return m.apart }

// sumDistance adds up the items' parts of the distance.
func (m *measures) sumDistance() stats.Number {
	switch {
	case m.pairable == 0:
		return stats.None(stats.NoPairs)
	case m.narrow():
		return stats.None(narrowRange)
	}
	sum := 0.0
	for i := range m.items {
		sum += m.contribution(i)
	}
	return stats.Of(sum)
}

// narrow reports whether two ratings drawn at random would be equal more than
// 80% of the time: no distance can be told then.
func (m *measures) narrow() bool {
	chance, ok := m.chance(m.all(), func(s shares) float64 { return s.exact }).Value()
	return !ok || chance > 0.8 || m.expected == 0
}

// contribution is item u's part of the distance, m_u D_u / (N D_e). It is
// meaningful where the distance is.
func (m *measures) contribution(i int) float64 {
	it := &m.items[i]
	if it.ratings < 2 {
		return 0
	}
	return float64(it.ratings) * it.distance / (float64(m.pairable) * m.expected)
}

// weight is item u's part of the pair weights, m_u / N.
func (m *measures) weight(i int) float64 {
	if m.items[i].ratings < 2 {
		return 0
	}
	return float64(m.items[i].ratings) / float64(m.pairable)
}

// all returns the positions of all items with a rating. Read it only.
func (m *measures) all() []int { return m.rated }

// chance is the mean over the paired items of what chance gives on their
// scale: one number a scale, so that rows compare.
func (m *measures) chance(items []int, of func(shares) float64) stats.Number {
	sum, n := 0.0, 0
	for _, i := range items {
		if s := m.scaleOf(i); m.items[i].ratings >= 2 && s.ok {
			sum += of(s.chance)
			n++
		}
	}
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(sum / float64(n))
}
