package agree_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
)

// On fleiss-1971 the error under the hypothesis is .0244, less than half of
// the right one for an interval.
func TestZero(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "fleiss-1971"))
	test := d.FleissZero()
	check.Near(t, "error under the hypothesis", stats.Of(0.43024/test.Statistic.Or(0)), 0.0244, 5e-5)
	check.Near(t, "error for an interval", estimate(t, d, "fleiss", "", stats.Options{}).SE, 0.0542, 5e-5)
	for _, set := range ref.Names {
		var want golden
		ref.Values(t, set, &want)
		if g, ok := want.Irr["kappam.fleiss"]; ok {
			test := agree.Prepare(complete(ref.Matrix(t, set))).FleissZero()
			check.Near(t, set+" z", test.Statistic, g.Z, 1e-9)
			check.Near(t, set+" p", test.P, g.P, 1e-9)
		}
	}
	check.Absent(t, "with gaps", agree.Prepare(ref.Matrix(t, "gwet-2014-12x4")).FleissZero().P, stats.NeedsComplete)
	check.Absent(t, "three raters", d.CohenZero().P, stats.NeedsTwoRaters)
	check.Absent(t, "one level", agree.Prepare(matrix([][]float64{{1, 1}, {1, 1}}, 1, 2)).FleissZero().P, stats.NoVariation)
}
