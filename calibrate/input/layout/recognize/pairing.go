package recognize

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// pairReasons gives every column of scores the column with the reasons for
// it: by the indicator's id or name in the question, else by standing right
// behind the scores. Reasons that belong to no one column are left out.
func pairReasons(f *column.Frame, b *layout.Block) []layout.Doubt {
	var scores, reasons []int
	for i := range b.Columns {
		switch b.Columns[i].Field {
		case layout.Score:
			scores = append(scores, i)
		case layout.Reason:
			reasons = append(reasons, i)
		}
	}
	if len(reasons) == 0 {
		return nil
	}
	paired := map[int]bool{}
	subjects := subjectsOf(b, scores)
	for _, i := range reasons {
		for _, k := range bestScores(f, b, subjects, i) {
			if b.Columns[k].Reason < 0 {
				b.Columns[k].Reason = b.Columns[i].Index
				paired[i] = true
			}
		}
	}
	pairByPlace(b, scores, paired)
	var left []layout.Doubt
	for _, i := range reasons {
		if paired[i] || len(scores) == 1 && b.Columns[scores[0]].Reason < 0 {
			continue
		}
		c := &b.Columns[i]
		c.Field, c.Why = layout.LeftOut, "its reasons belong to no one indicator"
		if f.Columns[i].Filled > 0 {
			c.Unread = true
			left = append(left, layout.Doubt{
				Row: -1, Col: c.Index, Code: "reason_unpaired", Header: c.Header,
				Text: "these reasons belong to no one indicator: left out",
			})
		}
	}
	return left
}

// A subject is what a column of scores is of, prepared for questions that name
// it.
type subject struct {
	column   int
	facets   layout.Facets
	id, name string
	words    string          // of the indicator, with spaces around
	stems    map[string]bool // beginnings of its words
}

// subjectsOf prepares the columns of scores.
func subjectsOf(b *layout.Block, scores []int) []subject {
	out := make([]subject, len(scores))
	for n, k := range scores {
		x := b.Columns[k].Facets
		s := subject{column: k, facets: x, stems: map[string]bool{}}
		if x.Indicator == "" || x.Indicator == layout.OneIndicator {
			x.Indicator = x.Rater
		}
		s.facets.Indicator = x.Indicator
		s.id, s.name = header.CutID(x.Indicator)
		s.words = strings.Join(cell.Words(x.Indicator), " ")
		for _, w := range cell.Words(x.Indicator) {
			s.stems[header.Stem(w)] = true
		}
		out[n] = s
	}
	return out
}

// bestScores returns the columns of scores that a question for reasons names
// best; none where it names none.
func bestScores(f *column.Frame, b *layout.Block, subjects []subject, reason int) []int {
	text := f.Columns[reason].Text
	if f.Columns[reason].Banner {
		text = f.Columns[reason].Header
	}
	q := question{text: text, words: " " + strings.Join(cell.Words(text), " ") + " ", folded: cell.Fold(text)}
	best, most := []int(nil), 0.0
	for i := range subjects {
		switch m := q.match(&subjects[i]); {
		case m > most:
			best, most = []int{subjects[i].column}, m
		case m == most && m > 0:
			best = append(best, subjects[i].column)
		}
	}
	if len(best) > 1 && !sameItem(b.Columns, best) && most < 3 {
		return nil
	}
	return best
}

// sameItem reports whether columns of scores are of one indicator.
func sameItem(columns []layout.Column, which []int) bool {
	return !slices.ContainsFunc(which, func(k int) bool {
		return columns[k].Facets.Indicator != columns[which[0]].Facets.Indicator
	})
}

// A question is the header of a column of reasons.
type question struct{ text, words, folded string }

// match says how well a question for reasons fits a column of scores.
func (q *question) match(s *subject) float64 {
	m := 0.0
	switch {
	case s.facets.Rater != "" && s.facets.Indicator != s.facets.Rater && !header.Contains(q.words, s.facets.Rater):
		return 0
	case s.id != "" && header.HoldsID(q.folded, cell.Fold(s.id)):
		m = 3
	case s.words != "" && strings.Contains(q.words, " "+s.words+" "):
		m = 2.5 + float64(len(s.words))/1000
	case s.name != "" && header.Contains(q.words, s.name):
		m = 2
	default:
		m = header.StemShare(q.text, s.stems)
	}
	if m == 0 {
		return 0
	}
	if s.facets.Lesson != "" {
		switch lesson, _, ok := header.CutLesson(q.text); {
		case ok && cell.Fold(lesson) == cell.Fold(s.facets.Lesson) || header.Contains(q.words, s.facets.Lesson):
			m++
		case ok || header.LessonInside.MatchString(q.text):
			return 0
		default:
			m += sameTime(q.text, s.facets.Lesson)
		}
	}
	return m
}

// sameTime gives a question without a lesson to the first, and one with the
// form's number for a repeated question to that one.
func sameTime(reason, lesson string) float64 {
	time, of := "1", header.Numbered.FindStringSubmatch(lesson)
	if m := header.Numbered.FindStringSubmatch(cell.Clean(reason)); m != nil {
		time = m[2]
	}
	if of != nil && of[2] == time {
		return 0.5
	}
	return 0
}

// pairByPlace pairs reasons whose question names no indicator with the column
// of scores right before them, where every column of scores has such a one.
func pairByPlace(b *layout.Block, scores []int, paired map[int]bool) {
	follows := map[int]int{}
	for _, k := range scores {
		if next := k + 1; next < len(b.Columns) && b.Columns[next].Field == layout.Reason && !paired[next] && b.Columns[k].Reason < 0 {
			follows[k] = next
		}
	}
	if len(follows) < 2 && !(len(scores) == 1 && len(follows) == 1) {
		return
	}
	for k, next := range follows {
		b.Columns[k].Reason = b.Columns[next].Index
		paired[next] = true
	}
}
