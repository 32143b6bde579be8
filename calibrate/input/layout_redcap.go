package input

import (
	"strings"
)

// redcapLayout is a REDCap report, with the names of its variables or with
// their labels as the header.
var redcapLayout = Layout{
	ID: "redcap", Title: "a REDCap export",
	recognise: recogniseREDCap,
}

func recogniseREDCap(r *recogniser) *plan {
	s := r.sheet
	h := s.headerRow("record id")
	if h < 0 || r.isLong(h) {
		return nil
	}
	f := &frame{labels: s.plainLabels(h), rows: s.dataRows(h + 1)}
	marks, stamps, complete, instance := 0, -1, -1, -1
	for c := range f.labels {
		l := &f.labels[c]
		key := strings.Join(words(l.text), " ")
		switch {
		case key == "record id":
			l.field = fieldRespond
		case key == "redcap repeat instance" || key == "repeat instance":
			instance = c
			l.field, marks = fieldIgnored, marks+1
		case key == "redcap survey identifier" || key == "survey identifier":
			l.field, marks = fieldRater, marks+1
		case strings.HasPrefix(key, "redcap ") || key == "repeat instrument" || key == "event name" || key == "data access group":
			l.field, marks = fieldIgnored, marks+1
		case strings.HasSuffix(l.text, "_timestamp") || key == "survey timestamp":
			stamps = c
			l.field, marks = fieldTime, marks+1
		case strings.HasSuffix(l.text, "_complete") || key == "complete":
			complete = c
			l.field, marks = fieldIgnored, marks+1
		case strings.Contains(l.text, "___") || strings.Contains(key, "choice"):
			l.field = fieldIgnored
		}
	}
	if marks == 0 {
		return nil
	}
	stripPrefixes(f.labels)
	if instance >= 0 && !r.namesLesson(f.labels) {
		f.labels[instance].field = fieldLesson
	}
	p := &plan{sure: 0.98, why: "it has the record id and the marks of REDCap"}
	f.dropWhere(p, func(row int) string {
		stamp, done := fold(s.At(row, stamps)), fold(s.At(row, complete))
		if stamp == "[not completed]" || stamps < 0 && (done == "0" || done == "incomplete") && r.noScores(f, row) {
			return "not finished"
		}
		return ""
	})
	return r.formPlan(f, p)
}

// namesLesson reports whether a header names the lesson.
func (r *recogniser) namesLesson(labels []label) bool {
	for _, l := range labels {
		h := r.heading(l.index, l.text)
		if f, ok := suggested(l.text); h.field == fieldLesson || ok && f == fieldLesson && l.field == "" {
			return true
		}
	}
	return false
}

// noScores reports whether a row of a frame holds no scores.
func (r *recogniser) noScores(f *frame, row int) bool {
	for _, l := range f.labels {
		if cell := r.sheet.At(row, l.index); l.field == "" && cell != "" && r.scoreish(r.lex(cell)) {
			return false
		}
	}
	return true
}

// stripPrefixes cuts the name of the form off variables: fft_3b is 3b, and
// fft_3b_why the reason for it.
func stripPrefixes(labels []label) {
	count := map[string]int{}
	for _, l := range labels {
		if before, _, ok := strings.Cut(l.text, "_"); ok && l.field == "" {
			count[before]++
		}
	}
	for i := range labels {
		l := &labels[i]
		before, after, ok := strings.Cut(l.text, "_")
		if _, known := named(l.text); !ok || known || l.field != "" || strings.Contains(l.text, " ") || looksLesson(before) {
			continue
		}
		id, _, _ := strings.Cut(after, "_")
		if count[before] > 1 || itemID.MatchString(id) {
			l.text = after
		}
	}
}
