package calibrate

import "github.com/cb401426/calibrate/stats"

// sheetShare is the share of a sheet's indicators that must be within one of
// the agreed scores.
const sheetShare = 0.8

// sheets is the share of sheets, one rater's ratings of one lesson, on which at
// least 80% of the ratings are within one of the agreed scores. Its unit is
// the sheet: there is no chance and no interval to set beside it.
func (k *keyed) sheets(items []int) Figure {
	type sheet struct{ rater, lesson, round int32 }
	type counts struct{ near, rated float64 }
	found := map[sheet]counts{}
	for _, c := range k.compared(items) {
		it := k.m.table.Items()[c.item]
		raters, _ := k.m.table.Row(c.item)
		for at, g := range raters {
			s := sheet{g, it.Lesson, it.Round}
			found[s] = counts{found[s].near + c.near[at].withinOne, found[s].rated + 1}
		}
	}
	good := 0
	for _, c := range found {
		if c.near >= sheetShare*c.rated-1e-9 {
			good++
		}
	}
	none := stats.None(stats.NotApplicable)
	f := Figure{Chance: none, Lower: none, Upper: none, Pairs: len(found)}
	if len(found) > 0 {
		f.Value = stats.Of(float64(good) / float64(len(found)))
	}
	return f.orNoMaster()
}
