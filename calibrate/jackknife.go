package calibrate

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// jackknifeDistance returns the limits of the distance by leaving out one
// item, or one lesson, at a time.
func (m *measures) jackknifeDistance() (lower, upper stats.Number) {
	group := func(i int32) int32 { return i }
	if m.unit == ByLesson {
		group = func(i int32) int32 { return m.table.Items()[i].Lesson }
	}
	var order []int32
	seen := map[int32]bool{}
	for i := range m.items {
		if g := group(int32(i)); m.items[i].ratings >= 2 && !seen[g] {
			seen[g] = true
			order = append(order, g)
		}
	}
	n := float64(len(order))
	if n < 2 {
		return stats.None(stats.TooFewItems), stats.None(stats.TooFewItems)
	}
	values := make([]float64, 0, len(order))
	for _, out := range order {
		kept := measure(m.table.Where(func(_ int, r rating.Rating) bool { return group(r.Item) != out }), m.options)
		if v, ok := kept.distance().Value(); ok {
			values = append(values, v)
		}
	}
	if len(values) < len(order) {
		return stats.None(stats.Unstable), stats.None(stats.Unstable)
	}
	center, sum := average(values), 0.0
	for _, v := range values {
		sum += (v - center) * (v - center)
	}
	half := math.Sqrt((n-1)/n*sum) * studentQuantile(n-1, m.options.Confidence)
	d := m.distance().Or(0)
	return stats.Of(max(0, d-half)), stats.Of(min(2, d+half))
}
