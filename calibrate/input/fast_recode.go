package input

import (
	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/stats/rating"
)

// A recoder turns the codes of a shard into those of a Table. Its lists hold
// the Table's position of each of the shard's codes; of its runs, that of the
// sitting.
type recoder struct {
	shard                     *scan.Shard
	rater, sitting, indicator []int32
	groups                    [][]int32 // -1 for none
	level                     []uint8   // by indicator and text of the score
	indicators                int       // of the Table
	skip                      int64     // bytes of the input before its parts
	items                     *bitset   // cells that occur, by which to number them; nil: all
}

// occurring returns the cells, sittings times indicators, that have a record.
func (x *recoder) occurring(cells int) *bitset {
	set := newBitset(cells)
	for i := range x.shard.Parts {
		p := &x.shard.Parts[i]
		k := 0
		for _, run := range p.Lessons {
			first := int(x.sitting[run.Lesson]) * x.indicators
			for range run.Records {
				set.add(first + int(x.indicator[p.Indicator.At(k)]))
				k++
			}
		}
	}
	return set
}

// part turns a part of the shard into the Table's codes.
func (x *recoder) part(i int, done bool, into *rating.CodedPart) {
	p, scores := &x.shard.Parts[i], len(x.shard.Scores)
	into.Resize(len(p.Score), len(x.groups), p.Reasons != nil)
	k := 0
	for _, run := range p.Lessons {
		first := int(x.sitting[run.Lesson]) * x.indicators
		for range run.Records {
			indicator := p.Indicator.At(k)
			cell := first + int(x.indicator[indicator])
			if x.items != nil {
				cell = x.items.at(cell)
			}
			into.Item[k] = uint32(cell)
			into.Level[k] = x.level[int(indicator)*scores+int(p.Score[k])]
			k++
		}
	}
	if !done { // who rated is not asked for yet
		return
	}
	for k := range into.Rater {
		into.Rater[k] = x.rater[p.Rater.At(k)]
	}
	for g, at := range x.groups {
		for k := range into.Others[g] {
			into.Others[g][k] = at[p.Others[g].At(k)]
		}
	}
	for k, span := range p.Reasons {
		into.Reasons[k] = 0
		if span.Size > 0 {
			into.Reasons[k] = rating.NewSpan(x.skip+p.Before+int64(span.At), int(span.Size))
		}
	}
	*p = scan.Part{}
}
