package input

// surveyMonkeyLayout has two header rows: the questions, blank across a
// matrix, and under them its lines.
var surveyMonkeyLayout = Layout{
	ID: "surveymonkey", Title: "a SurveyMonkey export",
	recognise: recogniseSurveyMonkey,
}

// surveyMonkeyFields are the columns of the export itself.
var surveyMonkeyFields = map[string]field{
	"respondent id": fieldRespond, "collector id": fieldIgnored, "start date": fieldIgnored,
	"date created": fieldIgnored, "date modified": fieldTime, "end date": fieldTime, "ip address": fieldIgnored,
	"email address": fieldRater, "first name": fieldIgnored, "last name": fieldIgnored, "custom data 1": fieldIgnored,
}

func recogniseSurveyMonkey(r *recogniser) *plan {
	s := r.sheet
	h := s.headerRow("respondent id", "collector id")
	if h < 0 || h+1 >= len(s.Rows) || s.At(h+1, s.column(h, "respondent id")) != "" {
		return nil
	}
	f := &frame{rows: s.dataRows(h + 2)}
	question := ""
	for c := range max(len(s.Rows[h].Cells), len(s.Rows[h+1].Cells)) {
		if top := s.At(h, c); top != "" {
			question = top
		}
		line := s.At(h+1, c)
		l := newLabel(c, question)
		switch fold(line) {
		case "", "response", "open-ended response", "antwort", "antwort - offenes ende", "respuesta", "réponse":
			if known, ok := surveyMonkeyFields[fold(s.At(h, c))]; ok {
				l.field = known
			}
		default:
			l.outer, l.inner, l.split = question, clean(line), true
			l.text = clean(question + " - " + line)
			l.header = l.text
		}
		f.labels = append(f.labels, l)
	}
	p := &plan{sure: 0.99, why: "its two header rows are those of SurveyMonkey"}
	return r.formPlan(f, p)
}
