package rating_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/rating"
)

func TestCompareNatural(t *testing.T) {
	want := []string{"", "1", "01", "Lesson 1", "Lesson 2", "Lesson 10", "R1", "R1b", "R2", "R10"}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, rating.CompareNatural)
	want[1], want[2] = "01", "1" // equal values: by bytes
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// records is two lessons by two indicators, with gaps, marks and a column.
var records = []rating.Record{
	{Rater: "Bo", Lesson: "L10", Indicator: "3b", Score: 2, Reason: "why", Columns: []string{"principal"}},
	{Rater: "Ana", Lesson: "L2", Indicator: "3b", Score: 3, Columns: []string{"office"}},
	{Rater: "Bo", Lesson: "L2", Indicator: "3b", State: rating.NotObserved, Columns: []string{"principal"}},
	{Rater: "Cy", Lesson: "L2", Indicator: "3b", Score: 1, Columns: []string{""}},
	{Rater: "Ana", Lesson: "L2", Indicator: "3c", State: rating.Blank, Columns: []string{"office"}},
	{Rater: "Bo", Lesson: "L2", Indicator: "3c", Score: 4, Columns: []string{"principal"}},
}

func build(records []rating.Record) *rating.Table {
	b := rating.NewBuilder("role")
	for _, r := range records {
		b.Add(r)
	}
	return b.Build(nil, nil)
}

// dump lists a table's content by name.
func dump(t *rating.Table) []rating.Record {
	var out []rating.Record
	name := func(item, rater int32) rating.Record {
		i := t.Items()[item]
		return rating.Record{
			Lesson: t.Lessons()[i.Lesson], Indicator: t.Indicators()[i.Indicator], Rater: t.Raters()[rater],
		}
	}
	for k, r := range t.All() {
		rec := name(r.Item, r.Rater)
		rec.Score, rec.Reason = t.Value(int(r.Item), r.Level), t.Reason(k)
		rec.Columns = []string{""}
		if role, _ := t.Column("role"); role.Code(k) >= 0 {
			rec.Columns[0] = role.Levels[role.Code(k)]
		}
		out = append(out, rec)
	}
	for _, m := range t.Marks() {
		rec := name(m.Item, m.Rater)
		rec.State = m.State
		out = append(out, rec)
	}
	return out
}

func TestTableOrderOfRowsChangesNothing(t *testing.T) {
	want := build(records)
	shuffled := slices.Clone(records)
	rng := rand.New(rand.NewPCG(7, 7))
	for range 20 {
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(dump(want), dump(build(shuffled))); diff != "" {
			t.Fatal(diff)
		}
	}
	if got := want.Lessons(); !slices.Equal(got, []string{"L2", "L10"}) {
		t.Errorf("lessons = %q", got)
	}
}

func TestNotObservedAsLowest(t *testing.T) {
	got := dump(build(records).NotObservedAsLowest())
	want := dump(build([]rating.Record{
		records[0], records[1],
		{Rater: "Bo", Lesson: "L2", Indicator: "3b", Score: 1, Columns: []string{"principal"}},
		records[3], records[4], records[5],
	}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhere(t *testing.T) {
	table := build(records)
	got := dump(table.Where(func(_ int, r rating.Rating) bool { return table.Raters()[r.Rater] != "Ana" }))
	want := dump(build([]rating.Record{records[0], records[3], records[5]}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBuildPanicsOnTwoRecordsOfACell(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	build(append(slices.Clone(records), records[0]))
}

func TestMatrix(t *testing.T) {
	nan := math.NaN()
	m := rating.NewMatrix([][]float64{{1, 2, nan}, {nan, nan, nan}, {3, nan, 3}}, 1, 2, 3, 4)
	if m.Items() != 2 || m.Levels() != 4 || !m.Declared() {
		t.Fatalf("items %d, levels %d, declared %v", m.Items(), m.Levels(), m.Declared())
	}
	twice := m.Take([]int{1, 1})
	raters, levels := twice.Row(1)
	if !slices.Equal(raters, []int32{0, 2}) || !slices.Equal(levels, []uint16{2, 2}) {
		t.Errorf("row = %v %v", raters, levels)
	}
	if got := twice.Raters(); !slices.Equal(got, []int32{0, 2}) {
		t.Errorf("raters = %v", got)
	}
	only := m.OnlyRaters(func(g int32) bool { return g == 1 })
	if only.Items() != 1 {
		t.Errorf("items of one rater = %d", only.Items())
	}
}

func TestScale(t *testing.T) {
	s := rating.NewScale("s", rating.Declared, 4, 1, 2, 3, 2.5, 1)
	if s.Step() != 1 || s.Range() != 3 || len(s.Whole()) != 4 || len(s.Levels) != 5 {
		t.Errorf("step %v range %v whole %v levels %v", s.Step(), s.Range(), s.Whole(), s.Levels)
	}
	if i, ok := s.Index(2.5); !ok || i != 2 {
		t.Errorf("index of 2.5 = %d, %v", i, ok)
	}
	if _, ok := s.Index(5); ok {
		t.Error("5 is on the scale")
	}
	if step := rating.NewScale("odd", rating.Declared, 1, 3, 5).Step(); step != 2 {
		t.Errorf("step of 1, 3, 5 = %v", step)
	}
}

// The order is a strict weak one on arbitrary names.
// However names come, sorting puts them in order and says where each stands.
func TestSortNatural(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	names := make([]string, 20_000)
	for i := range names {
		names[i] = fmt.Sprintf("Lesson %d", i)
	}
	for _, shuffled := range []int{0, 1, 100, len(names)} {
		for range shuffled {
			i, j := rng.IntN(len(names)), rng.IntN(len(names))
			names[i], names[j] = names[j], names[i]
		}
		sorted, at := rating.SortNatural(names)
		if !slices.IsSortedFunc(sorted, rating.CompareNatural) {
			t.Errorf("not in order after %d swaps", shuffled)
		}
		for i, name := range names {
			if sorted[at[i]] != name {
				t.Fatalf("%q is said to stand where %q does", name, sorted[at[i]])
			}
		}
	}
}

func FuzzCompareNatural(f *testing.F) {
	f.Add("L1", "L01", "L001")
	f.Add("a10", "a9", "b")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		ab, ba := rating.CompareNatural(a, b), rating.CompareNatural(b, a)
		if ab != -ba || (ab == 0) != (a == b) {
			t.Errorf("%q and %q: %d and %d", a, b, ab, ba)
		}
		if ab <= 0 && rating.CompareNatural(b, c) <= 0 && rating.CompareNatural(a, c) > 0 {
			t.Errorf("%q <= %q <= %q, yet not the first to the last", a, b, c)
		}
	})
}

func TestConstant(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		scores [][]float64
		want   bool
	}{
		"one level": {[][]float64{{2, 2}, {nan, 2}}, true},
		"one item":  {[][]float64{{2, 3}}, false},
		"two items": {[][]float64{{2, 2}, {3, 3}}, false},
		"nothing":   {nil, true},
	} {
		if got := rating.NewMatrix(c.scores, 1, 2, 3, 4).Constant(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
