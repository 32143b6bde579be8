package rank_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rank"
)

// What is shared between coefficients changes none of them.
func TestPreparedIsTheSame(t *testing.T) {
	for _, set := range []string{"gwet-2014-12x4", "one-lesson", "six-lessons"} {
		m := ref.Matrix(t, set)
		d := stats.Prepare(m)
		for _, o := range []stats.Options{
			{}, {Unit: stats.ByLesson}, {Bootstrap: 30, Seed: 3}, {Bootstrap: 30, Seed: 3, BootstrapMethod: stats.BCa},
		} {
			for _, c := range rank.Coefficients {
				want, err := c.Estimate(t.Context(), stats.Prepare(m), o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := c.Estimate(t.Context(), d, o)
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
