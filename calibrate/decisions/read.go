package decisions

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Options say what the file does not. The zero value works.
type Options struct {
	source.Options
	// Levels are those of an indicator, nil where they are not known: then a
	// level is a number.
	Levels func(indicator string) []rating.Level
}

// columns are what the columns are called; the first name is that of the sheet.
var columns = []struct {
	names []string
	set   func(*Decision, string)
}{
	{[]string{"round", "session", "meeting"}, func(d *Decision, s string) { d.Round = s }},
	{[]string{"lesson", "video"}, func(d *Decision, s string) { d.Lesson = s }},
	{[]string{"indicator", "component", "item"}, func(d *Decision, s string) { d.Indicator = s }},
	{[]string{"name"}, func(d *Decision, s string) { d.Name = s }},
	{[]string{"boundary", "between"}, func(d *Decision, s string) { d.Boundary = s }},
	{[]string{"independent", "first vote", "before"}, nil},
	{[]string{"revote", "second vote", "after"}, nil},
	{[]string{"level", "agreed level", "agreed", "agreed score"}, nil},
	{[]string{"time", "moment", "timestamp"}, func(d *Decision, s string) { d.Time = s }},
	{[]string{"wording", "agreed wording", "words"}, func(d *Decision, s string) { d.Wording = s }},
	{[]string{"commitment", "commitments"}, func(d *Decision, s string) { d.Commitment = s }},
	{[]string{"who", "owner"}, func(d *Decision, s string) { d.Who = s }},
	{[]string{"due", "by when", "when", "deadline"}, func(d *Decision, s string) { d.Due = s }},
	{[]string{"held"}, nil},
}

// Read reads a filled-in sheet, or decisions as JSON. The error names every cell
// that cannot be read.
func Read(ctx context.Context, path string, o Options) ([]Decision, error) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return readJSON(path)
	}
	read, err := source.Read(ctx, []string{path}, o.Options)
	if err != nil {
		return nil, err
	}
	for _, p := range read.Problems {
		if p.Code != "guessed_encoding" {
			return nil, fmt.Errorf("%s: %s", p.File, p.Text)
		}
	}
	for _, s := range read.Sheets {
		for r := range min(len(s.Rows), deepest) {
			if at := header(s, r); at != nil {
				t := table{sheet: s, at: at, options: &o}
				return t.read(r + 1)
			}
		}
	}
	return nil, fmt.Errorf("%s: no sheet of decisions: a row names the columns indicator, and level, wording or commitment", path)
}

// deepest is how many rows may stand above the header.
const deepest = 30

// header returns where each column stands, nil where a row is no header.
func header(s *source.Sheet, r int) map[string]int {
	at := map[string]int{}
	for c := range s.Rows[r].Cells {
		text := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s.At(r, c), "_", " ")), " "))
		for _, column := range columns {
			if _, taken := at[column.names[0]]; !taken && slices.Contains(column.names, text) {
				at[column.names[0]] = c
			}
		}
	}
	_, indicator := at["indicator"]
	for _, agreed := range []string{"level", "wording", "commitment"} {
		if _, ok := at[agreed]; ok && indicator {
			return at
		}
	}
	return nil
}

// A table is a sheet of decisions with its columns.
type table struct {
	sheet   *source.Sheet
	at      map[string]int
	options *Options
	faults  []error
}

// read reads the rows from one on.
func (t *table) read(from int) ([]Decision, error) {
	list := []Decision{}
	for r := from; r < len(t.sheet.Rows); r++ {
		if t.sheet.Rows[r].Filled() == 0 {
			continue
		}
		d := Decision{Level: stats.None(calibrate.NoScore)}
		for _, column := range columns {
			if text := t.cell(r, column.names[0]); column.set != nil {
				column.set(&d, text)
			}
		}
		if d.Indicator == "" {
			t.fail(r, "indicator", "", "a decision without an indicator")
			continue
		}
		d.Independent = t.counts(r, "independent", d.Indicator)
		d.Revote = t.counts(r, "revote", d.Indicator)
		if text := t.cell(r, "level"); text != "" {
			if v, ok := t.level(d.Indicator, text); ok {
				d.Level = stats.Of(v)
			} else {
				t.fail(r, "level", text, "is no level of "+d.Indicator+t.levels(d.Indicator))
			}
		}
		list = append(list, d)
	}
	return list, errors.Join(t.faults...)
}

func (t *table) cell(r int, column string) string {
	c, ok := t.at[column]
	if !ok {
		return ""
	}
	text := strings.Join(strings.Fields(t.sheet.At(r, c)), " ")
	if len(text) > 1 && text[0] == '\'' && strings.ContainsRune("=+-@", rune(text[1])) {
		text = text[1:] // a spreadsheet's sign of text
	}
	return text
}

// fail records a fault of a cell.
func (t *table) fail(r int, column, value, what string) {
	if value != "" {
		what = fmt.Sprintf("%q %s", value, what)
	}
	t.faults = append(t.faults, fmt.Errorf("%s:%d: column %q: %s", t.sheet.Title(), t.sheet.Rows[r].Line, column, what))
}

// count matches how many chose a level: "3: 4", "Proficient = 4", "4 × 3" has
// its own order and is not read.
var count = regexp.MustCompile(`^(.+?)\s*[:=]\s*(\d+)$`)

// counts reads "2: 3, 3: 4", with commas, semicolons or lines between.
func (t *table) counts(r int, column, indicator string) Counts {
	var list Counts
	text := t.cell(r, column)
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		m := count.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			t.fail(r, column, text, "does not say how many chose which level: write 2: 3, 3: 4 for three on 2 and four on 3")
			return nil
		}
		v, ok := t.level(indicator, m[1])
		n, err := strconv.Atoi(m[2])
		if !ok || err != nil || n > mostPeople {
			t.fail(r, column, text, fmt.Sprintf("names %q, which is no level of %s%s", m[1], indicator, t.levels(indicator)))
			return nil
		}
		list = append(list, LevelCount{v, n})
	}
	slices.SortFunc(list, func(a, b LevelCount) int { return cmp.Compare(a.Level, b.Level) })
	return list
}

// mostPeople keeps a slip of the finger from counting as people.
const mostPeople = 100_000

// leading matches a level with its words behind it: "3 Proficient".
var leading = regexp.MustCompile(`^([+-]?\d+(?:\.\d+)?)(?:\s+\D.*|\s*[-–—:.)(]\s*\D.*)?$`)

// level reads a level: its number, its label, or both.
func (t *table) level(indicator, text string) (float64, bool) {
	var levels []rating.Level
	if t.options.Levels != nil {
		levels = t.options.Levels(indicator)
	}
	for _, l := range levels {
		if l.Label != "" && strings.EqualFold(l.Label, text) {
			return l.Value, true
		}
	}
	m := leading.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	v, err := strconv.ParseFloat(m[1], 64)
	known := levels == nil || slices.ContainsFunc(levels, func(l rating.Level) bool { return l.Value == v })
	return v, err == nil && known
}

// levels lists the levels of an indicator for a message.
func (t *table) levels(indicator string) string {
	if t.options.Levels == nil {
		return ", which is a number"
	}
	var list []string
	for _, l := range t.options.Levels(indicator) {
		list = append(list, strings.TrimSpace(strconv.FormatFloat(l.Value, 'g', -1, 64)+" "+l.Label))
	}
	if list == nil {
		return ", which is a number"
	}
	return ": there are " + strings.Join(list, ", ")
}

// readJSON reads decisions as JSON.
func readJSON(path string) ([]Decision, error) {
	content, err := source.ReadFile(path, source.LargeFile)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, wording.Plain(err))
	}
	var list List
	if err := json.Unmarshal(content, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if list.Schema != Schema {
		return nil, fmt.Errorf("%s: its schema is %q, and decisions have %q", path, list.Schema, Schema)
	}
	return list.Decisions, nil
}
