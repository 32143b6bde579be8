package report

import (
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/report/section"
)

// agendaSchema names the shape of the agenda as JSON.
const agendaSchema = "calibrate.agenda/v1"

// Agenda is the page from which a meeting is run.
var Agenda = Shape[*calibrate.Report]{
	Document: section.Meeting,
	JSON:     writeAgendaJSON,
	Tables:   []TableOf[*calibrate.Report]{{"agenda", func(r *calibrate.Report) any { return r.Agenda }}},
}

// agendaJSON is the agenda alone.
type agendaJSON struct {
	Schema  string            `json:"schema"`
	Program calibrate.Program `json:"program"`
	calibrate.Made
	Settings calibrate.ReportSettings `json:"settings"`
	Data     calibrate.Data           `json:"data"`
	Meeting  *calibrate.Meeting       `json:"meeting"`
	Agenda   []calibrate.AgendaItem   `json:"agenda"`
	Notes    []calibrate.Note         `json:"notes"`
}

func writeAgendaJSON(w io.Writer, r *calibrate.Report) error {
	a := agendaJSON{agendaSchema, r.Program, r.Made, r.Settings, r.Data, r.Meeting, r.Agenda, []calibrate.Note{}}
	for _, n := range r.Notes {
		if strings.HasPrefix(n.Path, "/agenda") || strings.HasPrefix(n.Path, "/inputs") {
			a.Notes = append(a.Notes, n)
		}
	}
	return format.WriteJSON(w, a)
}
