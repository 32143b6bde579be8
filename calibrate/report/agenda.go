package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// AgendaSchema names the shape of the agenda as JSON.
const AgendaSchema = "calibrate.agenda/v1"

// AgendaFormats lists the formats of the agenda; the first is the default.
var AgendaFormats = []Format{
	{"text", "for the terminal", ".txt", asText(ViewAgenda)},
	{"json", "all of it, " + AgendaSchema, ".json", writeAgendaJSON},
	{"markdown", "for GitHub, a wiki or an e-mail", ".md", func(w io.Writer, r *calibrate.Report, _ Options) error {
		return WriteMarkdown(w, ViewAgenda(r))
	}},
	{"html", "one page to print", ".html", func(w io.Writer, r *calibrate.Report, _ Options) error {
		return WriteHTML(w, ViewAgenda(r))
	}},
}

// LookupAgenda returns the format with a name; the error lists what there is.
func LookupAgenda(id string) (*Format, error) { return lookup(AgendaFormats, id) }

// ViewAgenda turns a report into the page from which a meeting is run.
func ViewAgenda(r *calibrate.Report) Document {
	d := Document{Title: "Calibration meeting", Subtitle: subtitle(r), Footer: footer(r)}
	if r.Meeting == nil || len(r.Agenda) == 0 {
		d.Sections = []Section{{"meeting", "Meeting", []Block{
			Paragraph{Headline, "NOTHING TO SETTLE"}, Paragraph{Plain, nothingToSettle},
		}}}
		return d
	}
	head := fmt.Sprintf("CALIBRATION MEETING: %d MINUTES, %s TO SETTLE",
		r.Meeting.Minutes, strings.ToUpper(wording.Count(len(r.Agenda), "line")))
	d.Sections = append([]Section{{"meeting", "Meeting", []Block{
		Paragraph{Headline, head}, Paragraph{Plain, bring(r)},
	}}}, agendaParts(r, true)...)
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

func writeAgendaJSON(w io.Writer, r *calibrate.Report, _ Options) error {
	a := agendaJSON{AgendaSchema, r.Program, r.Data, r.Meeting, r.Agenda, []calibrate.Note{}}
	for _, n := range r.Notes {
		if strings.HasPrefix(n.Path, "/agenda") {
			a.Notes = append(a.Notes, n)
		}
	}
	return WriteJSON(w, a)
}
