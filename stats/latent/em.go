package latent

import (
	"context"
	"math"
)

// estimate is a model's estimates on some data.
type estimate struct {
	kind       kind
	data       *Data
	weight     []float64 // of each item: how often it is there
	smoothing  float64
	posterior  [][]float64   // by item and level
	prevalence []float64     // by level
	chances    [][][]float64 // by rater, level and given level
	perception []perception  // of each rater of the ordinal model
	likelihood float64
	penalty    float64 // logarithm of the prior
	counts     [][][]float64
}

func newEstimate(k kind, d *Data, weight []float64, smoothing float64) *estimate {
	e := &estimate{kind: k, data: d, weight: weight, smoothing: smoothing}
	q := len(d.Values)
	e.prevalence = make([]float64, q)
	e.posterior = square(d.Items, q)
	e.perception = make([]perception, d.Raters)
	for g := range d.Raters {
		e.chances = append(e.chances, square(q, q))
		e.counts = append(e.counts, square(q, q))
		e.perception[g] = perception{0, 1, logHalf}
	}
	return e
}

// run repeats the two steps from a posterior until the likelihood stands.
func (e *estimate) run(ctx context.Context, start [][]float64, tolerance float64) error {
	const most = 3000
	for i := range start {
		copy(e.posterior[i], start[i])
	}
	before := math.Inf(-1)
	for range most {
		if err := ctx.Err(); err != nil {
			return err
		}
		e.maximize()
		e.expect()
		now := e.likelihood + e.penalty
		if now-before <= tolerance*math.Max(1, math.Abs(now)) {
			break
		}
		before = now
	}
	return nil
}

// maximize is (2.3) and (2.4): chances and prevalence given posteriors.
func (e *estimate) maximize() {
	clear(e.prevalence)
	for i, p := range e.posterior {
		for t, v := range p {
			e.prevalence[t] += e.weight[i] * v
		}
	}
	normalize(e.prevalence)
	for _, rows := range e.counts {
		for _, row := range rows {
			clear(row)
		}
	}
	d := e.data
	for n, i := range d.Item {
		rows, k := e.counts[d.Rater[n]], d.Level[n]
		for t, v := range e.posterior[i] {
			rows[t][k] += e.weight[i] * v
		}
	}
	for g := range e.chances {
		e.kind.update(e.counts[g], e.chances[g], e.smoothing, &e.perception[g])
	}
}

// expect is (2.5): posteriors given chances and prevalence.
func (e *estimate) expect() {
	d := e.data
	for i := range e.posterior {
		for t, p := range e.prevalence {
			e.posterior[i][t] = math.Log(p)
		}
	}
	logs := make([][][]float64, len(e.chances))
	for g, rows := range e.chances {
		logs[g] = square(len(rows), len(rows))
		for t, row := range rows {
			for k, p := range row {
				logs[g][t][k] = math.Log(p)
			}
		}
	}
	for n, i := range d.Item {
		rows, k := logs[d.Rater[n]], d.Level[n]
		for t := range e.posterior[i] {
			e.posterior[i][t] += rows[t][k]
		}
	}
	e.likelihood = 0
	for i, p := range e.posterior {
		top := math.Inf(-1)
		for _, v := range p {
			top = math.Max(top, v)
		}
		if math.IsInf(top, -1) { // of an item that this sample does not hold
			for t := range p {
				p[t] = 1 / float64(len(p))
			}
			continue
		}
		sum := 0.0
		for t, v := range p {
			p[t] = math.Exp(v - top)
			sum += p[t]
		}
		for t := range p {
			p[t] /= sum
		}
		e.likelihood += e.weight[i] * (top + math.Log(sum))
	}
	e.penalty = e.prior()
}

// prior is the logarithm of the prior at the estimates, up to a constant.
func (e *estimate) prior() float64 {
	sum := 0.0
	for g := range e.chances {
		switch e.kind.name {
		case Ordinal:
			sum += e.perception[g].prior()
		case OneCoin:
			if e.smoothing > 0 {
				sum += e.smoothing * math.Log(e.chances[g][0][0])
			}
		default:
			for t := range e.chances[g] {
				if e.smoothing > 0 {
					sum += e.smoothing * math.Log(e.chances[g][t][t])
				}
			}
		}
	}
	return sum
}

// relabel swaps levels until no swap brings more ratings on the diagonal, so
// that the classes found are named for the levels that they are.
func (e *estimate) relabel() {
	q := len(e.prevalence)
	at := func(a, b int) float64 {
		sum := 0.0
		for g := range e.counts {
			sum += e.counts[g][a][b]
		}
		return sum
	}
	for again := true; again; {
		again = false
		for a := range q {
			for b := range a {
				if at(a, b)+at(b, a) > at(a, a)+at(b, b)+1e-9 {
					for g := range e.counts {
						e.counts[g][a], e.counts[g][b] = e.counts[g][b], e.counts[g][a]
					}
					for i := range e.posterior {
						e.posterior[i][a], e.posterior[i][b] = e.posterior[i][b], e.posterior[i][a]
					}
					again = true
				}
			}
		}
	}
}
