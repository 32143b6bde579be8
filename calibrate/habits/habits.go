package habits

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/team"
)

// A Kind is a kind of finding: what is looked for, and how sure it must be.
// Within a kind Holm's procedure over the raters keeps the chance of any false
// finding at findingLevel.
type Kind struct {
	Code  string
	Title string
	// Instead of names the habits that say the same better: a rater with one
	// of them is not given this one too.
	Instead []string
	// NeedsMaster says that the habit compares with an answer key. It stands
	// in private sheets only.
	NeedsMaster bool
	suspect     func(*team.Stats, *team.Master) []suspicion // one a rater
}

// Kinds lists the kinds of finding in the order in which a rater's stand.
var Kinds = []Kind{
	{Code: "severity", Title: "above or below the group", suspect: severityHabit},
	{Code: "one_level", Title: "one level throughout", suspect: oneLevelHabit},
	{
		Code: "central_tendency", Title: "the ends of the scale left out", suspect: centralHabit,
		Instead: []string{"one_level"},
	},
	{
		Code: "narrow_range", Title: "a narrow range of levels", suspect: narrowHabit,
		Instead: []string{"one_level", "central_tendency"},
	},
	{Code: "indicator", Title: "far from the group on one indicator", suspect: indicatorHabit},
	{Code: "master", Title: "far from the master", NeedsMaster: true, suspect: masterHabit},
}

// findingLevel is the chance, at most, that a kind of finding is reported of
// anyone in a team without the habit.
const findingLevel = 0.05

// A suspicion is a habit in one rater: how likely so much of it would be in a
// rater without the habit, and the words for it. Its zero value is none.
type suspicion struct {
	tested         bool
	p              float64
	text, evidence string
}

// Find returns each rater's findings; private ones compare with a master,
// the others have no key.
func Find(m *team.Stats, key *team.Master) [][]calibrate.Finding {
	list := make([][]calibrate.Finding, len(m.Table.Raters()))
	for g := range list {
		list[g] = []calibrate.Finding{}
	}
	if len(list) > team.MostForSeverity {
		return list
	}
	for _, h := range Kinds {
		if h.NeedsMaster && key == nil {
			continue
		}
		suspicions := h.suspect(m, key)
		tested, held := holm(suspicions)
		for _, g := range held {
			s := suspicions[g]
			if slices.ContainsFunc(list[g], func(f calibrate.Finding) bool { return slices.Contains(h.Instead, f.Code) }) {
				continue
			}
			list[g] = append(list[g], calibrate.Finding{Code: h.Code, Text: s.text, Evidence: s.evidence + fmt.Sprintf(
				" (p %s, Holm over %s)", shortP(s.p), wording.Count(tested, "rater"))})
		}
	}
	return list
}

// holm returns the number of raters that were tested, and those in whom the
// habit holds by the step-down procedure of Holm (1979, Scandinavian Journal
// of Statistics 6, p. 67).
func holm(list []suspicion) (tested int, held []int) {
	var order []int
	for g, s := range list {
		if s.tested {
			order = append(order, g)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(list[a].p, list[b].p) })
	for k, g := range order {
		if list[g].p > findingLevel/float64(len(order)-k) {
			break
		}
		held = append(held, g)
	}
	return len(order), held
}

// shortP writes a p value.
func shortP(p float64) string {
	if p < 0.001 {
		return "under 0.001"
	}
	return fmt.Sprintf("= %.3f", p)
}

// lessonsHere says what a finding speaks of.
func lessonsHere(m *team.Stats) string {
	if m.Lessons == 1 {
		return "this lesson"
	}
	return "these lessons"
}

// aboveBelow says how far from the group: "0.6 above".
func aboveBelow(difference float64) string {
	if difference < 0 {
		return fmt.Sprintf("%.1f below", -difference)
	}
	return fmt.Sprintf("%.1f above", difference)
}
