package survey

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/gap"
)

// sentence says what became of the team's goals first.
func (t *Trend) sentence() string {
	var toward, away, goals, rest []string
	for _, c := range t.Dimensions {
		switch c.Path {
		case gap.Toward:
			toward = append(toward, c.Name)
		case gap.Away:
			away = append(away, c.Name)
		default:
			rest = append(rest, c.Name)
		}
		if c.NewGoal {
			goals = append(goals, c.Name)
		}
	}
	first := t.Rounds[0].Round
	var parts []string
	say := func(list []string, format string) {
		if len(list) > 0 {
			parts = append(parts, fmt.Sprintf(format, wording.List(list), first))
		}
	}
	if t.Frame == "practice" {
		say(toward, "What you do has moved toward what you said in %[2]s that you know, on %[1]s.")
		say(away, "What you do has moved away from what you said in %[2]s that you know, on %[1]s.")
		say(goals, "On %[1]s you now say something else of what you know.")
	} else {
		say(toward, "You have moved toward where you said in %[2]s that you should be, on %[1]s.")
		say(away, "You have moved away from where you said in %[2]s that you should be, on %[1]s.")
		say(goals, "On %[1]s you now want something else.")
	}
	switch {
	case len(parts) == 0:
		return fmt.Sprintf("It cannot be told whether you have moved since %s.", first)
	case len(rest) > 0:
		parts = append(parts, "Of "+wording.List(rest)+" it cannot be told.")
	}
	return strings.Join(parts, " ")
}

// limits is what two surveys cannot say.
func (t *Trend) limits() string {
	text := "Beliefs may move without the work, and the work without beliefs: hold them against your lessons."
	if t.Who == "everyone" {
		return "The answers carry no names, so everyone then is compared with everyone now: who answered may have changed. " + text
	}
	return text
}

// note says what a reader should know of the figures.
func (t *Trend) note(m matching, apart []string, first, last *answers.Answers) {
	add := func(code, path, fix, format string, args ...any) {
		t.Notes = append(t.Notes, calibrate.Note{Code: code, Path: path, Text: fmt.Sprintf(format, args...), Fix: fix})
	}
	came, went := len(last.People)-len(m.both), len(first.People)-len(m.both)
	switch {
	case m.unknown:
		add("people_unknown", "/who", "ask for names, which the page never shows", "the answers carry no names")
	case came > 0 || went > 0:
		add("people_differ", "/rounds", "nothing is missing", "%s answered both times, %s the first time alone, %s the last time alone",
			People(len(m.both)), countOf(went), countOf(came))
	}
	if !m.unknown && len(m.both) < gap.FewestFollowed {
		add("few_people", "/dimensions", "ask the rest of the team", "fewer than five people answered both times: no change is told")
	}
	if n := len(m.alike); n > 0 {
		add("like_names", "/rounds", "write the name in one way in both files",
			"%s of people in one file alone may be a name in the other: read as others", wording.Counted(n, "name"))
	}
	for _, c := range t.Dimensions {
		if c.Withheld {
			add("one_left", "/dimensions", "see the figures of everyone in each round",
				"where one or two people answered in one round alone the figures are everyone's, and the change is shown as a word")
			break
		}
	}
	if len(apart) > 0 {
		add("other_scale", "/dimensions", "name the scale, such as --scale 1-5", "on another scale in the two rounds, and left out: %s", wording.List(apart))
	}
}

// countOf writes how many people, or that there is nobody.
func countOf(n int) string {
	if n == 0 {
		return "nobody"
	}
	return wording.Number(n)
}

// Readings says where the pages of the two rounds read a dimension unlike.
func (t *Trend) Readings() []string {
	f := FrameNamed(t.Frame)
	list := []string{}
	for _, c := range t.Dimensions {
		if a, b := c.Before.Reading, c.After.Reading; a != b {
			list = append(list, fmt.Sprintf("%s: %s; now: %s.", c.Name, f.Kind(a).Title, lower(f.Kind(b).Title)))
		}
	}
	return list
}

// lower returns a title within a sentence.
func lower(title string) string { return strings.ToLower(title[:1]) + title[1:] }
