package habits

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/habit"
	"github.com/cb401426/calibrate/stats/team"
)

// chance says how far from chance a finding is: its p value is of the furthest
// in the team.
func chance(p float64) string {
	if p < 0.001 {
		return "p under 0.001 that anyone in the team is as far by chance"
	}
	return fmt.Sprintf("p = %.3f that anyone in the team is as far by chance", p)
}

func severityWords(m *team.Stats, f habit.Finding) (text, evidence string) {
	severities, _ := team.Severities(m) // as the table of raters has it: against a group that one is part of
	above := severities[f.Rater].Value.Map(func(v float64) float64 { return -v })
	return wording.Against(above) + " the group on " + lessonsHere(m),
		fmt.Sprintf("%s the others on the same %s", against(f.Distance), wording.Count(f.Items, "item"))
}

func oneLevelWords(m *team.Stats, f habit.Finding) (text, evidence string) {
	text, all := "gave one level throughout each lesson", "all ratings of a lesson are one level"
	if level, ok := team.OnlyScore(m, f.Rater); ok {
		text = fmt.Sprintf("gave %s throughout", wording.Level(level))
		all = fmt.Sprintf("all ratings are %s", wording.Level(level))
	}
	return text, fmt.Sprintf("%s, where the team's ratings dealt out anew have a standard deviation of %.2f within lessons", all, f.Expected)
}

func narrowWords(_ *team.Stats, f habit.Finding) (text, evidence string) {
	return "uses a narrow range of levels",
		fmt.Sprintf("within lessons the ratings' standard deviation is %.2f, where the team's ratings dealt out anew have %.2f",
			f.Spread, f.Expected)
}

func readingWords(m *team.Stats, f habit.Finding) (text, evidence string) {
	id := m.Table.Indicators()[f.Indicator]
	return fmt.Sprintf("on %s %s the group", id, wording.Against(stats.Of(f.Distance))),
		fmt.Sprintf("%s the others on %s, half a level or more in %d of %s, the distance on the other indicators set aside",
			against(f.Distance), id, f.Apart, wording.Count(f.Lessons, "lesson"))
}

func farWords(_ *team.Stats, f habit.Finding) (text, evidence string) {
	return fmt.Sprintf("%.1f levels further from the agreed scores than the group", f.Distance),
		fmt.Sprintf("%.2f levels further than the others on the same %s", f.Distance, wording.Count(f.Items, "item"))
}

// against says how far above or below, with two places.
func against(distance float64) string {
	if distance < 0 {
		return fmt.Sprintf("%.2f below", -distance)
	}
	return fmt.Sprintf("%.2f above", math.Abs(distance))
}

// lessonsHere says what a finding speaks of.
func lessonsHere(m *team.Stats) string {
	switch m.Lessons {
	case 1:
		return "this lesson"
	case 2:
		return "these two lessons"
	}
	return "these lessons"
}
