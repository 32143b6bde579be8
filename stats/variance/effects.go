package variance

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// An Effect is the best linear unbiased prediction of one effect of a term:
// what its ratings show, shrunk towards zero as far as they are few.
type Effect struct {
	// The level: positions in the Table's lists, -1 where the term lacks
	// the facet.
	Lesson, Round, Indicator, Rater int32

	Ratings int     // of the level
	Value   float64 // in steps of the scale
	// SE is the error of the prediction, √var(Value − effect). It is absent,
	// TooLarge, where the components are from moments.
	SE stats.Number
}

// Effects returns the predicted effects of a term, in the order of the
// Table's ratings, or none where the term is not in the model. Where the
// component is zero, so are they.
//
// The predictions are θ_t Z_t'Py, their error variances θ_t − θ_t² diag(Z_t'PZ_t)
// with the components taken as known (Searle, Casella & McCulloch 1992, chapter 7).
func (f *Fit) Effects(term string) []Effect {
	if f.Reason != "" {
		return nil
	}
	for t := range f.d.factors {
		if f.d.factors[t].Name == term {
			return f.effects(t)
		}
	}
	return nil
}

func (f *Fit) effects(t int) []Effect {
	factor, theta := &f.d.factors[t], f.theta[t]
	sums := factor.sums(f.py)
	leverage := make([]float64, len(sums))
	if theta > 0 && f.sys != nil {
		leverage = f.sys.leverage(t)
	}
	effects := make([]Effect, len(sums))
	for j := range effects {
		effects[j] = Effect{
			Lesson: -1, Round: -1, Indicator: -1, Rater: -1,
			Ratings: int(factor.count[j]),
			Value:   theta * sums[j],
			SE:      stats.Of(math.Sqrt(max(0, theta-theta*theta*leverage[j]))),
		}
		if f.sys == nil {
			effects[j].SE = stats.None(stats.TooLarge)
		}
		effects[j].name(f.d, factor.level[j])
	}
	return effects
}

// name sets the positions of a level's facets.
func (e *Effect) name(d *design, level [3]int32) {
	if i := level[0]; i >= 0 {
		e.Lesson, e.Round = d.sittings[i].lesson, d.sittings[i].round
	}
	if i := level[1]; i >= 0 {
		e.Indicator = d.indicators[i]
	}
	if i := level[2]; i >= 0 {
		e.Rater = d.raters[i]
	}
}

// A Share is a component's part of the disagreement between raters.
type Share struct {
	Term string
	Estimate
}

// Shares returns the shares of the disagreement between two raters of one
// item that the components have: rater, indicator:rater, lesson:rater as far
// as they are in the model, and the residual. The shares add up to 1, and so
// do not their limits.
func (f *Fit) Shares() []Share {
	if f.Reason != "" {
		return nil
	}
	var at []int
	for t := range f.d.factors {
		if f.d.factors[t].facets&byRater != 0 {
			at = append(at, t)
		}
	}
	at = append(at, len(f.d.factors))
	shares := make([]Share, len(at))
	for i, t := range at {
		shares[i] = Share{nameOf(f, t), f.estimate(func(theta []float64) float64 {
			var sum float64
			for _, s := range at {
				sum += theta[s]
			}
			return theta[t] / sum
		})}
		if !shares[i].Value.OK() { // 0/0: nobody differs
			none := stats.None(stats.NoDisagreement)
			shares[i].Estimate = Estimate{none, none, none}
		}
	}
	return shares
}

// nameOf returns the name of component t.
func nameOf(f *Fit, t int) string {
	if t < len(f.d.factors) {
		return f.d.factors[t].Name
	}
	return Residual
}
