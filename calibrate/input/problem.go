package input

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Severity says what a Problem does to the reading.
type Severity string

// What a problem does to the reading.
const (
	Fatal   Severity = "fatal"   // nothing is computed from the file
	Repair  Severity = "repair"  // read after a change; --strict refuses it
	Warning Severity = "warning" // read as it stands, worth a look
	Note    Severity = "note"    // how something was understood
)

// A Problem is one oddity of the input and its place. Row is the number that
// an editor shows for the line (in a spreadsheet file: the row) and 0 where a
// problem has none; Column is the column's header.
type Problem struct {
	Code     string   `json:"code" csv:"code"`
	Severity Severity `json:"severity" csv:"severity"`
	File     string   `json:"file" csv:"file"`
	Row      int      `json:"row,omitempty" csv:"row"`
	Column   string   `json:"column,omitempty" csv:"column"`
	Value    string   `json:"value,omitempty" csv:"value"`
	Text     string   `json:"text" csv:"text"`
	Hint     string   `json:"hint,omitempty" csv:"hint"`
	Choices  []Choice `json:"choices,omitempty" csv:"-"` // that the hint offers

	cures []cure // flags that may settle it
}

// A Choice is flags that settle a problem, and when they are right.
type Choice struct {
	Flags string `json:"flags"` // as a shell takes them
	Says  string `json:"says,omitempty"`
}

// String returns the problem as one line, and its hint on a second.
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Row > 0 {
			fmt.Fprintf(&b, ":%d", p.Row)
		}
		b.WriteString(": ")
	}
	if p.Column != "" {
		fmt.Fprintf(&b, "column %q: ", layout.Shorten(p.Column))
	}
	b.WriteString(p.Text)
	if p.Hint != "" {
		b.WriteString("\n  hint: ")
		b.WriteString(p.Hint)
	}
	return b.String()
}

// Faults are the fatal problems of a reading, all of them.
type Faults []Problem

// Error returns every fault, each on a line of its own.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, p := range f {
		if i+1 < len(f) && p.Hint == f[i+1].Hint && p.Code == f[i+1].Code && p.File == f[i+1].File && p.Column == f[i+1].Column {
			p.Hint = "" // once, behind the last
		}
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// A place is where in the input a problem stands.
type place struct {
	sheet    int // position of the sheet among all
	name     string
	row, col int
	header   string
}

// A journal collects problems as they are met.
type journal struct {
	entries []journalEntry
	count   map[string]int // by code
}

type journalEntry struct {
	place
	Problem
}

// maxAlike bounds the problems of one code that are kept; a last one then
// says how many more there are.
const maxAlike = 1000

// add records a problem of a code at a place. An empty hint stands for the
// code's own.
func (j *journal) add(at place, code, value, hint, format string, args ...any) {
	j.cure(at, code, value, hint, nil, format, args...)
}

// cure records a problem with the flags that may settle it.
func (j *journal) cure(at place, code, value, hint string, cures []cure, format string, args ...any) {
	c, ok := codeByID(code)
	if !ok {
		panic("input: no problem code " + code)
	}
	if j.count == nil {
		j.count = map[string]int{}
	}
	j.count[code]++
	if j.count[code] > maxAlike {
		return
	}
	j.entries = append(j.entries, journalEntry{at, Problem{
		Code: code, Severity: c.Severity, File: at.name, Row: at.row, Column: at.header,
		Value: layout.Shorten(value), Text: fmt.Sprintf(format, args...), Hint: cmp.Or(hint, c.Hint), cures: cures,
	}})
}

// fatal reports whether a fatal problem was met.
func (j *journal) fatal() bool {
	return slices.ContainsFunc(j.entries, func(e journalEntry) bool { return e.Severity == Fatal })
}

// odd says which of the fatal problems leaves a file to the careful reading.
func (j *journal) odd() error {
	for _, e := range j.entries {
		if e.Severity == Fatal {
			return oddFile{strings.TrimSpace(fmt.Sprintf("%s %s", e.Text, quoted(e.Value)))}
		}
	}
	return oddFile{"there is not one score"}
}

// quoted is a value in brackets, or nothing.
func quoted(value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf("(%q)", layout.Shorten(value))
}

// problems returns all problems in the order of files, rows and columns; those
// of one kind in one column as few, with how many there are.
func (j *journal) problems() []Problem {
	entries := slices.Clone(j.entries)
	slices.SortStableFunc(entries, func(a, b journalEntry) int {
		return cmp.Or(cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.place.row, b.place.row),
			cmp.Compare(a.col, b.col), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
	})
	out := make([]Problem, 0, len(entries))
	allowed := allowances(entries)
	alike := map[kinship]int{}
	last := map[kinship]int{}
	rows := map[kinship][]int{}
	for _, e := range entries {
		key := kinship{e.sheet, e.Code, e.Column}
		if e.Severity != Fatal && e.Severity != Repair {
			out = append(out, e.Problem)
			continue
		}
		if alike[key]++; alike[key] <= allowed[key] {
			last[key] = len(out)
			out = append(out, e.Problem)
		} else if e.Row > 0 {
			rows[key] = append(rows[key], e.Row)
		}
	}
	for key, n := range alike {
		if more := n - allowed[key]; more > 0 {
			p := &out[last[key]]
			what := "cell"
			if key.column == "" {
				what = "place"
			}
			p.Text += fmt.Sprintf(" (and %d more such %s%s)", more, wording.Plural(more, what, what+"s"), shownRows(rows[key]))
		}
	}
	for _, c := range Codes {
		if more := j.count[c.ID] - maxAlike; more > 0 {
			out = append(out, Problem{
				Code: c.ID, Severity: c.Severity,
				Text: fmt.Sprintf("%d more of the kind %q", more, c.Title),
			})
		}
	}
	return out
}

// shownRows lists the first of some rows, behind a colon.
func shownRows(rows []int) string {
	const most = 6
	if len(rows) == 0 {
		return ""
	}
	text := wording.Plural(len(rows), "row", "rows") + " " + strings.Join(strings.Fields(strings.Trim(fmt.Sprint(rows[:min(len(rows), most)]), "[]")), ", ")
	if len(rows) > most {
		text += " and others"
	}
	return ": " + text
}

// A kinship is what problems share that are told together.
type kinship struct {
	sheet        int
	code, column string
}

// How many problems of one kind in one column are told each, and how many of all
// kinds in one.
const (
	mostAlike    = 4
	mostInColumn = 5
)

// allowances returns how many problems of each kind in each column are told: all
// kinds, and no more than the column's share.
func allowances(entries []journalEntry) map[kinship]int {
	count, kinds, total := map[kinship]int{}, map[kinship]int{}, map[kinship]int{}
	for _, e := range entries {
		if e.Severity != Fatal && e.Severity != Repair {
			continue
		}
		key, column := kinship{e.sheet, e.Code, e.Column}, kinship{e.sheet, "", e.Column}
		if count[key]++; count[key] == 1 {
			kinds[column]++
		}
		if count[key] <= mostAlike {
			total[column]++
		}
	}
	allowed := map[kinship]int{}
	for key := range count {
		column := kinship{key.sheet, "", key.column}
		if allowed[key] = mostAlike; key.column != "" && total[column] > mostInColumn {
			allowed[key] = max(1, mostInColumn/kinds[column])
		}
	}
	return allowed
}
