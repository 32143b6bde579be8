package rasch_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rasch/raschtest"
)

// BenchmarkFit fits a million ratings: 1,000 raters, 5,000 lessons seen by ten
// each, 20 indicators.
func BenchmarkFit(b *testing.B) {
	w := raschtest.Design{
		Lessons: 5000, Indicators: 20, Raters: 1000, SeenBy: 10, Steps: []float64{-1.5, 0, 1.5},
		Lesson: 1, Indicator: 0.7, Rater: 0.5,
	}
	d, _ := w.Simulate(rand.New(rand.NewPCG(1, 1)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := rasch.Fit(context.Background(), d, rasch.Options{})
		if err != nil || !r.Model.Converged {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(d.Ratings()), "ratings")
}
