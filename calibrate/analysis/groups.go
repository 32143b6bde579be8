package analysis

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// groups describes and compares the groups that --by names.
func groups(a *work, _ context.Context) error {
	if a.options.By == "" {
		return nil
	}
	column, _ := a.study.Table.Column(a.options.By)
	a.group = privacy.GroupRaters(a.study.Table, column)
	a.report.Groups = groupsOf(a.m, a.group)
	a.report.BetweenGroups = betweenGroups(a.m, a.group)
	if len(a.group.Several) > 0 {
		a.note("several_groups", "/groups")
	}
	return nil
}

// groupsOf describes each group that is not withheld: its raters among
// themselves, with the chance of the whole file.
func groupsOf(m *team.Stats, g *privacy.Groups) []calibrate.Group {
	list := []calibrate.Group{}
	for code, name := range g.Names {
		if g.Withheld[code] {
			continue
		}
		sub := team.Among(m, func(rater int32) bool { return g.Of[rater] == code })
		group := calibrate.Group{ID: name, Ratings: sub.Table.Ratings(), Exact: sub.Figures(sub.All(), m.Unit).Exact}
		group.Raters = team.CountTrue(sub.Table.Rated())
		group.Mean = team.Describe(sub, sub.All()).Mean
		list = append(list, group)
	}
	return list
}

// betweenGroups compares the groups that are not withheld. Of two, the
// difference is the mean severity of the first minus that of the second with
// Welch's interval over raters; three or more are tested by dealing the labels
// out anew.
func betweenGroups(m *team.Stats, g *privacy.Groups) *calibrate.Between {
	sides := make([]int, len(g.Of))
	for rater := range sides {
		sides[rater] = g.Shown(rater)
	}
	exact, share, weight := team.Across(m, sides)
	b := &calibrate.Between{
		Exact: exact, ExpectedShare: stats.Of(weight),
		DistanceShare: m.Distance().Map(func(float64) float64 { return share }),
	}
	bySide := make([][]float64, len(g.Names))
	severities, parts := team.Severities(m)
	for rater, s := range severities {
		if v, ok := s.Value.Value(); ok && sides[rater] >= 0 {
			bySide[sides[rater]] = append(bySide[sides[rater]], v)
		}
	}
	bySide = slices.DeleteFunc(bySide, func(side []float64) bool { return len(side) == 0 })
	none := stats.None(stats.NotApplicable)
	if parts > 1 && len(bySide) > 1 {
		none = stats.None(team.NotConnected)
	}
	b.Difference, b.Lower, b.Upper, b.PValue = none, none, none, none
	switch {
	case len(bySide) < 2 || parts > 1:
	case len(bySide) == 2:
		c := team.Welch(bySide[0], bySide[1], m.Options.Confidence)
		b.Difference, b.Lower, b.Upper, b.PValue = c.Difference, c.Lower, c.Upper, c.P
	default:
		b.PValue = team.PermuteGroups(m, sides, share)
	}
	return b
}
