package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
)

// A ReasonsFormat writes the list of reasons.
type ReasonsFormat struct {
	ID    string
	Title string
	Write func(io.Writer, *calibrate.ReasonList, Options) error
}

// ReasonsFormats lists the formats of the reasons; the first is the default.
var ReasonsFormats = []ReasonsFormat{
	{"text", "for the terminal", func(w io.Writer, l *calibrate.ReasonList, o Options) error {
		return WriteText(w, ViewReasons(l), o)
	}},
	{"json", "all of it, " + calibrate.ReasonsSchema, writeReasonsJSON},
	{"csv", "one table", writeReasonsCSV},
}

// LookupReasons returns the format with a name; the error lists what there is.
func LookupReasons(id string) (*ReasonsFormat, error) {
	var ids []string
	for i := range ReasonsFormats {
		if ReasonsFormats[i].ID == id {
			return &ReasonsFormats[i], nil
		}
		ids = append(ids, ReasonsFormats[i].ID)
	}
	return nil, fmt.Errorf("no format %q: there are %s", id, strings.Join(ids, ", "))
}

func writeReasonsJSON(w io.Writer, l *calibrate.ReasonList, _ Options) error {
	return WriteJSON(w, l)
}

// ReasonsTables lists what CSV can print of the reasons, the first by default.
var ReasonsTables = []struct {
	ID   string
	Rows func(*calibrate.ReasonList) any
}{
	{"reasons", func(l *calibrate.ReasonList) any { return l.Reasons }},
	{"statements", statementRows},
	{"pairs", func(l *calibrate.ReasonList) any { return l.Pairs }},
}

// statementRow is one statement of a reason.
type statementRow struct {
	Rater     string `csv:"rater"`
	Lesson    string `csv:"lesson"`
	Indicator string `csv:"indicator"`
	Round     string `csv:"round"`
	Statement int    `csv:"statement"` // its place in the reason, from 1
	Text      string `csv:"text"`
	Class     string `csv:"class"`
	Words     string `csv:"words"`
}

// statementRows are the statements of all reasons.
func statementRows(l *calibrate.ReasonList) any {
	rows := []statementRow{}
	for _, r := range l.Reasons {
		for k, s := range r.Statements {
			rows = append(rows, statementRow{
				r.Rater, r.Lesson, r.Indicator, r.Round, k + 1, s.Text, string(s.Class), strings.Join(s.Words, "; "),
			})
		}
	}
	return rows
}

func writeReasonsCSV(w io.Writer, l *calibrate.ReasonList, o Options) error {
	var ids []string
	for i, t := range ReasonsTables {
		if t.ID == o.Table || o.Table == "" && i == 0 {
			return writeRows(w, t.Rows(l))
		}
		ids = append(ids, t.ID)
	}
	return fmt.Errorf("no table %q: there are %s", o.Table, strings.Join(ids, ", "))
}
