package analysis

import (
	"context"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// use is a rater's scores on an indicator and their distances from the
// medians of the items that others rated too.
type use struct{ scores, distances []float64 }

// listRaterIndicators describes each rater on each indicator that the rater
// rated, in the order of pseudonyms. A distance is absent where nobody else
// rated the item.
func listRaterIndicators(m *team.Stats, names []string) []calibrate.RaterIndicator {
	width := len(m.Table.Indicators())
	uses := make([]use, len(names)*width)
	for i, it := range m.Table.Items() {
		row, levels := m.Table.Row(i)
		scores := make([]float64, len(row))
		for k, level := range levels {
			scores[k] = m.Table.Value(i, level)
		}
		if len(row) == 0 {
			continue
		}
		middle := team.Median(scores)
		for k, g := range row {
			u := &uses[int(g)*width+int(it.Indicator)]
			u.scores = append(u.scores, scores[k])
			if len(row) > 1 {
				u.distances = append(u.distances, (scores[k]-middle)/m.ScaleOf(i).Step)
			}
		}
	}
	list := []calibrate.RaterIndicator{}
	for k, u := range uses {
		if len(u.scores) == 0 {
			continue
		}
		x := calibrate.RaterIndicator{
			Rater: names[k/width], Indicator: m.Table.Indicators()[k%width],
			Ratings: len(u.scores), Mean: stats.Of(stat.Mean(u.scores, nil)),
			FromMedian: stats.None(stats.NoPairs),
		}
		if len(u.distances) > 0 {
			x.FromMedian = stats.Of(stat.Mean(u.distances, nil))
		}
		list = append(list, x)
	}
	slices.SortStableFunc(list, func(x, y calibrate.RaterIndicator) int {
		return rating.CompareNatural(x.Rater, y.Rater)
	})
	return list
}

// raterIndicators sets the section, up to as many raters as pairs are listed
// for.
func raterIndicators(a *work, _ context.Context) error {
	a.report.RaterIndicators = []calibrate.RaterIndicator{}
	if len(a.names) > statistics.MostForPairs {
		a.note("too_many_raters", "/rater_indicators")
		return nil
	}
	a.report.RaterIndicators = listRaterIndicators(a.m, a.names)
	a.report.RaterMarks = listRaterMarks(a.m, a.names, a.report.RaterIndicators)
	return nil
}

// listRaterMarks lists on which indicators raters gave no score at all: those
// that are marked and not among the rated, in the order of pseudonyms.
func listRaterMarks(m *team.Stats, names []string, rated []calibrate.RaterIndicator) []calibrate.RaterMark {
	type place struct{ rater, indicator string }
	scored := map[place]bool{}
	for _, x := range rated {
		scored[place{x.Rater, x.Indicator}] = true
	}
	at := map[place]int{}
	var list []calibrate.RaterMark
	for _, mark := range m.Table.Marks() {
		p := place{names[mark.Rater], m.Table.Indicators()[m.Table.Items()[mark.Item].Indicator]}
		if scored[p] {
			continue
		}
		k, ok := at[p]
		if !ok {
			k = len(list)
			at[p] = k
			list = append(list, calibrate.RaterMark{Rater: p.rater, Indicator: p.indicator})
		}
		if mark.State == rating.NotObserved {
			list[k].NotObserved++
		} else {
			list[k].Blank++
		}
	}
	slices.SortStableFunc(list, func(x, y calibrate.RaterMark) int { return rating.CompareNatural(x.Rater, y.Rater) })
	return list
}
