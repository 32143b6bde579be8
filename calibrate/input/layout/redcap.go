package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// redcapLayout is a REDCap report, with the names of its variables or with
// their labels as the header.
var redcapLayout = Layout{
	ID: "redcap", Title: "a REDCap export",
	sign: signREDCap,
}

func signREDCap(t *table) *signature {
	s := t.sheet
	h := findHeader(t, "record id")
	if h < 0 || isLong(t, h) {
		return nil
	}
	f := &signature{labels: plainLabels(t, h), rows: dataRows(t, h+1), sure: 0.98, why: "it has the record id and the marks of REDCap"}
	marks, stamps, complete, instance := 0, -1, -1, -1
	for c := range f.labels {
		l := &f.labels[c]
		key := strings.Join(cell.Words(l.text), " ")
		switch {
		case key == "record id":
			l.field = Respond
		case key == "redcap repeat instance" || key == "repeat instance":
			instance = c
			l.field, marks = Ignored, marks+1
		case key == "redcap survey identifier" || key == "survey identifier":
			l.field, marks = Rater, marks+1
		case strings.HasPrefix(key, "redcap ") || key == "repeat instrument" || key == "event name" || key == "data access group":
			l.field, marks = Ignored, marks+1
		case strings.HasSuffix(l.text, "_timestamp") || key == "survey timestamp":
			stamps = c
			l.field, marks = Time, marks+1
		case strings.HasSuffix(l.text, "_complete") || key == "complete":
			complete = c
			l.field, marks = Ignored, marks+1
		case strings.Contains(l.text, "___") || strings.Contains(key, "choice"):
			l.field = LeftOut // a box of a question with several answers
		}
	}
	if marks == 0 {
		return nil
	}
	stripPrefixes(f.labels)
	if instance >= 0 && !namesLesson(f.labels) {
		f.labels[instance].field = Lesson
	}
	f.dropWhere(func(row int) string {
		stamp, done := cell.Fold(s.At(row, stamps)), cell.Fold(s.At(row, complete))
		if stamp == "[not completed]" || stamps < 0 && (done == "0" || done == "incomplete") && noScores(t, f, row) {
			return "not finished"
		}
		return ""
	})
	return f
}

// namesLesson reports whether a header names the lesson.
func namesLesson(labels []label) bool {
	for _, l := range labels {
		g, _ := Named(l.text)
		if f, ok := suggested(l.text); g == Lesson || ok && f == Lesson && l.field == "" {
			return true
		}
	}
	return false
}

// noScores reports whether a row of an export holds no scores.
func noScores(t *table, f *signature, row int) bool {
	for _, l := range f.labels {
		if text := t.sheet.At(row, l.index); l.field == "" && text != "" && t.scoreish(t.lexer.Lex(text)) {
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
		name, _, _ := strings.Cut(l.text, " (") // what can be chosen is no part of it
		if _, known := Named(l.text); !ok || known || l.field != "" || strings.Contains(name, " ") || LooksLesson(before) {
			continue
		}
		id, _, _ := strings.Cut(after, "_")
		if count[before] > 1 || itemID.MatchString(id) {
			l.text = after
		}
	}
}
