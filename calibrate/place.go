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
		p := m.place(items, ByItem)
		p.ID, p.Name = id, id
		p.Alpha = stats.None(pooledOverKind)
		p.Meets = noAnswer(stats.NotApplicable)
		list = append(list, p)
	}
	m.rank(list)
	return list
}

// place describes the items of an indicator or a lesson.
func (m *measures) place(items []int, unit Unit) Place {
	p := Place{Items: len(items), members: items}
	p.raters, p.lessons = m.extent(items)
	f := m.figures(items, unit)
	p.Exact, p.WithinOne, p.TwoApart = f.exact, f.withinOne, f.twoApart
	p.TypicalGap = m.meanOver(items, func(it *item) float64 { return it.gap })
	p.CommonestShare = m.meanOver(items, func(it *item) float64 { return it.commonest })
	m.describe(&p, items)
	m.withinGroup(&p, items)
	m.shareOf(&p, items)
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

// describe sets what the ratings of one scale show. Ratings on several scales
// have no common mean.
func (m *measures) describe(p *Place, items []int) {
	first := m.scaleOf(items[0]).scale
	var values []float64
	distribution := make(Distribution, len(first.Levels))
	several := false
	for _, i := range items {
		several = several || m.scaleOf(i).scale != first
		_, levels := m.table.Row(i)
		p.Ratings += len(levels)
		for _, level := range levels {
			if !several {
				distribution[level]++
				values = append(values, first.Levels[level].Value)
			}
		}
	}
	if several {
		none := stats.None(severalScales)
		p.Mean, p.Median, p.SD, p.Distribution = none, none, none, Distribution{}
		return
	}
	p.Scale, p.Distribution = first.ID, distribution
	p.Mean = stats.Of(stat.Mean(values, nil))
	p.Median = stats.Of(median(values))
	p.SD = standardDeviation(values)
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

// withinGroup sets rwg and the average deviation, means over items.
func (m *measures) withinGroup(p *Place, items []int) {
	var rwg, ad []observation
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
			rwg = append(rwg, observation{value: v, paired: true})
		} else {
			why = r.Reason()
		}
		deviation, _ := within.AverageDeviation(values)
		if v, ok := deviation.Value(); ok {
			ad = append(ad, observation{value: v, paired: true})
		}
	}
	if p.RWG = mean(rwg); len(rwg) == 0 {
		p.RWG = stats.None(why)
	}
	p.AD = mean(ad)
}

// shareOf sets the items' part of the distance, their part of the pair
// weights, and what settling them would win.
func (m *measures) shareOf(p *Place, items []int) {
	distance := m.distance()
	share, expected := 0.0, 0.0
	for _, i := range items {
		expected += m.weight(i)
		if distance.OK() {
			share += m.contribution(i)
		}
	}
	p.ExpectedShare = stats.Of(expected)
	if m.pairable == 0 {
		p.ExpectedShare = stats.None(stats.NoPairs)
	}
	p.DistanceShare = distance.Map(func(float64) float64 { return share })
	// D_e is held: recomputed, the distance could grow.
	p.Settled.Distance = distance.Map(func(d float64) float64 { return max(0, d-share) })
	// At its own median, every rating of an item is the same.
	won := 0.0
	for _, i := range items {
		if m.items[i].ratings >= 2 {
			won += 1 - m.items[i].exact
		}
	}
	p.Settled.Exact = stats.None(stats.NoPairs)
	if m.paired > 0 {
		p.Settled.Exact = stats.Of((m.exact + won) / float64(m.paired))
	}
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
