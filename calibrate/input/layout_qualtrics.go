package input

import (
	"strings"
)

// qualtricsLayout has three header rows: ids, questions and import ids.
var qualtricsLayout = Layout{
	ID: "qualtrics", Title: "a Qualtrics export",
	recognise: recogniseQualtrics,
}

// qualtricsFields are the columns of the export itself, by their ids.
var qualtricsFields = map[string]field{
	"startdate": fieldIgnored, "enddate": fieldIgnored, "status": fieldIgnored, "ipaddress": fieldIgnored,
	"progress": fieldIgnored, "duration (in seconds)": fieldIgnored, "finished": fieldIgnored,
	"recordeddate": fieldTime, "responseid": fieldRespond, "recipientlastname": fieldIgnored,
	"recipientfirstname": fieldIgnored, "recipientemail": fieldRater, "externalreference": fieldIgnored,
	"externaldatareference": fieldIgnored, "locationlatitude": fieldIgnored, "locationlongitude": fieldIgnored,
	"distributionchannel": fieldIgnored, "userlanguage": fieldIgnored, "q_recaptchascore": fieldIgnored,
}

var (
	importID = newPattern(`^\{"ImportId":`)
	loopID   = newPattern(`^(\d{1,2})_Q`)
)

func recogniseQualtrics(r *recogniser) *plan {
	s := r.sheet
	third := -1
	for i := range min(len(s.Rows), 5) {
		if importID.MatchString(s.firstCell(i)) {
			third = i
		}
	}
	if third < 2 {
		return nil
	}
	ids, questions := third-2, third-1
	f := &frame{rows: s.dataRows(third + 1)}
	status, finished := -1, -1
	for c := range s.Rows[ids].Cells {
		id := fold(s.At(ids, c))
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
	p := &plan{sure: 0.99, why: "its third row holds the import ids of Qualtrics"}
	f.dropWhere(p, func(row int) string {
		switch kind := fold(s.At(row, status)); {
		case strings.Contains(kind, "preview") || strings.Contains(kind, "test") || kind == "spam" ||
			kind == "1" || kind == "2" || kind == "8" || kind == "9":
			return "a preview or a test"
		}
		switch fold(s.At(row, finished)) {
		case "false", "0", "no":
			return "not finished"
		}
		return ""
	})
	return r.formPlan(f, p)
}
