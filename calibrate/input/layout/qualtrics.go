package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// qualtricsLayout has three header rows: ids, questions and import ids.
var qualtricsLayout = Layout{
	ID: "qualtrics", Title: "a Qualtrics export",
	sign: signQualtrics,
}

// qualtricsFields are the columns of the export itself, by their ids.
var qualtricsFields = map[string]Field{
	"startdate": Ignored, "enddate": Ignored, "status": Ignored, "ipaddress": Ignored,
	"progress": Ignored, "duration (in seconds)": Ignored, "finished": Ignored,
	"recordeddate": Time, "responseid": Respond, "recipientlastname": Ignored,
	"recipientfirstname": Ignored, "recipientemail": Rater, "externalreference": Ignored,
	"externaldatareference": Ignored, "locationlatitude": Ignored, "locationlongitude": Ignored,
	"distributionchannel": Ignored, "userlanguage": Ignored, "q_recaptchascore": Ignored,
}

var (
	importID = cell.NewPattern(`^\{"ImportId":`)
	loopID   = cell.NewPattern(`^(\d{1,2})_Q`)
)

func signQualtrics(t *table) *signature {
	s := t.sheet
	third := -1
	for i := range min(len(s.Rows), 5) {
		if importID.MatchString(t.firstCell(i)) {
			third = i
		}
	}
	ids, questions := third-2, third-1
	if third < 2 {
		if ids = qualtricsIDs(t); ids < 0 {
			return nil
		}
		questions = ids
		if ids+1 < len(s.Rows) && !cell.IsTime(t.firstCell(ids+1)) {
			questions = ids + 1
		}
		third = questions
	}
	f := &signature{rows: dataRows(t, third+1), sure: 0.99, why: "its columns are those of Qualtrics"}
	status, finished := -1, -1
	for c := range s.Rows[ids].Cells {
		id := cell.Fold(s.At(ids, c))
		l := newLabel(c, s.At(questions, c))
		if known, ok := qualtricsFields[id]; ok {
			l.field = known
		}
		switch id {
		case "status":
			status = c
		case "finished":
			finished = c
		}
		if m := loopID.FindStringSubmatch(s.At(ids, c)); m != nil {
			l.inner, l.outer, l.split = l.text, "Lesson "+m[1], true
		}
		f.labels = append(f.labels, l)
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
func qualtricsIDs(t *table) int {
	for i := range min(len(t.sheet.Rows), 3) {
		known := 0
		for c := range t.sheet.Rows[i].Cells {
			if _, ok := qualtricsFields[cell.Fold(t.sheet.At(i, c))]; ok {
				known++
			}
		}
		if known >= 5 {
			return i
		}
	}
	return -1
}
