package report_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/rounds"
)

// story is the team of testdata/rounds over its three rounds, with what it
// agreed in the first.
func story(t testing.TB) *rounds.Trend {
	t.Helper()
	names := []string{"fall", "winter", "spring"}
	var studies []calibrate.Study
	for _, name := range names {
		reading := must(input.Read(t.Context(), []string{filepath.Join("../../testdata/rounds", name+".csv")}, input.Options{}))(t)
		studies = append(studies, reading.Study())
	}
	agreed := must(decisions.Read(t.Context(), "../../testdata/rounds/decisions.csv", decisions.Options{}))(t)
	study := must(rounds.Join(studies, names))(t)
	return must(rounds.Analyse(t.Context(), study, rounds.Options{Order: names, Decisions: agreed}))(t)
}

// The story of one team over three rounds, in every format and both readings.
func TestTrendGolden(t *testing.T) {
	trend := story(t)
	for _, f := range format.Formats {
		ending := f.Extensions[0]
		if f.Binary {
			ending += ".txt" // its parts
		}
		golden(t, "trend"+ending, shown(t, report.Trend, f.ID, trend))
	}
	golden(t, "trend_full.txt", shown(t, report.TrendFull, "text", trend))
	golden(t, "trend_full.html", shown(t, report.TrendFull, "html", trend))
}

// The page for the room has no row of a person, no coefficient and no word that
// hurts; the full reading has rows under pseudonyms, and no name.
func TestTrendPages(t *testing.T) {
	trend := story(t)
	people := []string{}
	reading := must(input.Read(t.Context(), []string{"../../testdata/rounds/fall.csv"}, input.Options{}))(t)
	people = append(people, reading.Table.Raters()...)
	for _, id := range []string{"text", "markdown", "html", "xlsx"} {
		page, whole := seen(t, id, shown(t, report.Trend, id, trend)), seen(t, id, shown(t, report.TrendFull, id, trend))
		if found := banned.FindString(page + whole); found != "" {
			t.Errorf("%s says %q", id, found)
		}
		if found := full.FindString(page); found != "" {
			t.Errorf("the room's page as %s says %q", id, found)
		}
		if !strings.Contains(whole, "R1") {
			t.Errorf("the full reading as %s has no rows", id)
		}
		for _, name := range people {
			if strings.Contains(page+whole, name) {
				t.Errorf("%s names %s", id, name)
			}
		}
	}
}
