package report

import (
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
)

// A ReasonsFormat writes the list of reasons.
type ReasonsFormat = FormatOf[*calibrate.ReasonList]

// ReasonsFormats lists the formats of the reasons; the first is the default.
var ReasonsFormats = []ReasonsFormat{
	{"text", "for the terminal", ".txt", asText(ViewReasons)},
	{"json", "all of it, " + calibrate.ReasonsSchema, ".json", asJSON[*calibrate.ReasonList]},
	{"csv", "one table", ".csv", writeReasonsCSV},
}

// LookupReasons returns the format with a name; the error lists what there is.
func LookupReasons(id string) (*ReasonsFormat, error) { return lookup(ReasonsFormats, id) }

// ReasonsTables lists what CSV can print of the reasons, the first by default.
var ReasonsTables = []TableOf[*calibrate.ReasonList]{
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
	return writeTable(w, ReasonsTables, o.Table, l)
}
