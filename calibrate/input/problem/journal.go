package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// A Place is where in the input a problem stands.
type Place struct {
	Sheet    int // position of the sheet among all
	Name     string
	Row, Col int
	Header   string
}

// A Journal collects problems as they are met.
type Journal struct {
	entries []journalEntry
	count   map[string]int // by code
}

type journalEntry struct {
	at Place
	Problem
}

// maxAlike bounds the problems of one code that are kept; a last one then
// says how many more there are.
const maxAlike = 1000

// Add records a problem of a code at a place. An empty hint stands for the
// code's own.
func (j *Journal) Add(at Place, code, value, hint, format string, args ...any) {
	j.Offer(at, code, value, hint, nil, format, args...)
}

// Offer records a problem with the flags that may settle it.
func (j *Journal) Offer(at Place, code, value, hint string, cures []Cure, format string, args ...any) {
	c, ok := CodeByID(code)
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
	if hint == "" && !c.own {
		hint = c.Hint
	}
	j.entries = append(j.entries, journalEntry{at, Problem{
		Code: code, Severity: c.Severity, File: at.Name, Row: at.Row, Column: at.Header,
		Value: layout.Shorten(value), Text: fmt.Sprintf(format, args...), Hint: hint, Cures: cures,
	}})
}

// Fatal reports whether a fatal problem was met.
func (j *Journal) Fatal() bool {
	return slices.ContainsFunc(j.entries, func(e journalEntry) bool { return e.Severity == Fatal })
}

// OnlyNotes reports whether nothing but notes was met.
func (j *Journal) OnlyNotes() bool {
	return !slices.ContainsFunc(j.entries, func(e journalEntry) bool { return e.Severity != Note })
}

// Has reports whether a problem of a code was met.
func (j *Journal) Has(code string) bool { return j.count[code] > 0 }

// FirstFatal says what the first fatal problem is, "" without one.
func (j *Journal) FirstFatal() string {
	for _, e := range j.entries {
		if e.Severity == Fatal {
			return strings.TrimSpace(fmt.Sprintf("%s %s", e.Text, quoted(e.Value)))
		}
	}
	return ""
}

// Forget drops the problems of a sheet that is not read.
func (j *Journal) Forget(sheet int) {
	j.entries = slices.DeleteFunc(j.entries, func(e journalEntry) bool {
		if e.at.Sheet == sheet {
			j.count[e.Code]--
		}
		return e.at.Sheet == sheet
	})
}

// quoted is a value in brackets, or nothing.
func quoted(value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf("(%q)", layout.Shorten(value))
}

// Problems returns all problems in the order of files, rows and columns; those
// of one kind in one column as few, with how many there are.
func (j *Journal) Problems() []Problem {
	entries := slices.Clone(j.entries)
	slices.SortStableFunc(entries, func(a, b journalEntry) int {
		return cmp.Or(cmp.Compare(a.at.Sheet, b.at.Sheet), cmp.Compare(a.at.Row, b.at.Row),
			cmp.Compare(a.at.Col, b.at.Col), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Text, b.Text))
	})
	out := make([]Problem, 0, len(entries))
	allowed := allowances(entries)
	alike := map[kinship]int{}
	last := map[kinship]int{}
	rows := map[kinship][]int{}
	for _, e := range entries {
		key := kinship{e.at.Sheet, e.Code, e.Column}
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
		key, column := kinship{e.at.Sheet, e.Code, e.Column}, kinship{e.at.Sheet, "", e.Column}
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
