package analysis

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// Of codes without an order nothing is said that needs one; how often the codes
// are the same is said as ever.
func TestNominal(t *testing.T) {
	b := rating.NewBuilder()
	for l, codes := range [][]float64{{1, 1, 2}, {3, 1, 3}, {2, 2, 2}, {1, 3, 3}, {3, 2, 1}, {1, 1, 1}} {
		for r, code := range codes {
			for _, indicator := range []string{"a", "b"} {
				b.Add(rating.Record{Rater: string(rune('A' + r)), Lesson: string(rune('1' + l)), Indicator: indicator, Score: code})
			}
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("nominal", rating.Declared, 1, 2, 3)}, nil)
	ordered := analysed(t, calibrate.Study{Table: table}, calibrate.Options{Seed: 1})
	r := analysed(t, calibrate.Study{Table: table, Nominal: true}, calibrate.Options{Seed: 1})
	if r.Alignment.Exact != ordered.Alignment.Exact || !r.Alignment.Exact.Value.OK() {
		t.Error("exact agreement hangs on the order")
	}
	for name, n := range map[string]calibrate.Interval{
		"distance": r.Alignment.Distance, "within one": {Value: r.Alignment.WithinOne.Value}, "two apart": {Value: r.Alignment.TwoApart.Value},
		"gap": {Value: r.Alignment.TypicalGap}, "severity": {Value: r.Raters[0].Severity}, "mean": {Value: r.Indicators[0].Mean},
		"pair": {Value: r.Pairs[0].MeanDifference}, "cause": {Value: r.Causes.Severity.Share}, "camps": {Value: r.Camps.PValue},
	} {
		if n.Value.OK() || n.Value.Reason() != calibrate.Nominal {
			t.Errorf("%s is %v, %s", name, n.Value, n.Value.Reason())
		}
	}
	for i, c := range r.Coefficients {
		if identity := c.Weights == nil || *c.Weights == "identity"; c.Value.OK() != (identity && ordered.Coefficients[i].Value.OK()) {
			t.Errorf("%s: %v", c.ID, c.Value)
		}
	}
	if len(r.Agenda) > 0 || len(r.Boundaries) > 0 || r.Verdict.ID != calibrate.CannotTell || len(r.Verdict.Standard.Criteria) > 0 {
		t.Error(r.Verdict)
	}
	nulled := false
	for _, n := range r.Notes {
		nulled = nulled || n.Code == "nominal"
	}
	if !nulled {
		t.Error("no note says why")
	}
}
