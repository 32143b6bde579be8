package team

import (
	"github.com/cb401426/calibrate/stats"
)

// SheetShare is the share of a sheet's indicators that must be within one of
// the agreed scores.
const SheetShare = 0.8

// Sheets is the share of sheets, one rater's ratings of one lesson, on which at
// least 80% of the ratings are within one of the agreed scores. Its unit is
// the sheet: there is no chance and no interval to set beside it.
func (k *Master) Sheets(items []int) Figure {
	type sheet struct{ rater, lesson, round int32 }
	type counts struct{ near, rated float64 }
	found := map[sheet]counts{}
	for _, c := range k.Compared(items) {
		it := k.M.Table.Items()[c.Item]
		raters, _ := k.M.Table.Row(c.Item)
		for at, g := range raters {
			s := sheet{g, it.Lesson, it.Round}
			found[s] = counts{found[s].near + c.Near[at].WithinOne(), found[s].rated + 1}
		}
	}
	good := 0
	for _, c := range found {
		if c.near >= SheetShare*c.rated-1e-9 {
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
