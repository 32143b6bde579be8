package meeting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// mostSuggestions is how many a person can take up at once.
const mostSuggestions = 2

// habitAdvice is what a person with a habit can do, by its code.
var habitAdvice = map[string]string{
	"severity":             "Before the next lesson, set two of the ratings furthest from the group beside the rubric's own examples, and note which words of the level decided.",
	"one_level":            "Rate each indicator from its own evidence before you look at the next: the others saw differences between them.",
	"narrow_range":         "For the strongest and the weakest indicator of the lesson, name the evidence that sets them apart.",
	"reading_of_indicator": "",
	"far_from_master":      "",
}

// advise names strengths and at most two suggestions.
func advise(s *calibrate.PersonalReport, m *team.Stats, rater int32) {
	strengthen(s, m, rater)
	step := func(line calibrate.PersonalRating) float64 {
		code := slices.Index(m.Table.Indicators(), line.Indicator)
		return m.Scales[m.Table.ScaleOf(int32(code))].Step
	}
	add := func(text string) {
		if text != "" && len(s.Suggestions) < mostSuggestions {
			s.Suggestions = append(s.Suggestions, text)
		}
	}
	far := furthest(s, step)
	if len(far) > 0 {
		add(reread(s, far[0]))
	}
	for _, f := range s.Findings {
		add(habitAdvice[f.Code])
	}
	if len(far) > 1 && far[1].Indicator != far[0].Indicator {
		add(reread(s, far[1]))
	}
}

// reread suggests to read the lines of the rubric between two scores again.
func reread(s *calibrate.PersonalReport, line calibrate.PersonalRating) string {
	than, whose := line.Median.Or(line.Score), "the middle of the group is "
	if v, ok := line.Agreed.Value(); ok {
		than, whose = v, "the agreed score is "
	}
	return fmt.Sprintf("Reread %s, and bring the two moments that most support your %s; %s%s.",
		place(s, line), s.Level(line.Score), whose, s.Level(than))
}

// strengthen names what the rater and the group share.
func strengthen(s *calibrate.PersonalReport, m *team.Stats, rater int32) {
	add := func(format string, args ...any) { s.Strengths = append(s.Strengths, fmt.Sprintf(format, args...)) }
	if s.Master != nil && s.Master.Exact.Or(0) > 0 {
		add("%s of your ratings are the agreed scores, and %s within one level of them.",
			wording.PercentOf(s.Master.Exact.Or(0)), wording.PercentOf(s.Master.WithinOne.Or(0)))
	}
	if alike := alike(s); len(alike) > 0 {
		add("You and the middle of the group gave the same: %s.", wording.List(alike))
	}
	if exact, ok := s.Exact.Value.Value(); ok && exact > s.Exact.Chance.Or(1) {
		add("You and a colleague gave the same rating %s of the time; by chance it would be %s.",
			wording.PercentOf(exact), wording.PercentOf(s.Exact.Chance.Or(0)))
	}
	if given := reasonsOf(m.Table, rater); given > 0 {
		add("You gave a reason for %d of your %s.", given, wording.Count(s.Ratings, "rating"))
	}
	if len(s.Strengths) == 0 {
		add("You rated %s.", wording.Count(s.Ratings, "item"))
	}
}

// mostAlike is how many indicators a strength names.
const mostAlike = 4

// alike returns the indicators on which the rater is at the group's median in
// every lesson.
func alike(s *calibrate.PersonalReport) []string {
	apart, seen := map[string]bool{}, map[string]bool{}
	for _, line := range s.Lines {
		if v, ok := line.FromMedian.Value(); !ok || v != 0 {
			apart[line.Indicator] = true
		}
	}
	var list []string
	for _, line := range s.Lines {
		if !apart[line.Indicator] && !seen[line.Indicator] {
			seen[line.Indicator] = true
			list = append(list, strings.TrimSpace(line.Indicator+" "+line.Name))
		}
	}
	if len(list) > mostAlike {
		list = append(list[:mostAlike], fmt.Sprintf("%d more", len(list)-mostAlike))
	}
	return list
}

// reasonsOf counts a rater's ratings that have a reason.
func reasonsOf(t *rating.Table, rater int32) int {
	n := 0
	for k, r := range t.All() {
		if r.Rater == rater && t.HasReason(k) {
			n++
		}
	}
	return n
}
