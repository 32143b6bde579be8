package calibrate

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
)

// reference reads a data set of testdata/ref.
func reference(t testing.TB, name string) *rating.Table {
	t.Helper()
	f, err := os.Open("../testdata/ref/" + name + "/ratings.csv")
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
		b.Add(rating.Record{Lesson: row[0], Indicator: row[1], Rater: row[2], Score: score})
	}
	return b.Build(nil, nil)
}

// portion is one share of the distance with what is expected of it.
type share struct{ share, expected stats.Number }

// The parts of the distance that indicators, lessons, raters and pairs have
// each add up to it, and their expected parts to 1.
func TestSharesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := analysed(t, Study{Table: sparseTable(t)}, Options{})
		distance, ok := r.Alignment.Distance.Value.Value()
		if !ok {
			return
		}
		parts := map[string][]share{}
		for _, p := range r.Indicators {
			parts["indicators"] = append(parts["indicators"], share{p.DistanceShare, p.ExpectedShare})
		}
		for _, p := range r.Lessons {
			parts["lessons"] = append(parts["lessons"], share{p.DistanceShare, p.ExpectedShare})
		}
		for _, x := range r.Raters {
			parts["raters"] = append(parts["raters"], share{x.DistanceShare, x.ExpectedShare})
		}
		for _, p := range r.Pairs {
			parts["pairs"] = append(parts["pairs"], share{p.DistanceShare, stats.Of(1 / float64(len(r.Pairs)))})
		}
		for what, list := range parts {
			sum, of := 0.0, 0.0
			for _, p := range list {
				sum += p.share.Or(math.Inf(1))
				of += p.expected.Or(math.Inf(1))
			}
			if math.Abs(sum-distance) > 1e-12 || math.Abs(of-1) > 1e-12 {
				t.Errorf("%s add up to %v of %v, expected parts to %v", what, sum, distance, of)
			}
		}
	})
}

// Within and between groups add up to the distance too.
func TestGroupSharesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := measured(sparseTable(t))
		distance, ok := m.distance().Value()
		if !ok {
			return
		}
		side := make([]int, len(m.table.Raters()))
		for g := range side {
			side[g] = g % 3
		}
		_, between, weight := m.across(side)
		within, weightWithin := 0.0, 0.0
		m.eachPair(func(p pairOf) {
			if side[p.a] == side[p.b] {
				within += p.share
				weightWithin += p.weight
			}
		})
		if math.Abs(between+within-distance) > 1e-12 || math.Abs(weight+weightWithin-1) > 1e-12 {
			t.Errorf("between %v and within %v, distance %v; weights %v and %v", between, within, distance, weight, weightWithin)
		}
	})
}

// fails is what the checks need of a test.
type fails interface{ Errorf(string, ...any) }

// exact is percent_agreement on identity weights, its interval too, over items
// and over lessons.
func TestExactIsPercentAgreement(t *testing.T) {
	for _, name := range []string{
		"fleiss-1971", "gwet-2014-12x4", "one-lesson", "shrout-fleiss-1979",
		"six-lessons", "sparse", "two-raters-223", "video-20x4",
	} {
		t.Run(name, func(t *testing.T) {
			isPercentAgreement(t, reference(t, name), stats.ByItem)
			isPercentAgreement(t, reference(t, name), stats.ByLesson)
		})
	}
	// To either side of where leaving each lesson out gives way.
	for _, lessons := range []int{fewLessonsToLeaveOut, fewLessonsToLeaveOut + 1} {
		w := typical.but(func(w *world) { w.raters, w.lessons, w.indicators, w.missing = 4, lessons, 3, 0.3 })
		isPercentAgreement(t, w.draw(simulated(lessons)), stats.ByLesson)
	}
	rapid.Check(t, func(t *rapid.T) {
		table := sparseTable(t)
		if len(table.Scales()) == 1 && len(measured(table).all()) > 0 {
			isPercentAgreement(t, table, stats.ByItem)
			isPercentAgreement(t, table, stats.ByLesson)
		}
	})
}

func isPercentAgreement(t fails, table *rating.Table, unit stats.Unit) {
	coefficient, err := catalog.Lookup("percent_agreement")
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	o := stats.Options{Confidence: 0.95, Unit: stats.Unit(unit)}
	want, err := coefficient.Estimate(context.Background(), stats.Prepare(table.Matrix(0, nil)), o)
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	m := measure(table, measuring{unit: unit, confidence: 0.95})
	got := m.figures(m.all(), unit).exact
	near(t, "exact", got.Value, want.Value)
	within := func(n stats.Number) float64 { return min(1, max(0, n.Or(-9))) }
	if want.Lower.OK() && (math.Abs(within(want.Lower)-got.Lower.Or(-9)) > 1e-9 || math.Abs(within(want.Upper)-got.Upper.Or(-9)) > 1e-9) {
		t.Errorf("interval by %s: %v to %v, want %v to %v", unit, got.Lower, got.Upper, want.Lower, want.Upper)
	}
	// Where all agree the report bounds exact from below.
	if got.Value.Or(0) < 1 && want.Lower.OK() != got.Lower.OK() {
		t.Errorf("interval by %s: %v (%s), want %v (%s)", unit, got.Lower, got.Lower.Reason(), want.Lower, want.Lower.Reason())
	}
}

// What settling a place wins: its items agree, the others stay.
func TestSettled(t *testing.T) {
	r := analysed(t, Study{Table: team(4, "1111", "2222", "1144", "3333", "2223", "4444")}, Options{})
	distance := r.Alignment.Distance.Value.Or(0)
	for i, p := range r.Indicators {
		near(t, p.ID+" distance", p.Settled.Distance, stats.Of(distance-p.DistanceShare.Or(0)))
		exact := r.Alignment.Exact.Value.Or(0) + (1-p.Exact.Value.Or(0))/6
		near(t, p.ID+" exact", p.Settled.Exact, stats.Of(exact))
		if (p.Rank == 1) != (i == 2) || p.Discuss != (i == 2 || i == 4) {
			t.Errorf("%s: rank %d, discuss %v", p.ID, p.Rank, p.Discuss)
		}
	}
}

// A split between the ends of the scale stands before one in the middle,
// though fewer pairs are apart; at most three are discussed first.
func TestRanks(t *testing.T) {
	r := analysed(t, Study{Table: team(4, "222333", "111144", "222222", "333333", "444444", "111111")}, Options{})
	if r.Indicators[1].Rank != 1 || r.Indicators[0].Rank != 2 {
		t.Errorf("1 against 4 has rank %d, 2 against 3 %d", r.Indicators[1].Rank, r.Indicators[0].Rank)
	}
	n := 0
	for _, p := range analysed(t, Study{Table: team(4, "1234", "1243", "4321", "1324", "2143", "3412")}, Options{}).Indicators {
		if p.Discuss {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d are marked", n)
	}
}

// By hand: the raters' means in lesson 1 are 1.5, 2.5 and 2, which round to 2,
// 3 and 2, so that two of three pairs differ; in lesson 2 all are 3.
func TestCost(t *testing.T) {
	r := analysed(t, Study{Table: series([]string{"122", "232"}, []string{"333", "333"})}, Options{})
	near(t, "lessons", r.Alignment.Cost.LessonLevelChanges, stats.Of((2.0/3+0)/2))
	near(t, "ratings", r.Alignment.Cost.RatingChanges, stats.Of(1-(1.0/3+1.0/3+1+1)/4))
}

// The share of pairs whose lesson level differs, against its definition, pair
// by pair.
func TestLessonLevelChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := sparseTable(t)
		m := measured(table)
		if len(table.Scales()) > 1 {
			return
		}
		var lessons []observation
		for lesson := range table.Lessons() {
			changed, pairs := 0.0, 0.0
			for a := range table.Raters() {
				for b := range a {
					var x, y, n float64
					m.eachPair(func(p pairOf) {
						if int(p.b) == a && int(p.a) == b && int(table.Items()[p.item].Lesson) == lesson {
							x += table.Value(p.item, p.la)
							y += table.Value(p.item, p.lb)
							n++
						}
					})
					if n > 0 {
						pairs++
						if math.Floor(x/n+0.5) != math.Floor(y/n+0.5) {
							changed++
						}
					}
				}
			}
			if pairs > 0 {
				lessons = append(lessons, observation{value: changed / pairs, paired: true})
			}
		}
		near(t, "lesson levels", m.lessonLevelChanges(), mean(lessons))
	})
}

// The order of the rows of a file changes nothing in the report.
func TestOrderOfRowsChangesNothing(t *testing.T) {
	for run := range 6 {
		w := typical.but(func(w *world) { w.raters, w.lessons, w.indicators, w.missing = 7, 1+run, 4, 0.3 })
		records := recordsOf(w.draw(simulated(run)))
		build := func() string {
			b := rating.NewBuilder()
			for _, r := range records {
				b.Add(r)
			}
			table := b.Build([]rating.Scale{*levels(4, rating.Declared)}, nil)
			s, err := json.Marshal(analysed(t, Study{Table: table}, Options{}))
			if err != nil {
				t.Fatal(err)
			}
			return string(s)
		}
		before := build()
		rng := simulated(run)
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if build() != before {
			t.Errorf("run %d: the reports differ", run)
		}
	}
}

// recordsOf returns the ratings of a table.
func recordsOf(table *rating.Table) []rating.Record {
	var records []rating.Record
	for _, r := range table.All() {
		it := table.Items()[r.Item]
		records = append(records, rating.Record{
			Rater: table.Raters()[r.Rater], Lesson: table.Lessons()[it.Lesson], Indicator: table.Indicators()[it.Indicator],
			Score: table.Value(int(r.Item), r.Level),
		})
	}
	return records
}
