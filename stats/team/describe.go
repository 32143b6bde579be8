package team

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// NotObserved counts who marked each item "not observed".
func NotObserved(m *Stats) []int {
	count := make([]int, len(m.Table.Items()))
	for _, mark := range m.Table.Marks() {
		if mark.State == rating.NotObserved {
			count[mark.Item]++
		}
	}
	return count
}

// LevelCounts counts the ratings of an item on each level that occurs.
func LevelCounts(m *Stats, i int) []LevelCount {
	_, levels := m.Table.Row(i)
	counts := make([]int, len(m.ScaleOf(i).Levels.Levels))
	for _, level := range levels {
		counts[level]++
	}
	var list []LevelCount
	for level, n := range counts {
		if n > 0 {
			list = append(list, LevelCount{m.ScaleOf(i).Levels.Levels[level].Value, n})
		}
	}
	return list
}

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

// A Description is what the ratings of some items show. Ratings on several
// scales have no common mean.
type Description struct {
	Scale            string // "" where there are several
	Ratings          int
	Distribution     Distribution
	Mean, Median, Sd stats.Number
}

// Describe describes the ratings of some items.
func Describe(m *Stats, items []int) Description {
	var d Description
	first := m.ScaleOf(items[0])
	counts := make([]int, len(first.Levels.Levels))
	several := false
	for _, i := range items {
		several = several || m.ScaleOf(i) != first
		_, levels := m.Table.Row(i)
		d.Ratings += len(levels)
		if several {
			continue
		}
		for _, level := range levels {
			counts[level]++
		}
	}
	if several {
		none := stats.None(SeveralScales)
		d.Mean, d.Median, d.Sd, d.Distribution = none, none, none, Distribution{}
		return d
	}
	d.Scale, d.Distribution = first.Levels.ID, counts
	d.Mean, d.Sd = first.moments(counts)
	d.Median = stats.Of((first.at(counts, (d.Ratings-1)/2) + first.at(counts, d.Ratings/2)) / 2)
	return d
}

// moments returns the mean and the sample standard deviation of ratings from
// their count on each level.
func (s *Scale) moments(counts []int) (mean, sd stats.Number) {
	values, weights := s.Levels.Values(), make([]float64, len(counts))
	n := 0
	for level, c := range counts {
		weights[level] = float64(c)
		n += c
	}
	sd = stats.None(fewItems)
	if n >= 2 {
		sd = stats.Of(math.Sqrt(stat.Variance(values, weights)))
	}
	return stats.Of(stat.Mean(values, weights)), sd
}

// at returns the rating at a position of the ascending ratings.
func (s *Scale) at(counts []int, position int) float64 {
	for level, c := range counts {
		if position < c {
			return s.Levels.Levels[level].Value
		}
		position -= c
	}
	return math.NaN()
}

// Median returns the middle of values, or the mean of the two in the middle.
func Median(values []float64) float64 {
	values = slices.Clone(values)
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// WithinGroup returns rwg and the average deviation, means over items.
func WithinGroup(m *Stats, items []int) (rwg, ad stats.Number) {
	why := stats.NoPairs
	var shares, deviations mean
	for _, i := range items {
		it := m.Item(i)
		if it.Ratings < 2 {
			continue
		}
		if !shares.add(it.rwg) {
			why = it.rwg.Reason()
		}
		deviations.add(it.ad)
	}
	return shares.or(why), deviations.or(stats.NoPairs)
}

// A mean adds up numbers.
type mean struct{ sum, n float64 }

// add adds a number, and says whether there is one.
func (a *mean) add(x stats.Number) bool {
	v, ok := x.Value()
	if ok {
		a.sum += v
		a.n++
	}
	return ok
}

// or returns the mean, or why there is none.
func (a *mean) or(why stats.Reason) stats.Number {
	if a.n == 0 {
		return stats.None(why)
	}
	return stats.Of(a.sum / a.n)
}

// LessonMeans returns the exact agreement of each lesson that has pairs.
func LessonMeans(m *Stats) []float64 {
	var means []float64
	for code := range m.Table.Lessons() {
		items := m.OfLesson[code]
		if v, ok := m.MeanOver(items, func(it *Item) float64 { return it.Exact() }).Value(); ok {
			means = append(means, v)
		}
	}
	return means
}

// A Given is what one rater gave.
type Given struct {
	Ratings, Scores int // scores that differ
	Mean, Sd        stats.Number
}

// GivenBy returns what each rater gave, of one who gave nothing only zeros. What
// was given on several scales has no common mean.
func GivenBy(m *Stats) []Given {
	counts := make([][][]int, len(m.Scales))
	for s := range counts {
		counts[s] = lists(slices.Repeat([]int{len(m.Scales[s].Levels.Levels)}, len(m.Table.Raters())))
		for g, row := range counts[s] {
			counts[s][g] = row[:cap(row)]
		}
	}
	for i, item := range m.Table.Items() {
		of := counts[m.Table.ScaleOf(item.Indicator)]
		row, levels := m.Table.Row(i)
		for k, g := range row {
			of[g][levels[k]]++
		}
	}
	list := make([]Given, len(m.Table.Raters()))
	for g := range list {
		seen := map[float64]bool{}
		for s := range m.Scales {
			for level, n := range counts[s][g] {
				if n > 0 {
					list[g].Ratings += n
					seen[m.Scales[s].Levels.Levels[level].Value] = true
				}
			}
		}
		list[g].Scores = len(seen)
		list[g].Mean, list[g].Sd = stats.None(SeveralScales), stats.None(SeveralScales)
		if len(m.Scales) == 1 && list[g].Ratings > 0 {
			list[g].Mean, list[g].Sd = m.Scales[0].moments(counts[0][g])
		}
	}
	return list
}

// OnlyScore is the one score that a rater gave, if there is one.
func OnlyScore(m *Stats, rater int32) (score float64, ok bool) {
	if m.only == nil {
		m.only = make([]onlyScore, len(m.Table.Raters()))
		for _, r := range m.Table.All() {
			v, one := m.Table.Value(int(r.Item), r.Level), &m.only[r.Rater]
			one.several = one.several || one.any && one.score != v
			one.score, one.any = v, true
		}
	}
	one := m.only[rater]
	return one.score, one.any && !one.several
}

type onlyScore struct {
	score        float64
	any, several bool
}

// LevelCount is how many raters gave a level.
type LevelCount struct {
	Value float64 `json:"value"`
	Count int     `json:"count"`
}

// Average returns the mean of values.
func Average(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
