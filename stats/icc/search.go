package icc

import (
	"math"

	"github.com/cb401426/calibrate/stats/internal/twoway"
)

// How near the maximum a search comes: with tolerance t a component is within
// about √t of its standard error. A replicate need not be as near.
const (
	fine   = 1e-13
	coarse = 1e-8
)

// reml returns the components of item + rater + residual that maximize the
// restricted likelihood, none below 0. Items or raters are absorbed, whichever
// are more. The search ends where 2 log L would gain less than the tolerance.
func reml(c *twoway.Cells, start Components, tolerance float64) Components {
	e := start.Residual
	if c.Rows() < c.Cols {
		p := newCrossed(c.Transpose()).climb(start.Rater/e, start.Item/e, tolerance)
		s := p.variance()
		return Components{Item: p.delta * s, Rater: p.gamma * s, Residual: s}
	}
	p := newCrossed(c).climb(start.Item/e, start.Rater/e, tolerance)
	s := p.variance()
	return Components{Item: p.gamma * s, Rater: p.delta * s, Residual: s}
}

// variance returns σ², y'Py/(N − 1).
func (p *point) variance() float64 { return p.ypy / float64(len(p.y)-1) }

// climb goes from γ and δ to the maximum: Newton's steps on the average
// information, halved until the likelihood does not fall, and cut at 0. A
// ratio stays at 0 where the likelihood falls from there.
func (x *crossed) climb(gamma, delta, tolerance float64) *point {
	p := x.at(gamma, delta)
	for range 200 {
		step, gain := p.step()
		if gain < tolerance {
			return p
		}
		next := p.along(step)
		if next == nil {
			return p
		}
		p = next
	}
	return p
}

// step returns the step to the least of the quadratic model of f within the
// bounds, and twice what the likelihood would gain by it.
func (p *point) step() (step [2]float64, gain float64) {
	g, h := p.slope()
	theta := [2]float64{p.gamma, p.delta}
	model := func(s [2]float64) float64 {
		return g[0]*s[0] + g[1]*s[1] + (h[0][0]*s[0]*s[0]+2*h[0][1]*s[0]*s[1]+h[1][1]*s[1]*s[1])/2
	}
	// The best value of ratio a's step where the other's is given, in bounds.
	given := func(a int, other float64) float64 {
		return max(-theta[a], -(g[a]+h[0][1]*other)/h[a][a])
	}
	candidates := [][2]float64{
		{-theta[0], given(1, -theta[0])},
		{given(0, -theta[1]), -theta[1]},
	}
	if det := h[0][0]*h[1][1] - h[0][1]*h[0][1]; det > 1e-12*h[0][0]*h[1][1] {
		inner := [2]float64{(h[0][1]*g[1] - h[1][1]*g[0]) / det, (h[0][1]*g[0] - h[0][0]*g[1]) / det}
		if inner[0] >= -theta[0] && inner[1] >= -theta[1] {
			candidates = append(candidates, inner)
		}
	}
	for _, s := range candidates {
		if model(s) < model(step) {
			step = s
		}
	}
	return step, -g[0]*step[0] - g[1]*step[1]
}

// along returns the first point on the halvings of a step at which the
// likelihood is no lower, or nil.
func (p *point) along(step [2]float64) *point {
	for rate := 1.0; rate > 1e-9; rate /= 2 {
		next := p.at(p.gamma+rate*step[0], p.delta+rate*step[1])
		if next.f < p.f || rate < 1 && math.Abs(next.f-p.f) < 1e-13*math.Abs(p.f) {
			return next
		}
	}
	return nil
}
