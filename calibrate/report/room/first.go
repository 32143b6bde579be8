package room

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// mostFirst is how many things a team can keep in mind.
const mostFirst = 3

// firstItems are what the agenda takes up first.
func firstItems(r *calibrate.Report) []calibrate.AgendaItem {
	return r.Agenda[:min(len(r.Agenda), mostFirst)]
}

func firstTitle(r *calibrate.Report) string {
	switch n := len(firstItems(r)); n {
	case 0:
		return "There is nothing to settle"
	case 1:
		return "Talk about this first"
	default:
		return "Talk about these " + wording.Number(n) + " first"
	}
}

// first names what to talk about: who said what, and what agreeing on it would
// win.
func first(r *calibrate.Report) []document.Block {
	list := document.List{Ordered: true, Heads: true}
	for _, x := range firstItems(r) {
		list.Items = append(list.Items, section.Item(r, x.Indicator)+inLesson(r, x.Lesson, x.Round)+": "+
			section.SpreadOf(r, x.Indicator, x.Spread, x.NotObserved)+". "+x.Why)
	}
	if len(list.Items) == 0 {
		return []document.Block{prose("No two of you differ on any indicator. Next, take a lesson with more range.")}
	}
	blocks := []document.Block{list}
	if len(list.Items) > 1 {
		blocks = append(blocks, aside("First comes what would bring the team closest together."))
	}
	return blocks
}
