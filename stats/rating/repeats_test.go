package rating_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

func TestRepeats(t *testing.T) {
	b := rating.NewBuilder()
	for _, r := range []rating.Record{
		{Rater: "a", Lesson: "1", Indicator: "x", Round: "1", Score: 1},
		{Rater: "a", Lesson: "1", Indicator: "x", Round: "2", Score: 2},
		{Rater: "b", Lesson: "1", Indicator: "x", Round: "1", Score: 3},
		{Rater: "b", Lesson: "1", Indicator: "x", Round: "2", Score: 3},
		{Rater: "b", Lesson: "1", Indicator: "y", Round: "2", Score: 1},
	} {
		b.Add(r)
	}
	m := b.Build(nil, nil).Repeats(0)
	if m.Items() != 3 || len(m.Raters()) != 2 {
		t.Fatalf("%d items, %d raters; want 3 and 2", m.Items(), len(m.Raters()))
	}
	if _, levels := m.Row(0); m.Values()[levels[0]] != 1 || m.Values()[levels[1]] != 2 {
		t.Errorf("first item: %v", levels)
	}
	if raters, _ := m.Row(2); len(raters) != 1 || raters[0] != 1 {
		t.Errorf("last item: raters %v", raters)
	}
}
