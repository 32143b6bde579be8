package section

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats/habit"
)

// habits lists what stands out in single raters, each with its evidence, or says
// what it means that nothing does.
func habits(r *calibrate.Report) []document.Block {
	list := document.List{}
	for _, x := range r.Raters {
		for _, f := range x.Findings {
			list.Items = append(list.Items, who(x)+": "+f.Text+". "+f.Evidence+".")
		}
	}
	later := ""
	if r.Habits != nil && !slices.Contains(r.Habits.Tested, string(habit.ReadingOfIndicator)) {
		later = " It takes three lessons to tell whether someone reads one indicator differently from the others."
	}
	switch {
	case len(list.Items) > 0:
		return []document.Block{list, document.Paragraph{
			Role: document.Aside,
			Text: "A habit is no fault, and someone who stands apart may be right. In a team without habits anyone is named at most one time in twenty." + later,
		}}
	case r.Habits == nil || len(r.Habits.Tested) == 0:
		return nil
	}
	return []document.Block{document.Paragraph{Role: document.Plain, Text: nobody(r.Habits) + later}}
}

// nobody says how little it says that no habit was found.
func nobody(h *calibrate.HabitSearch) string {
	half, ok := h.HalfLevel.Value()
	if !ok {
		return "Nobody's ratings stand out; in a team or a rating this small hardly any habit can be found."
	}
	text := fmt.Sprintf("Nobody's ratings stand out. That says little: someone half a level above or below the others throughout is found in %s such teams, someone who keeps to the middle levels where the others use the ends too in %s",
		outOfTen(half), outOfTen(h.NarrowRange.Or(0)))
	if reading, ok := h.Reading.Value(); ok {
		text += fmt.Sprintf(", and someone who reads one indicator a level lower than the others in %s", outOfTen(reading))
	}
	return text + "."
}

// outOfTen words a share of teams.
func outOfTen(share float64) string {
	n := math.Round(10 * share)
	switch {
	case n < 1:
		return "hardly any"
	case n > 9:
		return "nearly all"
	}
	return fmt.Sprintf("about %.0f of 10", n)
}
