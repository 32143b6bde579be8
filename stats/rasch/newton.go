package rasch

import (
	"context"
	"math"
	"runtime"

	"github.com/cb401426/calibrate/stats/internal/conjugate"
	"github.com/cb401426/calibrate/stats/parallel"
)

// Tolerance is the largest score residual, observed less expected, of any
// element or level with which an estimation has converged.
const Tolerance = 1e-6

const (
	mostIterations = 100
	longestStep    = 3.0 // logits
)

// joint is a joint maximum likelihood estimation.
type joint struct {
	*parameters
	o      *observations
	blocks []int // lessons from blocks[b] to blocks[b+1] are worked on together
	stride int
	chance []float32   // of each rating's levels, as of the last pass
	room   [][]float64 // of each block, for its sums

	ridge      float64 // precision of a normal prior around 0 on each parameter
	likelihood float64
	residual   []float64 // gradient: observed less expected
	diagonal   []float64 // of the information
}

func newJoint(p *parameters, o *observations) *joint {
	j := &joint{parameters: p, o: o, blocks: o.blocks()}
	for i := range p.groups {
		j.stride = max(j.stride, len(p.groups[i].at))
	}
	j.chance = make([]float32, j.stride*o.ratings())
	j.residual, j.diagonal = make([]float64, len(p.x)), make([]float64, len(p.x))
	return j
}

// blocks cuts the lessons into parts of about as many ratings, as many as the
// ratings call for and not the machine, so that sums are the same on each.
func (o *observations) blocks() []int {
	const inBlock = 1 << 16
	cut := []int{0}
	for l := 1; l < len(o.start); l++ {
		if o.start[l]-o.start[cut[len(cut)-1]] >= inBlock || l == len(o.start)-1 {
			cut = append(cut, l)
		}
	}
	return cut
}

// inBlocks calls work for the ratings of each block, some at the same time,
// with sums of its own, and adds these up in order.
func (j *joint) inBlocks(sums [][]float64, work func(from, to int, sums [][]float64)) {
	blocks, size := len(j.blocks)-1, 0
	for _, s := range sums {
		size += len(s)
	}
	if j.room == nil {
		j.room = make([][]float64, blocks)
	}
	parts := make([][][]float64, blocks)
	var all parallel.Group
	next := make(chan int, blocks)
	for b := range blocks {
		next <- b
	}
	close(next)
	for range min(runtime.GOMAXPROCS(0), blocks) {
		all.Go(func() {
			for b := range next {
				if len(j.room[b]) < size {
					j.room[b] = make([]float64, size)
				}
				room := j.room[b][:size]
				clear(room)
				for _, s := range sums {
					parts[b] = append(parts[b], room[:len(s)])
					room = room[len(s):]
				}
				work(j.o.start[j.blocks[b]], j.o.start[j.blocks[b+1]], parts[b])
			}
		})
	}
	all.Wait()
	for i := range sums {
		clear(sums[i])
		for b := range parts {
			for k, v := range parts[b][i] {
				sums[i][k] += v
			}
		}
	}
}

// pass computes the likelihood, residuals and information at x.
func (j *joint) pass() {
	categories := j.newCategories()
	total := []float64{0}
	j.inBlocks([][]float64{total, j.residual, j.diagonal}, func(from, to int, sums [][]float64) {
		chance := make([]float64, j.stride)
		for n := from; n < to; n++ {
			j.rating(n, categories, chance, sums)
		}
	})
	j.likelihood = total[0]
	for i, free := range j.free {
		if !free {
			j.residual[i] = 0
		} else if j.ridge > 0 {
			j.likelihood -= j.ridge * j.x[i] * j.x[i] / 2
			j.residual[i] -= j.ridge * j.x[i]
			j.diagonal[i] += j.ridge
		}
	}
}

// rating adds one rating to the sums.
func (j *joint) rating(n int, categories []category, chance []float64, sums [][]float64) {
	at := j.o.group[n]
	g, c := &j.groups[at], &categories[at]
	chance = chance[:len(g.at)]
	eta := j.location(j.o, n)
	log := c.chances(eta, chance)
	point := g.point(j.o.level[n])
	sums[0][0] += float64(point)*eta - c.t[point] - log
	mean, square := 0.0, 0.0
	cached := j.chance[n*j.stride:]
	for k, p := range chance {
		mean += float64(k) * p
		square += float64(k) * float64(k) * p
		cached[k] = float32(p)
		if i := g.at[k]; i >= 0 {
			sums[1][i] += p
			sums[2][i] += p * (1 - p)
		}
	}
	if i := g.at[point]; i >= 0 {
		sums[1][i]--
	}
	rest, variance := float64(point)-mean, square-mean*mean
	for f, codes := range j.o.codes {
		i := j.offset[f] + int(codes[n])
		sums[1][i] += sign(f) * rest
		sums[2][i] += variance
	}
}

// times multiplies the information by v: for each rating the covariance of what
// a parameter adds to the levels with what v adds to them.
func (j *joint) times(v, product []float64) {
	j.inBlocks([][]float64{product}, func(from, to int, sums [][]float64) {
		product := sums[0]
		shift := make([]float64, j.stride)
		for n := from; n < to; n++ {
			g := &j.groups[j.o.group[n]]
			slope := v[j.offset[0]+int(j.o.codes[0][n])]
			for f := 1; f < len(j.o.codes); f++ {
				slope -= v[j.offset[f]+int(j.o.codes[f][n])]
			}
			mean, middle, cross := 0.0, 0.0, 0.0
			chance := j.chance[n*j.stride:]
			for k, i := range g.at {
				p := float64(chance[k])
				s := float64(k) * slope
				if i >= 0 {
					s -= v[i]
				}
				shift[k] = s
				mean += p * s
				middle += p * float64(k)
				cross += p * s * float64(k)
			}
			cross -= mean * middle
			for f, codes := range j.o.codes {
				product[j.offset[f]+int(codes[n])] += sign(f) * cross
			}
			for k, i := range g.at {
				if i >= 0 {
					product[i] -= float64(chance[k]) * (shift[k] - mean)
				}
			}
		}
	})
	for i, free := range j.free {
		product[i] += j.ridge * v[i]
		if !free {
			product[i] = 0
		}
	}
}

// worst returns the largest residual.
func (j *joint) worst() float64 {
	worst := 0.0
	for _, r := range j.residual {
		worst = max(worst, math.Abs(r))
	}
	return worst
}

// fit takes Newton steps until the residuals vanish.
func (j *joint) fit(ctx context.Context) (iterations int, converged bool, err error) {
	step, before := make([]float64, len(j.x)), make([]float64, len(j.x))
	j.pass()
	for ; iterations < mostIterations; iterations++ {
		if err := ctx.Err(); err != nil {
			return iterations, false, err
		}
		if j.worst() < Tolerance {
			return iterations, true, nil
		}
		conjugate.System{Times: j.times, Diagonal: j.diagonal}.Solve(j.residual, step, 1e-4, 500)
		longest := 0.0
		for _, s := range step {
			longest = max(longest, math.Abs(s))
		}
		scale := min(1, longestStep/longest)
		copy(before, j.x)
		likelihood := j.likelihood
		for range 30 {
			for i, s := range step {
				j.x[i] = before[i] + scale*s
			}
			if j.pass(); j.likelihood >= likelihood-1e-9*math.Abs(likelihood) {
				break
			}
			scale /= 2
		}
	}
	return iterations, j.worst() < Tolerance, nil
}

// weakPrior is the precision of the prior, of a standard deviation of 5 logits,
// that holds measures which would run away.
const weakPrior = 0.04

// runaway reports whether a measure or threshold has left every ruler: the
// ratings fall apart into some that are always above others.
func (j *joint) runaway() bool {
	const far = 15
	for f := range j.o.codes {
		mean, n := 0.0, 0.0
		for i := j.offset[f]; i < j.offset[f+1]; i++ {
			if j.free[i] {
				mean += j.x[i]
				n++
			}
		}
		for i := j.offset[f]; i < j.offset[f+1]; i++ {
			if j.free[i] && math.Abs(j.x[i]-mean/n) > far {
				return true
			}
		}
	}
	for i := range j.groups {
		before := 0.0
		for _, t := range j.steps(&j.groups[i]) {
			if !math.IsInf(t, 1) {
				if math.Abs(t-before) > 2*far {
					return true
				}
				before = t
			}
		}
	}
	return false
}
