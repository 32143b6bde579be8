package form

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// SurveyMonkey has two header rows: the questions, blank across a
// matrix, and under them its lines.
var SurveyMonkey = Export{
	ID: "surveymonkey", Title: "a SurveyMonkey export",
	Sign: signSurveyMonkey,
}

// surveyMonkeyFields are the columns of the export itself.
var surveyMonkeyFields = map[string]layout.Field{
	"respondent id": layout.Respond, "collector id": layout.Ignored, "start date": layout.Ignored,
	"date created": layout.Ignored, "date modified": layout.Time, "end date": layout.Time, "ip address": layout.Ignored,
	"email address": layout.Rater, "first name": layout.Ignored, "last name": layout.Ignored, "custom data 1": layout.Ignored,
}

func signSurveyMonkey(t *region.Table) *Signature {
	s := t.Sheet
	h := findHeader(t, "respondent id", "collector id")
	if h < 0 || h+1 >= len(s.Rows) || s.At(h+1, findColumn(t, h, "respondent id")) != "" {
		return nil
	}
	f := &Signature{Rows: dataRows(t, h+2), Sure: 0.99, Why: "its two header rows are those of SurveyMonkey"}
	question := ""
	for c := range max(len(s.Rows[h].Cells), len(s.Rows[h+1].Cells)) {
		if top := s.At(h, c); top != "" {
			question = top
		}
		line := s.At(h+1, c)
		l := region.NewLabel(c, question)
		switch cell.Fold(line) {
		case "", "response", "open-ended response", "antwort", "antwort - offenes ende", "respuesta", "réponse":
			if known, ok := surveyMonkeyFields[cell.Fold(s.At(h, c))]; ok {
				l.Field = known
			}
		default:
			l.Outer, l.Inner, l.Split = question, cell.Clean(line), true
			l.Text = cell.Clean(question + " - " + line)
			l.Header = l.Text
		}
		f.Labels = append(f.Labels, l)
	}
	return f
}
