package habit_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/stats/habit"
	"github.com/cb401426/calibrate/stats/rating"
)

// file reads a table of rater, lesson, indicator and score on levels 1 to 4.
func file(t *testing.T, name string) *rating.Table {
	t.Helper()
	f, err := os.Open(filepath.Join("../../testdata/cases", "habit-"+name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	b := rating.NewBuilder()
	for _, row := range rows[1:] {
		score, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			t.Fatal(err)
		}
		b.Add(rating.Record{Rater: row[0], Lesson: row[1], Indicator: row[2], Score: score})
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

// Teams in which one rating, or nobody, is off: no one has a habit.
func TestNobodyIsNamed(t *testing.T) {
	for _, name := range []string{"one-slip.csv", "aligned-25.csv", "one-level.csv"} {
		table := file(t, name)
		for seed := range uint64(20) {
			if r := habit.Find(table, habit.Options{Seed: seed}); len(r.Findings) > 0 {
				t.Errorf("%s, seed %d: %+v", name, seed, r.Findings)
			}
		}
	}
}

// A design is a team of eight whose ratings are a level an item on four levels
// and, one time in ten, one off; odd says what the rater 0 gives in their place.
type design struct {
	raters, lessons, indicators int
	levels                      []float64
	odd                         func(level, indicator int) int
	skip                        func(rater, lesson, indicator int) bool
}

func (d design) records(seed uint64) (list []rating.Record) {
	rng := rand.New(rand.NewPCG(seed, 2))
	for l := range d.lessons {
		for i := range d.indicators {
			item := 1 + rng.IntN(4)
			for g := range d.raters {
				level := item
				if rng.IntN(10) == 0 {
					level += 2*rng.IntN(2) - 1
				}
				if g == 0 && d.odd != nil {
					level = d.odd(level, i)
				}
				if d.skip != nil && d.skip(g, l, i) {
					continue
				}
				list = append(list, rating.Record{
					Rater: fmt.Sprint("r", g), Lesson: fmt.Sprint("l", l), Indicator: fmt.Sprint("i", i),
					Score: d.values()[min(4, max(1, level))-1],
				})
			}
		}
	}
	return list
}

func (d design) values() []float64 {
	if d.levels != nil {
		return d.levels
	}
	return []float64{1, 2, 3, 4}
}

func (d design) build(records []rating.Record) *rating.Table {
	b := rating.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, d.values()...)}, nil)
}

func (d design) table(seed uint64) *rating.Table { return d.build(d.records(seed)) }

func lower(level, _ int) int    { return level - 1 }
func throughout(_, _ int) int   { return 3 }
func inMiddle(level, _ int) int { return min(3, max(2, level)) }
func lowerOnOne(level, i int) int {
	if i == 3 {
		return level - 2
	}
	return level
}

func TestFind(t *testing.T) {
	turns := func(g, l, i int) bool { return g > 0 && (g+l+i)%4 == 0 }
	for _, c := range []struct {
		name   string
		design design
		want   habit.Kind
	}{
		{"a level lower, one lesson", design{raters: 9, lessons: 1, indicators: 12, odd: lower}, habit.Severity},
		{"a level lower, four lessons", design{raters: 9, lessons: 4, indicators: 8, odd: lower}, habit.Severity},
		{"a level lower, gaps", design{raters: 9, lessons: 4, indicators: 8, odd: lower, skip: turns}, habit.Severity},
		{"a level lower, tens", design{raters: 9, lessons: 1, indicators: 12, odd: lower, levels: []float64{10, 20, 30, 40}}, habit.Severity},
		{"one level, one lesson", design{raters: 9, lessons: 1, indicators: 20, odd: throughout}, habit.OneLevel},
		{"one level, gaps", design{raters: 9, lessons: 4, indicators: 8, odd: throughout, skip: turns}, habit.OneLevel},
		{"one level, halves", design{raters: 9, lessons: 4, indicators: 8, odd: throughout, levels: []float64{1, 1.5, 2, 2.5}}, habit.OneLevel},
		{"the middle", design{raters: 9, lessons: 5, indicators: 10, odd: inMiddle}, habit.NarrowRange},
		{"one indicator", design{raters: 9, lessons: 5, indicators: 8, odd: lowerOnOne}, habit.ReadingOfIndicator},
		{"one indicator, gaps", design{raters: 9, lessons: 5, indicators: 8, odd: lowerOnOne, skip: turns}, habit.ReadingOfIndicator},
		{"one indicator, two lessons", design{raters: 9, lessons: 2, indicators: 8, odd: lowerOnOne}, ""},
		{"nothing", design{raters: 9, lessons: 3, indicators: 8}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := habit.Find(c.design.table(5), habit.Options{Seed: 1}).Findings
			named := slices.ContainsFunc(found, func(f habit.Finding) bool { return f.Rater == 0 && f.Kind == c.want })
			others := slices.ContainsFunc(found, func(f habit.Finding) bool { return f.Rater != 0 })
			if named != (c.want != "") || others || c.want == "" && len(found) > 0 {
				t.Fatalf("found %+v", found)
			}
		})
	}
}

// What a finding says can be counted on the table.
func TestEvidence(t *testing.T) {
	d := design{raters: 9, lessons: 5, indicators: 8, odd: lowerOnOne}
	table := d.table(5)
	f := habit.Find(table, habit.Options{Seed: 1}).Findings[0]
	if f.Kind != habit.ReadingOfIndicator || table.Indicators()[f.Indicator] != "i3" ||
		f.Lessons != 5 || f.Items != 40 || f.Apart < 3 || f.Distance > -0.5 {
		t.Errorf("%+v", f)
	}
	d.odd = lower
	table = d.table(5)
	f = habit.Find(table, habit.Options{Seed: 1}).Findings[0]
	own, others := 0.0, 0.0
	for i := range table.Items() {
		raters, levels := table.Row(i)
		for k, g := range raters {
			v := table.Value(i, levels[k]) / 40
			if g == 0 {
				own += v
			} else {
				others += v / 8
			}
		}
	}
	if math.Abs(f.Distance-(own-others)) > 1e-9 {
		t.Errorf("distance %v, want %v", f.Distance, own-others)
	}
}

// The order of the rows changes nothing.
func TestOrderOfRows(t *testing.T) {
	for _, odd := range []func(int, int) int{lower, throughout, lowerOnOne} {
		d := design{raters: 9, lessons: 4, indicators: 8, odd: odd}
		records := d.records(5)
		want := habit.Find(d.build(records), habit.Options{Seed: 3})
		rng := rand.New(rand.NewPCG(1, 1))
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if got := habit.Find(d.build(records), habit.Options{Seed: 3}); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("shuffled: %+v, want %+v", got, want)
		}
	}
}

// One who is far from the key is named, and no one who only differs from
// the others as they do from the key.
func TestFar(t *testing.T) {
	d := design{raters: 9, lessons: 1, indicators: 12, odd: lower}
	table := d.table(5)
	median := func(item int) (float64, bool) {
		_, levels := table.Row(item)
		levels = slices.Clone(levels)
		slices.Sort(levels)
		return table.Value(item, levels[len(levels)/2]), true
	}
	r := habit.Far(table, median, habit.Options{Seed: 1})
	if len(r.Findings) != 1 || r.Findings[0].Rater != 0 || r.Findings[0].Kind != habit.FarFromMaster || r.Findings[0].Distance < 0.5 {
		t.Errorf("found %+v", r.Findings)
	}
	none := func(int) (float64, bool) { return 0, false }
	if r := habit.Far(table, none, habit.Options{Seed: 1}); len(r.Findings) > 0 {
		t.Errorf("without a key: %+v", r.Findings)
	}
}

// Designs in which there is hardly anything to deal out: nobody is named, and
// nothing fails.
func TestEdges(t *testing.T) {
	for _, d := range []design{
		{raters: 1, lessons: 3, indicators: 4},
		{raters: 2, lessons: 1, indicators: 1},
		{raters: 2, lessons: 4, indicators: 1},
		{raters: 6, lessons: 3, indicators: 4, skip: func(g, l, _ int) bool { return g%3 != l }},
		{raters: 6, lessons: 3, indicators: 4, skip: func(g, _, i int) bool { return i > 0 && g > 0 }},
		{raters: 5, lessons: 3, indicators: 4, levels: []float64{0, 0.1234, 77.7, 100}},
	} {
		for seed := range uint64(5) {
			if r := habit.Find(d.table(seed), habit.Options{Seed: seed}); len(r.Findings) > 0 {
				t.Errorf("%+v: %+v", d, r.Findings)
			}
		}
	}
}
