package rank_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rank"
)

// What is shared between coefficients changes none of them.
func TestPreparedIsTheSame(t *testing.T) {
	for _, set := range []string{"gwet-2014-12x4", "one-lesson", "six-lessons"} {
		m := ref.Matrix(t, set)
		d := rank.Prepare(m)
		for _, o := range []agree.Options{
			{}, {Unit: agree.ByCluster}, {Bootstrap: 30, Seed: 3}, {Bootstrap: 30, Seed: 3, BootstrapMethod: agree.BCa},
		} {
			for _, c := range rank.Coefficients {
				want, err := rank.Estimate(t.Context(), m, c, o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := d.Estimate(t.Context(), c, o)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(stats.Number{})); diff != "" {
					t.Errorf("%s %s %+v: %s", set, c.ID, o, diff)
				}
			}
		}
	}
}
