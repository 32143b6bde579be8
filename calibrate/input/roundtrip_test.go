package input_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate/input"
)

// A cell is what one rater wrote of one item.
type cell struct{ score, reason string }

// A set is ratings as a test draws them: every rater has a cell for every
// lesson and indicator, perhaps an empty one.
type set struct {
	raters, lessons, indicators []string
	cells                       map[[3]string]cell // by rater, lesson, indicator
}

func (s set) at(rater, lesson, indicator string) cell {
	return s.cells[[3]string{rater, lesson, indicator}]
}

// drawSet draws ratings with names as people have them.
func drawSet(t *rapid.T, reasons bool) set {
	some := func(label string, all []string, least int) []string {
		n := rapid.IntRange(least, len(all)).Draw(t, label)
		return slices.Clone(rapid.Permutation(all).Draw(t, label+" which")[:n])
	}
	s := set{
		raters:     some("raters", []string{"Ana Ortiz", "Bo Chen", "Cy Dunn", "Dee Fox", "Eli Gray"}, 2),
		lessons:    some("lessons", []string{"Lesson 1", "Lesson 2", "Lesson 3"}, 1),
		indicators: some("indicators", []string{"2a", "3b", "3c", "4f"}, 2),
		cells:      map[[3]string]cell{},
	}
	text := rapid.StringMatching(`[a-z"',; é\n]{0,12}[a-z?]`)
	for i, r := range s.raters {
		for j, l := range s.lessons {
			for k, in := range s.indicators {
				score := rapid.SampledFrom([]string{"1", "2", "3", "4", "1", "2", "3", "4", "N/A", ""}).Draw(t, "score")
				if i+j+k == 0 || i == 1 && j+k == 0 {
					score = "2"
				}
				c := cell{score: score}
				if reasons && score != "" && score != "N/A" && rapid.Bool().Draw(t, "has reason") {
					c.reason = strings.TrimSpace(text.Draw(t, "reason"))
				}
				s.cells[[3]string{r, l, in}] = c
			}
		}
	}
	return s
}

// A writer lays ratings out as one kind of file does; suits says whether all
// of a set finds a place there.
type writer struct {
	layout  string
	reasons bool
	write   func(set) [][]string
}

var writers = []writer{
	{"long", true, writeLong},
	{"wide", false, writeWide},
	{"wide", true, writeWideLessonColumn},
	{"raters_as_columns", false, writeColumns},
	{"google_forms", true, writeGoogle},
	{"microsoft_forms", true, writeMicrosoft},
	{"qualtrics", true, writeQualtrics},
	{"surveymonkey", true, writeSurveyMonkey},
	{"redcap", true, writeREDCap},
}

func writeLong(s set) [][]string {
	out := [][]string{{"rater", "lesson", "indicator", "score", "reason"}}
	for _, r := range s.raters {
		for _, l := range s.lessons {
			for _, in := range s.indicators {
				c := s.at(r, l, in)
				out = append(out, []string{r, l, in, c.score, c.reason})
			}
		}
	}
	return out
}

func writeWide(s set) [][]string {
	header := []string{"Rater"}
	for _, l := range s.lessons {
		for _, in := range s.indicators {
			header = append(header, l+" "+in)
		}
	}
	out := [][]string{header}
	for _, r := range s.raters {
		row := []string{r}
		for _, l := range s.lessons {
			for _, in := range s.indicators {
				row = append(row, s.at(r, l, in).score)
			}
		}
		out = append(out, row)
	}
	return out
}

// person returns a header and the rows of a table with a row for each rater
// and lesson: what goes before, and a column of scores and one of reasons for
// each indicator.
func person(s set, before []string, lead func(n int, rater, lesson string) []string, score, reason func(string) string) [][]string {
	header := slices.Clone(before)
	for _, in := range s.indicators {
		header = append(header, score(in), reason(in))
	}
	out := [][]string{header}
	n := 0
	for _, r := range s.raters {
		for _, l := range s.lessons {
			n++
			row := lead(n, r, l)
			for _, in := range s.indicators {
				c := s.at(r, l, in)
				row = append(row, c.score, c.reason)
			}
			out = append(out, row)
		}
	}
	return out
}

func prefixed(p string) func(string) string { return func(in string) string { return p + in } }

func writeWideLessonColumn(s set) [][]string {
	return person(s, []string{"Observer", "Lesson"},
		func(_ int, r, l string) []string { return []string{r, l} }, prefixed(""), prefixed("Evidence for "))
}

func writeGoogle(s set) [][]string {
	return person(s, []string{"Timestamp", "Email Address", "Which lesson did you watch?"},
		func(n int, r, l string) []string { return []string{fmt.Sprintf("9/14/2025 15:%02d:00", n), r, l} },
		func(in string) string { return "Rate it [" + in + "]" }, prefixed("Why this score for "))
}

func writeMicrosoft(s set) [][]string {
	return person(s, []string{"Id", "Start time", "Completion time", "Email", "Name", "Lesson"},
		func(n int, r, l string) []string {
			return []string{strconv.Itoa(n), "9/14/25 15:00:00", fmt.Sprintf("9/14/25 16:%02d:00", n), "anonymous", r, l}
		}, prefixed(""), prefixed("Comments on "))
}

func writeQualtrics(s set) [][]string {
	out := person(s, []string{"StartDate", "Status", "Finished", "RecordedDate", "ResponseId", "Q1", "Q2"},
		func(n int, r, l string) []string {
			return []string{"2025-09-14 15:00:00", "IP Address", "True", fmt.Sprintf("2025-09-14 16:%02d:00", n), fmt.Sprintf("R_%d", n), r, l}
		}, prefixed("Q3_"), prefixed("Q4_"))
	texts := []string{"Start Date", "Response Type", "Finished", "Recorded Date", "Response ID", "Your name", "Which lesson?"}
	for _, in := range s.indicators {
		texts = append(texts, "Rate each - "+in, "Evidence - "+in)
	}
	imports := make([]string, len(texts))
	for i, id := range out[0] {
		imports[i] = `{"ImportId":"` + id + `"}`
	}
	return slices.Insert(out, 1, texts, imports)
}

func writeSurveyMonkey(s set) [][]string {
	out := person(s, []string{"Respondent ID", "Collector ID", "Date Modified", "Your name", "Lesson"},
		func(n int, r, l string) []string {
			return []string{strconv.Itoa(n), "9", fmt.Sprintf("09/14/2025 03:%02d:02 PM", n), r, l}
		}, prefixed(""), prefixed("Reason for "))
	second := make([]string, len(out[0]))
	for i := range second {
		if i > 2 {
			second[i] = "Response"
		}
		if i > 4 && i%2 == 0 {
			second[i] = "Open-Ended Response"
		}
	}
	return slices.Insert(out, 1, second)
}

func writeREDCap(s set) [][]string {
	out := person(s, []string{"record_id", "walk_timestamp", "rater_name", "lesson"},
		func(n int, r, l string) []string {
			return []string{strconv.Itoa(n), fmt.Sprintf("2025-09-14 15:%02d:00", n), r, l}
		}, prefixed("fft_"), func(in string) string { return "fft_" + in + "_why" })
	for i := range out {
		last := "2"
		if i == 0 {
			last = "walk_complete"
		}
		out[i] = append(out[i], last)
	}
	return out
}

func writeColumns(s set) [][]string {
	var out [][]string
	for _, l := range s.lessons {
		out = append(out, append([]string{l}, s.raters...))
		for _, in := range s.indicators {
			row := []string{in}
			for _, r := range s.raters {
				row = append(row, s.at(r, l, in).score)
			}
			out = append(out, row)
		}
	}
	return out
}

// asCSV and asWorkbook write rows as bytes.
func asCSV(rows [][]string, comma rune) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	if err := w.WriteAll(rows); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func asWorkbook(rows [][]string) []byte {
	f := excelize.NewFile()
	for i, row := range rows {
		for j, text := range row {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			var value any = text
			if v, err := strconv.Atoi(text); err == nil {
				value = v
			}
			if err := f.SetCellValue("Sheet1", name, value); err != nil {
				panic(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Any ratings, laid out in any layout and written in any format, read to the
// table that their long form reads to.
func TestWriteThenRead(t *testing.T) {
	for _, w := range writers {
		t.Run(w.layout, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := drawSet(t, w.reasons)
				rows := w.write(s)
				var data []byte
				switch rapid.SampledFrom([]string{",", ";", "tab", "utf16", ",", ";", "tab", "utf16", ",", ";", "tab", "xlsx"}).Draw(t, "format") {
				case ",":
					data = asCSV(rows, ',')
				case ";":
					data = asCSV(rows, ';')
				case "tab":
					data = asCSV(rows, '\t')
				case "utf16":
					data = utf16(string(asCSV(rows, ',')), false, true)
				case "xlsx":
					data = asWorkbook(rows)
				}
				want := mustRead(t, asCSV(writeLong(s), ','), input.Options{Scale: scale("1-4")})
				got := mustRead(t, data, input.Options{Scale: scale("1-4")})
				if got.Layout != w.layout {
					t.Fatalf("read as %s", got.Layout)
				}
				if diff := cmp.Diff(input.Dump(want.Table), input.Dump(got.Table)); diff != "" {
					t.Fatal(diff)
				}
			})
		})
	}
}

func mustRead(t *rapid.T, data []byte, o input.Options) *input.Reading {
	o.Stdin = bytes.NewReader(data)
	r, err := input.Read(context.Background(), []string{"-"}, o)
	if err != nil {
		t.Fatalf("%v\n%s", err, data[:min(len(data), 600)])
	}
	return r
}
