package report_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats/rating"
)

// sheetStudy is five raters of one lesson with an answer key; the last is
// above the group, and has a name that would break a page.
func sheetStudy() calibrate.Study {
	b := rating.NewBuilder()
	study := calibrate.Study{Names: map[string]string{"i2": "Questioning"}}
	for i, row := range []string{"22224", "33333", "22122", "11124", "33333", "22234"} {
		id := fmt.Sprint("i", i+1)
		for g, c := range row {
			name := fmt.Sprint("rater ", g)
			if g == 4 {
				name = "<script>alert(1)</script>"
			}
			b.Add(rating.Record{Rater: name, Lesson: "Fractions", Indicator: id, Score: float64(c - '0')})
		}
		study.Master = append(study.Master, calibrate.MasterScore{Lesson: "Fractions", Indicator: id, Score: float64(row[0] - '0')})
	}
	study.Table = b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, 1, 2, 3, 4)}, nil)
	return study
}

func TestSheetAsMarkdownAndPage(t *testing.T) {
	sheets := must(meeting.PersonalReports(context.Background(), sheetStudy(), calibrate.Options{Names: true}))(t)
	for _, s := range sheets {
		if !strings.HasPrefix(s.Name, "<script>") {
			continue
		}
		var markdown, page, text bytes.Buffer
		d := report.ViewSheet(s)
		if err := format.WriteMarkdown(&markdown, d); err != nil {
			t.Fatal(err)
		}
		if err := format.WriteHTML(&page, d); err != nil {
			t.Fatal(err)
		}
		if err := format.WriteText(&text, d, format.Options{}); err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{
			"you were 0.9 of a level above the others", "on 3 of 6", "Reread i4, and bring",
			"What you share", "Questioning", "50% of the time", "agreed score",
		} {
			if !strings.Contains(strings.Join(strings.Fields(text.String()), " "), part) {
				t.Errorf("the text has no %q:\n%s", part, text.String())
			}
		}
		for _, out := range []string{markdown.String(), page.String()} {
			if strings.Contains(out, "<script>alert") {
				t.Error("a name is not escaped")
			}
		}
		return
	}
	t.Fatal("no sheet of the last rater")
}

func TestSheetOfOneAlone(t *testing.T) {
	b := rating.NewBuilder()
	b.Add(rating.Record{Rater: "a", Lesson: "l", Indicator: "i", Score: 2})
	sheets := must(meeting.PersonalReports(context.Background(), calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{}))(t)
	var text bytes.Buffer
	if err := format.WriteText(&text, report.ViewSheet(sheets[0]), format.Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "Nobody else rated") {
		t.Error(text.String())
	}
}
