package rasch

import (
	"gonum.org/v1/gonum/mat"
)

// mostBorder is the largest number of parameters besides the lessons whose
// covariances are worked out; beyond it, errors take all other measures for
// known.
const mostBorder = 3000

// A border is the information of everything but the lessons, from which these
// are eliminated (Schur complement), and what couples a lesson to it.
type border struct {
	index []int // position of each parameter in the border, or −1
	size  int
	info  *mat.SymDense
}

// newBorder numbers the parameters that are free, those of lessons left out.
func newBorder(p *parameters) *border {
	b := &border{index: make([]int, len(p.x))}
	for i := range p.x {
		b.index[i] = -1
		if i >= p.offset[1] && p.free[i] {
			b.index[i] = b.size
			b.size++
		}
	}
	return b
}

// coupling is what links a lesson to the border: pairs of position and value.
type coupling struct {
	at    []int
	value []float64 // by position
	d     float64   // information of the lesson itself
}

// add adds to a position.
func (c *coupling) add(i int, v float64) {
	if i < 0 {
		return
	}
	if c.value[i] == 0 {
		c.at = append(c.at, i)
	}
	c.value[i] += v
}

func (c *coupling) reset() {
	for _, i := range c.at {
		c.value[i] = 0
	}
	c.at, c.d = c.at[:0], 0
}

// lesson adds a lesson's ratings to the information of the border, and returns
// its coupling. In the border's own sign, measures lower a rating.
func (b *border) lesson(j *joint, l int, c *coupling, info *mat.SymDense) {
	c.reset()
	places := make([]int, 0, 8)
	for n := j.o.start[l]; n < j.o.start[l+1]; n++ {
		g := &j.groups[j.o.group[n]]
		chance := j.chance[n*j.stride : n*j.stride+len(g.at)]
		mean, square := 0.0, 0.0
		for k, p := range chance {
			mean += float64(k) * float64(p)
			square += float64(k) * float64(k) * float64(p)
		}
		variance := square - mean*mean
		places = places[:0]
		for f := 1; f < len(j.o.codes); f++ {
			i := b.index[j.offset[f]+int(j.o.codes[f][n])]
			c.add(i, -variance)
			if i >= 0 {
				places = append(places, i)
			}
		}
		c.d += variance
		if info != nil {
			for x, i := range places {
				for _, k := range places[:x+1] {
					addSym(info, i, k, variance)
				}
			}
		}
		b.steps(g, chance, mean, places, c, info)
	}
}

// steps adds what a rating says of the step parameters of its group.
func (b *border) steps(g *group, chance []float32, mean float64, places []int, c *coupling, info *mat.SymDense) {
	for k, x := range g.at {
		if x < 0 || b.index[x] < 0 {
			continue
		}
		i, p := b.index[x], float64(chance[k])
		cross := -p * (float64(k) - mean)
		c.add(i, cross)
		if info == nil {
			continue
		}
		for _, at := range places {
			addSym(info, i, at, -cross)
		}
		for m, y := range g.at[:k+1] {
			if y < 0 || b.index[y] < 0 {
				continue
			}
			q := float64(chance[m])
			v := -p * q
			if m == k {
				v += p
			}
			addSym(info, i, b.index[y], v)
		}
	}
}

// addSym adds to an entry and its mirror.
func addSym(m *mat.SymDense, i, k int, v float64) { m.SetSym(i, k, m.At(i, k)+v) }

// invert returns the covariances of the border, of shifts that no rating can
// tell those with the smallest squares: each facet centered.
func (b *border) invert(shifts [][]float64) (*mat.SymDense, bool) {
	for _, s := range shifts {
		b.info.SymRankOne(b.info, 1, mat.NewVecDense(b.size, s))
	}
	var factor mat.Cholesky
	if !factor.Factorize(b.info) || factor.Cond() > 1e14 {
		return nil, false
	}
	covariance := mat.NewSymDense(b.size, nil)
	if factor.InverseTo(covariance) != nil {
		return nil, false
	}
	for _, s := range shifts {
		covariance.SymRankOne(covariance, -1, mat.NewVecDense(b.size, s))
	}
	return covariance, true
}
