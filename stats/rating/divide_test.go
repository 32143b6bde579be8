package rating_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/rating"
)

// many returns records of several rounds, roles and states in any order.
func many(seed uint64) []rating.Record {
	rng := rand.New(rand.NewPCG(seed, 1))
	var list []rating.Record
	for l := range 6 {
		for i := range 4 {
			for g := range 7 {
				if rng.IntN(4) == 0 {
					continue
				}
				list = append(list, rating.Record{
					Rater: fmt.Sprint("R", g), Lesson: fmt.Sprint("L", l), Indicator: fmt.Sprint("3", string(rune('a'+i))),
					Round: fmt.Sprint(2020 + l%2), State: rating.State(rng.IntN(5) / 3), Score: float64(1 + rng.IntN(4)),
					Columns: []string{[]string{"", "office", "principal", "coach"}[rng.IntN(4)]},
				})
			}
		}
	}
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// on builds a table of records on one declared scale.
func on(records []rating.Record) *rating.Table {
	b := rating.NewBuilder("role")
	for _, r := range records {
		b.Add(r)
	}
	return b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, 1, 2, 3, 4)}, nil)
}

// A part is the table of its records alone, and nothing is in two parts.
func TestDivide(t *testing.T) {
	for seed := range uint64(5) {
		records := many(seed)
		whole := on(records)
		role, _ := whole.Column("role")
		d := whole.Divide(len(role.Levels), "role", func(_, code int32) int { return int(code) })
		inside := 0
		for part, name := range role.Levels {
			var rows []rating.Record
			for _, r := range records {
				if r.Columns[0] == name {
					rows = append(rows, r)
				}
			}
			want, got := on(rows), d.Table(part)
			if diff := cmp.Diff(dump(want), dump(got)); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			for _, names := range [][2][]string{
				{want.Lessons(), got.Lessons()},
				{want.Raters(), got.Raters()},
				{want.Indicators(), got.Indicators()},
				{want.Rounds(), got.Rounds()},
			} {
				if !slices.Equal(names[0], names[1]) {
					t.Errorf("%s: names %v, want %v", name, names[1], names[0])
				}
			}
			if d.Ratings(part) != len(rows) {
				t.Errorf("%s: %d ratings and marks, want %d", name, d.Ratings(part), len(rows))
			}
			inside += len(rows)
		}
		if inside >= len(records) {
			t.Error("the records without a role are in a part")
		}
	}
}

func TestDivideByItem(t *testing.T) {
	whole := on(many(9))
	d := whole.Divide(len(whole.Rounds()), "", func(item, _ int32) int { return int(whole.Items()[item].Round) })
	n := 0
	for part, round := range whole.Rounds() {
		if got := d.Table(part).Rounds(); !slices.Equal(got, []string{round}) {
			t.Errorf("part %s has rounds %v", round, got)
		}
		n += d.Table(part).Ratings()
	}
	if n != whole.Ratings() {
		t.Errorf("%d ratings in the parts, want %d", n, whole.Ratings())
	}
}
