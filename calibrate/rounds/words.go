package rounds

import (
	"fmt"
	"strings"

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
	if c.Reason != "" {
		return fmt.Sprintf("From %s to %s nothing can be compared: too few people or indicators are in both.", c.From, c.To)
	}
	rates := fmt.Sprintf("on a typical indicator any two of %s gave the same rating %s of the time in %s and %s in %s.",
		c.people(), wording.Percent(c.Exact.Before), c.From, wording.Percent(c.Exact.After), c.To)
	switch c.Movement {
	case rounds.Together:
		return fmt.Sprintf("The team moved together from %s to %s: %s", c.From, c.To, rates)
	case rounds.Apart:
		return fmt.Sprintf("The team moved apart from %s to %s: %s", c.From, c.To, rates)
	}
	return fmt.Sprintf("From %s to %s it cannot be told whether the team moved. %s%s", c.From, c.To, wording.Capital(rates), c.description())
}

// people are those whom the figures are of: all, or those who rated both times,
// whose figures then are not those of the rounds.
func (c *Change) people() string {
	if c.Everyone.Before == c.Exact.Before && c.Everyone.After == c.Exact.After {
		return "you"
	}
	return fmt.Sprintf("the %s of you who rated both times", wording.Number(c.Raters))
}

// description is what is true of these lessons, whatever it says of others.
func (c *Change) description() string {
	before, after := c.Exact.Before.Or(0), c.Exact.After.Or(0)
	if c.LessonsFrom > 1 || c.LessonsTo > 1 || after <= before {
		return ""
	}
	return " You were closer on this lesson than on the last."
}

// sentence is what to say of the whole series first.
func (t *Trend) sentence() string {
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
