package form

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// REDCap is a REDCap report, with the names of its variables or with
// their labels as the header.
var REDCap = Export{
	ID: "redcap", Title: "a REDCap export",
	Sign: signREDCap,
}

func signREDCap(t *region.Table) *Signature {
	s := t.Sheet
	h := findHeader(t, "record id")
	if h < 0 || isLong(t, h) {
		return nil
	}
	f := &Signature{Labels: plainLabels(t, h), Rows: dataRows(t, h+1), Sure: 0.98, Why: "it has the record id and the marks of REDCap"}
	marks, stamps, complete, instance := 0, -1, -1, -1
	for c := range f.Labels {
		l := &f.Labels[c]
		key := strings.Join(cell.Words(l.Text), " ")
		switch {
		case key == "record id":
			l.Field = layout.Respond
		case key == "redcap repeat instance" || key == "repeat instance":
			instance = c
			l.Field, marks = layout.Ignored, marks+1
		case key == "redcap survey identifier" || key == "survey identifier":
			l.Field, marks = layout.Rater, marks+1
		case strings.HasPrefix(key, "redcap ") || key == "repeat instrument" || key == "event name" || key == "data access group":
			l.Field, marks = layout.Ignored, marks+1
		case strings.HasSuffix(l.Text, "_timestamp") || key == "survey timestamp":
			stamps = c
			l.Field, marks = layout.Time, marks+1
		case strings.HasSuffix(l.Text, "_complete") || key == "complete":
			complete = c
			l.Field, marks = layout.Ignored, marks+1
		case strings.Contains(l.Text, "___") || strings.Contains(key, "choice"):
			l.Field = layout.LeftOut // a box of a question with several answers
		}
	}
	if marks == 0 {
		return nil
	}
	stripPrefixes(f.Labels)
	if instance >= 0 && !namesLesson(f.Labels) {
		f.Labels[instance].Field = layout.Lesson
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
func namesLesson(labels []region.Label) bool {
	for _, l := range labels {
		g, _ := header.Named(l.Text)
		if f, ok := header.Suggested(l.Text); g == layout.Lesson || ok && f == layout.Lesson && l.Field == "" {
			return true
		}
	}
	return false
}

// noScores reports whether a row of an export holds no scores.
func noScores(t *region.Table, f *Signature, row int) bool {
	for _, l := range f.Labels {
		if text := t.Sheet.At(row, l.Index); l.Field == "" && text != "" && t.Scoreish(t.Lexer.Lex(text)) {
			return false
		}
	}
	return true
}

// stripPrefixes cuts the name of the form off variables: fft_3b is 3b, and
// fft_3b_why the reason for it.
func stripPrefixes(labels []region.Label) {
	count := map[string]int{}
	for _, l := range labels {
		if before, _, ok := strings.Cut(l.Text, "_"); ok && l.Field == "" {
			count[before]++
		}
	}
	for i := range labels {
		l := &labels[i]
		before, after, ok := strings.Cut(l.Text, "_")
		name, _, _ := strings.Cut(l.Text, " (") // what can be chosen is no part of it
		if _, known := header.Named(l.Text); !ok || known || l.Field != "" || strings.Contains(name, " ") || header.LooksLesson(before) {
			continue
		}
		id, _, _ := strings.Cut(after, "_")
		if count[before] > 1 || header.ItemID.MatchString(id) {
			l.Text = after
		}
	}
}
