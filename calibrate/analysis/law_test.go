package analysis

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// share is one share of the distance with what is expected of it.
type share struct{ share, expected stats.Number }

// checkShares: the parts of the distance that indicators, lessons, raters and
// pairs have each add up to it, and their expected parts to 1.
func checkShares(t *rapid.T, r *calibrate.Report) {
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
}

// What settling a place wins: its items agree, the others stay.
func TestSettled(t *testing.T) {
	r := analysed(t, calibrate.Study{Table: teamtest.Team(4, "1111", "2222", "1144", "3333", "2223", "4444")}, calibrate.Options{})
	distance := r.Alignment.Distance.Value.Or(0)
	for i, p := range r.Indicators {
		teamtest.Near(t, p.ID+" distance", p.Settled.Distance, stats.Of(distance-p.DistanceShare.Or(0)))
		exact := r.Alignment.Exact.Value.Or(0) + (1-p.Exact.Value.Or(0))/6
		teamtest.Near(t, p.ID+" exact", p.Settled.Exact, stats.Of(exact))
		if (p.Rank == 1) != (i == 2) || p.Discuss != (i == 2 || i == 4) {
			t.Errorf("%s: rank %d, discuss %v", p.ID, p.Rank, p.Discuss)
		}
	}
}

// A split between the ends of the scale stands before one in the middle,
// though fewer pairs are apart; at most three are discussed first.
func TestRanks(t *testing.T) {
	r := analysed(t, calibrate.Study{Table: teamtest.Team(4, "222333", "111144", "222222", "333333", "444444", "111111")}, calibrate.Options{})
	if r.Indicators[1].Rank != 1 || r.Indicators[0].Rank != 2 {
		t.Errorf("1 against 4 has rank %d, 2 against 3 %d", r.Indicators[1].Rank, r.Indicators[0].Rank)
	}
	n := 0
	for _, p := range analysed(t, calibrate.Study{Table: teamtest.Team(4, "1234", "1243", "4321", "1324", "2143", "3412")}, calibrate.Options{}).Indicators {
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
	r := analysed(t, calibrate.Study{Table: series([]string{"122", "232"}, []string{"333", "333"})}, calibrate.Options{})
	teamtest.Near(t, "lessons", r.Alignment.Cost.LessonLevelChanges, stats.Of((2.0/3+0)/2))
	teamtest.Near(t, "ratings", r.Alignment.Cost.RatingChanges, stats.Of(1-(1.0/3+1.0/3+1+1)/4))
}

// The order of the rows of a file changes nothing in the report.
func TestOrderOfRowsChangesNothing(t *testing.T) {
	for run := range 6 {
		w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters, w.Lessons, w.Indicators, w.Missing = 7, 1+run, 4, 0.3 })
		records := teamtest.RecordsOf(w.Draw(teamtest.Simulated(run)))
		build := func() string {
			b := rating.NewBuilder()
			for _, r := range records {
				b.Add(r)
			}
			table := b.Build([]rating.Scale{*levels(4, rating.Declared)}, nil)
			s, err := json.Marshal(analysed(t, calibrate.Study{Table: table}, calibrate.Options{}))
			if err != nil {
				t.Fatal(err)
			}
			return string(s)
		}
		before := build()
		rng := teamtest.Simulated(run)
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if build() != before {
			t.Errorf("run %d: the reports differ", run)
		}
	}
}
