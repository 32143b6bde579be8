package input

// microsoftLayout is the workbook of a Microsoft form, often saved as CSV.
var microsoftLayout = Layout{
	ID: "microsoft_forms", Title: "a Microsoft form's workbook",
	recognise: recogniseMicrosoft,
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

func recogniseMicrosoft(r *recogniser) *plan {
	s := r.sheet
	h := s.headerRow(microsoftID, microsoftStart, microsoftEnd)
	if h < 0 || r.isLong(h) {
		return nil
	}
	f := &frame{labels: s.plainLabels(h), rows: s.dataRows(h + 1)}
	known := func(phrases string, what field) {
		if c := s.column(h, phrases); c >= 0 {
			f.labels[c].field = what
		}
	}
	known(microsoftStart, fieldIgnored)
	known(microsoftOther, fieldIgnored)
	known(microsoftID, fieldRespond)
	known(microsoftEnd, fieldTime)
	known(microsoftMail, fieldRater)
	known(microsoftName, fieldRater)
	p := &plan{sure: 0.98, why: "its first columns are those of Microsoft Forms"}
	return r.formPlan(f, p)
}
