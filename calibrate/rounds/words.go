package rounds

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rounds"
)

// A Series is a figure by round.
type Series []stats.Number

// MarshalCSV writes the numbers with semicolons between.
func (s Series) MarshalCSV() (string, error) {
	var list []string
	for _, n := range s {
		list = append(list, n.String())
	}
	return strings.Join(list, "; "), nil
}

// sentence says what became of the team between two rounds.
func (c *Change) sentence() string {
	switch {
	case c.Reason == PeopleUnknown:
		return fmt.Sprintf("These reports carry no names, so nobody can be followed. On a typical indicator any two of those who rated gave the same rating %s of the time in %s and %s in %s.",
			wording.Percent(c.Everyone.Before), c.From, wording.Percent(c.Everyone.After), c.To)
	case c.Reason != "":
		return fmt.Sprintf("From %s to %s nothing can be compared: too few people or indicators are in both.", c.From, c.To)
	}
	of := c.Exact
	if c.Withheld {
		of = c.Everyone
	}
	rates := fmt.Sprintf("on a typical indicator any two of %s gave the same rating %s of the time in %s and %s in %s.",
		c.people(), wording.Percent(of.Before), c.From, wording.Percent(of.After), c.To)
	again := ""
	if c.SameLessons > 0 {
		again = " " + c.again()
	}
	both := ""
	if c.Withheld {
		both = fmt.Sprintf(" (judged on the %s of you who rated both times)", wording.Number(c.Raters))
	}
	switch c.Movement {
	case rounds.Together:
		return fmt.Sprintf("The team moved together from %s to %s%s: %s%s", c.From, c.To, both, rates, again)
	case rounds.Apart:
		return fmt.Sprintf("The team moved apart from %s to %s%s: %s%s", c.From, c.To, both, rates, again)
	case rounds.Closer:
		return fmt.Sprintf("Raters in %s are closer to each other than those in %s: %s", c.To, c.From, rates)
	case rounds.FurtherApart:
		return fmt.Sprintf("Raters in %s are further from each other than those in %s: %s", c.To, c.From, rates)
	}
	if c.compared {
		return fmt.Sprintf("It cannot be told whether raters in %s or in %s are closer to each other. %s", c.From, c.To, wording.Capital(rates))
	}
	return fmt.Sprintf("From %s to %s it cannot be told whether the team moved. %s%s%s", c.From, c.To, wording.Capital(rates), c.description(), again)
}

// again says that lessons were rated a second time.
func (c *Change) again() string {
	if c.SameLessons == c.LessonsFrom && c.SameLessons == c.LessonsTo {
		return "It was the same lesson or lessons both times: a second rating follows the first, and is no new lesson."
	}
	return wording.Capital(wording.Counted(c.SameLessons, "lesson")) + " " + wording.Plural(c.SameLessons, "was", "were") + " rated both times: a second rating follows the first."
}

// people are those whom the figures are of: all, or those who rated both times,
// whose figures then are not those of the rounds.
func (c *Change) people() string {
	if c.compared {
		return "them"
	}
	if c.Withheld || c.Everyone.Before == c.Exact.Before && c.Everyone.After == c.Exact.After {
		return "you"
	}
	return fmt.Sprintf("the %s of you who rated both times", wording.Number(c.Raters))
}

// description is what is true of these lessons, whatever it says of others.
func (c *Change) description() string {
	of := c.Exact
	if c.Withheld {
		of = c.Everyone
	}
	before, after := of.Before.Or(0), of.After.Or(0)
	if c.LessonsFrom > 1 || c.LessonsTo > 1 || after <= before {
		return ""
	}
	return " You were closer on this lesson than on the last."
}

// sentence is what to say of the whole series first.
func (t *Trend) sentence() string {
	if len(t.Changes) == 0 {
		return t.Talks[len(t.Talks)-1].Sentence
	}
	last := t.Changes[len(t.Changes)-1]
	parts := []string{last.Sentence}
	var together, apart, below []string
	for _, i := range t.Indicators {
		switch {
		case i.Movement == rounds.Together:
			together = append(together, i.Indicator)
		case i.Movement == rounds.Apart:
			apart = append(apart, i.Indicator)
		}
		if i.Rated > 1 && i.NotMet == i.Rated && i.Rated == len(t.Rounds) {
			below = append(below, i.Indicator)
		}
	}
	if t.People == "everyone" {
		return parts[0] // of two sets no indicator moved
	}
	if len(together) > 0 {
		parts = append(parts, "It moved together on "+wording.List(together)+".")
	}
	if len(apart) > 0 {
		parts = append(parts, "It moved apart on "+wording.List(apart)+".")
	}
	if len(below) > 0 {
		rounds := "in both rounds"
		if n := len(t.Rounds); n > 2 {
			rounds = "in all " + wording.Counted(n, "round")
		}
		parts = append(parts, fmt.Sprintf("%s %s the standard %s.", wording.List(below), wording.Plural(len(below), "misses", "miss"), rounds))
	}
	return strings.Join(parts, " ")
}

// cannotSay is what the rounds are too few to tell.
func (t *Trend) cannotSay() string {
	if len(t.Changes) == 0 {
		return "Agreement after the talk is no calibration: whether it holds shows when you rate another lesson alone."
	}
	if t.People == "everyone" {
		return "What is compared are these raters on other lessons. Where the lessons of the two sets differ, one set may have the harder ones."
	}
	fewest := t.Rounds[0].Lessons
	for _, r := range t.Rounds {
		fewest = min(fewest, r.Lessons)
	}
	switch {
	case fewest == 1:
		return "A round of one lesson says little: another lesson alone can move the figure by 25 points. " +
			"Three lessons a round would find a change of 15 points in about six of ten teams, six lessons in nine of ten."
	case fewest < 6:
		return fmt.Sprintf("With %s a round a change of 15 points is found in about %s of ten teams; six lessons find it in nine of ten.",
			wording.Counted(fewest, "lesson"), map[bool]string{true: "three", false: "six"}[fewest == 2])
	}
	return "What is compared are the same people on other lessons. A shift that everyone shares cannot be seen."
}

// note says what a reader should know of the figures.
func (t *Trend) note(alone []string) {
	add := func(code, path, fix, format string, args ...any) {
		t.Notes = append(t.Notes, calibrate.Note{Code: code, Path: path, Text: fmt.Sprintf(format, args...), Fix: fix})
	}
	for _, name := range alone {
		add("reading", "/rounds", "give the first vote too, or another name", "%s is a second vote, and there is no first of that round: it is left out", name)
	}
	for k, c := range t.Changes {
		if c.Withheld {
			add(string(Withheld), fmt.Sprintf("/changes/%d", k), "see the figures of everyone in each round",
				"where one or two people took part in one of two rounds alone, the figures are those of everyone in each round, and the word is of those in both")
			break
		}
	}
	if t.People == "unknown" {
		t.Notes = append(t.Notes, calibrate.NewNote(string(PeopleUnknown), "/people"))
	}
	if n := len(t.Alike); n > 0 {
		add("like_names", "/raters", "write the name in one way in every file",
			"%s in one round alone may be a name in another: read as others", wording.Counted(n, "name"))
	}
}
