package analysis_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// archiveRecords are ratings of schools of very different sizes.
func archiveRecords() map[string][]rating.Record {
	rng := rand.New(rand.NewPCG(3, 3))
	schools := map[string][]rating.Record{}
	for s := range 9 {
		school := fmt.Sprint("School ", s)
		for l := range 1 + s {
			for i := range 3 {
				for g := range 3 + s%4 {
					r := rating.Record{
						Rater: fmt.Sprint(school, " R", g), Lesson: fmt.Sprint("L", l), Indicator: fmt.Sprint("3", string(rune('b'+i))),
						Score: float64(2 + (i+l+rng.IntN(2+s%3))%3), Columns: []string{school},
					}
					if rng.IntN(12) == 0 {
						r.State = rating.NotObserved
					}
					schools[school] = append(schools[school], r)
				}
			}
		}
	}
	return schools
}

// tableOf builds a table of records with a school each, on levels 1 to 4.
func tableOf(records ...rating.Record) *rating.Table {
	b := rating.NewBuilder("school")
	for _, r := range records {
		b.Add(r)
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

// The line of a school is what the report of its rows alone says.
func TestLinesAreReports(t *testing.T) {
	schools := archiveRecords()
	var all []rating.Record
	for _, records := range schools {
		all = append(all, records...)
	}
	archive, err := analysis.ArchiveOf(t.Context(), calibrate.Study{Table: tableOf(all...)}, calibrate.Options{By: "school"})
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Rows) != len(schools) {
		t.Fatalf("%d lines, want %d", len(archive.Rows), len(schools))
	}
	for _, line := range archive.Rows {
		table := tableOf(schools[line.Part]...)
		r, err := analysis.Analyse(t.Context(), calibrate.Study{Table: table, Absent: table.Absent()}, calibrate.Options{})
		if err != nil {
			t.Fatal(err)
		}
		type said struct {
			Verdict, Without           calibrate.VerdictID
			Sentence, Worst            string
			Exact, WithinOne, TwoApart calibrate.Figure
			Gap                        stats.Number
			Distance                   calibrate.Interval
			Counts                     []int
		}
		want := said{
			r.Verdict.ID, r.Verdict.Without, r.Verdict.Sentence, r.Verdict.Worst,
			r.Alignment.Exact, r.Alignment.WithinOne, r.Alignment.TwoApart, r.Alignment.TypicalGap, r.Alignment.Distance,
			[]int{r.Input.Ratings, r.Input.Raters, r.Input.Items, r.Input.NotObserved, r.Input.Absent},
		}
		got := said{
			line.Verdict, *line.WithoutWorst, line.Sentence, line.Worst,
			line.Exact, line.WithinOne, line.TwoApart, line.TypicalGap, line.Distance,
			[]int{line.Ratings, line.Raters, line.Items, line.NotObserved, line.Absent},
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b stats.Number) bool { return a == b })); diff != "" {
			t.Errorf("%s: %s", line.Part, diff)
		}
	}
}

func TestLinesWantAColumn(t *testing.T) {
	_, err := analysis.ArchiveOf(t.Context(), calibrate.Study{Table: tableOf(archiveRecords()["School 1"]...)}, calibrate.Options{By: "district"})
	want := `no column "district" to group by: the file has indicator, lesson, round and school`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// Brute force over an archive: whatever the sizes of the groups of one team, no
// line is of fewer than three people, and the people of no line left over are
// fewer than three. Groups on items of their own are teams, and stand.
func TestArchiveUnmasksNobody(t *testing.T) {
	for seed, sizes := range [][]int{{1, 8}, {2, 3, 4}, {1, 1, 7}, {2, 2, 2}, {3, 3, 3}, {1, 3, 3, 3}, {1, 2, 3, 6}, {2, 9}, {4, 5}, {1, 5, 5}} {
		for _, apart := range []bool{false, true} {
			rng := rand.New(rand.NewPCG(uint64(seed), 9))
			var records []rating.Record
			people, person := 0, 0
			for group, size := range sizes {
				for range size {
					person++
					for i := range 4 {
						lesson := "L"
						if apart {
							lesson = fmt.Sprint("L", group)
						}
						records = append(records, rating.Record{
							Rater: fmt.Sprint("P", person), Lesson: lesson, Indicator: fmt.Sprint("I", i),
							Score: float64(1 + rng.IntN(4)), Columns: []string{fmt.Sprint("G", group)},
						})
					}
				}
				people += size
			}
			a, err := analysis.ArchiveOf(t.Context(), calibrate.Study{Table: tableOf(records...)}, calibrate.Options{By: "school"})
			if err != nil {
				t.Fatal(err)
			}
			if apart {
				if len(a.Rows) != len(sizes) {
					t.Errorf("%v apart: %d lines", sizes, len(a.Rows))
				}
				continue
			}
			left := people
			for _, line := range a.Rows {
				left -= line.Raters
				if line.Raters < 3 {
					t.Errorf("%v: a line of %d", sizes, line.Raters)
				}
			}
			if left > 0 && left < 3 || a.Withheld+len(a.Rows) != len(sizes) {
				t.Errorf("%v: %d people are left over, %d lines withheld", sizes, left, a.Withheld)
			}
		}
	}
}
