package section

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// cannotSay is the short list of what the figures do not show.
func cannotSay(r *calibrate.Report) []document.Block {
	list := document.List{}
	add := func(s string) { list.Items = append(list.Items, s) }
	if r.Settings.Unit == stats.ByLesson {
		add("The intervals speak of lessons like these; the raters are taken as they are, and others might differ.")
	} else {
		add("The intervals speak of indicators like these on " + these(r.Input.Lessons) +
			"; the raters are taken as they are, and others might differ.")
	}
	if r.Input.Lessons < 5 {
		add(wording.Capital(wording.Counted(r.Input.Lessons, "lesson")) + " cannot tell a team that is typical from one that is aligned; " +
			"five lessons or more can begin to.")
	}
	add("Agreement does not make a rating right: a whole team can share a misreading. The group's median is not an answer key.")
	add("They do not say why: people may give the same rating for different reasons.")
	return []document.Block{list}
}

func these(lessons int) string {
	if lessons == 1 {
		return "this lesson"
	}
	return "these lessons"
}
