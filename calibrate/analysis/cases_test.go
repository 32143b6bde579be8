package analysis

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// caseOf analyses a file of testdata/cases on levels 1 to 4.
func caseOf(t *testing.T, name string) *calibrate.Report {
	t.Helper()
	f, err := os.Open("../../testdata/cases/" + name + ".csv")
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
		r := rating.Record{Rater: row[0], Lesson: row[1], Indicator: row[2]}
		if r.Score, err = strconv.ParseFloat(row[3], 64); err != nil {
			t.Fatal(err)
		}
		b.Add(r)
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	return analysed(t, calibrate.Study{Table: table}, calibrate.Options{Seed: 1})
}

func absentFor(t *testing.T, what string, n stats.Number, want stats.Reason) {
	t.Helper()
	if n.OK() || n.Reason() != want {
		t.Errorf("%s is %v, want none for %s", what, n, want)
	}
}

func TestCauseCases(t *testing.T) {
	for _, name := range []string{"causes-no-maximum", "gate-within-one"} {
		r := caseOf(t, name)
		absentFor(t, "severity", r.Causes.Severity.Share, calibrate.NoMaximum)
		absentFor(t, "residual", r.Causes.Residual.Share, calibrate.NoMaximum)
		absentFor(t, "raters needed", r.Plan.Raters.Number, calibrate.NoMaximum)
	}
	if r := caseOf(t, "indicator-meets"); !r.Causes.Severity.OK() {
		t.Errorf("severity is absent: %s", r.Causes.Severity.Reason())
	}
}

func TestDistanceOfOneItem(t *testing.T) {
	absentFor(t, "distance", caseOf(t, "distance-one-item").Alignment.Distance.Value, stats.OneItem)
}

// A share of all is 1 to the last bit, and a gate of 1 is met.
func TestOneIsOne(t *testing.T) {
	r := caseOf(t, "gate-within-one")
	if v := r.Alignment.WithinOne.Value.Or(0); v != 1 {
		t.Errorf("within one is %v", v)
	}
	list, err := gates.Parse("within-one=1", false, gates.ReportKnows)
	if err != nil {
		t.Fatal(err)
	}
	if held, err := gates.Hold(list, gates.OfReport(r)); err != nil || !held[0].Met {
		t.Error(held, err)
	}
}

// From five lessons on an indicator that is short of the target by its figure
// alone cannot be told, and no team with one is aligned.
func TestIndicatorThatCannotBeTold(t *testing.T) {
	r := caseOf(t, "indicator-meets")
	p := r.Indicators[0]
	if p.ID != "ind00" || p.Meets.OK() || p.Meets.Reason() != calibrate.IntervalHoldsTarget {
		t.Errorf("%s meets %+v", p.ID, p.Meets)
	}
	if p := r.Indicators[1]; !p.Meets.No() {
		t.Errorf("%s meets %+v, its interval ends at %v", p.ID, p.Meets, p.Exact.Upper)
	}
	lesson := []string{"1111", "2222", "3333", "4444", "2222"}
	var lessons [][]string
	for _, last := range []string{"1111", "1122", "1122", "1122", "1122"} {
		lessons = append(lessons, append(append([]string{}, lesson...), last))
	}
	v := analysed(t, calibrate.Study{Table: series(lessons...)}, calibrate.Options{}).Verdict
	if v.ID != calibrate.PartlyAligned || !strings.HasSuffix(v.Sentence, " Of one indicator it cannot be told: i6.") {
		t.Errorf("%s: %s", v.ID, v.Sentence)
	}
	if last := v.Because[len(v.Because)-1]; !strings.HasPrefix(last, "i6 cannot be told: ") {
		t.Error(last)
	}
}

func TestCampsOfFewConnected(t *testing.T) {
	absentFor(t, "p of camps", caseOf(t, "camps-two-connected").Camps.PValue, team.NeedsSixRaters)
}

func TestNobodyHasAHabit(t *testing.T) {
	for _, name := range []string{"habit-one-slip", "habit-aligned-25", "habit-one-level"} {
		for _, x := range caseOf(t, name).Raters {
			for _, f := range x.Findings {
				t.Errorf("%s: %s %s", name, x.ID, f.Text)
			}
		}
	}
}

// Whatever few raters rate which few items: every section gives a value or its
// reason, and nothing fails.
func TestPlannedGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		study := calibrate.Study{Table: teamtest.Planned(t)}
		analysed(t, study, calibrate.Options{By: "role"})
		if _, err := meeting.PersonalReports(t.Context(), study, calibrate.Options{}); err != nil {
			t.Fatal(err)
		}
	})
}
