package agree

import "github.com/cb401426/calibrate/stats"

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
