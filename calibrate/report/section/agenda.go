package section

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// agendaPage is the meeting on a page, as a section of the full report.
func agendaPage(r *calibrate.Report) []document.Block {
	if r.Meeting == nil || len(r.Agenda) == 0 {
		return nil
	}
	blocks := []document.Block{document.Paragraph{Text: fmt.Sprintf("For %d minutes. %s", r.Meeting.Minutes, bring(r))}}
	for _, part := range agendaParts(r, hasRows(r)) {
		blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: part.Title})
		blocks = append(blocks, part.Blocks...)
	}
	return blocks
}

// bring is what a meeting needs.
func bring(r *calibrate.Report) string {
	var lessons []string
	for _, x := range r.Agenda {
		if !slices.Contains(lessons, x.Lesson) && x.Lesson != "" {
			lessons = append(lessons, x.Lesson)
		}
	}
	of := ""
	if len(lessons) > 0 {
		of = " of " + wording.List(lessons)
	}
	return "Have the video" + of + " ready to play, the rubric, a watch, and someone who takes notes."
}

// agendaParts are the parts of the meeting in order. Beside rows of people a
// quote is tied to nobody who is alone on a level.
func agendaParts(r *calibrate.Report, rows bool) []document.Section {
	var parts []document.Section
	at := timetable(r.Meeting.Start)
	timed := func(id, title string, minutes int, blocks ...document.Block) document.Section {
		return document.Section{ID: id, Title: title + " (" + at(minutes) + ")", Blocks: blocks}
	}
	for _, p := range r.Meeting.Parts {
		switch p.ID {
		case calibrate.PartMark:
			parts = append(parts, timed("mark", "Mark your own reasons", p.Minutes,
				document.Paragraph{Text: "Each person reads their own reasons and marks every part: saw or heard, or think. Nobody collects them."}))
		case calibrate.PartNorms:
			parts = append(parts, timed("norms", "Norms", p.Minutes, document.List{Items: norms}))
		case calibrate.PartPredict:
			parts = append(parts, timed("predict", "Predict", p.Minutes,
				document.Paragraph{Text: "Without looking at a figure, each person writes down:"},
				blank("We differ most on"), blank("because")))
		case calibrate.PartLook:
			parts = append(parts, timed("look", "Look in silence", p.Minutes, figuresToSee(r, rows)...))
		case calibrate.PartItems:
			for _, x := range r.Agenda {
				parts = append(parts, timed(fmt.Sprintf("item-%d", x.Rank), itemTitle(r, x), x.Minutes, itemBlocks(r, x, rows)...))
			}
			if list := ifTimeAllows(r); len(list.Items) > 0 {
				parts = append(parts, document.Section{ID: "if-time-allows", Title: "If time allows", Blocks: []document.Block{
					list, document.Paragraph{Role: document.Aside, Text: "These too miss the standard, or were not observed by everyone."},
				}})
			}
		case calibrate.PartClarify:
			parts = append(parts, timed("clarify", "What to clarify in the rubric", p.Minutes, clarify(r)...))
		case calibrate.PartCommit:
			parts = append(parts, timed("commit", "Commitments", p.Minutes, stems(r)...))
		case calibrate.PartNext:
			parts = append(parts, timed("next-time", "When we meet again", p.Minutes, again(r)...))
		}
	}
	return parts
}

// timetable says of each part in turn how long it is and when it begins: by the
// clock where the start is known, else in minutes from it.
func timetable(start string) func(minutes int) string {
	clock, err := time.Parse("15:04", start)
	gone := 0
	return func(minutes int) string {
		defer func() { gone += minutes }()
		if err != nil {
			return fmt.Sprintf("%d min, from minute %d", minutes, gone)
		}
		return fmt.Sprintf("%d min, from %s", minutes, clock.Add(time.Duration(gone)*time.Minute).Format("3:04"))
	}
}

// blank is a label with a line to write on.
func blank(label string) document.Block {
	return document.Paragraph{Role: document.Blank, Text: label}
}

// norms are what the facilitator reads out.
var norms = []string{
	"We agree on what the rubric's levels mean, not on who was right.",
	"Say what you saw or heard before what you think of it.",
	"Someone who stands apart may have seen what the others missed.",
	"Whoever wishes may speak for a rating; nobody is called on.",
}

// stems are the commitments to complete, tied to what was talked about, with
// who and by when. The words are those that teams use.
func stems(r *calibrate.Report) []document.Block {
	blocks := []document.Block{
		blank("Because we believe"), blank("we are committed to"), blank("In order for students to succeed, we must"),
		blank("One instructional strategy we will commit to this week is"),
	}
	for _, x := range r.Agenda {
		blocks = append(blocks, blank("What we agreed on "+x.Indicator+" means that (who, what, by when)"))
	}
	return blocks
}

// figuresToSee shows how far apart the team is, and leaves the reading to the
// room.
func figuresToSee(r *calibrate.Report, rows bool) []document.Block {
	exact := r.Alignment.Exact
	s := "Show this, and let everyone look without a word: what do you notice?"
	if exact.Value.OK() {
		two := strings.TrimSuffix(wording.Capital(wording.AnyTwo(r.Input.Raters)), "you") + "us"
		s += fmt.Sprintf(" %s gave the same rating %s of the time; by chance it would be %s.",
			two, wording.Percent(exact.Value), wording.Percent(exact.Chance))
	}
	if rows || r.Input.Lessons > 1 { // the report shows it elsewhere; over lessons the counts are of no one
		return []document.Block{document.Paragraph{Text: s}}
	}
	return []document.Block{document.Paragraph{Text: s}, spreads(r)}
}

// mostSpreads is the number of indicators whose spread the page shows.
const mostSpreads = 12

// spreads lists who said what on each indicator, those furthest apart first.
func spreads(r *calibrate.Report) document.List {
	list := document.List{Heads: true}
	for _, p := range ByRank(r.Indicators) {
		if words := spreadOfPlace(r, p); words != "" && len(list.Items) < mostSpreads {
			list.Items = append(list.Items, Label(p)+": "+words)
		}
	}
	return list
}

// spreadOfPlace says how many gave each level of an indicator.
func spreadOfPlace(r *calibrate.Report, p calibrate.Breakdown) string {
	var counts []calibrate.LevelCount
	for i, l := range levels(r, p.ID) {
		if i < len(p.Distribution) && p.Distribution[i] > 0 {
			counts = append(counts, calibrate.LevelCount{Value: l.Value, Count: p.Distribution[i]})
		}
	}
	return SpreadOf(r, p.ID, counts, p.NotObserved)
}

// ifTimeAllows has one line for each indicator that misses the standard, and
// for each item that some rated and some did not observe, that the meeting
// does not take up.
func ifTimeAllows(r *calibrate.Report) document.List {
	list := document.List{Heads: true}
	onAgenda := func(indicator, lesson string) bool {
		return slices.ContainsFunc(r.Agenda, func(x calibrate.AgendaItem) bool {
			return x.Indicator == indicator && (lesson == "" || x.Lesson == lesson)
		})
	}
	taken := map[string]bool{}
	for _, p := range ByRank(r.Indicators) {
		if p.Meets.No() && !onAgenda(p.ID, "") {
			taken[p.ID] = true
			words := "misses the standard"
			if r.Input.Lessons == 1 {
				words += "; " + spreadOfPlace(r, p)
			}
			list.Items = append(list.Items, Label(p)+": "+words+".")
		}
	}
	for _, x := range r.NotObservedItems {
		if !onAgenda(x.Indicator, x.Lesson) && !(taken[x.Indicator] && r.Input.Lessons == 1) {
			list.Items = append(list.Items, itemLabel(r, x.Lesson, x.Indicator, "")+": "+SpreadOf(r, x.Indicator, x.Levels, x.NotObserved)+".")
		}
	}
	return list
}

// mostFurther is the number of indicators to clarify that are not on the
// agenda.
const mostFurther = 2

// clarify lists what of the rubric the talk should sharpen.
func clarify(r *calibrate.Report) []document.Block {
	blocks := []document.Block{document.Paragraph{Text: "From what you agreed on, what should the rubric say?"}}
	for _, x := range r.Agenda {
		words := "what counts"
		switch {
		case !x.High.OK():
			words = "when it is “not observed”, and when it is " + levelName(r, x.Indicator, x.Low.Or(0))
		case atStake(r, x):
			words = fmt.Sprintf("where %s ends and %s begins", levelName(r, x.Indicator, x.Boundary[0]), levelName(r, x.Indicator, x.Boundary[1]))
		}
		blocks = append(blocks, blank(x.Indicator+", "+words+":"))
	}
	further := 0
	if r.Reasons == nil {
		return blocks
	}
	for _, x := range r.Reasons.Items {
		if x.Reading.Name() == string(calibrate.UnclearLine) && !onAgenda(r, x) && further < mostFurther {
			further++
			blocks = append(blocks, blank(itemLabel(r, x.Lesson, x.Indicator, x.Round)+", not discussed today:"))
		}
	}
	return blocks
}

// again says when to meet, and over which kind of lesson.
func again(r *calibrate.Report) []document.Block {
	return []document.Block{
		document.Paragraph{Text: "Next, rate " + NextLesson(r) + " A second vote on this lesson is not a second rating: it follows the talk."},
		blank("Rated by"), blank("Meeting on"), blank("Who finds the lesson"),
	}
}

// NextLesson says which kind of lesson to rate next.
func NextLesson(r *calibrate.Report) string {
	const lesson = "a different lesson on the same indicators"
	for _, x := range r.Agenda {
		if atStake(r, x) && x.High.OK() {
			return fmt.Sprintf("%s, one where you expect %s to fall between %s and %s.", lesson, x.Indicator,
				levelName(r, x.Indicator, x.Boundary[0]), levelName(r, x.Indicator, x.Boundary[1]))
		}
	}
	if r.Input.Nominal {
		return lesson + "."
	}
	return lesson + ", one where you expect more than one level."
}
