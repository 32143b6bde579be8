package section

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// agendaPage is the meeting on a page, as a section of the report.
func agendaPage(r *calibrate.Report) []document.Block {
	if r.Meeting == nil || len(r.Agenda) == 0 {
		return nil
	}
	blocks := []document.Block{document.Paragraph{Role: document.Plain, Text: fmt.Sprintf("For %d minutes. %s", r.Meeting.Minutes, Bring(r))}}
	for _, part := range AgendaParts(r, false) {
		blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: part.Title})
		blocks = append(blocks, part.Blocks...)
	}
	return blocks
}

// bring is what a meeting needs.
func Bring(r *calibrate.Report) string {
	var lessons []string
	for _, x := range r.Agenda {
		if !slices.Contains(lessons, x.Lesson) && x.Lesson != "" {
			lessons = append(lessons, x.Lesson)
		}
	}
	of := ""
	if len(lessons) > 0 {
		of = " of " + strings.Join(lessons, " and ")
	}
	return "You need the video" + of + ", ready to play, the rubric, a watch, and someone who writes."
}

// agendaParts are the parts of the meeting in order. A page that stands alone
// shows the figures too.
func AgendaParts(r *calibrate.Report, alone bool) []document.Section {
	var parts []document.Section
	for _, p := range r.Meeting.Parts {
		switch p.ID {
		case calibrate.PartNorms:
			parts = append(parts, timed("norms", "Norms", p.Minutes, document.List{Items: norms}))
		case calibrate.PartPredict:
			parts = append(parts, timed("predict", "Predict", p.Minutes,
				document.Paragraph{Role: document.Plain, Text: "Before anyone sees a figure, each writes down:"},
				document.Paragraph{Role: document.Blank, Text: "We differ most on the line"}, document.Paragraph{Role: document.Blank, Text: "because"}))
		case calibrate.PartLook:
			parts = append(parts, timed("look", "Look in silence", p.Minutes, figuresToSee(r, alone)...))
		case calibrate.PartItems:
			for _, x := range r.Agenda {
				parts = append(parts, timed(fmt.Sprintf("item-%d", x.Rank), itemTitle(r, x), x.Minutes, itemBlocks(r, x)...))
			}
		case calibrate.PartClarify:
			parts = append(parts, timed("clarify", "Rubric lines to clarify", p.Minutes, clarify(r)...))
		case calibrate.PartCommit:
			parts = append(parts, timed("commit", "Commitments", p.Minutes, stems...))
		case calibrate.PartNext:
			parts = append(parts, timed("next-time", "When we meet again", p.Minutes, again(r)...))
		}
	}
	return parts
}

// timed is a part with its minutes in the title.
func timed(id, title string, minutes int, blocks ...document.Block) document.Section {
	return document.Section{ID: id, Title: fmt.Sprintf("%s (%d min)", title, minutes), Blocks: blocks}
}

// norms are what the facilitator reads out.
var norms = []string{
	"We settle what the rubric's lines mean, not who was right.",
	"Say what you saw or heard before what you think of it.",
	"One who stands apart may have seen what the others missed.",
	"Whoever gave a rating may speak for it; nobody is called up.",
}

// stems are the commitments to complete. The words are those that teams use.
var stems = []document.Block{
	document.Paragraph{Role: document.Blank, Text: "Because we believe"},
	document.Paragraph{Role: document.Blank, Text: "we are committed to"},
	document.Paragraph{Role: document.Blank, Text: "In order for students to succeed, we must"},
	document.Paragraph{Role: document.Blank, Text: "One instructional strategy we will commit to this week is"},
}

// figuresToSee shows how far apart the team is, and leaves the reading to the room.
func figuresToSee(r *calibrate.Report, alone bool) []document.Block {
	exact := r.Alignment.Exact
	s := "Show this, and let everyone look without a word: what do you notice?"
	if exact.Value.OK() {
		s += fmt.Sprintf(" Two of us gave the same rating %s of the time; by chance it would be %s.", wording.Percent(exact.Value), wording.Percent(exact.Chance))
	}
	if !alone {
		return []document.Block{document.Paragraph{Role: document.Plain, Text: s}}
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: s}, spreads(r)}
}

// mostSpreads is the number of indicators whose spread the page shows.
const mostSpreads = 12

// spreads lists the spread of each indicator, those furthest apart first.
func spreads(r *calibrate.Report) document.List {
	list := document.List{}
	for _, p := range byRank(r.Indicators) {
		spread := document.Histogram{Counts: p.Distribution, Labels: levelsOf(r, p.Scale)}
		if words := spread.Words(); words != "" && len(list.Items) < mostSpreads {
			list.Items = append(list.Items, label(p)+": "+words)
		}
	}
	return list
}

// itemTitle names an item and the line at stake.
func itemTitle(r *calibrate.Report, x calibrate.AgendaItem) string {
	s := fmt.Sprintf("%d. %s", x.Rank, itemLabel(r, x.Lesson, x.Indicator, x.Round))
	switch {
	case !x.High.OK():
		return s + ": between “not observed” and " + wording.Level(x.Low.Or(0))
	case len(x.Boundary) == 2:
		return s + fmt.Sprintf(": between %s and %s", wording.Level(x.Boundary[0]), wording.Level(x.Boundary[1]))
	}
	return s
}

// itemBlocks is what there is to settle an item.
func itemBlocks(r *calibrate.Report, x calibrate.AgendaItem) []document.Block {
	blocks := []document.Block{document.Paragraph{Role: document.Plain, Text: agendaSpread(x) + " " + x.Why + may(x)}}
	blocks = append(blocks, quotes(x.Quotes)...)
	blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: speakers(x)}, document.Paragraph{Role: document.Ask, Text: "Ask: " + x.Question})
	blocks = append(blocks, rubricLines(x)...)
	return append(blocks, document.Paragraph{Role: document.Plain, Text: revote(r, x)}, document.Paragraph{Role: document.Blank, Text: "The line we agree on:"})
}

// rubricLines are what the rubric says of the levels at stake. Where it is not
// known it is to be read out.
func rubricLines(x calibrate.AgendaItem) []document.Block {
	var blocks []document.Block
	var names []string
	for _, l := range x.Levels {
		names = append(names, levelLabel(l))
		if l.Words != "" {
			blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: "The rubric on " + levelLabel(l) + ": " + OneLine(l.Words)})
		}
	}
	if len(blocks) == 0 {
		return []document.Block{document.Paragraph{Role: document.Plain, Text: "Read out what the rubric says of " + strings.Join(names, " and of ") + "."}}
	}
	return blocks
}

// levelLabel is a level with its label.
func levelLabel(l calibrate.AgendaLevel) string {
	return strings.TrimSpace(wording.Level(l.Value) + " " + l.Label)
}

// agendaSpread says how many gave each level.
func agendaSpread(x calibrate.AgendaItem) string {
	var parts []string
	for _, l := range x.Spread {
		parts = append(parts, fmt.Sprintf("%d gave %s", l.Count, wording.Level(l.Value)))
	}
	if x.NotObserved > 0 {
		parts = append(parts, fmt.Sprintf("%d “not observed”", x.NotObserved))
	}
	return strings.Join(parts, ", ") + "."
}

// may says what the reasons show.
func may(x calibrate.AgendaItem) string {
	if !x.Reading.OK() || x.Reading.Name() == "" {
		return ""
	}
	return " From what they wrote: " + mayBe(x.Reading.Name()) + "."
}

// speakers says who speaks first. Whoever gave that rating may: no one is
// called up.
func speakers(x calibrate.AgendaItem) string {
	low, ok := x.Low.Value()
	high, ok2 := x.High.Value()
	if ok && ok2 && low == high {
		return fmt.Sprintf("First speak two who gave %s, on what they saw or heard; then everyone.", wording.Level(low))
	}
	return fmt.Sprintf("First speaks %s, then %s, on what they saw or heard; then everyone.", oneWho(x.Low), oneWho(x.High))
}

// revote is room for the votes after the talk.
func revote(r *calibrate.Report, x calibrate.AgendaItem) string {
	s := "Vote again:"
	for _, name := range levelsOfItem(r, x) {
		s += "   " + name + " ____"
	}
	if x.NotObserved > 0 {
		s += "   not observed ____"
	}
	return s
}

// levelsOfItem are the levels that an item can be given.
func levelsOfItem(r *calibrate.Report, x calibrate.AgendaItem) []string {
	for _, p := range r.Indicators {
		if p.ID == x.Indicator {
			return levelsOf(r, p.Scale)
		}
	}
	return nil
}

// mostFurther is the number of lines to clarify that are not on the agenda.
const mostFurther = 2

// clarify lists the lines of the rubric that the talk should sharpen.
func clarify(r *calibrate.Report) []document.Block {
	blocks := []document.Block{document.Paragraph{Role: document.Plain, Text: "From the lines you agreed on, what should the rubric say?"}}
	for _, x := range r.Agenda {
		line := "what counts"
		switch {
		case !x.High.OK():
			line = fmt.Sprintf("when it is “not observed”, and when a %s", wording.Level(x.Low.Or(0)))
		case len(x.Boundary) == 2:
			line = fmt.Sprintf("where %s ends and %s begins", wording.Level(x.Boundary[0]), wording.Level(x.Boundary[1]))
		}
		blocks = append(blocks, document.Paragraph{Role: document.Blank, Text: x.Indicator + ", " + line + ":"})
	}
	further := 0
	if r.Reasons == nil {
		return blocks
	}
	for _, x := range r.Reasons.Items {
		if x.Reading.Name() == string(calibrate.UnclearLine) && !onAgenda(r, x) && further < mostFurther {
			further++
			blocks = append(blocks, document.Paragraph{Role: document.Blank, Text: itemLabel(r, x.Lesson, x.Indicator, x.Round) + ", not discussed today:"})
		}
	}
	return blocks
}

// again says when to meet, and over which kind of lesson.
func again(r *calibrate.Report) []document.Block {
	return []document.Block{
		document.Paragraph{Role: document.Plain, Text: "Rate " + r.Meeting.NextLesson + ". A second vote on this lesson is not a second rating: it follows the talk."},
		document.Paragraph{Role: document.Blank, Text: "Rated by"},
		document.Paragraph{Role: document.Blank, Text: "Meeting on"},
		document.Paragraph{Role: document.Blank, Text: "Who finds the lesson"},
	}
}
