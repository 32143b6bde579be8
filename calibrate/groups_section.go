package calibrate

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// groups describes and compares the groups that --by names.
func (a *analysis) groups(context.Context) error {
	if a.options.By == "" {
		return nil
	}
	column, _ := a.study.Table.Column(a.options.By)
	a.group = groupRaters(a.study.Table, column)
	a.report.Groups = groupsOf(a.m, a.group)
	a.report.BetweenGroups = betweenGroups(a.m, a.group)
	if len(a.group.several) > 0 {
		a.note("several_groups", "/groups")
	}
	return nil
}

// groupsOf describes each group that is not withheld: its raters among
// themselves, with the chance of the whole file.
func groupsOf(m *measures, g *grouping) []Group {
	list := []Group{}
	for code, name := range g.names {
		if g.withheld[code] {
			continue
		}
		sub := m.among(func(rater int32) bool { return g.of[rater] == code })
		group := Group{ID: name, Ratings: sub.table.Ratings(), Exact: sub.figures(sub.all(), m.unit).exact}
		sum := 0.0
		for rater, values := range sub.scoresByRater() {
			if g.of[rater] == code && len(values) > 0 {
				group.Raters++
			}
			for _, v := range values {
				sum += v
			}
		}
		group.Mean = stats.Of(sum / float64(group.Ratings))
		if len(m.scales) > 1 {
			group.Mean = stats.None(severalScales)
		}
		list = append(list, group)
	}
	return list
}

// betweenGroups compares the groups that are not withheld. Of two, the
// difference is the mean severity of the first minus that of the second with
// Welch's interval over raters; three or more are tested by dealing the labels
// out anew.
func betweenGroups(m *measures, g *grouping) *Between {
	sides := make([]int, len(g.of))
	for rater := range sides {
		sides[rater] = g.shown(rater)
	}
	exact, share, weight := m.across(sides)
	b := &Between{
		Exact: exact, ExpectedShare: stats.Of(weight),
		DistanceShare: m.distance().Map(func(float64) float64 { return share }),
	}
	bySide := make([][]float64, len(g.names))
	severities, parts := m.severities()
	for rater, s := range severities {
		if v, ok := s.value.Value(); ok && sides[rater] >= 0 {
			bySide[sides[rater]] = append(bySide[sides[rater]], v)
		}
	}
	bySide = slices.DeleteFunc(bySide, func(side []float64) bool { return len(side) == 0 })
	none := stats.None(stats.NotApplicable)
	if parts > 1 && len(bySide) > 1 {
		none = stats.None(notConnected)
	}
	b.Difference, b.Lower, b.Upper, b.PValue = none, none, none, none
	switch {
	case len(bySide) < 2 || parts > 1:
	case len(bySide) == 2:
		c := welch(bySide[0], bySide[1], m.options.confidence)
		b.Difference, b.Lower, b.Upper, b.PValue = c.difference, c.lower, c.upper, c.p
	default:
		b.PValue = m.permuteGroups(sides, share)
	}
	return b
}
