package variance

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"

	"github.com/cb401426/calibrate/stats/parallel"
	"golang.org/x/sync/errgroup"
	"gonum.org/v1/gonum/mat"
)

// drawsOf is how many samples of the model the errors of moments are from. A
// standard error is known to one part in √(2 draws): 5 % up to 100,000 ratings,
// 7 % of 200,000, 10 % from 400,000, where the errors themselves are small.
func drawsOf(ratings int) int { return min(200, max(50, 20_000_000/max(ratings, 1))) }

// moments fits the components by Henderson's method I: the gram's sums of squares
// of means are set equal to what the model expects of them. Their work grows with the ratings. On balanced data the
// estimates are REML's inside its bounds. The estimates' covariance is that of
// samples drawn from the fitted model, seeded: the same ratings give the same.
func moments(f *Fit, ctx context.Context, g *gram, kept []int, means []float64) error {
	unbounded := g.components(kept)
	n := len(unbounded)
	atZero := make([]bool, n)
	f.theta = g.bounded(kept)
	for t := range f.theta {
		atZero[t] = f.theta[t] == 0
	}
	f.theta[n-1] = max(f.theta[n-1], residualFloor*g.forms[0]/float64(len(f.d.y)))
	sigma, err := f.d.sampled(ctx, g, kept, f.theta)
	if err != nil {
		return err
	}
	f.strata = newStrata(sigma, f.theta, unbounded)
	f.py, f.Iterations, f.Converged = f.d.conjugate(f.theta)
	publish(f, atZero, means)
	return nil
}

// bounded returns the components of the places kept, the residual last, with
// none below zero: those whose expected forms are nearest the observed ones
// when a place below zero is left out, the lowest first.
func (g *gram) bounded(kept []int) []float64 {
	theta := make([]float64, len(kept))
	left := append([]int(nil), kept...)
	for len(left) > 0 {
		at := g.components(left)
		at = append([]float64{at[len(at)-1]}, at[:len(at)-1]...) // the residual first, as in left
		worst := -1
		for i, v := range at {
			if v < 0 && (worst < 0 || v < at[worst]) && left[i] != 0 {
				worst = i
			}
		}
		if worst < 0 {
			for i, place := range left {
				for j, k := range kept {
					if k == place {
						theta[j] = max(at[i], 0)
					}
				}
			}
			break
		}
		left = append(left[:worst], left[worst+1:]...)
	}
	return append(theta[1:], theta[0])
}

// sampled returns the covariance of the estimates over samples of the model.
func (d *design) sampled(ctx context.Context, g *gram, kept []int, theta []float64) (*mat.SymDense, error) {
	n := len(theta)
	draws := drawsOf(len(d.y))
	sample := mat.NewDense(draws, n, nil)
	group, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		group.Go(parallel.Safely(func() error {
			y := make([]float64, len(d.y))
			for draw := w; draw < draws; draw += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				d.draw(y, theta, rand.New(rand.NewPCG(1, uint64(draw))))
				own := gram{factors: g.factors, weight: g.weight, inner: g.inner, raw: g.raw, forms: g.formsOf(y)}
				sample.SetRow(draw, own.components(kept))
			}
			return nil
		}))
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	sigma := mat.NewSymDense(n, nil)
	for t := range n {
		for s := range t + 1 {
			sum := 0.0
			for i := range draws {
				sum += (sample.At(i, t) - theta[t]) * (sample.At(i, s) - theta[s])
			}
			sigma.SetSym(t, s, sum/float64(draws))
		}
	}
	return sigma, nil
}

// draw fills y with a sample of the model, less its means.
func (d *design) draw(y, theta []float64, rng *rand.Rand) {
	residual := math.Sqrt(theta[len(theta)-1])
	for k := range y {
		y[k] = residual * rng.NormFloat64()
	}
	for t := range d.factors {
		if theta[t] == 0 {
			continue
		}
		sd := math.Sqrt(theta[t])
		effects := make([]float64, len(d.factors[t].count))
		for j := range effects {
			effects[j] = sd * rng.NormFloat64()
		}
		for k, c := range d.factors[t].code {
			y[k] += effects[c]
		}
	}
	d.less(y)
}

// less takes the mean of each scale out of v.
func (d *design) less(v []float64) {
	if len(d.scales) == 1 {
		mean := sum(v) / d.onScale[0]
		for k := range v {
			v[k] -= mean
		}
		return
	}
	means := make([]float64, len(d.scales))
	for k, s := range d.scale {
		means[s] += v[k]
	}
	for s := range means {
		means[s] /= d.onScale[s]
	}
	for k, s := range d.scale {
		v[k] -= means[s]
	}
}

// sum adds up in order, as the sums of several scales are.
func sum(v []float64) (sum float64) {
	for _, x := range v {
		sum += x
	}
	return sum
}

// formsOf returns y'M V_t M y of centered scores, the residual's first.
func (g *gram) formsOf(y []float64) []float64 {
	forms := make([]float64, len(g.factors)+1)
	for _, v := range y {
		forms[0] += v * v
	}
	for t := range g.factors {
		for c, sum := range g.factors[t].sums(y) {
			forms[t+1] += g.weight[t+1][c] * sum * sum
		}
	}
	return forms
}

// conjugate returns Py = M(y − Zu)/θ_e by conjugate gradients on the mixed-model
// equations, whose products take the ratings once; how many steps it took, and
// whether they came to an end.
func (d *design) conjugate(theta []float64) (py []float64, steps int, ok bool) {
	e := newEquations(d, theta)
	u, steps, ok := e.solve()
	residual := theta[len(theta)-1]
	py = make([]float64, len(d.y))
	e.predict(u, py)
	for k := range py {
		py[k] = (d.y[k] - py[k]) / residual
	}
	return py, steps, ok
}
