package habits

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats/team"
)

// reading is how far above the others a rater read one indicator, severity
// set aside: the mean over the items that others rated too.
type reading struct{ sum, n, others float64 }

// indicatorHabit tests whether a rater is far from the group on one indicator,
// severity set aside. The distance must be large both for this team's
// residuals and for how the others differ from each other on the indicator:
// where all are spread, nobody stands apart. A rater's p is that of the
// furthest indicator times the number of indicators (Bonferroni).
func indicatorHabit(m *team.Stats, _ *team.Master) []suspicion {
	list := make([]suspicion, len(m.Table.Raters()))
	fit := m.Fit()
	s, ok := fit.Variance.Map(math.Sqrt).Value()
	if !ok || s < 1e-12 {
		return list
	}
	rated := make([]int, len(list))
	for code, id := range m.Table.Indicators() {
		readings := readings(m, fit, int32(code))
		for g, r := range readings {
			if r.n == 0 {
				continue
			}
			rated[g]++
			v := r.sum / r.n
			pooled := s * math.Sqrt((1+1/(r.others/r.n))/r.n)
			p := max(twoSided(v/pooled, fit.Df), amongOthers(readings, g))
			if list[g].tested && p >= list[g].p {
				continue
			}
			list[g] = suspicion{
				tested: true, p: p,
				text: fmt.Sprintf("on %s %s the group", id, aboveBelow(v)),
				evidence: fmt.Sprintf("%.2f %s the others on %s, its own distance on the other indicators set aside",
					math.Abs(v), sideOf(v), id),
			}
		}
	}
	for g := range list {
		list[g].p = min(1, list[g].p*float64(rated[g]))
	}
	return list
}

// readings returns how each rater read an indicator.
func readings(m *team.Stats, fit *team.Fit, indicator int32) []reading {
	list := make([]reading, len(m.Table.Raters()))
	for i, residuals := range fit.Residuals {
		if residuals == nil || m.Table.Items()[i].Indicator != indicator {
			continue
		}
		raters, _ := m.Table.Row(i)
		n := float64(len(raters))
		for k, g := range raters {
			// Residuals of an item sum to zero: the others' mean is -e/(n-1).
			list[g].sum += residuals[k] * n / (n - 1)
			list[g].n++
			list[g].others += n - 1
		}
	}
	return list
}

// amongOthers is the p value of one reading as the next after the others'.
func amongOthers(readings []reading, rater int) float64 {
	var values []float64
	for g, r := range readings {
		if g != rater && r.n > 0 {
			values = append(values, r.sum/r.n)
		}
	}
	n := float64(len(values))
	if n < 2 {
		return 1
	}
	sd := math.Sqrt(stat.Variance(values, nil))
	if sd < 1e-12 {
		return 0 // the pooled error decides
	}
	r := readings[rater]
	return twoSided((r.sum/r.n-team.Average(values))/(sd*math.Sqrt(1+1/n)), n-1)
}
