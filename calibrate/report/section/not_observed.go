package section

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// notObserved lists where "not observed" stands against a score.
func notObserved(r *calibrate.Report) []document.Block {
	list := document.List{}
	for _, item := range r.NotObservedItems {
		list.Items = append(list.Items, itemLabel(r, item.Lesson, item.Indicator, "")+": "+
			SpreadOf(r, item.Indicator, item.Levels, item.NotObserved)+".")
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: "Some rated what others did not observe:"}, list}
}
