package report

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate"
)

// Reasons is every reason with its class, and every pair of reasons.
var Reasons = Shape[*calibrate.ReasonList]{
	Document: viewReasons,
	Private:  true,
	Tables: []TableOf[*calibrate.ReasonList]{
		{"reasons", func(l *calibrate.ReasonList) any { return l.Reasons }},
		{"statements", statementRows},
		{"pairs", func(l *calibrate.ReasonList) any { return l.Pairs }},
	},
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
