package analysis

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/stats/team"
)

// What it takes to say that groups are apart on an item.
const (
	splitLevel = 0.05 // of teams without such a split in which one is named
	mostSplit  = 400  // items that are looked at
)

// groupSplits finds the items on which groups rate apart or write of different
// things. Groups that are withheld are left out, and so are groups of which
// fewer than three took part in an item.
func groupSplits(a *work, _ context.Context) error {
	if a.group == nil || len(a.m.Table.Items()) > mostSplit {
		return nil
	}
	sides := make([]int, len(a.group.Of))
	for rater := range sides {
		sides[rater] = a.group.Shown(rater)
	}
	a.report.GroupSplits = slices.Concat(a.ratingSplits(sides), a.reasonSplits(sides))
	return nil
}

// ratingSplits are the items on which groups rate apart.
func (a *work) ratingSplits(sides []int) []calibrate.Split {
	t := a.study.Table
	voices := make([][]team.Voice, len(t.Items()))
	for item := range voices {
		raters, levels := t.Row(item)
		for k, rater := range raters {
			voices[item] = append(voices[item], team.Voice{Rater: int(rater), Value: t.Value(item, levels[k])})
		}
	}
	values := make([]float64, len(voices))
	chances := team.Apart(sides, a.options.Seed, func(sides []int) []float64 {
		for item, list := range voices {
			values[item] = team.Between(list, sides, len(a.group.Names), privacy.SmallestGroup)
		}
		return slices.Clone(values)
	})
	var list []calibrate.Split
	for item, chance := range chances {
		if chance <= splitLevel {
			list = append(list, a.split(item, calibrate.SplitRatings, chance, a.lowestFirst(voices[item], sides)))
		}
	}
	return list
}

// reasonSplits are the items on which groups write of different things.
func (a *work) reasonSplits(sides []int) []calibrate.Split {
	if a.written.Said == nil {
		return nil
	}
	together := a.written.Together()
	items := make([]int, 0, len(together))
	for item := range together {
		items = append(items, item)
	}
	slices.Sort(items)
	values := make([]float64, len(items))
	chances := team.Apart(sides, a.options.Seed, func(sides []int) []float64 {
		for k, item := range items {
			values[k] = together[item].Apart(sides, len(a.group.Names), privacy.SmallestGroup)
		}
		return slices.Clone(values)
	})
	var list []calibrate.Split
	for k, chance := range chances {
		if item := items[k]; chance <= splitLevel && together[item].Apart(sides, len(a.group.Names), privacy.SmallestGroup) >= reasons.LeastApart {
			list = append(list, a.split(item, calibrate.SplitReasons, chance, a.lowestFirst(together[item].Voices(), sides)))
		}
	}
	return list
}

func (a *work) split(item int, of string, chance float64, groups []string) calibrate.Split {
	lesson, indicator, round := reasons.ItemNames(a.study.Table, item)
	return calibrate.Split{Lesson: lesson, Indicator: indicator, Round: round, Of: of, Groups: groups, PValue: chance}
}

// lowestFirst names the groups with enough voices, those of the lowest mean
// first.
func (a *work) lowestFirst(voices []team.Voice, sides []int) []string {
	sum, n := make([]float64, len(a.group.Names)), make([]int, len(a.group.Names))
	for _, v := range voices {
		if side := sides[v.Rater]; side >= 0 {
			sum[side] += v.Value
			n[side]++
		}
	}
	var groups []int
	for side := range n {
		if n[side] >= privacy.SmallestGroup {
			groups = append(groups, side)
		}
	}
	slices.SortStableFunc(groups, func(x, y int) int {
		return cmp.Compare(sum[x]/float64(n[x]), sum[y]/float64(n[y]))
	})
	names := make([]string, len(groups))
	for k, side := range groups {
		names[k] = a.group.Names[side]
	}
	return names
}
