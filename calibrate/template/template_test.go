package template_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/template"
	"github.com/cb401426/calibrate/stats/rating"
)

// own is a district's rubric: words of its own, a scale of points, one with
// half points, and N/A under its own name.
const own = `
id: ours
name: Ours
scales:
  - {id: words, levels: [{label: "Not yet, really"}, {label: Sometimes}, {label: "=Always"}]}
  - {id: points, scale: 1-4/0.5}
not_observed: [gone, not seen]
indicators:
  - {id: A1, name: Talk, scale: words, notes: [{text: "Counts who talks, 3 of 5", level: 2, lesson: Lesson 1, time: "12:40"}]}
  - {id: A2, name: Tasks, scale: points}
`

func blank(t *testing.T, r *rubric.Rubric, wide bool) *template.Template {
	t.Helper()
	p := &template.Template{Rubric: r, Raters: []string{"Ana Ortiz", "Ortiz, Bo", "Cy Hill"}, Lessons: []string{"Lesson 1", "Lesson 2"}, Wide: wide}
	if len(r.Indicators) == 0 {
		p.Indicators = []string{"II-A-1", "II-A-3"}
	}
	return p
}

// A template that is filled in with what its lists offer reads without a
// flag: every level as its value, the last word as not observed.
func TestTemplatesReadBack(t *testing.T) {
	ours, err := rubric.Parse("own.yaml", []byte(own))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(slices.Clone(rubric.Presets()), ours) {
		if (&template.Template{Rubric: r}).IsSurvey() {
			continue // its sheet holds no ratings: see testdata/script/survey.txtar
		}
		for _, wide := range []bool{false, true} {
			for format, write := range formats {
				t.Run(fmt.Sprintf("%s/wide=%v/%s", r.ID, wide, format), func(t *testing.T) {
					data, want := write(t, blank(t, r, wide))
					got, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: bytes.NewReader(data)})
					if err != nil {
						t.Fatal(err)
					}
					if diff := cmp.Diff(want, scores(got.Table)); diff != "" {
						t.Error(diff)
					}
					if layout := map[bool]string{false: "long", true: "wide"}[wide]; got.Layout != layout {
						t.Errorf("read as %s", got.Layout)
					}
				})
			}
		}
	}
}

// formats fill in a template and return it with the values that it must read
// to, by rater and lesson.
var formats = map[string]func(*testing.T, *template.Template) ([]byte, map[string][]string){
	"csv": func(t *testing.T, p *template.Template) ([]byte, map[string][]string) {
		var b bytes.Buffer
		if err := p.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := fill(t, p, rows, func(row, column int, text string) { rows[row][column] = text })
		return asCSV(rows), want
	},
	"xlsx": func(t *testing.T, p *template.Template) ([]byte, map[string][]string) {
		var b bytes.Buffer
		if err := p.WriteXLSX(&b); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows("Ratings")
		if err != nil {
			t.Fatal(err)
		}
		want := fill(t, p, rows, func(row, column int, text string) {
			name, _ := excelize.CoordinatesToCellName(column+1, row+1)
			if err := f.SetCellValue("Ratings", name, text); err != nil {
				t.Fatal(err)
			}
		})
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes(), want
	},
}

// fill gives each blank score a word of its list in turn, and a reason.
func fill(t *testing.T, p *template.Template, rows [][]string, set func(row, column int, text string)) map[string][]string {
	t.Helper()
	want := map[string][]string{}
	give := func(i, column int, indicator string) {
		in, _ := p.Rubric.Match(indicator)
		one := *p
		one.Indicators = []string{indicator}
		choices, err := one.Choices()
		if err != nil || len(choices) != 1 {
			t.Fatal(choices, err)
		}
		n := len(want[""]) % len(choices[0])
		set(i, column, choices[0][n])
		set(i, column+1, "seen at once")
		want[""] = append(want[""], "")
		value := "not_observed"
		if levels := p.Rubric.ScaleOf(in).Rating(rating.Declared).Values(); n < len(levels) {
			v := levels[n]
			if in.Reversed {
				v = levels[len(levels)-1-n]
			}
			value = fmt.Sprint(v)
		}
		key := rows[i][0] + "/" + rows[i][1]
		want[key] = append(want[key], value)
	}
	for i, row := range rows[1:] {
		if !p.Wide {
			give(i+1, 3, row[2])
			continue
		}
		for c := 2; c+1 < len(rows[0]); c += 2 { // what was agreed may stand behind
			give(i+1, c, rows[0][c])
		}
	}
	delete(want, "")
	for _, values := range want {
		slices.Sort(values)
	}
	return want
}

// scores returns what a table holds, by rater and lesson.
func scores(t *rating.Table) map[string][]string {
	out := map[string][]string{}
	add := func(rater, item int32, value string) {
		key := t.Raters()[rater] + "/" + t.Lessons()[t.Items()[item].Lesson]
		out[key] = append(out[key], value)
	}
	for _, r := range t.All() {
		add(r.Rater, r.Item, fmt.Sprint(t.Value(int(r.Item), r.Level)))
	}
	for _, m := range t.Marks() {
		add(m.Rater, m.Item, fmt.Sprint(m.State))
	}
	for _, values := range out {
		slices.Sort(values)
	}
	return out
}

func TestTemplateShowsWhatCanBeSeen(t *testing.T) {
	fft, _ := rubric.Find("fft-2013")
	for want, p := range map[string]*template.Template{
		"2a 2b 2c 2d 2e 3a 3b 3c 3d 3e": {Rubric: fft},
		"3b 2a":                         {Rubric: fft, Indicators: []string{"3B", "Creating an Environment of Respect and Rapport"}},
	} {
		p.Raters, p.Lessons = []string{"Ana"}, []string{"L1"}
		var b bytes.Buffer
		if err := p.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		var ids []string
		for line := range strings.Lines(b.String()) {
			id, _, _ := strings.Cut(strings.TrimPrefix(line, "Ana,L1,"), " ")
			ids = append(ids, id)
		}
		if got := strings.Join(ids[1:], " "); got != want {
			t.Errorf("indicators %s, want %s", got, want)
		}
	}
}

func TestTemplateFaults(t *testing.T) {
	fft, _ := rubric.Find("fft-2013")
	points, _ := rubric.Find("four-point")
	people, lessons := []string{"Ana", "Bo"}, []string{"L1"}
	for want, p := range map[string]*template.Template{
		"no rater is named":                      {Rubric: fft, Lessons: lessons},
		"no lesson is named":                     {Rubric: fft, Raters: people},
		"they would be read as one":              {Rubric: fft, Raters: []string{"Ana", " ANA"}, Lessons: lessons},
		"a lesson without a name":                {Rubric: fft, Raters: people, Lessons: []string{" "}},
		"did you mean 3e?":                       {Rubric: fft, Raters: people, Lessons: lessons, Indicators: []string{"3ee"}},
		"lists no indicators":                    {Rubric: points, Raters: people, Lessons: lessons},
		"more than a spreadsheet":                {Rubric: fft, Raters: many(60000), Lessons: []string{"L1", "L2"}},
		`two indicators are called "2a Creating`: {Rubric: fft, Raters: people, Lessons: lessons, Indicators: []string{"2a", "Creating an Environment of Respect and Rapport"}},
	} {
		for _, write := range []func() error{
			func() error { return p.WriteCSV(&bytes.Buffer{}) },
			func() error { return p.WriteXLSX(&bytes.Buffer{}) },
		} {
			if err := write(); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("error %v, want %q", err, want)
			}
		}
	}
}

func many(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint("P", i)
	}
	return names
}

// The workbook lets scores be chosen and reasons be written, and nothing
// else be changed; it is the same bytes every time.
func TestTemplateWorkbook(t *testing.T) {
	ours, err := rubric.Parse("own.yaml", []byte(own))
	if err != nil {
		t.Fatal(err)
	}
	var first bytes.Buffer
	for i := range 5 {
		var b bytes.Buffer
		if err := blank(t, ours, false).WriteXLSX(&b); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b
		} else if !bytes.Equal(b.Bytes(), first.Bytes()) {
			t.Fatal("other bytes")
		}
	}
	f, err := excelize.OpenReader(&first)
	if err != nil {
		t.Fatal(err)
	}
	lists, err := f.GetDataValidations("Ratings")
	if err != nil || len(lists) != 2 || lists[0].Sqref != "D2:D2 D4:D4 D6:D6 D8:D8 D10:D10 D12:D12" {
		t.Error(err, len(lists), lists[0].Sqref)
	}
	if protection, err := f.GetSheetProtection("Ratings"); err != nil || protection.EditScenarios {
		t.Error(protection, err)
	}
	for cell, locked := range map[string]bool{"A1": true, "A2": true, "D1": true, "D2": false, "E2": false} {
		id, _ := f.GetCellStyle("Ratings", cell)
		style, err := f.GetStyle(id)
		if got := err != nil || style.Protection == nil || style.Protection.Locked; got != locked {
			t.Errorf("%s: locked %v", cell, got)
		}
	}
	if visible, _ := f.GetSheetVisible("Choices"); visible {
		t.Error("the lists are shown")
	}
	words, _ := f.GetCols("Choices")
	for i := range words {
		words[i] = slices.DeleteFunc(words[i], func(s string) bool { return s == "" })
	}
	want := [][]string{{"1 - Not yet, really", "2 - Sometimes", "3", "not seen"}, {"1", "1.5", "2", "2.5", "3", "3.5", "4", "not seen"}}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Error(diff)
	}
}

func TestParseNames(t *testing.T) {
	got, err := template.ParseNames([]byte("\xef\xbb\xbfName\r\n\"Ortiz, Ana\"\r\n\r\n Bo  Chen ,\r\nJosé Ruiz"))
	if diff := cmp.Diff([]string{"Ortiz, Ana", "Bo Chen", "José Ruiz"}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

// Whatever a level is called, what stands for it in a template reads back as
// its value.
func TestAnyLevelReadsBack(t *testing.T) {
	label := rapid.OneOf(
		rapid.SampledFrom([]string{"", "N/A", "No", "3", "2 of 4", "- low", "1/2", "A", "Low", "3-Feb", "(see page 4)", "very; very", "é, ü"}),
		rapid.StringMatching(`[A-Za-z0-9 ,;:()/.%+=-]{0,30}`),
	)
	rapid.Check(t, func(t *rapid.T) {
		scale := rubric.Scale{ID: "own", Levels: []rubric.Level{
			{Value: -1, Label: label.Draw(t, "lowest")},
			{Value: 0, Label: label.Draw(t, "low")},
			{Value: 1.5, Label: label.Draw(t, "mid")},
			{Value: 7, Label: label.Draw(t, "high")},
		}}
		r := &rubric.Rubric{ID: "own", Scales: []rubric.Scale{scale}, Indicators: []rubric.Indicator{{ID: "A1", Name: "Talk"}}}
		choices, err := (&template.Template{Rubric: r}).Choices()
		if err != nil {
			t.Fatal(err)
		}
		rows := [][]string{{"rater", "lesson", "indicator", "score"}}
		want := map[string]float64{}
		for i, word := range choices[0][:len(scale.Levels)] {
			rater := fmt.Sprint("Rater ", i+1)
			rows = append(rows, []string{rater, "L1", "A1 Talk", word})
			want[rater+" |  | L1 | A1"] = scale.Levels[i].Value
		}
		got := mustRead(t, asCSV(rows))
		if diff := cmp.Diff(want, items(got.Table)); diff != "" {
			t.Fatalf("%q\n%s", choices[0], diff)
		}
	})
}

// items returns the value that each rater gave.
func items(t *rating.Table) map[string]float64 {
	out := map[string]float64{}
	for _, r := range t.All() {
		i := t.Items()[r.Item]
		key := strings.Join([]string{t.Raters()[r.Rater], t.Rounds()[i.Round], t.Lessons()[i.Lesson], t.Indicators()[i.Indicator]}, " | ")
		out[key] = t.Value(int(r.Item), r.Level)
	}
	return out
}

func asCSV(rows [][]string) []byte {
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func mustRead(t *rapid.T, data []byte) *input.Reading {
	r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: bytes.NewReader(data)})
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return r
}
