package resample

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// Binomial draws the number of successes in n trials of probability p: by
// inversion where few are expected, else by transformed rejection (BTRS
// of Hörmann 1993, Journal of Statistical Computation and Simulation 46,
// 101–110).
func Binomial(rng *rand.Rand, n int, p float64) int {
	switch {
	case n <= 0 || p <= 0:
		return 0
	case p >= 1:
		return n
	case p > 0.5:
		return n - Binomial(rng, n, 1-p)
	case float64(n)*p < 10:
		return invert(rng, n, p)
	}
	return reject(rng, n, p)
}

// invert walks up the distribution function.
func invert(rng *rand.Rand, n int, p float64) int {
	odds := p / (1 - p)
	u := rng.Float64()
	term := math.Exp(float64(n) * math.Log1p(-p)) // P(0)
	k := 0
	for u > term && k < n {
		u -= term
		k++
		term *= odds * float64(n-k+1) / float64(k)
	}
	return k
}

// reject is algorithm BTRS, for np ≥ 10 and p ≤ 1/2.
func reject(rng *rand.Rand, n int, p float64) int {
	size := float64(n)
	spread := math.Sqrt(size * p * (1 - p))
	b := 1.15 + 2.53*spread
	a := -0.0873 + 0.0248*b + 0.01*p
	c := size*p + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spread
	logOdds := math.Log(p / (1 - p))
	mode := math.Floor((size + 1) * p)
	h := logFactorial(mode) + logFactorial(size-mode)
	for {
		v := rng.Float64()
		u := rng.Float64() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor((2*a/us+b)*u + c)
		if us >= 0.07 && v <= vr {
			return int(k)
		}
		if k < 0 || k > size {
			continue
		}
		v = math.Log(v * alpha / (a/(us*us) + b))
		if v <= h-logFactorial(k)-logFactorial(size-k)+(k-mode)*logOdds {
			return int(k)
		}
	}
}

// logFactorial returns log k!.
func logFactorial(k float64) float64 {
	v, _ := math.Lgamma(k + 1)
	return v
}

// mulHigh returns the upper 64 bits of x·y.
func mulHigh(x, y uint64) uint64 {
	hi, _ := bits.Mul64(x, y)
	return hi
}
