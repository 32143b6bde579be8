package analysis

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// master sets the section of the answer key, where there is one.
func master(a *work, _ context.Context) error {
	if a.key == nil {
		if a.options.Standard.NeedsMaster {
			return &calibrate.NeedsMasterError{Standard: a.options.Standard.ID}
		}
		return nil
	}
	all := a.key.All()
	if len(all) == 0 {
		return &calibrate.NeedsMasterError{}
	}
	if len(all) < len(a.m.All()) {
		a.note("master_partial", "/master/items")
	}
	f := a.key.Figures(a.m.All())
	a.report.Master = &calibrate.Master{
		Raters: a.key.RatersOf(all), Items: len(all), Ratings: f.Exact.Pairs,
		Figures:    f,
		Difference: a.key.Difference(all), Kappa: a.key.Kappa(all),
		Indicators: masterIndicators(a), Levels: masterLevels(a.key, all),
	}
	return nil
}

// masterIndicators compares each indicator with the answer key.
func masterIndicators(a *work) []calibrate.MasterIndicator {
	m := a.m
	list := []calibrate.MasterIndicator{}
	for code, id := range m.Table.Indicators() {
		items := m.OfIndicator[code]
		compared := a.key.Compared(items)
		if len(compared) == 0 {
			continue
		}
		f := a.key.Figures(items)
		list = append(list, calibrate.MasterIndicator{
			ID: id, Items: len(compared), Ratings: f.Exact.Pairs,
			Figures:    f,
			Difference: a.key.Difference(compared),
		})
	}
	return list
}

// masterLevels says, for each agreed score, what the team gave.
func masterLevels(k *team.Master, list []*team.Compared) []calibrate.MasterLevel {
	type level struct {
		scale int
		value float64
	}
	type counts struct{ below, exact, above int }
	found := map[level]*counts{}
	var order []level
	for _, c := range list {
		l := level{k.M.Table.ScaleOf(k.M.Table.Items()[c.Item].Indicator), c.Score}
		if found[l] == nil {
			found[l] = &counts{}
			order = append(order, l)
		}
		for g, v := range c.Scores {
			switch {
			case c.Near[g].Exact() == 1:
				found[l].exact++
			case v < c.Score:
				found[l].below++
			default:
				found[l].above++
			}
		}
	}
	slices.SortFunc(order, func(x, y level) int {
		return cmp.Or(cmp.Compare(x.scale, y.scale), cmp.Compare(x.value, y.value))
	})
	levels := make([]calibrate.MasterLevel, len(order))
	for i, l := range order {
		n := found[l].below + found[l].exact + found[l].above
		share := func(x int) stats.Number { return stats.Of(float64(x) / float64(n)) }
		levels[i] = calibrate.MasterLevel{
			Value: l.value, Ratings: n,
			Below: share(found[l].below), Exact: share(found[l].exact), Above: share(found[l].above),
		}
		if len(k.M.Scales) > 1 {
			levels[i].Scale = k.M.Scales[l.scale].Levels.ID
		}
	}
	return levels
}
