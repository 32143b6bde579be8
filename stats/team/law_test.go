package team

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// Within and between groups add up to the distance too.
func TestGroupSharesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Measured(teamtest.SparseTable(t))
		distance, ok := m.Distance().Value()
		if !ok {
			return
		}
		side := make([]int, len(m.Table.Raters()))
		for g := range side {
			side[g] = g % 3
		}
		_, between, weight := Across(m, side)
		within, weightWithin := 0.0, 0.0
		m.EachPair(func(p RatingPair) {
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

// exact is percent_agreement on identity weights, its interval too, over items
// and over lessons.
func TestExactIsPercentAgreement(t *testing.T) {
	for _, name := range []string{
		"fleiss-1971", "gwet-2014-12x4", "one-lesson", "shrout-fleiss-1979",
		"six-lessons", "sparse", "two-raters-223", "video-20x4",
	} {
		t.Run(name, func(t *testing.T) {
			isPercentAgreement(t, teamtest.Reference(t, name), stats.ByItem)
			isPercentAgreement(t, teamtest.Reference(t, name), stats.ByLesson)
		})
	}
	// To either side of where leaving each lesson out gives way.
	for _, lessons := range []int{inference.MostLeftOut, inference.MostLeftOut + 1} {
		w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters, w.Lessons, w.Indicators, w.Missing = 4, lessons, 3, 0.3 })
		isPercentAgreement(t, w.Draw(teamtest.Simulated(lessons)), stats.ByLesson)
	}
	rapid.Check(t, func(t *rapid.T) {
		table := teamtest.SparseTable(t)
		if len(table.Scales()) == 1 && len(Measured(table).All()) > 0 {
			isPercentAgreement(t, table, stats.ByItem)
			isPercentAgreement(t, table, stats.ByLesson)
		}
	})
}

func isPercentAgreement(t teamtest.Fails, table *rating.Table, unit stats.Unit) {
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
	m := New(table, Options{Unit: unit, Confidence: 0.95})
	got := m.Figures(m.All(), unit).Exact
	teamtest.Near(t, "exact", got.Value, want.Value)
	within := func(n stats.Number) float64 { return min(1, max(0, n.Or(-9))) }
	if want.Lower.OK() && (math.Abs(within(want.Lower)-got.Lower.Or(-9)) > 1e-9 || math.Abs(within(want.Upper)-got.Upper.Or(-9)) > 1e-9) {
		t.Errorf("interval by %s: %v to %v, want %v to %v", unit, got.Lower, got.Upper, want.Lower, want.Upper)
	}
	// Where all agree the report bounds exact from below.
	if got.Value.Or(0) < 1 && want.Lower.OK() != got.Lower.OK() {
		t.Errorf("interval by %s: %v (%s), want %v (%s)", unit, got.Lower, got.Lower.Reason(), want.Lower, want.Lower.Reason())
	}
}

// The share of pairs whose lesson level differs, against its definition, pair
// by pair.
func TestLessonLevelChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := teamtest.SparseTable(t)
		m := Measured(table)
		if len(table.Scales()) > 1 {
			return
		}
		var lessons []inference.Observation
		for lesson := range table.Lessons() {
			changed, pairs := 0.0, 0.0
			for a := range table.Raters() {
				for b := range a {
					var x, y, n float64
					m.EachPair(func(p RatingPair) {
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
				lessons = append(lessons, inference.Observation{Value: changed / pairs, Paired: true})
			}
		}
		teamtest.Near(t, "lesson levels", LessonLevelChanges(m), inference.Mean(lessons))
	})
}
