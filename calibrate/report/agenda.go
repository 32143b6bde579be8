package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// AgendaSchema names the shape of the agenda as JSON.
const AgendaSchema = "calibrate.agenda/v1"

// Agenda is the page from which a meeting is run.
var Agenda = Shape[*calibrate.Report]{
	Document: viewAgenda,
	JSON:     writeAgendaJSON,
	Tables:   []TableOf[*calibrate.Report]{{"agenda", func(r *calibrate.Report) any { return r.Agenda }}},
}

// viewAgenda turns a report into the page from which a meeting is run.
func viewAgenda(r *calibrate.Report) document.Document {
	d := document.Document{Title: "Calibration meeting", Subtitle: section.Subtitle(r), Footer: section.Footer(r)}
	if r.Meeting == nil || len(r.Agenda) == 0 {
		d.Sections = []document.Section{{ID: "meeting", Title: "Meeting", Blocks: []document.Block{
			document.Paragraph{Role: document.Headline, Text: "NOTHING TO SETTLE"}, document.Paragraph{Role: document.Plain, Text: nothingToSettle},
		}}}
		return d
	}
	head := fmt.Sprintf("CALIBRATION MEETING: %d MINUTES, %s TO SETTLE",
		r.Meeting.Minutes, strings.ToUpper(wording.Count(len(r.Agenda), "item")))
	d.Sections = append([]document.Section{{ID: "meeting", Title: "Meeting", Blocks: []document.Block{
		document.Paragraph{Role: document.Headline, Text: head}, document.Paragraph{Role: document.Plain, Text: section.Bring(r)},
	}}}, section.AgendaParts(r, false)...)
	return d
}

const nothingToSettle = "No two raters differ on any item. Use the time on a lesson with more range, where you expect more than one level."

// agendaJSON is the agenda alone.
type agendaJSON struct {
	Schema  string                 `json:"schema"`
	Program calibrate.Program      `json:"program"`
	Data    calibrate.Data         `json:"data"`
	Meeting *calibrate.Meeting     `json:"meeting"`
	Agenda  []calibrate.AgendaItem `json:"agenda"`
	Notes   []calibrate.Note       `json:"notes"`
}

func writeAgendaJSON(w io.Writer, r *calibrate.Report) error {
	a := agendaJSON{AgendaSchema, r.Program, r.Data, r.Meeting, r.Agenda, []calibrate.Note{}}
	for _, n := range r.Notes {
		if strings.HasPrefix(n.Path, "/agenda") {
			a.Notes = append(a.Notes, n)
		}
	}
	return format.WriteJSON(w, a)
}
