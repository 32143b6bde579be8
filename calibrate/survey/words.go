package survey

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/gap"
)

// A Kind is a reading in the words of the page: its name, the rule behind it,
// and what to ask.
type Kind struct {
	Reading  gap.Reading
	Title    string
	Rule     string
	Question string
}

// Kinds lists the readings in the order in which to talk about them.
var Kinds = []Kind{
	{gap.SeeDifferently, "You see today differently",
		"where you are: two people are typically about a step or more apart, a quarter of the scale",
		"What have you each seen? Give evidence before wishes."},
	{gap.Opposite, "You pull opposite ways",
		"you share where you are; a quarter of you or more want to move each way by half a step or more",
		"What would each of you lose if the team went the other way?"},
	{gap.WantDifferently, "You want different things",
		"you share where you are; on where you should be two people are typically about a step or more apart",
		"What are the benefits of each side? Which will you choose?"},
	{gap.AlignedChange, "You agree that it must change",
		"you share where you are and where you should be, and they lie more than half a step apart",
		"What is the first step, and who takes it?"},
	{gap.Unclear, "Too close to tell",
		"your answers fit more than one reading, or fewer than five people gave both answers",
		"Your answers fit more than one reading: ask two or three people why."},
	{gap.AlignedContent, "You agree, and are content",
		"you share where you are and where you should be, and they lie within half a step of each other",
		"What keeps it working? Name it, and keep it."},
}

// KindOf returns the words of a reading.
func KindOf(r gap.Reading) Kind {
	for _, k := range Kinds {
		if k.Reading == r {
			return k
		}
	}
	return Kind{}
}

// sentence is the survey in two sentences: what the team agrees must change,
// and where it is not together.
func sentence(r *Report) string {
	by := map[gap.Reading][]string{}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		text := d.Name
		if d.Reading == gap.AlignedChange {
			text += " must move " + toward(d)
		}
		by[d.Reading] = append(by[d.Reading], text)
	}
	var parts []string
	say := func(format string, reading gap.Reading) {
		if list := by[reading]; len(list) > 0 {
			parts = append(parts, fmt.Sprintf(format, wording.List(list)))
		}
	}
	say("You agree that %s.", gap.AlignedChange)
	say("You do not agree where you are today on %s.", gap.SeeDifferently)
	say("You pull opposite ways on %s.", gap.Opposite)
	say("You want different things on %s.", gap.WantDifferently)
	say("You agree on %s and are content with it.", gap.AlignedContent)
	if len(parts) == 0 {
		return "These answers are too few or too close to tell where you are together and where you are apart."
	}
	return strings.Join(parts, " ")
}

// toward says which way a team wants to move.
func toward(d *Dimension) string { return "toward " + end(d, d.Gap.Mean.Or(0) > 0) }

// agenda is the conversation: minutes for each dimension that the team is not
// content with, in the order of the page.
func agenda(r *Report) []AgendaItem {
	items := []AgendaItem{}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		if d.Reading == gap.AlignedContent || len(items) == mostItems {
			continue
		}
		k := KindOf(d.Reading)
		items = append(items, AgendaItem{Rank: len(items) + 1, Dimension: d.ID, Question: k.Question, Why: k.Title})
	}
	left := r.Settings.Minutes - opening - closing
	for i := range items {
		items[i].Minutes = max(5, left/len(items))
	}
	return items
}

// A conversation opens with everyone looking at the page in silence, and ends
// with what was chosen and when to look again. More than five dimensions fit
// into no meeting.
const (
	opening   = 5
	closing   = 10
	mostItems = 5
)
