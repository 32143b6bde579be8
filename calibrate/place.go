package calibrate

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

// mostToDiscuss is how many places a meeting can take up first.
const mostToDiscuss = 3

// A Distribution is the count of ratings on each level of a scale.
type Distribution []int

// MarshalCSV writes the counts separated by spaces.
func (d Distribution) MarshalCSV() (string, error) {
	counts := make([]string, len(d))
	for i, n := range d {
		counts[i] = strconv.Itoa(n)
	}
	return strings.Join(counts, " "), nil
}

// indicators describes each indicator.
func (m *measures) indicators(names map[string]string) []Place {
	list := make([]Place, 0, len(m.table.Indicators()))
	for code, id := range m.table.Indicators() {
		items := m.ofIndicator[code]
		if len(items) == 0 {
			continue
		}
		p := m.place(items, m.unit)
		p.ID, p.Name = id, cmp.Or(names[id], id)
		p.Alpha = m.indicatorAlpha(items)
		list = append(list, p)
	}
	m.rank(list)
	return list
}

// lessonPlaces describes each lesson. A lesson's interval speaks of its
// items: it cannot speak of lessons.
func (m *measures) lessonPlaces() []Place {
	list := make([]Place, 0, len(m.table.Lessons()))
	for code, id := range m.table.Lessons() {
		items := m.ofLesson[code]
		if len(items) == 0 {
			continue
		}
		p := m.place(items, stats.ByItem)
		p.ID, p.Name = id, id
		p.Alpha = stats.None(pooledOverKind)
		p.Meets = noAnswer(stats.NotApplicable)
		list = append(list, p)
	}
	m.rank(list)
	return list
}

// place describes the items of an indicator or a lesson.
func (m *measures) place(items []int, unit stats.Unit) Place {
	p := Place{Items: len(items)}
	f := m.figures(items, unit)
	p.Exact, p.WithinOne, p.TwoApart = f.exact, f.withinOne, f.twoApart
	p.TypicalGap = m.meanOver(items, func(it *item) float64 { return it.gap })
	p.CommonestShare = m.meanOver(items, func(it *item) float64 { return it.commonest })
	d := m.describe(items)
	p.Scale, p.Ratings, p.Distribution = d.scale, d.ratings, d.distribution
	p.Mean, p.Median, p.SD = d.mean, d.median, d.sd
	p.RWG, p.AD = m.withinGroup(items)
	part := m.partOf(items)
	p.DistanceShare, p.ExpectedShare = part.share, part.expected
	p.Settled = Settled{Exact: part.settledExact, Distance: part.settledDistance}
	return p
}

// extent counts the raters and the lessons of items.
func (m *measures) extent(items []int) (raters, lessons int) {
	rated, seen := map[int32]bool{}, map[int32]bool{}
	for _, i := range items {
		row, _ := m.table.Row(i)
		for _, g := range row {
			rated[g] = true
		}
		seen[m.table.Items()[i].Lesson] = true
	}
	return len(rated), len(seen)
}

// meanOver is the plain mean over the items with two ratings or more.
func (m *measures) meanOver(items []int, of func(*item) float64) stats.Number {
	list := make([]observation, len(items))
	for k, i := range items {
		list[k] = observation{value: of(&m.items[i]), paired: m.items[i].ratings >= 2}
	}
	return mean(list)
}

// A description is what the ratings of some items show. Ratings on several
// scales have no common mean.
type description struct {
	scale            string // "" where there are several
	ratings          int
	distribution     Distribution
	mean, median, sd stats.Number
}

// describe describes the ratings of some items.
func (m *measures) describe(items []int) description {
	var d description
	first := m.scaleOf(items[0]).scale
	var values []float64
	distribution := make(Distribution, len(first.Levels))
	several := false
	for _, i := range items {
		several = several || m.scaleOf(i).scale != first
		_, levels := m.table.Row(i)
		d.ratings += len(levels)
		for _, level := range levels {
			if !several {
				distribution[level]++
				values = append(values, first.Levels[level].Value)
			}
		}
	}
	if several {
		none := stats.None(severalScales)
		d.mean, d.median, d.sd, d.distribution = none, none, none, Distribution{}
		return d
	}
	d.scale, d.distribution = first.ID, distribution
	d.mean = stats.Of(stat.Mean(values, nil))
	d.median = stats.Of(median(values))
	d.sd = standardDeviation(values)
	return d
}

// median returns the middle of values, or the mean of the two in the middle.
func median(values []float64) float64 {
	values = slices.Clone(values)
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// standardDeviation returns the sample standard deviation.
func standardDeviation(values []float64) stats.Number {
	if len(values) < 2 {
		return stats.None(fewItems)
	}
	return stats.Of(math.Sqrt(stat.Variance(values, nil)))
}

// withinGroup returns rwg and the average deviation, means over items.
func (m *measures) withinGroup(items []int) (rwg, ad stats.Number) {
	var shares, deviations []observation
	why := stats.NoPairs
	for _, i := range items {
		_, levels := m.table.Row(i)
		if len(levels) < 2 {
			continue
		}
		values := make([]float64, len(levels))
		for k, level := range levels {
			values[k] = m.table.Value(i, level)
		}
		r := within.RWG(values, m.scaleOf(i).scale.Values())
		if v, ok := r.Value(); ok {
			shares = append(shares, observation{value: v, paired: true})
		} else {
			why = r.Reason()
		}
		deviation, _ := within.AverageDeviation(values)
		if v, ok := deviation.Value(); ok {
			deviations = append(deviations, observation{value: v, paired: true})
		}
	}
	if rwg = mean(shares); len(shares) == 0 {
		rwg = stats.None(why)
	}
	return rwg, mean(deviations)
}

// A portion of the distance is what some items carry of it and of the pair
// weights, and what settling them would win.
type portion struct{ share, expected, settledExact, settledDistance stats.Number }

// partOf returns the items' portion of the distance.
func (m *measures) partOf(items []int) portion {
	distance := m.distance()
	share, expected, won := 0.0, 0.0, 0.0
	for _, i := range items {
		expected += m.weight(i)
		if distance.OK() {
			share += m.contribution(i)
		}
		if m.items[i].ratings >= 2 { // at its own median every rating is the same
			won += 1 - m.items[i].exact
		}
	}
	p := portion{
		share: distance.Map(func(float64) float64 { return share }),
		// D_e is held: recomputed, the distance could grow.
		settledDistance: distance.Map(func(d float64) float64 { return max(0, d-share) }),
		expected:        stats.None(stats.NoPairs), settledExact: stats.None(stats.NoPairs),
	}
	if m.pairable > 0 {
		p.expected = stats.Of(expected)
	}
	if m.paired > 0 {
		p.settledExact = stats.Of((m.exact + won) / float64(m.paired))
	}
	return p
}

// byPlaceRank returns the places with those furthest apart first.
func byPlaceRank(places []Place) []Place {
	places = slices.Clone(places)
	slices.SortFunc(places, func(x, y Place) int { return cmp.Compare(x.Rank, y.Rank) })
	return places
}

// rank orders places by what settling each would win: the part of the
// distance, then the exact agreement, then the name. A split between the ends
// of a scale so stands before one in the middle.
func (m *measures) rank(places []Place) {
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &places[a], &places[b]
		return cmp.Or(
			-cmp.Compare(x.DistanceShare.Or(0), y.DistanceShare.Or(0)),
			cmp.Compare(x.Exact.Value.Or(1), y.Exact.Value.Or(1)),
			rating.CompareNatural(x.ID, y.ID))
	})
	for rank, i := range order {
		places[i].Rank = rank + 1
		places[i].Discuss = rank < mostToDiscuss && places[i].Exact.Value.Or(1) < 1
	}
}
