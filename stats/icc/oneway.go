package icc

import (
	"slices"

	"gonum.org/v1/gonum/floats"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/twoway"
)

// oneWayOf returns the components of item + residual of cells with gaps that
// maximize the restricted likelihood, or why there are none.
func oneWayOf(c *twoway.Cells, sums twoway.Sums) (Components, stats.Reason) {
	switch {
	case len(c.Y) == c.Rows():
		return Components{}, stats.TooFewItems
	case sums.WithinRows <= negligible*sums.Total:
		return Components{Item: spread(sums.RowMean)}, ""
	}
	s := newSizes(c, sums)
	gamma := s.maximum()
	_, rest := s.slope(gamma)
	residual := rest / float64(len(c.Y)-1)
	return Components{Item: gamma * residual, Residual: residual}, ""
}

// sizes are all that the likelihood of y = μ + item + e reads of the ratings:
// what the means of items with r ratings add up to, for each r.
type sizes struct {
	list  []size
	mean  float64 // of the ratings: sums are about it
	error float64 // the sum of squares within items
	n     float64 // ratings
}

type size struct{ r, items, sum, squares float64 }

func newSizes(c *twoway.Cells, sums twoway.Sums) sizes {
	s := sizes{error: sums.WithinRows, n: float64(len(c.Y))}
	s.mean = floats.Sum(c.Y) / s.n
	of := map[int]int{}
	for i, mean := range sums.RowMean {
		r := c.Start[i+1] - c.Start[i]
		at, ok := of[r]
		if !ok {
			at = len(s.list)
			of[r] = at
			s.list = append(s.list, size{r: float64(r)})
		}
		s.list[at].items++
		s.list[at].sum += mean - s.mean
		s.list[at].squares += square(mean - s.mean)
	}
	slices.SortFunc(s.list, func(a, b size) int { return int(a.r - b.r) })
	return s
}

// slope returns the derivative of −2 log L at γ, the items' variance over the
// residual's, which is profiled out, and the generalized sum of squares. With
// w = r/(1 + γr) of an item, −2 log L is
//
//	Σ log(1 + γr) + log Σw + (N − 1) log(within + Σw(ȳ − μ)²)
//
// and a constant, μ the mean of the ȳ weighted by w. Searle, Casella &
// McCulloch 1992, Variance Components, sections 3.7 and 3.8.
func (s sizes) slope(gamma float64) (slope, rest float64) {
	var w, ww, mean float64
	for _, a := range s.list {
		weight := a.r / (1 + gamma*a.r)
		w += weight * a.items
		ww += weight * weight * a.items
		mean += weight * a.sum
	}
	mean /= w
	rest = s.error
	fall := 0.0
	for _, a := range s.list {
		weight := a.r / (1 + gamma*a.r)
		apart := a.squares - 2*mean*a.sum + mean*mean*a.items
		rest += weight * apart
		fall += weight * weight * apart
	}
	return w - ww/w - (s.n-1)*fall/rest, rest
}

// maximum returns the γ of the likelihood's maximum: 0 where it falls from
// there, else where its slope is 0, by the rule of false position with
// Illinois' halving (Dowell & Jarratt 1971, BIT 11, pp. 168-174).
func (s sizes) maximum() float64 {
	low, high := 0.0, 1.0
	below, _ := s.slope(low)
	if below >= 0 {
		return 0
	}
	above, _ := s.slope(high)
	for ; above < 0 && high < 1e15; above, _ = s.slope(high) {
		low, below, high = high, above, 4*high
	}
	side := 0
	for range 200 {
		if high-low <= 1e-14*high {
			break
		}
		at := (low*above - high*below) / (above - below)
		if !(at > low && at < high) {
			at = (low + high) / 2
		}
		slope, _ := s.slope(at)
		switch {
		case slope == 0:
			return at
		case slope < 0:
			low, below = at, slope
			if side < 0 {
				above /= 2
			}
			side = -1
		default:
			high, above = at, slope
			if side > 0 {
				below /= 2
			}
			side = 1
		}
	}
	return (low + high) / 2
}
