package section

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/text/class"
)

// itemTitle names an item and the boundary at stake.
func itemTitle(r *calibrate.Report, x calibrate.AgendaItem) string {
	s := fmt.Sprintf("%d. %s", x.Rank, itemLabel(r, x.Lesson, x.Indicator, x.Round))
	if at := boundaryWords(r, x); at != "" {
		return s + ": " + at
	}
	return s
}

// boundaryWords name the boundary at stake, which is between two levels, or
// between a level and "not observed".
func boundaryWords(r *calibrate.Report, x calibrate.AgendaItem) string {
	switch {
	case !x.High.OK():
		return "“not observed” or " + levelName(r, x.Indicator, x.Low.Or(0))
	case atStake(r, x):
		return fmt.Sprintf("between %s and %s", levelName(r, x.Indicator, x.Boundary[0]), levelName(r, x.Indicator, x.Boundary[1]))
	}
	return ""
}

// atStake reports whether an item has a boundary to talk about: on a scale of
// many levels the one between two of them means nothing to a room.
func atStake(r *calibrate.Report, x calibrate.AgendaItem) bool {
	return len(x.Boundary) == 2 && len(levels(r, x.Indicator)) <= wording.MostLevels
}

// itemBlocks is what there is to settle an item.
func itemBlocks(r *calibrate.Report, x calibrate.AgendaItem, rows bool) []document.Block {
	blocks := []document.Block{document.Paragraph{Text: wording.Capital(SpreadOf(r, x.Indicator, x.Spread, x.NotObserved)) + ". " + x.Why + may(x)}}
	if rows {
		blocks = append(blocks, quotesBesideRows(r, x.Indicator, x.Spread, x.Quotes)...)
	} else {
		blocks = append(blocks, Quotes(r, x.Indicator, x.Quotes)...)
	}
	blocks = append(blocks, document.Paragraph{Text: speakers(x) + " " + minutesSplit(x.Minutes)}, document.Paragraph{Role: document.Ask, Text: "Ask: " + x.Question})
	blocks = append(blocks, rubricWords(r, x)...)
	for _, said := range x.Agreed {
		blocks = append(blocks, document.Paragraph{Text: "You agreed before: " + OneLine(said)})
	}
	return append(blocks, document.Paragraph{Text: revote(r, x)}, blank("What we agree on:"))
}

// rubricWords are what the rubric says of the levels at stake. Where it is not
// known it is to be read out.
func rubricWords(r *calibrate.Report, x calibrate.AgendaItem) []document.Block {
	var blocks []document.Block
	var names []string
	for _, l := range x.Levels {
		name := levelName(r, x.Indicator, l.Value)
		names = append(names, name)
		if l.Words != "" {
			blocks = append(blocks, document.Paragraph{Text: "The rubric on " + name + ": " + OneLine(l.Words)})
		}
	}
	if len(levels(r, x.Indicator)) > wording.MostLevels {
		return []document.Block{document.Paragraph{Text: "Read aloud what the rubric says about this indicator."}}
	}
	if len(blocks) == 0 {
		return []document.Block{document.Paragraph{Text: "Read aloud what the rubric says about " + strings.Join(names, " and about ") + "."}}
	}
	return blocks
}

// may says what the reasons show.
func may(x calibrate.AgendaItem) string {
	if !x.Reading.OK() || x.Reading.Name() == "" {
		return ""
	}
	if _, differ := apart(x); !differ { // the agenda says so already
		return ""
	}
	return " From what they wrote: " + mayBe(x.Reading.Name()) + "."
}

// speakers says from which side evidence comes first, and names nobody, not
// even by a rating: who speaks first would be known by it.
func speakers(x calibrate.AgendaItem) string {
	rated, differ := apart(x)
	switch {
	case !rated:
		return "Start with evidence from someone who rated it, then from someone who did not observe it. Then everyone."
	case !differ:
		return "Start with what two of you saw or heard. Then everyone."
	case nothingSeen(x):
		return "Start with what you saw or heard: someone who rated it low, then someone who rated it high. Then everyone."
	}
	return "Start with evidence from both ends: someone who rated it low, then someone who rated it high. Then everyone."
}

// apart reports whether both who speak first rated an item, and whether their
// ratings differ.
func apart(x calibrate.AgendaItem) (rated, differ bool) {
	low, ok := x.Low.Value()
	high, rated := x.High.Value()
	return rated, !rated || !ok || low != high
}

// nothingSeen reports whether the reasons for an item are opinion alone, so
// that nobody can begin with evidence from the page.
func nothingSeen(x calibrate.AgendaItem) bool {
	if x.Reading.Name() == string(calibrate.NothingSeen) {
		return true
	}
	return len(x.Quotes) > 0 && !slices.ContainsFunc(x.Quotes, func(q calibrate.Quote) bool {
		return q.Class == class.Evidence || q.Class == class.Mixed
	})
}

// revote is room for the votes after the talk.
func revote(r *calibrate.Report, x calibrate.AgendaItem) string {
	s := "Vote again:"
	all := levels(r, x.Indicator)
	if len(all) > wording.MostLevels {
		s = "Vote again, one score each: ______________________________"
		all = nil
	}
	for _, l := range all {
		s += "   " + wording.LevelName(l.Value, l.Label) + "\u00a0____"
	}
	if x.NotObserved > 0 {
		s += "   not\u00a0observed\u00a0____"
	}
	return s
}

// minutesSplit says how the minutes of an item are spent.
func minutesSplit(minutes int) string {
	hear, vote := max(1, minutes/4), 1
	return fmt.Sprintf("%s to hear both ends, %d to talk, %d to vote again.", wording.Count(hear, "minute"), max(1, minutes-hear-vote), vote)
}
