package latent

import "math"

// The kinds of model.
const (
	DawidSkene = "dawid_skene"
	OneCoin    = "one_coin"
	Ordinal    = "ordinal"
)

// A kind says how raters depart from an item's level.
type kind struct {
	name       string
	parameters func(levels int) int // of a rater
	least      int                  // levels for which it is defined
	// update turns the expected counts of one rater, true × given, into the
	// chances of each given level.
	update func(counts, chances [][]float64, smoothing float64, at *perception)
}

// kinds lists the models, the simplest first.
var kinds = []kind{
	{OneCoin, func(int) int { return 1 }, 2, oneCoin},
	{Ordinal, func(int) int { return 3 }, 3, ordinal},
	{DawidSkene, func(q int) int { return q * (q - 1) }, 2, dawidSkene},
}

// dawidSkene is (2.3), with the smoothing added to the diagonal.
func dawidSkene(counts, chances [][]float64, smoothing float64, _ *perception) {
	for t := range counts {
		copy(chances[t], counts[t])
		chances[t][t] += smoothing
		normalize(chances[t])
	}
}

// oneCoin matches with one chance, whatever the level.
func oneCoin(counts, chances [][]float64, smoothing float64, _ *perception) {
	match, all := smoothing, smoothing
	for t, row := range counts {
		match += row[t]
		for _, n := range row {
			all += n
		}
	}
	p := 0.5
	if all > 0 {
		p = match / all
	}
	other := (1 - p) / float64(len(counts)-1)
	for t := range chances {
		for k := range chances[t] {
			chances[t][k] = other
		}
		chances[t][t] = p
	}
}

// A perception is how a rater of the ordinal model sees a level, counted in
// levels: middle + stretch (level − middle) − severity + e^logNoise ε.
type perception struct{ severity, stretch, logNoise float64 }

// The priors of the ordinal model, normal with these standard deviations:
// severity around 0, stretch around 1, log noise around half a level. They hold
// raters of few items, and they say which level is which: a team that is severe
// together, or stretches together, explains ratings as well as other levels do.
const (
	priorSeverity = 0.5
	priorStretch  = 0.2
	priorNoise    = 0.7
)

var logHalf = math.Log(0.5)

// ordinal takes Fisher scoring steps for one rater.
func ordinal(counts, chances [][]float64, _ float64, at *perception) {
	const steps = 1
	for range steps {
		gradient, info := at.score(counts)
		move := solve3(info, gradient)
		before, old := at.objective(counts), *at
		for scale := 1.0; scale > 1e-3; scale /= 2 {
			at.severity = old.severity + scale*clamp(move[0], 1)
			at.stretch = old.stretch + scale*clamp(move[1], 0.5)
			at.logNoise = clamp(old.logNoise+scale*clamp(move[2], 1), 5)
			if at.objective(counts) >= before {
				break
			}
			*at = old
		}
	}
	for t := range chances {
		for k := range chances[t] {
			chances[t][k], _, _ = at.chance(t, k, len(chances))
		}
	}
}

func clamp(v, most float64) float64 { return math.Max(-most, math.Min(most, v)) }

// chance returns P(k|t) and its derivatives by the perceived middle and by
// logNoise. It is at least 1e-12.
func (at *perception) chance(t, k, levels int) (p, byMiddle, byNoise float64) {
	sd := math.Exp(at.logNoise)
	middle := float64(levels-1) / 2
	seen := middle + at.stretch*(float64(t)-middle) - at.severity
	upper, lower := 1.0, 0.0
	if k < levels-1 {
		u := (float64(k) + 0.5 - seen) / sd
		upper = normal(u)
		byMiddle -= density(u) / sd
		byNoise -= u * density(u)
	}
	if k > 0 {
		u := (float64(k) - 0.5 - seen) / sd
		lower = normal(u)
		byMiddle += density(u) / sd
		byNoise += u * density(u)
	}
	return math.Max(upper-lower, 1e-12), byMiddle, byNoise
}

func normal(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

func density(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }

// objective is the expected log likelihood of a rater's counts plus the prior.
func (at *perception) objective(counts [][]float64) float64 {
	sum := 0.0
	for t, row := range counts {
		for k, n := range row {
			if n > 0 {
				p, _, _ := at.chance(t, k, len(counts))
				sum += n * math.Log(p)
			}
		}
	}
	return sum + at.prior()
}

func (at *perception) prior() float64 {
	a := at.severity / priorSeverity
	b := (at.stretch - 1) / priorStretch
	c := (at.logNoise - logHalf) / priorNoise
	return -(a*a + b*b + c*c) / 2
}

// score returns the gradient of the objective and the expected information.
func (at *perception) score(counts [][]float64) (gradient [3]float64, info [3][3]float64) {
	levels := len(counts)
	middle := float64(levels-1) / 2
	for t, row := range counts {
		all := 0.0
		for _, n := range row {
			all += n
		}
		if all == 0 {
			continue
		}
		for k, n := range row {
			p, m, s := at.chance(t, k, levels)
			d := [3]float64{-m, m * (float64(t) - middle), s}
			for i := range d {
				gradient[i] += n * d[i] / p
				for j := range d {
					info[i][j] += all * d[i] * d[j] / p
				}
			}
		}
	}
	for i, prior := range [3][2]float64{
		{at.severity, priorSeverity}, {at.stretch - 1, priorStretch}, {at.logNoise - logHalf, priorNoise},
	} {
		gradient[i] -= prior[0] / (prior[1] * prior[1])
		info[i][i] += 1 / (prior[1] * prior[1])
	}
	return gradient, info
}

// solve3 solves a positive definite system of three equations.
func solve3(a [3][3]float64, b [3]float64) [3]float64 {
	for i := range 3 {
		for r := i + 1; r < 3; r++ {
			f := a[r][i] / a[i][i]
			for c := i; c < 3; c++ {
				a[r][c] -= f * a[i][c]
			}
			b[r] -= f * b[i]
		}
	}
	for i := 2; i >= 0; i-- {
		for c := i + 1; c < 3; c++ {
			b[i] -= a[i][c] * b[c]
		}
		b[i] /= a[i][i]
	}
	return b
}
