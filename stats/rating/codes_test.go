package rating_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/rating"
)

// coded is the records of rating_test.go as codes, in another order.
func coded() *rating.Codes {
	return &rating.Codes{
		Lessons: []string{"L2", "L10"}, Indicators: []string{"3b", "3c"}, Raters: []string{"Ana", "Bo", "Cy"},
		Scales: []rating.Scale{rating.NewScale("observed", rating.Observed, 1, 2, 3, 4)}, ScaleOf: []int{0, 0},
		Cells:   4, // nobody rated the last
		Items:   slices.Values([]rating.Item{{Lesson: 0, Indicator: 0}, {Lesson: 0, Indicator: 1}, {Lesson: 1, Indicator: 0}, {Lesson: 1, Indicator: 1}}),
		Columns: []rating.ColumnName{{Name: "role", Levels: []string{"office", "principal"}}},
		Shards: []rating.CodedShard{
			shard(rating.CodedPart{Item: []uint32{1, 0}, Rater: []int32{1, 2}, Level: []uint8{3, 0}, Others: [][]int32{{1, -1}}}),
			shard(rating.CodedPart{
				Item: []uint32{0, 0, 2, 1}, Rater: []int32{1, 0, 1, 0},
				Level: []uint8{rating.CodedNotObserved, 2, 1, rating.CodedBlank}, Others: [][]int32{{1, 0, 1, 0}},
			}),
		},
	}
}

// shard returns the shard of one part.
func shard(p rating.CodedPart) rating.CodedShard {
	return rating.CodedShard{Parts: 1, Part: func(_ int, _ bool, into *rating.CodedPart) { *into = p }}
}

func TestFromCodes(t *testing.T) {
	want := build(records)
	got, ok := rating.FromCodes(coded())
	if !ok {
		t.Fatal("two ratings of a cell")
	}
	wanted := dump(want)
	for i := range wanted {
		wanted[i].Reason = "" // codes carry no reasons
	}
	if diff := cmp.Diff(wanted, dump(got)); diff != "" {
		t.Error(diff)
	}
}

func TestFromCodesFindsTwoOfACell(t *testing.T) {
	for name, add := range map[string]rating.CodedPart{
		"two ratings":         {Item: []uint32{0}, Rater: []int32{2}, Level: []uint8{1}, Others: [][]int32{{0}}},
		"two marks":           {Item: []uint32{0}, Rater: []int32{1}, Level: []uint8{rating.CodedBlank}, Others: [][]int32{{0}}},
		"a rating and a mark": {Item: []uint32{1}, Rater: []int32{0}, Level: []uint8{1}, Others: [][]int32{{0}}},
	} {
		c := coded()
		c.Shards = append(c.Shards, shard(add))
		if _, ok := rating.FromCodes(c); ok {
			t.Errorf("%s: not found", name)
		}
	}
}

// An item that very many rate is sorted like any.
func TestFromCodesLongRow(t *testing.T) {
	const raters = 20_000
	c := &rating.Codes{
		Lessons: []string{"L"}, Indicators: []string{"3b"}, ScaleOf: []int{0},
		Scales: []rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)},
		Cells:  1, Items: slices.Values([]rating.Item{{}}),
	}
	var p rating.CodedPart
	p.Resize(raters, 0, false)
	for k, g := range rand.New(rand.NewPCG(1, 1)).Perm(raters) {
		c.Raters = append(c.Raters, fmt.Sprint(k))
		p.Item[k], p.Rater[k], p.Level[k] = 0, int32(g), uint8(g%4)
	}
	c.Shards = []rating.CodedShard{shard(p)}
	table, ok := rating.FromCodes(c)
	if !ok {
		t.Fatal("two ratings of a cell")
	}
	row, levels := table.Row(0)
	for k := range row {
		if row[k] != int32(k) || levels[k] != uint16(k%4) {
			t.Fatalf("rating %d is of rater %d on level %d", k, row[k], levels[k])
		}
	}
}
