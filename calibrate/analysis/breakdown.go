package analysis

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

func places(a *work, _ context.Context) error {
	a.report.Indicators = indicators(a.m, a.study.Names)
	a.report.Lessons = lessonPlaces(a.m)
	gaps, chance := team.GapsOf(a.study.Table), team.CommonestChance(a.m)
	add := func(list []calibrate.Breakdown, ids []string, items [][]int) {
		of := make(map[string][]int, len(ids))
		for code, id := range ids {
			of[id] = items[code]
		}
		for i := range list {
			addGaps(&list[i], a.m, of[list[i].ID], gaps, chance)
		}
	}
	add(a.report.Indicators, a.m.Table.Indicators(), a.m.OfIndicator)
	add(a.report.Lessons, a.m.Table.Lessons(), a.m.OfLesson)
	return nil
}

// mostToDiscuss is how many places a meeting can take up first.
const mostToDiscuss = 3

// indicators describes each indicator.
func indicators(m *team.Stats, names map[string]string) []calibrate.Breakdown {
	list := make([]calibrate.Breakdown, 0, len(m.Table.Indicators()))
	for code, id := range m.Table.Indicators() {
		items := m.OfIndicator[code]
		if len(items) == 0 {
			continue
		}
		p := place(m, items, m.Unit)
		p.ID, p.Name = id, cmp.Or(names[id], id)
		p.Alpha = indicatorAlpha(m, items)
		list = append(list, p)
	}
	rank(m, list)
	return list
}

// lessonPlaces describes each lesson. A lesson's interval speaks of its
// items: it cannot speak of lessons.
func lessonPlaces(m *team.Stats) []calibrate.Breakdown {
	list := make([]calibrate.Breakdown, 0, len(m.Table.Lessons()))
	for code, id := range m.Table.Lessons() {
		items := m.OfLesson[code]
		if len(items) == 0 {
			continue
		}
		p := place(m, items, stats.ByItem)
		p.ID, p.Name = id, id
		p.Alpha = stats.None(calibrate.PooledOverKind)
		p.Meets = calibrate.NoAnswer(stats.NotApplicable)
		list = append(list, p)
	}
	rank(m, list)
	return list
}

// place describes the items of an indicator or a lesson.
func place(m *team.Stats, items []int, unit stats.Unit) calibrate.Breakdown {
	p := calibrate.Breakdown{Items: len(items), Figures: m.Figures(items, unit)}
	p.TypicalGap = m.MeanOver(items, func(it *team.Item) float64 { return it.Gap })
	p.CommonestShare = m.MeanOver(items, func(it *team.Item) float64 { return it.Commonest })
	d := team.Describe(m, items)
	p.Scale, p.Ratings, p.Distribution = d.Scale, d.Ratings, d.Distribution
	p.Mean, p.Median, p.SD = d.Mean, d.Median, d.Sd
	p.RWG, p.AD = team.WithinGroup(m, items)
	part := team.PortionOf(m, items)
	p.DistanceShare, p.ExpectedShare = part.Share, part.Expected
	p.Settled = calibrate.Settled{Exact: part.SettledExact, Distance: part.SettledDistance}
	return p
}

// byRank returns the places with those furthest apart first.
func byRank(places []calibrate.Breakdown) []calibrate.Breakdown {
	places = slices.Clone(places)
	slices.SortFunc(places, func(x, y calibrate.Breakdown) int { return cmp.Compare(x.Rank, y.Rank) })
	return places
}

// rank orders places by what settling each would win: the part of the
// distance, then the exact agreement, then the name. A split between the ends
// of a scale so stands before one in the middle.
func rank(m *team.Stats, places []calibrate.Breakdown) {
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
	}
	markToDiscuss(places)
}

// markToDiscuss marks what to take up first, as the agenda does: places that
// miss the standard before others, and in either what settling would win most.
func markToDiscuss(places []calibrate.Breakdown) {
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	misses := func(i int) int {
		if places[i].Meets.No() {
			return 1
		}
		return 0
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(misses(b), misses(a)), cmp.Compare(places[a].Rank, places[b].Rank))
	})
	for k, i := range order {
		places[i].Discuss = k < mostToDiscuss && places[i].Exact.Value.Or(1) < 1
	}
}
