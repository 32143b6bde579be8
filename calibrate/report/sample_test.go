package report_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats/rating"
)

var update = flag.Bool("update", false, "write the golden files anew")

// samples are the reports that every format must show, by name. No test
// changes them.
func samples(t testing.TB) map[string]*calibrate.Report {
	t.Helper()
	made.Do(func() {
		o := calibrate.Options{Seed: 1}
		made.reports = map[string]*calibrate.Report{
			"walkthrough":  walkthrough(t, false),
			"groups":       analyse(t, read(t, "../../testdata/samples/walkthrough.csv"), calibrate.Options{Seed: 1, By: "role"}),
			"six lessons":  analyse(t, read(t, "../../testdata/ref/six-lessons/ratings.csv"), o),
			"two raters":   analyse(t, madeUp(2, 1, 10, 0.5), o),
			"agreement":    analyse(t, madeUp(6, 2, 10, 0), o),
			"noise":        analyse(t, madeUp(8, 2, 10, 9), o),
			"many":         analyse(t, madeUp(25, 1, 22, 0.6), o),
			"lessons":      analyse(t, madeUp(8, 60, 5, 0.5), o),
			"a large team": analyse(t, madeUp(34, 1, 40, 1), o),
			"master":       withMaster(t),
			"one rating":   analyse(t, madeUp(1, 1, 1, 0.5), o),
			"no rating":    analyse(t, nil, o),
			"hostile":      analyse(t, hostile(), calibrate.Options{Seed: 1, Names: true}),
		}
	})
	return made.reports
}

// made holds the samples, made on first use.
var made struct {
	sync.Once
	reports map[string]*calibrate.Report
}

// withMaster is a made-up team beside the agreed scores, its first rater's.
func withMaster(t testing.TB) *calibrate.Report {
	t.Helper()
	b := rating.NewBuilder()
	for _, r := range madeUp(7, 2, 10, 0.5) {
		b.Add(r)
	}
	study := calibrate.Study{Table: b.Build(nil, nil), Layout: "long"}
	study = must(analysis.TakeMaster(study, study.Table.Raters()[0]))(t)
	return must(analysis.Analyse(context.Background(), study, calibrate.Options{Seed: 1}))(t)
}

// walkthrough is the sample of nine raters on one lesson.
func walkthrough(t testing.TB, names bool) *calibrate.Report {
	t.Helper()
	o := calibrate.Options{Seed: 1, Names: names}
	if names { // rows and groups stand in one report with names alone
		o.By = "role"
	}
	return analyse(t, read(t, "../../testdata/samples/walkthrough.csv"), o)
}

// analyse makes the report of records; those with a column have a role.
func analyse(t testing.TB, records []rating.Record, o calibrate.Options) *calibrate.Report {
	t.Helper()
	b := rating.NewBuilder()
	if len(records) > 0 && len(records[0].Columns) > 0 {
		b = rating.NewBuilder("role")
	}
	for _, r := range records {
		b.Add(r)
	}
	r, err := analysis.Analyse(context.Background(), calibrate.Study{Table: b.Build(nil, nil), Layout: "long"}, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// read reads a long file with the columns rater, lesson, indicator and score,
// and perhaps role.
func read(t testing.TB, path string) []rating.Record {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	var records []rating.Record
	for _, row := range rows[1:] {
		r := rating.Record{Rater: row[at["rater"]], Lesson: row[at["lesson"]], Indicator: row[at["indicator"]]}
		if i, ok := at["role"]; ok {
			r.Columns = []string{row[i]}
		}
		if r.Score, err = strconv.ParseFloat(row[at["score"]], 64); err != nil {
			r.State = rating.Blank
			if row[at["score"]] == "N/A" {
				r.State = rating.NotObserved
			}
		}
		records = append(records, r)
	}
	return records
}

// madeUp draws ratings from 1 to 4 around a truth.
func madeUp(raters, lessons, indicators int, spread float64) []rating.Record {
	random := rand.New(rand.NewPCG(7, 7))
	var records []rating.Record
	for l := range lessons {
		for i := range indicators {
			truth := 2.6 + 0.6*random.NormFloat64()
			for g := range raters {
				score := min(max(float64(int(truth+spread*random.NormFloat64()+0.5)), 1), 4)
				records = append(records, rating.Record{
					Rater: fmt.Sprintf("Rater %02d", g), Lesson: fmt.Sprintf("Lesson %d", l+1),
					Indicator: fmt.Sprintf("%d%c", 1+i/6, 'a'+i%6), Score: score,
				})
			}
		}
	}
	return records
}

// hostileNames are cells of a file that would do harm where they are not
// written as text. (What is no UTF-8 never comes this far: the reader of files
// mends it.)
var hostileNames = []string{
	`<script>alert(1)</script>`, `=HYPERLINK("http://evil.example","x")`, `+1+cmd|' /C calc'!A0`,
	`@SUM(A1)`, `-2+3`, "\x1b[31mred\x1b[0m\x00", "a\u202egnp.exe\u2066", strings.Repeat("x", 10_000),
	"a | b\n# c", "`*_[link](javascript:alert(1))", `"><img src=x onerror=alert(1)>`,
}

// hostile names raters, lessons and indicators so.
func hostile() []rating.Record {
	records := madeUp(len(hostileNames), 2, len(hostileNames), 0.6)
	for i := range records {
		r := &records[i]
		r.Rater = hostileNames[i%len(hostileNames)]
		r.Lesson = "L " + r.Lesson + hostileNames[len(r.Lesson)%len(hostileNames)]
		r.Indicator = hostileNames[i/len(hostileNames)%len(hostileNames)]
	}
	return records
}

// write shows a report in a format.
func write(t testing.TB, id string, r *calibrate.Report, o format.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Full.Write(&b, id, r, o); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return b.String()
}

// golden compares with a file in testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), see make golden:\n%s", path, diff)
	}
}
