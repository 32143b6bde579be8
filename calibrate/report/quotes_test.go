package report_test

import (
	"encoding/csv"
	"html"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/rating"
)

var (
	signs = regexp.MustCompile(`[\\|>“”*]`)
	said  = regexp.MustCompile(`(?:Someone (?:said|rated it) ([^:]{1,40})|(Someone who did not observe it)): $`)
)

// oneLine is a page as it is read: without markup, marks of quotations and
// breaks of lines.
func oneLine(t testing.TB, id, page string) string {
	page = html.UnescapeString(seen(t, id, page))
	return strings.Join(strings.Fields(signs.ReplaceAllString(page, " ")), " ")
}

// quoted are the quotes of a report with the indicator of each.
func quoted(r *calibrate.Report) map[string]string {
	list := map[string]string{}
	for _, x := range r.Agenda {
		for _, q := range x.Quotes {
			list[q.Text] = x.Indicator
		}
	}
	if r.Reasons != nil {
		for _, x := range r.Reasons.Items {
			for _, q := range x.Quotes {
				list[q.Text] = x.Indicator
			}
		}
	}
	return list
}

// The attack: whoever reads a quote with its level beside the rows of the full
// report looks for the row with that level. Nobody may be alone there, in any
// format and on any lesson.
func TestNoQuoteIsTiedToARow(t *testing.T) {
	samples := map[string]*calibrate.Report{
		"reasons":     analysed(t, withReasons(t), calibrate.Options{}),
		"walkthrough": analysed(t, walkthroughStudy(t), calibrate.Options{}),
	}
	for name, r := range samples {
		quotes, met := quoted(r), 0
		for _, id := range []string{"text", "markdown", "html", "xlsx"} {
			page := oneLine(t, id, unpacked(t, id, write(t, id, r, format.Options{})))
			if !strings.Contains(page, "R1") {
				t.Fatalf("%s as %s has no rows to tie anything to", name, id)
			}
			for text, indicator := range quotes {
				start := strings.Join(strings.Fields(signs.ReplaceAllString(text, " ")), " ")
				before, _, ok := strings.Cut(page, start[:min(len(start), 25)])
				if !ok {
					continue
				}
				found := said.FindStringSubmatch(before)
				if found == nil {
					continue
				}
				met++
				if n := on(r, indicator, found[1]); n < 2 {
					t.Errorf("%s as %s: %d on %q of %s, and is quoted: %s", name, id, n, found[1], indicator, text)
				}
			}
		}
		if met == 0 {
			t.Errorf("%s: no quote with a level was met, so nothing was tried", name)
		}
	}
}

// on counts the rows on a level of an indicator; an empty level is "not
// observed".
func on(r *calibrate.Report, indicator, level string) int {
	n := 0
	for _, x := range r.Ratings {
		v, ok := x.Score.Value()
		if x.Indicator == indicator && (ok && called(r, v) == level || !ok && level == "" && x.State == "not_observed") {
			n++
		}
	}
	return n
}

// walkthroughStudy is the sample with its reasons.
func walkthroughStudy(t testing.TB) calibrate.Study {
	t.Helper()
	rows := must(csv.NewReader(must(os.Open("../../testdata/samples/walkthrough.csv"))(t)).ReadAll())(t)
	b := rating.NewBuilder()
	for _, row := range rows[1:] {
		r := rating.Record{Rater: row[0], Lesson: row[2], Indicator: row[3], Reason: row[5]}
		var err error
		if r.Score, err = strconv.ParseFloat(row[4], 64); err != nil {
			r.State = rating.Blank
			if row[4] == "N/A" {
				r.State = rating.NotObserved
			}
		}
		b.Add(r)
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil), Layout: "long"}
}

// called is a level of a report with one scale as its pages call it.
func called(r *calibrate.Report, v float64) string {
	for _, l := range r.Input.Scales[0].Levels {
		if l.Value == v {
			return wording.LevelName(v, l.Label)
		}
	}
	return wording.Level(v)
}
