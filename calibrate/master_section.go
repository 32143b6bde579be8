package calibrate

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// master sets the section of the answer key, where there is one.
func (a *analysis) master(context.Context) error {
	if a.key == nil {
		if a.options.Standard.NeedsMaster {
			return &NeedsMasterError{a.options.Standard.ID}
		}
		return nil
	}
	all := a.key.all()
	if len(all) == 0 {
		return &NeedsMasterError{}
	}
	if len(all) < len(a.m.all()) {
		a.note("master_partial", "/master/items")
	}
	f := a.key.figures(a.m.all())
	a.report.Master = &Master{
		Raters: a.key.ratersOf(all), Items: len(all), Ratings: f.exact.Pairs,
		Exact: f.exact, WithinOne: f.withinOne, TwoApart: f.twoApart,
		Difference: a.key.difference(all), Kappa: a.key.kappa(all),
		Indicators: a.masterIndicators(), Levels: a.key.masterLevels(all),
	}
	return nil
}

// ratersOf counts the raters of compared items.
func (k *keyed) ratersOf(list []*comparison) int {
	seen := map[int32]bool{}
	for _, c := range list {
		raters, _ := k.m.table.Row(c.item)
		for _, g := range raters {
			seen[g] = true
		}
	}
	return len(seen)
}

// difference is the mean over items of rating minus agreed score.
func (k *keyed) difference(list []*comparison) stats.Number {
	if len(list) == 0 {
		return stats.None(noMaster)
	}
	if len(k.m.scales) > 1 && k.onSeveralScales(list) {
		return stats.None(severalScales)
	}
	sum := 0.0
	for _, c := range list {
		sum += c.difference
	}
	return stats.Of(sum / float64(len(list)))
}

func (k *keyed) onSeveralScales(list []*comparison) bool {
	return slices.ContainsFunc(list, func(c *comparison) bool { return k.m.scaleOf(c.item) != k.m.scaleOf(list[0].item) })
}

// kappa is weighted kappa with quadratic weights of the ratings against
// the agreed scores, all ratings pooled: 1 - Σ (x - y)² / Σ of that for a
// rating and an agreed score drawn apart (Cohen 1968, Psychological Bulletin
// 70, p. 213).
func (k *keyed) kappa(list []*comparison) stats.Number {
	if k.onSeveralScales(list) {
		return stats.None(severalScales)
	}
	var n, observed, x, y, xx, yy float64
	for _, c := range list {
		for _, v := range c.scores {
			observed += (v - c.score) * (v - c.score)
			x += v
			y += c.score
			xx += v * v
			yy += c.score * c.score
			n++
		}
	}
	expected := xx + yy - 2*x*y/n // n times the mean of (x - y)² over all draws
	if expected < 1e-12 {
		return stats.None(stats.NoVariation)
	}
	return stats.Of(1 - observed/expected)
}

// masterIndicators compares each indicator with the answer key.
func (a *analysis) masterIndicators() []MasterIndicator {
	m := a.m
	list := []MasterIndicator{}
	for code, id := range m.table.Indicators() {
		items := m.ofIndicator[code]
		compared := a.key.compared(items)
		if len(compared) == 0 {
			continue
		}
		f := a.key.figures(items)
		list = append(list, MasterIndicator{
			ID: id, Items: len(compared), Ratings: f.exact.Pairs,
			Exact: f.exact, WithinOne: f.withinOne, TwoApart: f.twoApart,
			Difference: a.key.difference(compared),
		})
	}
	return list
}

// masterLevels says, for each agreed score, what the team gave.
func (k *keyed) masterLevels(list []*comparison) []MasterLevel {
	type level struct {
		scale int
		value float64
	}
	type counts struct{ below, exact, above int }
	found := map[level]*counts{}
	var order []level
	for _, c := range list {
		l := level{k.m.table.ScaleOf(k.m.table.Items()[c.item].Indicator), c.score}
		if found[l] == nil {
			found[l] = &counts{}
			order = append(order, l)
		}
		for g, v := range c.scores {
			switch {
			case c.near[g].exact == 1:
				found[l].exact++
			case v < c.score:
				found[l].below++
			default:
				found[l].above++
			}
		}
	}
	slices.SortFunc(order, func(x, y level) int {
		return cmp.Or(cmp.Compare(x.scale, y.scale), cmp.Compare(x.value, y.value))
	})
	levels := make([]MasterLevel, len(order))
	for i, l := range order {
		n := found[l].below + found[l].exact + found[l].above
		share := func(x int) stats.Number { return stats.Of(float64(x) / float64(n)) }
		levels[i] = MasterLevel{
			Value: l.value, Ratings: n,
			Below: share(found[l].below), Exact: share(found[l].exact), Above: share(found[l].above),
		}
		if len(k.m.scales) > 1 {
			levels[i].Scale = k.m.scales[l.scale].scale.ID
		}
	}
	return levels
}
