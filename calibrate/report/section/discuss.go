package section

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// mostFirst is how many things a team can keep in mind.
const mostFirst = 3

// FirstItems are what to talk about first: the agenda's first.
func FirstItems(r *calibrate.Report) []calibrate.AgendaItem {
	return r.Agenda[:min(len(r.Agenda), mostFirst)]
}

// FirstTitle says how many things there are to talk about first.
func FirstTitle(r *calibrate.Report) string {
	switch n := len(FirstItems(r)); n {
	case 0:
		if r.Input.Nominal {
			return "What the codes can tell"
		}
		return "There is nothing to settle"
	case 1:
		return "Talk about this first"
	default:
		return "Talk about these " + wording.Number(n) + " first"
	}
}

// nominalCodes says what a report of codes without an order leaves out.
const nominalCodes = "The ratings are codes without an order: no code is nearer to another, or above it. " +
	"So the report says how often you gave the same code, and leaves out what is far apart, who rates high or low, and an order of what to discuss."

// First names what to talk about: who said what, and what agreeing on it would
// win.
func First(r *calibrate.Report) []document.Block {
	list := document.List{Ordered: true, Heads: true}
	misses := false
	for _, x := range FirstItems(r) {
		p, _ := indicatorOf(r, x.Indicator)
		misses = misses || p.Meets.No()
		list.Items = append(list.Items, itemName(r, x.Indicator)+InLesson(r, x.Lesson, x.Round)+": "+
			SpreadOf(r, x.Indicator, x.Spread, x.NotObserved)+". "+x.Why)
	}
	switch len(list.Items) {
	case 0:
		if r.Input.Nominal {
			return []document.Block{document.Paragraph{Text: nominalCodes}}
		}
		return []document.Block{document.Paragraph{Text: "No two of you differ on any indicator. Next, take a lesson with more range."}}
	case 1:
		return []document.Block{list}
	}
	order := "First comes what would bring the team closest together"
	if misses {
		order = "First come those that miss the standard, the furthest apart first"
	}
	if r.Input.Lessons > 1 {
		order += ", each in the lesson where you differ most"
	}
	return []document.Block{list, document.Paragraph{Role: document.Aside, Text: order + "."}}
}

// InLesson says where an item is: the lesson only where there are several, and
// the round where it is not the one that the whole report is of.
func InLesson(r *calibrate.Report, lesson, round string) string {
	if round == r.Settings.Round {
		round = ""
	}
	if r.Input.Lessons < 2 && round == "" {
		return ""
	}
	return " in " + strings.TrimSpace(round+" "+cmp.Or(lesson, "the lesson"))
}

// ByRank returns the places with those furthest apart first.
func ByRank(places []calibrate.Breakdown) []calibrate.Breakdown {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b calibrate.Breakdown) int { return cmp.Compare(a.Rank, b.Rank) })
	return places
}
