package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/rounds"
)

// A talk says how raters vote again: some come to the group's median, some to
// the median of all.
type talk struct {
	toGroup, toMedian float64 // chances, of each of the rest; the group's own come to the median only
	groupToMedian     float64
}

// talk are re-votes, and what was settled.
func (s *study) talk(out io.Writer) error {
	fmt.Fprint(out, talkHead)
	for _, c := range []struct {
		name string
		talk talk
	}{
		{"nobody moves", talk{}},
		{"half of each side comes to the median of all", talk{0, 0.5, 0.5}},
		{"nearly all come to the median of all", talk{0, 0.9, 0.9}},
		{"a third of the rest comes to the group, a tenth of each to the median", talk{0.33, 0.1, 0.1}},
		{"most of the rest comes to the group", talk{0.7, 0.1, 0.1}},
	} {
		for _, z := range []size{{9, 1, 10}, {12, 1, 10}, {25, 1, 22}, {12, 3, 10}} {
			x := series{world: unaligned, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: 4, scale: ones(1, 1)}
			group := func(g int32) bool { return int(g) < max(3, z.raters/4) }
			if err := s.row(out, fmt.Sprintf("%s | %s", c.name, z), 2, func(rng *rand.Rand) []bool {
				before := x.table(rng)
				p := rounds.Toward(rounds.Votes(before, c.talk.revote(before, group, rng)), group)
				return []bool{p.Found, p.P.OK()}
			}); err != nil {
				return err
			}
		}
	}
	fmt.Fprint(out, keptHead)
	for _, z := range sizes {
		// Talk that changes nothing: the two or three indicators that were lowest
		// in the first round are settled, and the next round is as the first.
		x := series{world: typical, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: 4, scale: ones(2, 1)}
		if err := s.row(out, fmt.Sprint(z), 2, func(rng *rand.Rand) []bool {
			t := x.table(rng)
			settled := lowest(t, 3)
			k := rounds.Keeping(t, 0, 1, func(i int32) bool { return slices.Contains(settled, i) }, rounds.Options{})
			return []bool{k.StillBelow, k.Reason == ""}
		}); err != nil {
			return err
		}
	}
	return nil
}

// lowest are the indicators on which the first round agrees least.
func lowest(t *rating.Table, n int) []int32 {
	type indicator struct {
		code  int32
		exact float64
	}
	var list []indicator
	for code := range t.Indicators() {
		f := rounds.Of(t, 0, rounds.Selection{Indicator: func(i int32) bool { return int(i) == code }})
		list = append(list, indicator{int32(code), f.Exact.Or(1)})
	}
	slices.SortFunc(list, func(a, b indicator) int {
		if a.exact < b.exact {
			return -1
		}
		return 1
	})
	var codes []int32
	for _, x := range list[:n] {
		codes = append(codes, x.code)
	}
	return codes
}

// revote draws the votes after the talk.
func (k talk) revote(before *rating.Table, group func(int32) bool, rng *rand.Rand) *rating.Table {
	b := rating.NewBuilder()
	for i, it := range before.Items() {
		raters, levels := before.Row(i)
		var all, own []float64
		for j, g := range raters {
			v := before.Value(i, levels[j])
			all = append(all, v)
			if group(g) {
				own = append(own, v)
			}
		}
		for j, g := range raters {
			v, u := before.Value(i, levels[j]), rng.Float64()
			switch {
			case group(g) && u < k.groupToMedian, !group(g) && u >= k.toGroup && u < k.toGroup+k.toMedian:
				v = lowMedian(all)
			case !group(g) && u < k.toGroup:
				v = lowMedian(own)
			}
			b.Add(rating.Record{
				Rater: before.Raters()[g], Lesson: before.Lessons()[it.Lesson], Indicator: before.Indicators()[it.Indicator],
				Round: before.Rounds()[it.Round], Score: v,
			})
		}
	}
	return b.Build(before.Scales(), nil)
}

func lowMedian(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[(len(list)-1)/2]
}
