package form

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// Microsoft is the workbook of a Microsoft form, often saved as CSV.
var Microsoft = Export{
	ID: "microsoft_forms", Title: "a Microsoft form's workbook",
	Sign: signMicrosoft,
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

func signMicrosoft(t *region.Table) *Signature {
	h := findHeader(t, microsoftID, microsoftStart, microsoftEnd)
	if h < 0 || isLong(t, h) {
		return nil
	}
	s := &Signature{Labels: plainLabels(t, h), Rows: dataRows(t, h+1), Sure: 0.98, Why: "its first columns are those of Microsoft Forms"}
	known := func(phrases string, what layout.Field) {
		if c := findColumn(t, h, phrases); c >= 0 {
			s.Labels[c].Field = what
		}
	}
	known(microsoftStart, layout.Ignored)
	known(microsoftOther, layout.Ignored)
	known(microsoftID, layout.Respond)
	known(microsoftEnd, layout.Time)
	known(microsoftMail, layout.Rater)
	known(microsoftName, layout.Rater)
	for i := range s.Labels { // of a quiz
		if quizPart.MatchString(s.Labels[i].Text) {
			s.Labels[i].Field = layout.Ignored
		}
	}
	return s
}

// quizPart is a column that a quiz puts beside each question.
var quizPart = cell.NewPattern(`(?i)^(?:points|feedback|punkte|puntos|rückmeldung|comentarios) [-–] `)
