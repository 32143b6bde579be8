package privacy

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// along is the mean, over 300 made-up teams, of the correlation between the
// order of the pseudonyms and another order of the raters.
func along(other func(table *rating.Table) []float64) float64 {
	const runs = 300
	sum := 0.0
	for run := range runs {
		table := teamtest.Typical.Draw(teamtest.Simulated(run))
		names := Pseudonyms(table, 1, "")
		order := make([]int, len(names))
		for g := range order {
			order[g] = g
		}
		slices.SortFunc(order, func(a, b int) int { return rating.CompareNatural(names[a], names[b]) })
		sum += correlation(order, other(table))
	}
	return sum / runs
}

// correlation of a value with the place in an order.
func correlation(order []int, values []float64) float64 {
	n := float64(len(order))
	var x, y, xx, yy, xy float64
	for place, g := range order {
		p, v := float64(place), values[g]
		x, y, xx, yy, xy = x+p, y+v, xx+p*p, yy+v*v, xy+p*v
	}
	return (n*xy - x*y) / math.Sqrt((n*xx-x*x)*(n*yy-y*y))
}

// Pseudonyms follow neither the alphabet nor severity: the mean correlation of
// 300 teams of twelve has a standard error of 1/√(300·11) = .017.
func TestPseudonymsFollowNothing(t *testing.T) {
	alphabet := along(func(table *rating.Table) []float64 {
		values := make([]float64, len(table.Raters()))
		for g := range values {
			values[g] = float64(g)
		}
		return values
	})
	severity := along(func(table *rating.Table) []float64 {
		values := make([]float64, len(table.Raters()))
		list, _ := team.Severities(measured(table))
		for g := range values {
			values[g] = list[g].Value.Or(0)
		}
		return values
	})
	if math.Abs(alphabet) > 0.06 || math.Abs(severity) > 0.06 {
		t.Errorf("correlation with the alphabet %.3f, with severity %.3f", alphabet, severity)
	}
}

// The same ratings and seed give the same pseudonyms in whatever order they
// come and under whatever names, so that a roster gives nothing back; another
// seed or one other score gives others.
func TestPseudonymsAreKeyedByRatingsAndSeed(t *testing.T) {
	build := func(first float64, name func(g int) string, reverse bool) *rating.Table {
		var records []rating.Record
		for i, row := range []string{"123412341234", "112233441122", "434143434343", "212121212121", "111122223333"} {
			for g, c := range row {
				records = append(records, rating.Record{
					Rater: name(g), Lesson: "l", Indicator: fmt.Sprint("i", i), Score: float64(c - '0'),
				})
			}
		}
		records[0].Score = first
		if reverse {
			slices.Reverse(records)
		}
		b := rating.NewBuilder()
		for _, r := range records {
			b.Add(r)
		}
		return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	}
	plain := func(g int) string { return fmt.Sprintf("p%02d", g) }
	turned := func(g int) string { return fmt.Sprintf("q%02d", 11-g) }
	base := Pseudonyms(build(1, plain, false), 1, "")
	if !slices.Equal(base, Pseudonyms(build(1, plain, true), 1, "")) {
		t.Error("another order of rows gives other pseudonyms")
	}
	if slices.Equal(base, Pseudonyms(build(1, plain, false), 2, "")) {
		t.Error("another seed gives the same pseudonyms")
	}
	if slices.Equal(base, Pseudonyms(build(4, plain, false), 1, "")) {
		t.Error("another score gives the same pseudonyms")
	}
	renamed := Pseudonyms(build(1, turned, false), 1, "")
	slices.Reverse(renamed)
	if !slices.Equal(base, renamed) {
		t.Errorf("under other names %v, were %v", renamed, base)
	}
}

// The hash in a report is of the ratings under pseudonyms: it cannot confirm a
// guess of who is who.
func TestHashIsWithoutNames(t *testing.T) {
	table := teamtest.Team(4, "1213", "2323", "3344")
	names := Pseudonyms(table, 1, "")
	b := rating.NewBuilder()
	for _, r := range table.All() {
		it := table.Items()[r.Item]
		b.Add(rating.Record{
			Rater: names[r.Rater], Lesson: table.Lessons()[it.Lesson], Indicator: table.Indicators()[it.Indicator],
			Score: table.Value(int(r.Item), r.Level),
		})
	}
	renamed := b.Build(table.Scales(), nil)
	if HashRatings(table, names) != HashRatings(renamed, renamed.Raters()) {
		t.Error("the hash depends on more than the ratings under pseudonyms")
	}
}

func TestKeyNamesEveryRater(t *testing.T) {
	table := teamtest.Team(4, "1213", "2320")
	var names []string
	for i, e := range Key(calibrate.Study{Table: table}, calibrate.Options{Seed: 5}) {
		if e.ID != fmt.Sprint("R", i+1) {
			t.Errorf("entry %d is %s", i, e.ID)
		}
		names = append(names, e.Name)
	}
	slices.SortFunc(names, cmp.Compare)
	if !slices.Equal(names, table.Raters()) {
		t.Errorf("names %v", names)
	}
}

// measured is a table measured with the defaults.
func measured(t *rating.Table) *team.Stats { return team.New(t, team.Options{Confidence: 0.95}) }

// Reports by role and by school have different pseudonyms, and that without a
// column has its own.
func TestPseudonymsChangeWithTheGrouping(t *testing.T) {
	b := rating.NewBuilder()
	for g := range 12 {
		for i := range 6 {
			b.Add(rating.Record{Rater: fmt.Sprint("rater ", g), Lesson: "L", Indicator: fmt.Sprint("i", i), Score: float64(1 + (g*7+i*3)%4)})
		}
	}
	table := b.Build(nil, nil)
	role, school := Pseudonyms(table, 1, "role"), Pseudonyms(table, 1, "school")
	if slices.Equal(role, school) || slices.Equal(role, Pseudonyms(table, 1, "")) {
		t.Error("two groupings share their pseudonyms")
	}
	if !slices.Equal(role, Pseudonyms(table, 1, "ROLE")) {
		t.Error("the case of a column's name changes the pseudonyms")
	}
}

// Pseudonyms hang on the ratings alone: what was written changes none.
func TestPseudonymsDoNotHangOnReasons(t *testing.T) {
	build := func(reason string) *rating.Table {
		b := rating.NewBuilder("role")
		for g := range 8 {
			for i := range 6 {
				b.Add(rating.Record{
					Rater: fmt.Sprint("rater ", g), Lesson: "L", Indicator: fmt.Sprint("i", i), Score: float64(1 + (g*7+i*g)%4),
					Reason: reason, Columns: []string{reason},
				})
			}
		}
		return b.Build(nil, nil)
	}
	if a, b := Pseudonyms(build(""), 1, ""), Pseudonyms(build("T asks 4 of 22"), 1, ""); !slices.Equal(a, b) {
		t.Errorf("with reasons %v, without %v", b, a)
	}
}
