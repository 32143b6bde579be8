package analysis_test

import (
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Every entry refuses options that are none, all of them at once.
func TestOptionsAreChecked(t *testing.T) {
	bad := calibrate.Options{
		Confidence: 95, Bootstrap: -1, Unit: "Lesson", Start: "noon", Minutes: 7, Items: -2,
		Plan: calibrate.PlanOptions{Dependability: math.NaN(), HalfWidth: 2},
	}
	study := twoRaters()
	entries := map[string]func() error{
		"Analyse":         func() error { _, err := analysis.Analyse(t.Context(), study, bad); return err },
		"ArchiveOf":       func() error { _, err := analysis.ArchiveOf(t.Context(), study, bad); return err },
		"PersonalReports": func() error { _, err := meeting.PersonalReports(t.Context(), study, bad); return err },
		"List":            func() error { _, err := reasons.List(t.Context(), study, bad); return err },
		"AddSeverity":     func() error { return models.AddSeverity(t.Context(), &calibrate.Report{}, study, bad) },
		"rounds.Analyse": func() error {
			_, err := rounds.Analyse(t.Context(), study, rounds.Options{Options: bad})
			return err
		},
	}
	for name, entry := range entries {
		err := entry()
		if err == nil {
			t.Errorf("%s takes %+v", name, bad)
			continue
		}
		for _, word := range []string{"confidence of 95", "-1 replicates", `"Lesson"`, `"noon"`, "7 minutes", "-2 items", "dependability of NaN", "half-width of 2"} {
			if !strings.Contains(err.Error(), word) {
				t.Errorf("%s: no %q in %v", name, word, err)
			}
		}
	}
	for _, o := range []stats.Options{{Unit: "Lesson"}, {Confidence: 95}, {Bootstrap: -1}, {Bootstrap: 1e9}} {
		if _, err := statistics.Estimate(t.Context(), study, statistics.Options{Estimation: o}); err == nil {
			t.Errorf("Estimate takes %+v", o)
		}
	}
}

// The zero value is ready, and means for every caller what the command line's
// defaults mean.
func TestOptionsZero(t *testing.T) {
	study := twoRaters()
	zero, err := analysis.Analyse(t.Context(), study, calibrate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if s := zero.Settings; s.Seed != stats.DefaultSeed || s.Confidence != calibrate.DefaultConfidence {
		t.Errorf("the settings are %+v", s)
	}
	for i, want := range privacy.Pseudonyms(study.Table, stats.DefaultSeed, "") {
		if got := privacy.Pseudonyms(study.Table, 0, "")[i]; got != want {
			t.Errorf("without a seed rater %d is %s, and %s with the default", i, got, want)
		}
	}
	e, err := statistics.Estimate(t.Context(), study, statistics.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if s := e.Settings; s.Seed != stats.DefaultSeed || s.Confidence != calibrate.DefaultConfidence {
		t.Errorf("the settings of the coefficients are %+v", s)
	}
}

// twoRaters is a study of two raters on four items.
func twoRaters() calibrate.Study {
	b := rating.NewBuilder()
	for i, scores := range [][2]float64{{1, 2}, {2, 2}, {3, 4}, {4, 4}} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: "l", Indicator: string(rune('a' + i)), Rater: string(rune('p' + rater)), Score: score})
		}
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)}
}
