package inference_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
)

// observe returns each item's share of pairs on one level.
func observe(m *rating.Matrix) []inference.Observation {
	list := make([]inference.Observation, m.Items())
	for i := range list {
		_, levels := m.Row(i)
		same, pairs := 0.0, 0.0
		for j := range levels {
			for _, other := range levels[:j] {
				pairs++
				if other == levels[j] {
					same++
				}
			}
		}
		list[i] = inference.Observation{Value: same / max(1, pairs), Paired: pairs > 0, Lesson: m.Cluster(i)}
	}
	return list
}

// The mean over items of their shares is percent agreement, with its error,
// over items and over lessons.
func TestMeanIsPercentAgreement(t *testing.T) {
	for _, set := range []string{"gwet-2014-12x4", "six-lessons", "one-lesson"} {
		m := ref.Matrix(t, set)
		for _, o := range []stats.Options{
			{}, {Unit: stats.ByLesson}, {Unit: stats.ByLesson, Variance: stats.Linearized},
		} {
			want, err := agree.PercentAgreement(m, o)
			if err != nil {
				t.Fatal(err)
			}
			list := observe(m)
			o = o.WithDefaults()
			got := inference.MeanSpread(list, o).Around(
				stats.Result{Value: inference.Mean(list)}, inference.Range{Least: -1, Most: 1}, o)
			check.Near(t, set, got.Value, want.Value.Or(9), 1e-12)
			if !want.SE.OK() {
				check.Absent(t, set, got.SE, want.SE.Reason())
				continue
			}
			check.Near(t, set+" error", got.SE, want.SE.Or(9), 1e-12)
			check.Near(t, set+" lower", got.Lower, want.Lower.Or(9), 1e-12)
		}
	}
	check.Absent(t, "of nothing", inference.Mean(nil), stats.NoPairs)
}
