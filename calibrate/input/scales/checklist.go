package scales

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// checklistMeter reads a mark as Yes and an empty cell as No.
func checklistMeter(source rating.Source, marks ...string) *Meter {
	scale, _ := rubric.ParseScale("No,Yes")
	yesNo := rubric.ScaleOf(scale)
	yesNo.ID = "checklist"
	m := newMeter(yesNo, source)
	for _, mark := range marks {
		m.learn(mark, 1)
	}
	m.scale.Levels[0].Label, m.scale.Levels[1].Label = "No", "Yes"
	m.unmarked = true
	return m
}

// marked reports whether marks alone stand in the cells, as in a checklist.
func (e *evidence) marked() bool {
	if len(e.words) == 0 || len(e.numbers)+len(e.labels) > 0 || e.no || e.blank == 0 {
		return false
	}
	for word := range e.words {
		if !cell.IsMark(word) {
			return false
		}
	}
	return true
}

// checklists gives indicators in which people tick a box, or leave it, the
// levels Yes and No. Where all others are such, one without a tick is too.
func (r *finder) checklists(all []evidence, out []*Meter) {
	var which, empty []int
	others := false
	for i := range all {
		switch {
		case out[i] != nil:
			others = true
		case all[i].marked():
			which = append(which, i)
		case all[i].nothing():
			empty = append(empty, i)
		default:
			others = true
		}
	}
	if len(which) == 0 {
		return
	}
	if !others {
		which = append(which, empty...)
	}
	var marks []string
	for _, word := range pool(all, which).words {
		marks = append(marks, word)
	}
	slices.Sort(marks)
	m := checklistMeter(rating.Detected, marks...)
	for _, i := range which {
		out[i] = m
	}
	r.journal.Add(problem.Place{}, "detected_scale", m.scale.ID, "", "a checklist: %s is Yes, an empty cell No", problem.QuoteAll(marks))
}

// nothing reports whether no cell says anything.
func (e *evidence) nothing() bool {
	return len(e.words)+len(e.numbers)+len(e.labels)+len(e.unseen) == 0 && !e.no
}

// loneAnswer refuses a form in which one answer and nothing else stands among
// many empty cells: it may be ticked boxes, or ratings that all agree.
func (r *finder) loneAnswer(all []evidence, out []*Meter) {
	which := make([]int, len(all))
	cells, blank := 0, 0
	for i := range all {
		if out[i] != nil {
			return
		}
		which[i] = i
		cells, blank = cells+all[i].cells, blank+all[i].blank
	}
	e := pool(all, which)
	if len(all) < 2 || len(e.numbers)+len(e.words) != 1 || e.no || blank*5 < cells || !r.Across {
		return
	}
	answer := ""
	for v := range e.numbers {
		answer = formatNumber(v)
	}
	for _, word := range e.words {
		answer = word
	}
	f := r.find(func(_ int32, t cell.Token) bool { return t.Kind == cell.Number || t.Kind == cell.Word })
	r.journal.Offer(f.first, "lone_answer", answer, "", []problem.Cure{
		{Flags: "--scale checklist", Says: "if an empty cell is No", Apply: func(o *settings.Options) { o.Levels = settings.ChecklistLevels }},
		{Flags: "--scale observed", Says: "if an empty cell is no rating", Apply: func(o *settings.Options) { o.Levels = settings.ObservedLevels }},
	}, "%q is the only answer, in %s, and %s cells are empty", answer, f.where(), fmt.Sprint(blank))
}
