package section

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// notObserved lists where "not observed" stands against a score.
func notObserved(r *calibrate.Report) []document.Block {
	list := document.List{}
	for _, item := range r.NotObservedItems {
		var levels []string
		for _, l := range item.Levels {
			levels = append(levels, fmt.Sprintf("%d gave %s", l.Count, wording.Level(l.Value)))
		}
		list.Items = append(list.Items, fmt.Sprintf("%s, %s: %d “not observed”, %s",
			item.Lesson, item.Indicator, item.NotObserved, strings.Join(levels, ", ")))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: "Not seeing something and rating it are two readings of the same lesson:"}, list}
}
