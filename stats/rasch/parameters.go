package rasch

import (
	"math"

	"github.com/cb401426/calibrate/stats/rating"
)

// parameters are all that is estimated: the measures, facet after facet, and
// the inner step parameters of each group.
//
// A step parameter T(k) is the sum of the thresholds up to level k. It is 0 at
// the lowest and at the highest level used, so that thresholds have mean 0.
type parameters struct {
	offset []int // of each facet's first measure
	x      []float64
	free   []bool // is estimated
	groups []group
}

// newParameters returns starting values: logits of scores, and T from counts.
func newParameters(d *Data, o *observations, groups []group) *parameters {
	p := &parameters{groups: groups}
	size := 0
	for _, f := range d.Facets {
		p.offset = append(p.offset, size)
		size += len(f.Elements)
	}
	p.offset = append(p.offset, size)
	for i := range groups {
		g := &groups[i]
		g.at = nil
		for k := 0; k <= g.width(); k++ {
			switch {
			case k == 0 || k == g.width():
				g.at = append(g.at, atEnd)
			case g.fixed && g.anchored[g.low+k], !g.fixed && g.count[g.low+k] > 0:
				g.at = append(g.at, size)
				size++
			default:
				g.at = append(g.at, unused)
			}
		}
	}
	p.x, p.free = make([]float64, size), make([]bool, size)
	p.start(d, o)
	return p
}

// start sets the starting values.
func (p *parameters) start(d *Data, o *observations) {
	for f := range d.Facets {
		size := p.offset[f+1] - p.offset[f]
		got, most := make([]float64, size), make([]float64, size)
		for n, e := range o.codes[f] {
			g := &p.groups[o.group[n]]
			got[e] += float64(g.point(o.level[n]))
			most[e] += float64(g.width())
		}
		mean, known := 0.0, 0.0
		for e := range got {
			p.x[p.offset[f]+e] = 0
			if most[e] > 0 {
				p.x[p.offset[f]+e] = sign(f) * math.Log((got[e]+0.5)/(most[e]-got[e]+0.5))
				p.free[p.offset[f]+e] = true
				mean += p.x[p.offset[f]+e]
				known++
			}
		}
		for e := range got {
			if f > 0 && most[e] > 0 {
				p.x[p.offset[f]+e] -= mean / known
			}
		}
	}
	for i := range p.groups {
		g := &p.groups[i]
		for k, at := range g.at {
			if at >= 0 && !g.fixed {
				share := float64(k) / float64(g.width())
				ends := (1-share)*math.Log(float64(g.count[g.low])) + share*math.Log(float64(g.count[g.high]))
				p.x[at] = ends - math.Log(float64(g.count[g.low+k]))
				p.free[at] = true
			}
		}
	}
}

// sign is that of a facet's measures: only a lesson's raise ratings.
func sign(facet int) float64 {
	if facet == 0 {
		return 1
	}
	return -1
}

// steps returns T of a group by point, +Inf for unused levels.
func (p *parameters) steps(g *group) []float64 {
	t := make([]float64, len(g.at))
	for k, at := range g.at {
		switch at {
		case atEnd:
		case unused:
			t[k] = math.Inf(1)
		default:
			t[k] = p.x[at]
		}
	}
	return t
}

// location returns η of a rating: the measures added up, without steps.
func (p *parameters) location(o *observations, n int) float64 {
	eta := p.x[p.offset[0]+int(o.codes[0][n])]
	for f := 1; f < len(o.codes); f++ {
		eta -= p.x[p.offset[f]+int(o.codes[f][n])]
	}
	return eta
}

// A category holds what is needed to turn a location into the chances of a
// group's levels: chance(k) ∝ exp(kη − T(k)).
type category struct {
	t      []float64
	weight []float64 // exp(−T)
	safe   float64   // the largest |η| whose powers do not overflow
}

// newCategories returns the categories of all groups.
func (p *parameters) newCategories() []category {
	cs := make([]category, len(p.groups))
	for i := range p.groups {
		cs[i] = newCategory(p.steps(&p.groups[i]))
	}
	return cs
}

func newCategory(t []float64) category {
	c := category{t: t, weight: make([]float64, len(t))}
	widest := 0.0
	for k, v := range t {
		c.weight[k] = math.Exp(-v)
		if !math.IsInf(v, 1) {
			widest = max(widest, math.Abs(v))
		}
	}
	c.safe = (600 - widest) / float64(max(len(t)-1, 1))
	return c
}

// chances writes the chance of each level and returns the logarithm of the sum
// by which kη − T(k) was divided.
func (c *category) chances(eta float64, chance []float64) float64 {
	sum, shift := 0.0, 0.0
	if math.Abs(eta) < c.safe {
		z, power := math.Exp(eta), 1.0
		for k, w := range c.weight {
			chance[k] = power * w
			sum += chance[k]
			power *= z
		}
	} else {
		shift = math.Inf(-1)
		for k, t := range c.t {
			shift = max(shift, float64(k)*eta-t)
		}
		for k, t := range c.t {
			chance[k] = math.Exp(float64(k)*eta - t - shift)
			sum += chance[k]
		}
	}
	for k := range c.weight {
		chance[k] /= sum
	}
	return math.Log(sum) + shift
}

// moments returns the mean, variance and fourth central moment of the points.
func moments(chance []float64) (mean, variance, fourth float64) {
	for k, p := range chance {
		mean += float64(k) * p
	}
	for k, p := range chance {
		d := float64(k) - mean
		variance += d * d * p
		fourth += d * d * d * d * p
	}
	return mean, variance, fourth
}

// most returns the largest number of levels of a scale.
func most(scales []rating.Scale) int {
	levels := 0
	for _, s := range scales {
		levels = max(levels, len(s.Levels))
	}
	return levels
}
