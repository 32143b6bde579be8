package report_test

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A slider with decimals has some two hundred levels: no page lists them, nor
// the lines between them.
func TestSliderIsShort(t *testing.T) {
	r := analyse(t, read(t, "../../testdata/cases/scale-slider-decimals.csv"), calibrate.Options{Seed: 1})
	page := write(t, "text", r, format.Options{})
	for _, said := range []string{
		"lines between two levels. All ", "points apart on an indicator", " levels from 5.81 to 99.28 (taken from the ratings)",
		"Vote again, one score each:", "made you rate it so low, or so high?",
	} {
		if !strings.Contains(strings.Join(strings.Fields(page), " "), strings.TrimSpace(said)) {
			t.Errorf("the page does not say %q", said)
		}
	}
	for _, never := range []string{"the one between", "between 48.32 and 48.41", "where 48.32 ends"} {
		if strings.Contains(strings.Join(strings.Fields(page), " "), never) {
			t.Errorf("the page says %q", never)
		}
	}
	if lines := strings.Count(page, "\n"); lines > 350 {
		t.Errorf("%d lines", lines)
	}
}

// Where every reason is praise, nobody can begin with evidence from the page,
// and what all agree on is said once.
func TestPraiseAlone(t *testing.T) {
	b := rating.NewBuilder()
	for _, row := range []struct {
		indicator string
		scores    []float64
	}{{"3b", []float64{2, 2, 2, 3}}, {"3c", []float64{3, 3, 2, 3}}, {"3d", []float64{3, 3, 3, 3}}} {
		praise := []string{"Great job.", "Nice use of it overall.", "Wonderful lesson.", "Excellent."}
		for k, score := range row.scores {
			b.Add(rating.Record{Rater: string(rune('A' + k)), Lesson: "L1", Indicator: row.indicator, Score: score, Reason: praise[k]})
		}
	}
	r := analysed(t, calibrate.Study{Table: b.Build(nil, nil), Layout: "long"}, calibrate.Options{})
	page := strings.Join(strings.Fields(agenda(t, "text", r)), " ")
	if strings.Contains(page, "Start with evidence") || !strings.Contains(page, "Start with what you saw or heard: someone who rated it low") {
		t.Errorf("how to start:\n%s", page)
	}
	if n := strings.Count(page, "nobody wrote what was seen"); n != 1 {
		t.Errorf("said %d times that nobody wrote what was seen:\n%s", n, page)
	}
}

// What the verdict hangs on says whether anything would change.
func TestVerdictWithoutTheWorst(t *testing.T) {
	for name, want := range map[string]string{
		"many": "the team would still not be aligned.", "two raters": "the ratings could not tell.",
	} {
		if page := strings.Join(strings.Fields(write(t, "text", samples(t)[name], format.Options{})), " "); !strings.Contains(page, want) {
			t.Errorf("%s: no %q", name, want)
		}
	}
}

// That no number of raters is enough is not said where the ratings cannot tell.
func TestRatersNeeded(t *testing.T) {
	for _, c := range []struct {
		number stats.Number
		want   string
	}{
		{stats.None(stats.Unreachable), "As the team rates now, no number of raters would make a lesson's overall score dependable (Φ 0.80)."},
		{stats.None(stats.NotApplicable), "These ratings cannot say how many raters would make a lesson's overall score dependable (Φ 0.80)."},
		{stats.Of(3), "To make a lesson's overall score dependable (Φ 0.80), average it over 3 raters."},
	} {
		if got := section.RatersNeeded(calibrate.Need{Of: "lesson", Target: 0.8, Number: c.number}); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
