package report_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
)

// readSurvey reads a file of the samples.
func readSurvey(t testing.TB, name string) *answers.Answers {
	t.Helper()
	return must(answers.ReadFiles(t.Context(), []string{filepath.Join("../../testdata/survey", name)}, source.Options{}, answers.Options{}))(t)
}

// shown writes a result in a format, without what is the same on every page.
func shown[T any](t testing.TB, s report.Shape[T], id string, v T) string {
	t.Helper()
	var b strings.Builder
	if err := s.Write(&b, id, v, format.Options{}); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	text := b.String()
	if id == "html" {
		text = machinery.ReplaceAllString(text, "")
	}
	return unpacked(t, id, text)
}

var machinery = regexp.MustCompile(`(?s)<style.*?</style>|<script.*?</script>|<meta[^>]*>`)

// The page of a survey in every format, and two surveys then and now.
func TestSurveyGolden(t *testing.T) {
	page := must(survey.Analyse(readSurvey(t, "team.csv"), survey.Options{By: "role"}))(t)
	trend := must(survey.Follow([]*answers.Answers{readSurvey(t, "team.csv"), readSurvey(t, "spring.csv")}, []string{"fall", "spring"}, survey.Options{}))(t)
	for _, f := range format.Formats {
		ending := f.Extensions[0]
		if f.Binary {
			ending += ".txt" // its parts
		}
		golden(t, "survey"+ending, shown(t, report.Survey, f.ID, page))
		golden(t, "survey_trend"+ending, shown(t, report.SurveyTrend, f.ID, trend))
	}
	golden(t, "survey_full.txt", shown(t, report.SurveyFull, "text", page))
	golden(t, "survey_practice.txt", shown(t, report.Survey, "text", must(survey.Analyse(readSurvey(t, "forms/jotform.csv"), survey.Options{}))(t)))
}

// No page names anyone, hurts anyone, or has a figure that is none.
func TestSurveyPages(t *testing.T) {
	for _, name := range []string{"team.csv", "six.csv", "forms/google_grid.csv", "forms/microsoft_forms.csv"} {
		a := readSurvey(t, name)
		page := must(survey.Analyse(a, survey.Options{}))(t)
		for _, f := range format.Formats {
			for _, shape := range []report.Shape[*survey.Report]{report.Survey, report.SurveyFull} {
				text := seen(t, f.ID, shown(t, shape, f.ID, page))
				for _, person := range a.People {
					if strings.Contains(text, person) {
						t.Errorf("%s as %s names %s", name, f.ID, person)
					}
				}
				if found := banned.FindString(text); found != "" && f.ID != "json" && f.ID != "csv" {
					t.Errorf("%s as %s says %q", name, f.ID, found)
				}
				if strings.Contains(text, "NaN") {
					t.Errorf("%s as %s shows NaN", name, f.ID)
				}
			}
		}
	}
}

// What is written is what the schemas promise.
func TestSurveysAreValid(t *testing.T) {
	a, b := readSurvey(t, "team.csv"), readSurvey(t, "spring.csv")
	few := *a
	few.Dimensions = few.Dimensions[:1]
	for id, text := range map[string]string{
		"survey":       shown(t, report.Survey, "json", must(survey.Analyse(a, survey.Options{By: "role"}))(t)),
		"survey-trend": shown(t, report.SurveyTrend, "json", must(survey.Follow([]*answers.Answers{&few, b}, []string{"a", "b"}, survey.Options{}))(t)),
	} {
		if err := compiled(t, id).Validate(must(jsonschema.UnmarshalJSON(strings.NewReader(text)))(t)); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}
