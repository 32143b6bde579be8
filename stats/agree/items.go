package agree

import (
	"github.com/cb401426/calibrate/stats"
)

// An Item is the agreement on one item.
type Item struct {
	Row             int // in the Matrix
	Ratings         int
	Counts          []int        // raters on each level
	Agreement       stats.Number // of its pairs: the share of the same level
	Unanimous       bool         // all who rated gave the same level, and two or more did
	Commonest       int          // the level most gave, the lower on a tie
	CommonestShare  float64
	Lowest, Highest int // levels given
}

// PerItem returns the agreement on each item, in the order of rows.
func (d *Data) PerItem() []Item {
	f := d.byCounts()
	agreement := pairAgreement(f, identityWeights(f.levels).Matrix)
	var items []Item
	for i, p := range f.of {
		if f.times[p] == 0 {
			continue
		}
		item := describe(f.count(int(p)))
		item.Row = int(d.row(i))
		item.Agreement = stats.None(stats.NoPairs)
		if f.pairs[p] > 0 {
			item.Agreement = stats.Of(agreement[p])
			item.Unanimous = item.Lowest == item.Highest
		}
		items = append(items, item)
	}
	return items
}

// describe returns what the counts of an item say.
func describe(counts []float64) Item {
	item := Item{Counts: make([]int, len(counts)), Lowest: -1}
	for k, x := range counts {
		n := int(x)
		item.Counts[k] = n
		item.Ratings += n
		if n == 0 {
			continue
		}
		if item.Lowest < 0 {
			item.Lowest = k
		}
		item.Highest = k
		if n > item.Counts[item.Commonest] {
			item.Commonest = k
		}
	}
	item.CommonestShare = float64(item.Counts[item.Commonest]) / float64(item.Ratings)
	return item
}

// OnlyRaters returns the Data of the raters for whom keep is true. Items that
// lose all their ratings go. A comparison of two such Data is of the same
// items.
func (d *Data) OnlyRaters(keep func(rater int32) bool) *Data {
	often := make([]float64, len(d.raters))
	for g, id := range d.raters {
		if d.byCounts().often[g] > 0 && keep(id) {
			often[g] = 1
		}
	}
	return reweighed(d, often)
}

// OnlyItems returns the Data of the items, by their rows in the Matrix that
// was prepared, for which keep is true. A comparison of two such Data knows
// which items and lessons they share.
func (d *Data) OnlyItems(keep func(row int) bool) *Data {
	var rows []int
	var origin []int32
	for i := range d.matrix.Items() {
		if row := d.row(i); keep(int(row)) {
			rows = append(rows, i)
			origin = append(origin, row)
		}
	}
	s := Prepare(d.matrix.Take(rows))
	s.origin, s.base = origin, d.base
	standing := d.byCounts().often
	return s.OnlyRaters(func(rater int32) bool { return standing[d.code[rater]] > 0 })
}

// row returns the row of item i in the Matrix that was prepared first.
func (d *Data) row(i int) int32 {
	if d.origin == nil {
		return int32(i)
	}
	return d.origin[i]
}

// reweighed returns the Data in which rater g stands often[g] times: 0 leaves
// the rater out, and a rater who stands twice never agrees with themselves.
// Its one frame has the patterns of the Data's ratings.
func reweighed(d *Data, often []float64) *Data {
	f := d.byRatings().reweighed(often)
	g := *d
	g.byCounts = func() *frame { return f }
	g.byRatings = g.byCounts
	return &g
}
