package report_test

import (
	"encoding/csv"
	"fmt"
	"html"
	"math/rand/v2"
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

// An about is the item that a quote is of.
type about struct{ lesson, indicator string }

// quoted are the quotes of a report with the item of each.
func quoted(r *calibrate.Report) map[string]about {
	list := map[string]about{}
	for _, x := range r.Agenda {
		for _, q := range x.Quotes {
			list[q.Text] = about{x.Lesson, x.Indicator}
		}
	}
	if r.Reasons != nil {
		for _, x := range r.Reasons.Items {
			for _, q := range x.Quotes {
				list[q.Text] = about{x.Lesson, x.Indicator}
			}
		}
	}
	return list
}

// The attack: whoever reads a quote with its level beside the rows of the full
// report looks for the row with that level. Nobody may be alone there, in any
// format and on any lesson: in the samples, and in teams of five to twelve made
// up from what was written there.
func TestNoQuoteIsTiedToARow(t *testing.T) {
	attack := func(name string, r *calibrate.Report, formats ...string) (met int) {
		quotes := quoted(r)
		for _, id := range formats {
			page := oneLine(t, id, unpacked(t, id, write(t, id, r, format.Options{})))
			if !strings.Contains(page, "R1") {
				t.Fatalf("%s as %s has no rows to tie anything to", name, id)
			}
			for text, of := range quotes {
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
				if n := on(r, of, found[1]); n < 2 {
					t.Errorf("%s as %s: %d on %q of %s, and is quoted: %s", name, id, n, found[1], of, text)
				}
			}
		}
		return met
	}
	all := []string{"text", "markdown", "html", "xlsx"}
	for name, study := range map[string]calibrate.Study{"reasons": withReasons(t), "walkthrough": walkthroughStudy(t)} {
		if attack(name, analysed(t, study, calibrate.Options{}), all...) == 0 {
			t.Errorf("%s: no quote with a level was met, so nothing was tried", name)
		}
	}
	met := 0
	for seed := range 24 {
		r := analysed(t, shuffledReasons(t, uint64(seed)), calibrate.Options{})
		met += attack(fmt.Sprint("team ", seed), r, all[seed%len(all)])
	}
	if met < 24 {
		t.Errorf("%d quotes with a level were met", met)
	}
}

// shuffledReasons is a team made up from what was written of the sample: five
// to twelve people on one or two lessons, of any levels.
func shuffledReasons(t testing.TB, seed uint64) calibrate.Study {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 11))
	sample := walkthroughStudy(t).Table
	texts := map[string][]string{}
	for k, x := range sample.All() {
		if reason := sample.Reason(k); reason != "" {
			id := sample.Indicators()[sample.Items()[x.Item].Indicator]
			texts[id] = append(texts[id], reason)
		}
	}
	b := rating.NewBuilder()
	for lesson := range 1 + seed%2 {
		for g := range 5 + rng.IntN(8) {
			for _, id := range []string{"3a", "3b", "3c", "3d", "3e"} {
				r := rating.Record{
					Rater: fmt.Sprint("P", g), Lesson: fmt.Sprint("L", lesson), Indicator: id, Score: float64(1 + rng.IntN(4)),
					Reason: fmt.Sprintf("%d.%d: %s", lesson, g, texts[id][rng.IntN(len(texts[id]))]),
				}
				if rng.IntN(10) == 0 {
					r.State = rating.NotObserved
				}
				b.Add(r)
			}
		}
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil), Layout: "long"}
}

// The page for the room and the agenda quote with levels, and have no row and no
// pseudonym that a quote could be tied to.
func TestQuotesOfTheRoomHaveNoRows(t *testing.T) {
	reports := map[string]*calibrate.Report{
		"reasons":                  analysed(t, withReasons(t), calibrate.Options{}),
		"walkthrough with reasons": analysed(t, walkthroughStudy(t), calibrate.Options{}), "made up": analysed(t, shuffledReasons(t, 7), calibrate.Options{}),
	}
	for name, r := range samples(t) {
		if name != "hostile" { // its names are what they are
			reports[name] = r
		}
	}
	for name, r := range reports {
		for _, id := range []string{"text", "markdown", "html", "xlsx"} {
			for what, page := range map[string]string{"room": room(t, id, r, format.Options{}), "agenda": agenda(t, id, r)} {
				if found := pseudonym.FindString(cellNames.ReplaceAllString(seen(t, id, page), "")); found != "" {
					t.Errorf("%s: the %s page as %s has %s", name, what, id, found)
				}
			}
		}
	}
}

// cellNames are what a workbook calls its cells.
var cellNames = regexp.MustCompile(`\$?[A-Z]{1,2}\$?[0-9]+`)

// on counts the rows on a level of an item; an empty level is "not observed".
func on(r *calibrate.Report, of about, level string) int {
	n := 0
	for _, x := range r.Ratings {
		v, ok := x.Score.Value()
		if x.Indicator == of.indicator && (of.lesson == "" || x.Lesson == of.lesson) &&
			(ok && called(r, v) == level || !ok && level == "" && x.State == "not_observed") {
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
