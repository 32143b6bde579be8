package room

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

func notObservedTitle(r *calibrate.Report) string {
	var ids []string
	for _, x := range disputed(r) {
		if !slices.Contains(ids, x.Indicator) {
			ids = append(ids, x.Indicator)
		}
	}
	if len(ids) > mostNamed {
		return "On " + wording.Number(len(ids)) + " indicators some rated what others did not observe"
	}
	return "Some rated " + wording.List(ids) + " and some did not observe " + wording.Plural(len(ids), "it", "them")
}

// disputed are the items where "not observed" stands against a score, but for
// those that stand above.
func disputed(r *calibrate.Report) []calibrate.NotObserved {
	return slices.DeleteFunc(slices.Clone(r.NotObservedItems), func(x calibrate.NotObserved) bool {
		return slices.ContainsFunc(section.FirstItems(r), func(y calibrate.AgendaItem) bool {
			return y.Lesson == x.Lesson && y.Indicator == x.Indicator
		})
	})
}

// notObserved lists where "not observed" stands against a score: people saw
// different things.
func notObserved(r *calibrate.Report) []document.Block {
	list := document.List{Heads: true}
	disputes := disputed(r)
	if len(disputes) == 1 { // a sentence below the indicators
		return nil
	}
	for i, x := range disputes {
		if rest := len(disputes) - i; i == mostListed && rest > 1 {
			list.Items = append(list.Items, fmt.Sprintf("%s more such.", wording.Capital(wording.Number(rest))))
			break
		}
		list.Items = append(list.Items, x.Indicator+section.InLesson(r, x.Lesson, "")+": "+
			section.SpreadOf(r, x.Indicator, x.Levels, x.NotObserved)+".")
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}
