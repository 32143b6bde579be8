package rating_test

import (
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

func TestUndetected(t *testing.T) {
	scales := []rating.Scale{
		rating.NewScale("guessed", rating.Detected, 1, 2, 3, 4, 5),
		rating.NewScale("said", rating.Declared, 0, 1, 2),
	}
	b := rating.NewBuilder()
	for _, r := range []rating.Record{
		{Rater: "Ana", Lesson: "L1", Indicator: "a", Score: 2},
		{Rater: "Bo", Lesson: "L1", Indicator: "a", Score: 5},
		{Rater: "Ana", Lesson: "L1", Indicator: "b", Score: 2},
	} {
		b.Add(r)
	}
	table := b.Build(scales, map[string]int{"a": 0, "b": 1})
	d := table.Undetected()
	if got := d.Matrix(0, nil); !slices.Equal(got.Values(), []float64{2, 5}) || got.Declared() {
		t.Errorf("the detected scale has %v, declared %v", got.Values(), got.Declared())
	}
	if got := d.Matrix(1, nil); !slices.Equal(got.Values(), []float64{0, 1, 2}) || !got.Declared() {
		t.Errorf("the declared scale has %v, declared %v", got.Values(), got.Declared())
	}
	for k, r := range d.All() {
		i := int(r.Item)
		_, before := table.Row(i)
		if d.Value(i, r.Level) != table.Value(i, before[k-table.Offset(i)]) {
			t.Errorf("rating %d is %v", k, d.Value(i, r.Level))
		}
	}
	if len(table.Scales()[0].Levels) != 5 {
		t.Error("the Table itself has changed")
	}
	if again := d.Undetected(); again != d {
		t.Error("a Table without a detected scale is copied")
	}
}
