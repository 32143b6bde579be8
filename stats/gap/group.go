package gap

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// TestedGroup is from how many people on each side a difference between groups
// is tested; below, it is a figure without limits.
const TestedGroup = 4

// A Difference is how far a group's mean lies from the others'.
type Difference struct {
	Value, Lower, Upper, P stats.Number
}

// Compare returns the difference of two groups' means, by a pooled t with the
// floor of a gap's deviation: with so few people Welch's degrees of freedom
// follow whichever group happens to be alike, and it is false in a fifth of
// small teams. step is the scale's. P is not adjusted for other comparisons.
// The limits and P are absent under [TestedGroup] people on either side.
func Compare(group, others []float64, step, confidence float64) Difference {
	n, m := float64(len(group)), float64(len(others))
	d := Difference{}
	for _, x := range []*stats.Number{&d.Value, &d.Lower, &d.Upper, &d.P} {
		*x = stats.None(stats.TooFewItems)
	}
	if n == 0 || m == 0 {
		return d
	}
	mean, other := stat.Mean(group, nil), stat.Mean(others, nil)
	value := mean - other
	d.Value = stats.Of(value)
	if len(group) < TestedGroup || len(others) < TestedGroup {
		return d
	}
	df := n + m - 2
	pooled := math.Sqrt((squares(group, mean) + squares(others, other)) / df)
	se := math.Max(pooled, leastDeviation*step) * math.Sqrt(1/n+1/m)
	half := se * quantile(df, confidence)
	d.Lower, d.Upper = stats.Of(value-half), stats.Of(value+half)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	d.P = stats.Of(2 * t.CDF(-math.Abs(value/se)))
	return d
}

// squares is the sum of squares about a mean.
func squares(x []float64, mean float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += (v - mean) * (v - mean)
	}
	return sum
}
