package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// surveyMonkeyLayout has two header rows: the questions, blank across a
// matrix, and under them its lines.
var surveyMonkeyLayout = Layout{
	ID: "surveymonkey", Title: "a SurveyMonkey export",
	sign: signSurveyMonkey,
}

// surveyMonkeyFields are the columns of the export itself.
var surveyMonkeyFields = map[string]Field{
	"respondent id": Respond, "collector id": Ignored, "start date": Ignored,
	"date created": Ignored, "date modified": Time, "end date": Time, "ip address": Ignored,
	"email address": Rater, "first name": Ignored, "last name": Ignored, "custom data 1": Ignored,
}

func signSurveyMonkey(t *table) *signature {
	s := t.sheet
	h := findHeader(t, "respondent id", "collector id")
	if h < 0 || h+1 >= len(s.Rows) || s.At(h+1, findColumn(t, h, "respondent id")) != "" {
		return nil
	}
	f := &signature{rows: dataRows(t, h+2), sure: 0.99, why: "its two header rows are those of SurveyMonkey"}
	question := ""
	for c := range max(len(s.Rows[h].Cells), len(s.Rows[h+1].Cells)) {
		if top := s.At(h, c); top != "" {
			question = top
		}
		line := s.At(h+1, c)
		l := newLabel(c, question)
		switch cell.Fold(line) {
		case "", "response", "open-ended response", "antwort", "antwort - offenes ende", "respuesta", "réponse":
			if known, ok := surveyMonkeyFields[cell.Fold(s.At(h, c))]; ok {
				l.field = known
			}
		default:
			l.outer, l.inner, l.split = question, cell.Clean(line), true
			l.text = cell.Clean(question + " - " + line)
			l.header = l.text
		}
		f.labels = append(f.labels, l)
	}
	return f
}
