package gap

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// Shares are a dimension's parts of the whole: of the disagreement on where the
// team is, on where it should be, and of the change that people want. Each adds
// up to 1 over the dimensions.
type Shares struct{ Is, Should, Change stats.Number }

// ShareOut returns the shares of every dimension. Disagreement is n D, with D
// the mean squared difference between two people over the squared range;
// change is the sum of |should − is| over the range. A share is absent where
// the whole is 0.
func ShareOut(dimensions []Dimension) []Shares {
	parts := make([][3]float64, len(dimensions))
	var whole [3]float64
	for i := range dimensions {
		d := &dimensions[i]
		scale := d.High - d.Low
		if scale <= 0 {
			continue
		}
		parts[i] = [3]float64{disagreement(values(d.Is), scale), disagreement(values(d.Should), scale), 0}
		for _, gap := range d.gaps() {
			parts[i][2] += math.Abs(gap) / scale
		}
		for k := range whole {
			whole[k] += parts[i][k]
		}
	}
	shares := make([]Shares, len(dimensions))
	for i, part := range parts {
		for k, share := range []*stats.Number{&shares[i].Is, &shares[i].Should, &shares[i].Change} {
			*share = stats.None(stats.NoVariation)
			if whole[k] > 0 {
				*share = stats.Of(part[k] / whole[k])
			}
		}
	}
	return shares
}

// disagreement is n times the mean squared difference between two people, which
// is 2n times the variance.
func disagreement(x []float64, scale float64) float64 {
	if len(x) < 2 {
		return 0
	}
	mean, squares := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		squares += (v - mean) * (v - mean)
	}
	return 2 * float64(len(x)) * squares / float64(len(x)-1) / (scale * scale)
}
