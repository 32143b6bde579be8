package calibrate

import (
	"context"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A RaterIndicator is how one rater used one indicator: the mean score, and
// how far it lies above (positive) or below the medians of the same items, in
// levels. The group's median is not an answer key.
type RaterIndicator struct {
	Rater      string       `json:"rater" csv:"rater"`
	Indicator  string       `json:"indicator" csv:"indicator"`
	Ratings    int          `json:"ratings" csv:"ratings"`
	Mean       stats.Number `json:"mean" csv:"mean"`
	FromMedian stats.Number `json:"from_median" csv:"from_median"`
}

// use is a rater's scores on an indicator and their distances from the
// medians of the items that others rated too.
type use struct{ scores, distances []float64 }

// listRaterIndicators describes each rater on each indicator that the rater
// rated, in the order of pseudonyms. A distance is absent where nobody else
// rated the item.
func (m *measures) listRaterIndicators(names []string) []RaterIndicator {
	width := len(m.table.Indicators())
	uses := make([]use, len(names)*width)
	for i, it := range m.table.Items() {
		row, levels := m.table.Row(i)
		scores := make([]float64, len(row))
		for k, level := range levels {
			scores[k] = m.table.Value(i, level)
		}
		if len(row) == 0 {
			continue
		}
		middle := median(scores)
		for k, g := range row {
			u := &uses[int(g)*width+int(it.Indicator)]
			u.scores = append(u.scores, scores[k])
			if len(row) > 1 {
				u.distances = append(u.distances, (scores[k]-middle)/m.scaleOf(i).step)
			}
		}
	}
	list := []RaterIndicator{}
	for k, u := range uses {
		if len(u.scores) == 0 {
			continue
		}
		x := RaterIndicator{
			Rater: names[k/width], Indicator: m.table.Indicators()[k%width],
			Ratings: len(u.scores), Mean: stats.Of(stat.Mean(u.scores, nil)),
			FromMedian: stats.None(stats.NoPairs),
		}
		if len(u.distances) > 0 {
			x.FromMedian = stats.Of(stat.Mean(u.distances, nil))
		}
		list = append(list, x)
	}
	slices.SortStableFunc(list, func(x, y RaterIndicator) int {
		return rating.CompareNatural(x.Rater, y.Rater)
	})
	return list
}

// raterIndicators sets the section, up to as many raters as pairs are listed
// for.
func (a *analysis) raterIndicators(context.Context) error {
	a.report.RaterIndicators = []RaterIndicator{}
	if len(a.names) > mostForPairs {
		a.note("too_many_raters", "/rater_indicators")
		return nil
	}
	a.report.RaterIndicators = a.m.listRaterIndicators(a.names)
	return nil
}
