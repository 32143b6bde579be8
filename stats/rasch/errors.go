package rasch

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// precision is how exactly parameters are known.
type precision struct {
	se         []float64 // of each parameter; 0 where it is not estimated
	covariance *mat.SymDense
	index      []int
	known      bool // errors take all other parameters for known
}

// precision inverts the information. The error of a measure is that of its
// distance from the mean of its facet, or from the anchors where there are any.
func (j *joint) precision(subsets int, anchored bool) *precision {
	b := newBorder(j.parameters)
	if b.size > mostBorder {
		return j.conditional()
	}
	p := &precision{se: make([]float64, len(j.x)), index: b.index}
	lessons := j.reduce(b)
	if p.covariance = b.solve(j, subsets == 1 && !anchored); p.covariance == nil {
		return j.conditional()
	}
	for i, at := range b.index {
		if at >= 0 {
			p.se[i] = math.Sqrt(max(p.covariance.At(at, at), 0))
		}
	}
	if b.size == 0 {
		for l, d := range lessons {
			if d > 0 {
				p.se[l] = 1 / math.Sqrt(d)
			}
		}
		return p
	}
	j.lessonErrors(b, p, lessons, subsets == 1 && !anchored)
	return p
}

// conditional returns 1/√information.
func (j *joint) conditional() *precision {
	p := &precision{se: make([]float64, len(j.x)), known: true}
	for i, d := range j.diagonal {
		if j.free[i] && d > 0 {
			p.se[i] = 1 / math.Sqrt(d)
		}
	}
	return p
}

// reduce builds the border's information without the lessons, and returns the
// information of each lesson that is estimated.
func (j *joint) reduce(b *border) []float64 {
	own := make([]float64, len(j.o.start)-1)
	size := max(b.size, 1)
	b.info = mat.NewSymDense(size, nil)
	for i := range b.size {
		b.info.SetSym(i, i, j.ridge)
	}
	c := &coupling{value: make([]float64, size)}
	for l := range own {
		b.lesson(j, l, c, b.info)
		if c.d <= 0 || !j.free[l] {
			continue
		}
		c.d += j.ridge
		own[l] = c.d
		for x, i := range c.at {
			for _, k := range c.at[:x+1] {
				addSym(b.info, i, k, -c.value[i]*c.value[k]/c.d)
			}
		}
	}
	return own
}

// solve inverts the border. Where centering each facet is what fixes the
// shifts, these are known; else they are what has no information.
func (b *border) solve(j *joint, centered bool) *mat.SymDense {
	if b.size == 0 {
		return mat.NewSymDense(1, nil)
	}
	if centered {
		if covariance, ok := b.invert(b.shifts(j)); ok {
			return covariance
		}
	}
	const mostEigen = 800
	if b.size > mostEigen {
		return nil
	}
	return b.pseudoinverse()
}

// shifts returns for each facet the shift of all its elements, of length 1.
func (b *border) shifts(j *joint) [][]float64 {
	var shifts [][]float64
	for f := 1; f < len(j.o.codes); f++ {
		shift, size := make([]float64, b.size), 0.0
		for i := j.offset[f]; i < j.offset[f+1]; i++ {
			if at := b.index[i]; at >= 0 {
				shift[at] = 1
				size++
			}
		}
		for i := range shift {
			shift[i] /= math.Sqrt(size)
		}
		if size > 0 {
			shifts = append(shifts, shift)
		}
	}
	return shifts
}

// pseudoinverse inverts what has information.
func (b *border) pseudoinverse() *mat.SymDense {
	var eigen mat.EigenSym
	if !eigen.Factorize(b.info, true) {
		return nil
	}
	values := eigen.Values(nil)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	covariance := mat.NewSymDense(b.size, nil)
	for k, v := range values {
		if v > 1e-9*values[b.size-1] {
			covariance.SymRankOne(covariance, 1/v, vectors.ColView(k))
		}
	}
	return covariance
}

// lessonErrors fills in the errors of the lessons: V = 1/d + bʹCb/d², and of
// the distance from their mean.
func (j *joint) lessonErrors(b *border, p *precision, own []float64, centered bool) {
	c := &coupling{value: make([]float64, b.size)}
	sum, lessons := mat.NewVecDense(b.size, nil), 0.0
	if centered {
		for l, d := range own {
			if d > 0 {
				b.lesson(j, l, c, nil)
				for _, i := range c.at {
					sum.SetVec(i, sum.AtVec(i)+c.value[i]/d)
				}
				lessons++
			}
		}
	}
	var spread mat.VecDense
	spread.MulVec(p.covariance, sum)
	mean := 0.0 // variance of the lessons' mean
	if centered {
		mean = mat.Dot(sum, &spread)
		for _, d := range own {
			if d > 0 {
				mean += 1 / d
			}
		}
		mean /= lessons * lessons
	}
	for l, d := range own {
		if d == 0 {
			continue
		}
		b.lesson(j, l, c, nil)
		variance, with := 1/d, 1/d
		for _, i := range c.at {
			with += c.value[i] * spread.AtVec(i) / d
			for _, k := range c.at {
				variance += c.value[i] * p.covariance.At(i, k) * c.value[k] / (d * d)
			}
		}
		if centered {
			variance += mean - 2*with/lessons
		}
		p.se[l] = math.Sqrt(max(variance, 0))
	}
}

// of returns the variance of a sum of two parameters with coefficients.
func (p *precision) of(i, k int, a, b float64) float64 {
	cov := func(i, k int) float64 {
		switch {
		case i < 0 || k < 0:
			return 0
		case p.known && i == k:
			return p.se[i] * p.se[i]
		case p.known:
			return 0
		case p.index[i] < 0 || p.index[k] < 0:
			return 0
		}
		return p.covariance.At(p.index[i], p.index[k])
	}
	return a*a*cov(i, i) + 2*a*b*cov(i, k) + b*b*cov(k, k)
}
