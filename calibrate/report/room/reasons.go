package room

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

func reasonsTitle(r *calibrate.Report) string {
	w := r.Reasons
	seen := w.Evidence + w.Mixed
	switch {
	case w.RatingsWithReason == 0:
		return "Nobody wrote a reason"
	case seen == w.RatingsWithReason:
		return "Every reason names something seen or heard"
	case 2*seen >= w.RatingsWithReason:
		return "Most reasons name something seen or heard"
	}
	return "Most reasons do not name what was seen or heard"
}

// reasonWords say of indicators what their reasons may mean.
var reasonWords = []struct {
	id    calibrate.Quadrant
	words string
}{
	{calibrate.NoticedDifferently, "On %s people may have noticed different things: their ratings differ, and so do their reasons."},
	{calibrate.UnclearLine, "On %s people wrote about the same things and rated them differently: the boundary between the levels may be unclear."},
	{calibrate.Lucky, "On %s many gave the same rating for different reasons."},
	{calibrate.Shared, "On %s people agree, and for like reasons."},
}

// reasons says what was written, and what it may mean for what to talk about.
func reasons(r *calibrate.Report) []document.Block {
	w := r.Reasons
	if w == nil {
		return nil
	}
	blocks := []document.Block{prose("%s.", written(w))}
	list := document.List{}
	for _, q := range reasonWords {
		var ids []string
		for _, x := range firstItems(r) {
			if x.Reading.OK() && x.Reading.Name() == string(q.id) {
				ids = append(ids, x.Indicator+inLesson(r, x.Lesson, x.Round))
			}
		}
		if len(ids) > 0 {
			list.Items = append(list.Items, fmt.Sprintf(q.words, wording.List(ids)))
		}
	}
	if len(list.Items) > 0 {
		blocks = append(blocks, list)
	}
	for _, x := range firstItems(r) {
		if len(x.Quotes) > 1 {
			blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: section.Item(r, x.Indicator) + ", from both ends"})
			return append(blocks, section.Quotes(r, x.Indicator, x.Quotes)...)
		}
	}
	return blocks
}

// written says how much was written, and of what kind.
func written(w *calibrate.Reasons) string {
	all := w.RatingsWithReason + w.Missing
	if w.RatingsWithReason == 0 {
		return "None of " + wording.Count(all, "rating") + " has a reason"
	}
	s := fmt.Sprintf("Of %s, %s a reason. %s what was seen or heard",
		wording.Count(all, "rating"), verb(w.RatingsWithReason, "has", "have"),
		wording.Capital(verb(w.Evidence+w.Mixed, "names", "name")))
	if w.Opinion > 0 {
		s += ", " + verb(w.Opinion, "gives", "give") + " an opinion alone"
	}
	return s
}

// verb is a number with its verb: "65 name", "one names".
func verb(n int, one, many string) string {
	if n == 0 {
		return "none " + one
	}
	return wording.Number(n) + " " + wording.Plural(n, one, many)
}
