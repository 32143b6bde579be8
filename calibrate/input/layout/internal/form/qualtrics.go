package form

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// Qualtrics has three header rows: ids, questions and import ids.
var Qualtrics = Export{
	ID: "qualtrics", Title: "a Qualtrics export",
	Sign: signQualtrics,
}

// qualtricsFields are the columns of the export itself, by their ids.
var qualtricsFields = map[string]layout.Field{
	"startdate": layout.Ignored, "enddate": layout.Ignored, "status": layout.Ignored, "ipaddress": layout.Ignored,
	"progress": layout.Ignored, "duration (in seconds)": layout.Ignored, "finished": layout.Ignored,
	"recordeddate": layout.Time, "responseid": layout.Respond, "recipientlastname": layout.Ignored,
	"recipientfirstname": layout.Ignored, "recipientemail": layout.Rater, "externalreference": layout.Ignored,
	"externaldatareference": layout.Ignored, "locationlatitude": layout.Ignored, "locationlongitude": layout.Ignored,
	"distributionchannel": layout.Ignored, "userlanguage": layout.Ignored, "q_recaptchascore": layout.Ignored,
}

var (
	importID = cell.NewPattern(`^\{"ImportId":`)
	loopID   = cell.NewPattern(`^(\d{1,2})_Q`)
)

func signQualtrics(t *region.Table) *Signature {
	s := t.Sheet
	third := -1
	for i := range min(len(s.Rows), 5) {
		if importID.MatchString(t.FirstCell(i)) {
			third = i
		}
	}
	ids, questions := third-2, third-1
	if third < 2 {
		if ids = qualtricsIDs(t); ids < 0 {
			return nil
		}
		questions = ids
		if ids+1 < len(s.Rows) && !cell.IsTime(t.FirstCell(ids+1)) {
			questions = ids + 1
		}
		third = questions
	}
	f := &Signature{Rows: dataRows(t, third+1), Sure: 0.99, Why: "its columns are those of Qualtrics"}
	status, finished := -1, -1
	for c := range s.Rows[ids].Cells {
		id := cell.Fold(s.At(ids, c))
		l := region.NewLabel(c, s.At(questions, c))
		if known, ok := qualtricsFields[id]; ok {
			l.Field = known
		}
		switch id {
		case "status":
			status = c
		case "finished":
			finished = c
		}
		if m := loopID.FindStringSubmatch(s.At(ids, c)); m != nil {
			l.Inner, l.Outer, l.Split = l.Text, "Lesson "+m[1], true
		}
		f.Labels = append(f.Labels, l)
	}
	f.dropWhere(func(row int) string {
		switch kind := cell.Fold(s.At(row, status)); {
		case strings.Contains(kind, "preview") || strings.Contains(kind, "test") || kind == "spam" ||
			kind == "1" || kind == "2" || kind == "8" || kind == "9":
			return "a preview or a test"
		}
		switch cell.Fold(s.At(row, finished)) {
		case "false", "0", "no":
			return "not finished"
		}
		return ""
	})
	return f
}

// qualtricsIDs returns the row of a header with the columns of Qualtrics, -1
// where there is none.
func qualtricsIDs(t *region.Table) int {
	for i := range min(len(t.Sheet.Rows), 3) {
		known := 0
		for c := range t.Sheet.Rows[i].Cells {
			if _, ok := qualtricsFields[cell.Fold(t.Sheet.At(i, c))]; ok {
				known++
			}
		}
		if known >= 5 {
			return i
		}
	}
	return -1
}
