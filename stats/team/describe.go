package team

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

// NotObserved counts who marked each item "not observed".
func NotObserved(m *Stats) []int {
	count := make([]int, len(m.Items))
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
	first := m.ScaleOf(items[0]).Levels
	var values []float64
	distribution := make(Distribution, len(first.Levels))
	several := false
	for _, i := range items {
		several = several || m.ScaleOf(i).Levels != first
		_, levels := m.Table.Row(i)
		d.Ratings += len(levels)
		for _, level := range levels {
			if !several {
				distribution[level]++
				values = append(values, first.Levels[level].Value)
			}
		}
	}
	if several {
		none := stats.None(SeveralScales)
		d.Mean, d.Median, d.Sd, d.Distribution = none, none, none, Distribution{}
		return d
	}
	d.Scale, d.Distribution = first.ID, distribution
	d.Mean = stats.Of(stat.Mean(values, nil))
	d.Median = stats.Of(Median(values))
	d.Sd = StandardDeviation(values)
	return d
}

// Median returns the middle of values, or the mean of the two in the middle.
func Median(values []float64) float64 {
	values = slices.Clone(values)
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// StandardDeviation returns the sample standard deviation.
func StandardDeviation(values []float64) stats.Number {
	if len(values) < 2 {
		return stats.None(fewItems)
	}
	return stats.Of(math.Sqrt(stat.Variance(values, nil)))
}

// WithinGroup returns rwg and the average deviation, means over items.
func WithinGroup(m *Stats, items []int) (rwg, ad stats.Number) {
	var shares, deviations []inference.Observation
	why := stats.NoPairs
	for _, i := range items {
		_, levels := m.Table.Row(i)
		if len(levels) < 2 {
			continue
		}
		values := make([]float64, len(levels))
		for k, level := range levels {
			values[k] = m.Table.Value(i, level)
		}
		r := within.RWG(values, m.ScaleOf(i).Levels.Values())
		if v, ok := r.Value(); ok {
			shares = append(shares, inference.Observation{Value: v, Paired: true})
		} else {
			why = r.Reason()
		}
		deviation, _ := within.AverageDeviation(values)
		if v, ok := deviation.Value(); ok {
			deviations = append(deviations, inference.Observation{Value: v, Paired: true})
		}
	}
	if rwg = inference.Mean(shares); len(shares) == 0 {
		rwg = stats.None(why)
	}
	return rwg, inference.Mean(deviations)
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

// ScoresByRater returns each rater's scores, by item.
func ScoresByRater(m *Stats) [][]float64 {
	count := make([]int, len(m.Table.Raters()))
	for _, r := range m.Table.All() {
		count[r.Rater]++
	}
	values := make([][]float64, len(count))
	for g, n := range count {
		if n > 0 {
			values[g] = make([]float64, 0, n)
		}
	}
	for _, r := range m.Table.All() {
		values[r.Rater] = append(values[r.Rater], m.Table.Value(int(r.Item), r.Level))
	}
	return values
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

// Distinct counts the distinct values.
func Distinct(values []float64) int {
	seen := map[float64]bool{}
	for _, v := range values {
		seen[v] = true
	}
	return len(seen)
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
