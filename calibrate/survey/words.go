package survey

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/gap"
)

// sentence is the survey in two sentences: what the team agrees must change,
// and where it is not together.
func sentence(r *Report) string {
	f := FrameOf(r)
	by := map[gap.Reading][]string{}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		text := d.Name
		if d.Reading == gap.AlignedChange {
			text = f.change(d)
		}
		by[d.Reading] = append(by[d.Reading], text)
	}
	var parts []string
	for _, reading := range []gap.Reading{
		gap.AlignedChange, gap.SeeDifferently, gap.Opposite, gap.WantDifferently, gap.AlignedContent,
	} {
		if list := by[reading]; len(list) > 0 {
			parts = append(parts, fmt.Sprintf(f.Kind(reading).Sentence, wording.List(list)))
		}
	}
	if len(parts) == 0 {
		return "These answers are too few or too close to tell where you are together and where you are apart."
	}
	return strings.Join(parts, " ")
}

// agenda is the conversation: minutes for each dimension that the team is not
// content with, in the order of the page.
func agenda(r *Report) []AgendaItem {
	items := []AgendaItem{}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		if d.Reading == gap.AlignedContent || len(items) == mostItems {
			continue
		}
		k := FrameOf(r).Kind(d.Reading)
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
