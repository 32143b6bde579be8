package report_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats/rating"
)

// withReasons is the session of testdata/reasons/lesson.csv.
func withReasons(t testing.TB) calibrate.Study {
	t.Helper()
	rows := must(csv.NewReader(must(os.Open("../../testdata/reasons/lesson.csv"))(t)).ReadAll())(t)
	b := rating.NewBuilder()
	for _, row := range rows[1:] {
		r := rating.Record{Rater: row[0], Lesson: row[2], Indicator: row[3], Reason: row[5]}
		var err error
		if r.Score, err = strconv.ParseFloat(row[4], 64); err != nil {
			r.State = rating.NotObserved
		}
		b.Add(r)
	}
	scale := rating.NewScale("four", rating.Declared, 1, 2, 3, 4)
	scale.Levels[1].Label, scale.Levels[2].Label = "Basic", "Proficient"
	return calibrate.Study{
		Table: b.Build([]rating.Scale{scale}, nil), Layout: "long",
		Names:      map[string]string{"3b": "Questioning", "3c": "Engagement", "3d": "Assessment"},
		LevelWords: map[string]map[float64]string{"3b": {2: "A few questions are open.", 3: "Students answer each other."}},
	}
}

func analysed(t testing.TB, s calibrate.Study, o calibrate.Options) *calibrate.Report {
	t.Helper()
	o.Seed = 1
	return must(analysis.Analyse(context.Background(), s, o))(t)
}

func agenda(t testing.TB, id string, r *calibrate.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Agenda.Write(&b, id, r, format.Options{}); err != nil {
		t.Fatal(err)
	}
	return unpacked(t, id, b.String())
}

// forPeople reports whether a format shows the document.
func forPeople(id string) bool { return id != "json" && id != "csv" }

func TestAgendaGolden(t *testing.T) {
	r := analysed(t, withReasons(t), calibrate.Options{})
	golden(t, "agenda.txt", agenda(t, "text", r))
	golden(t, "agenda.md", agenda(t, "markdown", r))
	golden(t, "agenda.json", agenda(t, "json", r))
	_, text, _ := strings.Cut(write(t, "text", r, format.Options{}), "\nReasons\n")
	text, _, _ = strings.Cut(text, "\nNext time\n")
	golden(t, "reasons_80.txt", text)
}

// A facilitator runs the meeting from the page: it has every part in order,
// the time of each, and room to write.
func TestAgendaIsWhole(t *testing.T) {
	r := analysed(t, withReasons(t), calibrate.Options{Minutes: 90, Items: 2})
	for _, f := range format.Formats {
		if !forPeople(f.ID) {
			continue
		}
		text := agenda(t, f.ID, r)
		at := 0
		for _, want := range []string{
			"Norms", "Predict", "Look in silence", "3d Assessment", "Someone rated it 1", "Someone rated it 4", "Start with evidence from both ends",
			"Ask:", "Basic", "Vote again", "What we agree on", "3e", "What to clarify in the rubric",
			"Because we believe", "we are committed to", "In order for students to succeed, we must",
			"One instructional strategy we will commit to this week is", "When we meet again",
		} {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Errorf("%s: no %q after the others", f.ID, want)
				continue
			}
			at += i
		}
	}
	words := agenda(t, "markdown", analysed(t, withReasons(t), calibrate.Options{Items: 3}))
	if !strings.Contains(words, "The rubric on Proficient: Students answer each other.") {
		t.Error("the rubric's words are missing")
	}
}

// Neither a name nor a pseudonym is on the page.
func TestAgendaNamesNobody(t *testing.T) {
	study := withReasons(t)
	r := analysed(t, study, calibrate.Options{Names: true})
	for _, f := range format.Formats {
		text := agenda(t, f.ID, r)
		for _, k := range privacy.Key(study, calibrate.Options{Seed: 1}) {
			for _, part := range append(strings.Fields(k.Name), "Bea", k.ID+" ", k.ID+`"`) {
				if strings.Contains(text, part) {
					t.Errorf("%s shows %q", f.ID, part)
				}
			}
		}
	}
	var b bytes.Buffer
	list := must(reasons.List(context.Background(), study, calibrate.Options{Seed: 1}))(t)
	if err := report.Reasons.Write(&b, "text", list, format.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, x := range list.Reasons {
		if strings.Contains(b.String(), x.Rater+" ") {
			t.Errorf("the list for people shows %s", x.Rater)
		}
	}
}

func TestNothingToSettle(t *testing.T) {
	for _, f := range format.Formats {
		text := agenda(t, f.ID, samples(t)["one rating"])
		if forPeople(f.ID) && !strings.Contains(text, "a lesson with more range") {
			t.Errorf("%s: %q", f.ID, text)
		}
	}
}

// hostileReasons are reasons that would do harm where they are not written as
// text.
func hostileReasons(t testing.TB) calibrate.Study {
	b := rating.NewBuilder()
	texts := append([]string{strings.Repeat("T asks four students why. ", 4_000), "😊👩‍👩‍👧‍👦🇩🇪 4 hands", "שלום \u202eמורה\u202c 9:38"}, hostileNames...)
	for i, s := range texts {
		for _, in := range []string{"3b", "3c"} {
			b.Add(rating.Record{Rater: fmt.Sprint("rater ", i), Lesson: "L", Indicator: in, Score: float64(1 + i%4), Reason: s + " 4 of 22 hands went up"})
		}
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)}
}

func TestHostileReasons(t *testing.T) {
	study := hostileReasons(t)
	r := analysed(t, study, calibrate.Options{Items: 2})
	shown := map[string]string{}
	for _, f := range format.Formats {
		shown["agenda "+f.ID] = agenda(t, f.ID, r)
	}
	for _, f := range format.Formats {
		shown[f.ID] = unpacked(t, f.ID, write(t, f.ID, r, format.Options{}))
	}
	list := must(reasons.List(context.Background(), study, calibrate.Options{Seed: 1}))(t)
	for _, f := range format.Formats {
		var b bytes.Buffer
		if err := report.Reasons.Write(&b, f.ID, list, format.Options{}); err != nil {
			t.Fatal(err)
		}
		shown["reasons "+f.ID] = unpacked(t, f.ID, b.String())
	}
	for id, text := range shown {
		if strings.HasSuffix(id, "json") || strings.HasSuffix(id, "csv") {
			continue
		}
		for i, c := range text {
			if unicode.IsControl(c) && c != '\n' && c != '\r' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' {
				t.Errorf("%s: %U at %d", id, c, i)
				break
			}
		}
	}
	for _, id := range []string{"agenda markdown", "markdown"} {
		if strings.Contains(strings.ReplaceAll(shown[id], "\\<", ""), "<script") {
			t.Errorf("%s holds a script", id)
		}
	}
	for n := range must(html.Parse(strings.NewReader(shown["agenda html"])))(t).Descendants() {
		if n.Type == html.ElementNode && n.Data == "img" {
			t.Error("the page holds an image")
		}
	}
	for _, row := range must(csv.NewReader(strings.NewReader(shown["reasons csv"])).ReadAll())(t) {
		for _, c := range row {
			if c != "" && strings.ContainsRune("=+@", rune(c[0])) {
				t.Errorf("a spreadsheet runs %.40q", c)
			}
		}
	}
	if len(shown["agenda text"]) > 20_000 {
		t.Errorf("the page has %d letters", len(shown["agenda text"]))
	}
}

func TestReasonsCSV(t *testing.T) {
	list := must(reasons.List(context.Background(), withReasons(t), calibrate.Options{Seed: 1}))(t)
	for table, want := range map[string]string{
		"":           "rater,lesson,indicator,round,score,text,class,language",
		"reasons":    "rater,lesson,indicator,round,score,text,class,language",
		"statements": "rater,lesson,indicator,round,statement,text,class,words",
		"pairs":      "lesson,indicator,round,a,b,same_rating,similarity,quadrant",
	} {
		var b bytes.Buffer
		if err := report.Reasons.Write(&b, "csv", list, format.Options{Table: table}); err != nil {
			t.Fatal(err)
		}
		if got, _, _ := strings.Cut(b.String(), "\n"); got != want {
			t.Errorf("%s: header %q, want %q", table, got, want)
		}
	}
	if err := report.Reasons.Write(&bytes.Buffer{}, "csv", list, format.Options{Table: "nope"}); err == nil {
		t.Error("a table that is not there is no error")
	}
}

// What the agenda asks of people, in its order: own reasons are marked and a
// guess is written before anyone sees a figure, both ends speak and nobody is
// called on, and what was settled becomes somebody's commitment.
func TestAgendaAsks(t *testing.T) {
	page := strings.Join(strings.Fields(agenda(t, "text", analysed(t, withReasons(t), calibrate.Options{}))), " ")
	at := 0
	for _, said := range []string{
		"Whoever wishes may speak for a rating; nobody is called on.",
		"Mark your own reasons (2 min", "saw or heard, or think. Nobody collects them.",
		"Without looking at a figure, each person writes down", "Look in silence", "% of the time",
		"someone who rated it low, then someone who rated it high.", "minutes to hear both ends", "to vote again.",
		"Commitments", "(who, what, by when)",
	} {
		i := strings.Index(page[at:], said)
		if i < 0 {
			t.Fatalf("%q is not there, or not in its place:\n%s", said, page)
		}
		at += i
	}
	if before, _, _ := strings.Cut(page, "Look in silence"); strings.Contains(before, "%") {
		t.Errorf("a figure stands before people have looked:\n%s", before)
	}
}

// What eleven of twelve agree on for one reason gets no minutes, however few
// items there are; one on which the team is split does.
func TestSharedItemGetsNoMinutes(t *testing.T) {
	b := rating.NewBuilder()
	add := func(rater int, indicator string, score float64, reason string) {
		b.Add(rating.Record{Rater: string(rune('A' + rater)), Lesson: "L1", Indicator: indicator, Score: score, Reason: reason})
	}
	for rater := range 12 {
		score, split := 3.0, 2.0
		if rater == 0 {
			score = 2
		}
		if rater%2 == 0 {
			split = 3
		}
		add(rater, "3b", score, []string{"Six students built on another's answer.", "6 Ss build on each other's answers", "Students built on an answer six times."}[rater%3])
		add(rater, "3c", split, []string{"All 22 had counters out.", "Two pupils read a comic at the back.", "The pairs argued about three fourths.", "Lids off the markers until 9:40."}[rater%4])
	}
	page := strings.Join(strings.Fields(agenda(t, "text", analysed(t, calibrate.Study{Table: b.Build(nil, nil), Layout: "long"}, calibrate.Options{}))), " ")
	if !strings.Contains(page, "1. 3c") || strings.Contains(page, "2. 3b") || strings.Contains(page, "1. 3b") {
		t.Errorf("the items:\n%s", page)
	}
}
