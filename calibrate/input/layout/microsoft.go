package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// microsoftLayout is the workbook of a Microsoft form, often saved as CSV.
var microsoftLayout = Layout{
	ID: "microsoft_forms", Title: "a Microsoft form's workbook",
	sign: signMicrosoft,
}

// The first columns of Microsoft Forms, in some of its languages.
const (
	microsoftID    = "id"
	microsoftStart = "start time|startzeit|hora de inicio|heure de début|ora di inizio|hora de início|begintijd"
	microsoftEnd   = "completion time|fertigstellungszeit|hora de finalización|heure de fin|ora di completamento|hora de conclusão|tijd van voltooien"
	microsoftMail  = "email|e mail|correo electrónico|adresse de messagerie|posta elettronica|e mailadres"
	microsoftName  = "name|nombre|nom|nome|naam"
	microsoftOther = "last modified time|uhrzeit der letzten änderung|hora de la última modificación|heure de la dernière modification|total points|quiz feedback|language|sprache"
)

func signMicrosoft(t *table) *signature {
	h := findHeader(t, microsoftID, microsoftStart, microsoftEnd)
	if h < 0 || isLong(t, h) {
		return nil
	}
	s := &signature{labels: plainLabels(t, h), rows: dataRows(t, h+1), sure: 0.98, why: "its first columns are those of Microsoft Forms"}
	known := func(phrases string, what Field) {
		if c := findColumn(t, h, phrases); c >= 0 {
			s.labels[c].field = what
		}
	}
	known(microsoftStart, Ignored)
	known(microsoftOther, Ignored)
	known(microsoftID, Respond)
	known(microsoftEnd, Time)
	known(microsoftMail, Rater)
	known(microsoftName, Rater)
	for i := range s.labels { // of a quiz
		if quizPart.MatchString(s.labels[i].text) {
			s.labels[i].field = Ignored
		}
	}
	return s
}

// quizPart is a column that a quiz puts beside each question.
var quizPart = cell.NewPattern(`(?i)^(?:points|feedback|punkte|puntos|rückmeldung|comentarios) [-–] `)
