package habits

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats/team"
)

// severityHabit tests whether a rater is above or below the group on the same
// items, by the t test of the severity.
func severityHabit(m *team.Stats, _ *team.Master) []suspicion {
	list := make([]suspicion, len(m.Table.Raters()))
	severities, _ := team.Severities(m)
	for g, s := range severities {
		v, ok := s.Value.Value()
		se, ok2 := s.Se.Value()
		if !ok || !ok2 || se < 1e-12 {
			continue
		}
		half := se * team.StudentQuantile(s.Df, m.Options.Confidence)
		list[g] = suspicion{
			tested: true,
			p:      twoSided(v/se, s.Df),
			text:   fmt.Sprintf("%s the group on %s", aboveBelow(-v), lessonsHere(m)),
			evidence: fmt.Sprintf("%.2f %s the group on the same items, interval %s to %s",
				math.Abs(v), sideOf(-v), signedTwo(-v-half), signedTwo(-v+half)),
		}
	}
	return list
}

// signedTwo writes a difference with two places.
func signedTwo(v float64) string { return strings.Replace(fmt.Sprintf("%.2f", v), "-", "−", 1) }

// sideOf says on which side of the group a difference is.
func sideOf(difference float64) string {
	if difference < 0 {
		return "below"
	}
	return "above"
}

// twoSided is the p value of a t statistic.
func twoSided(t, df float64) float64 {
	return 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Survival(math.Abs(t))
}
