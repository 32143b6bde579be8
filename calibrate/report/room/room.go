// Package room is the page that a team sees together: are we aligned, what to
// talk about first, how everyone's ratings spread, what the reasons say, and
// the next step. It has no row of a person, no pseudonym, no coefficient and
// no p-value, so that nothing in it can be joined to anybody. It is projected,
// printed and mailed.
package room

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
)

// parts are the page in the order in which it is read. A part without blocks
// is left out. A title states the finding.
var parts = []struct {
	id     string
	title  func(*calibrate.Report) string
	blocks func(*calibrate.Report) []document.Block
}{
	{"verdict", titled("Verdict"), verdict},
	{"first", section.FirstTitle, section.First},
	{"indicators", indicatorsTitle, indicators},
	{"not-observed", notObservedTitle, notObserved},
	{"reasons", reasonsTitle, reasons},
	{"groups", groupsTitle, groups},
	{"master", titled("Beside the agreed scores"), master},
	{"since", titled("Since last time"), section.Since},
	{"next", titled("Next step"), next},
	{"limits", titled("What these figures cannot say"), limits},
}

func titled(s string) func(*calibrate.Report) string {
	return func(*calibrate.Report) string { return s }
}

// View turns a report into the page for the room.
func View(r *calibrate.Report) document.Document {
	d := document.Document{
		Title: "Calibration report", Subtitle: section.Subtitle(r), Reading: section.Taken(r), Verdict: r.Verdict.ID, Footer: section.Footer(r),
		Room: true, Last: []string{"verdict", "first"}, Beside: section.BesideMeeting(r),
	}
	for _, p := range parts {
		if blocks := p.blocks(r); len(blocks) > 0 {
			d.Sections = append(d.Sections, document.Section{ID: p.id, Title: p.title(r), Blocks: blocks})
		}
	}
	return d
}
