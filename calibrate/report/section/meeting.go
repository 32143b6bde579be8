package section

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Meeting turns a report into the page from which a meeting is run.
func Meeting(r *calibrate.Report) document.Document {
	d := document.Document{Title: "Calibration meeting", Subtitle: Subtitle(r), Footer: Footer(r)}
	if r.Meeting == nil || len(r.Agenda) == 0 {
		headline, text := "NOTHING TO SETTLE", nothingToSettle
		if r.Input.Nominal {
			headline, text = "NO AGENDA", nominalCodes
		}
		d.Sections = []document.Section{{ID: "meeting", Title: "Meeting", Blocks: []document.Block{
			document.Paragraph{Role: document.Headline, Text: headline}, document.Paragraph{Role: document.Plain, Text: text},
		}}}
		return d
	}
	head := fmt.Sprintf("CALIBRATION MEETING: %d MINUTES, %s TO SETTLE",
		r.Meeting.Minutes, strings.ToUpper(wording.Count(len(r.Agenda), "item")))
	d.Sections = append([]document.Section{{ID: "meeting", Title: "Meeting", Blocks: []document.Block{
		document.Paragraph{Role: document.Headline, Text: head}, document.Paragraph{Role: document.Plain, Text: bring(r)},
	}}}, agendaParts(r, false)...)
	if blocks := agreed(r); len(blocks) > 0 {
		d.Sections = slices.Insert(d.Sections, 1, document.Section{ID: "agreed", Title: "Since last time", Blocks: blocks})
	}
	return d
}

const nothingToSettle = "No two raters differ on any item. Use the time on a lesson with more range, where you expect more than one level."

// pagesOfMeeting is how many pages the meeting prints on at most.
const pagesOfMeeting = 3

// BesideMeeting is the meeting on a sheet of its own, where there is something
// to settle.
func BesideMeeting(r *calibrate.Report) []document.Beside {
	if r.Meeting == nil || len(r.Agenda) == 0 {
		return nil
	}
	return []document.Beside{{Sheet: "Agenda", Pages: pagesOfMeeting, Document: Meeting(r)}}
}
