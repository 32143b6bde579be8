package calibrate

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// severityHabit tests whether a rater is above or below the group on the same
// items, by the t test of the severity.
func severityHabit(m *measures) []suspicion {
	list := make([]suspicion, len(m.table.Raters()))
	severities, _ := m.severities()
	for g, s := range severities {
		v, ok := s.value.Value()
		se, ok2 := s.se.Value()
		if !ok || !ok2 || se < 1e-12 {
			continue
		}
		half := se * studentQuantile(s.df, m.options.Confidence)
		list[g] = suspicion{
			tested: true,
			p:      twoSided(v/se, s.df),
			text:   fmt.Sprintf("%s the group on %s", aboveBelow(-v), m.lessonsHere()),
			evidence: fmt.Sprintf("%.2f %s the others on the same items, interval %.2f to %.2f",
				math.Abs(v), sideOf(-v), -v-half, -v+half),
		}
	}
	return list
}

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
