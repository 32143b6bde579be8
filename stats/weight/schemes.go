package weight

import "math"

// Identity counts only the same level as agreement.
var Identity = &Scheme{
	ID:      "identity",
	Name:    "Identity",
	Formula: "1 if k = l, else 0",
	Use:     "named levels without an order; any scale when only the same level counts",
	Source:  "Cohen 1960; Krippendorff's nominal metric",
	fixed: byValue(func(x, y, low, high float64) float64 {
		return 0
	}),
}

// Linear counts each step apart the same.
var Linear = &Scheme{
	ID:      "linear",
	Name:    "Linear",
	Formula: "1 − |x_k − x_l|/R",
	Use:     "ordered levels with equal steps: each step apart counts the same",
	Source:  "Cicchetti & Allison 1971, American Journal of EEG Technology 11",
	fixed: byValue(func(x, y, low, high float64) float64 {
		return 1 - (y-x)/(high-low)
	}),
}

// Quadratic counts far apart as much worse than near: Krippendorff's interval metric.
var Quadratic = &Scheme{
	ID:      "quadratic",
	Name:    "Quadratic",
	Formula: "1 − ((x_k − x_l)/R)²",
	Use:     "equal steps, where far apart is much worse than near; Krippendorff's interval metric",
	Source:  "Fleiss & Cohen 1973, Educational and Psychological Measurement 33, 613–619",
	fixed: byValue(func(x, y, low, high float64) float64 {
		d := (y - x) / (high - low)
		return 1 - d*d
	}),
}

// Ordinal is Gwet's, by the positions of the levels.
var Ordinal = &Scheme{
	ID:      "ordinal",
	Name:    "Ordinal (Gwet)",
	Formula: "1 − C(|k − l| + 1, 2)/C(q, 2), by the positions k and l of the levels",
	Use:     "ordered levels whose values mean nothing but the order",
	Source:  "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., section 3.5",
	fixed: func(values []float64) (Matrix, bool) {
		q := len(values)
		pairs := float64(q*(q-1)) / 2
		return newMatrix(q, func(k, l int) float64 {
			d := float64(l - k)
			return 1 - (d+1)*d/2/pairs
		}), true
	},
}

// Radical counts the first step apart as the worst.
var Radical = &Scheme{
	ID:      "radical",
	Name:    "Radical",
	Formula: "1 − √|x_k − x_l|/√R",
	Use:     "equal steps, where the first step apart is the worst",
	Source:  "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., section 3.5",
	fixed: byValue(func(x, y, low, high float64) float64 {
		return 1 - math.Sqrt(y-x)/math.Sqrt(high-low)
	}),
}

// Ratio is for counts and amounts with a true zero.
var Ratio = &Scheme{
	ID:   "ratio",
	Name: "Ratio",
	Formula: "1 − ((x_k − x_l)/(x_k + x_l))² / ((x_q − x_1)/(x_q + x_1))², with 0/0 = 0; " +
		"values of 0 or more",
	Use: "counts and amounts with a true zero: 1 against 2 is as far as 10 against 20",
	Source: "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Gwet 2014, " +
		"section 3.5",
	fixed: func(values []float64) (Matrix, bool) {
		if len(values) > 0 && values[0] < 0 {
			return Matrix{}, false
		}
		return byValue(func(x, y, low, high float64) float64 {
			d, widest := (y-x)/(x+y), (high-low)/(high+low)
			return 1 - d*d/(widest*widest)
		})(values)
	},
}

// Circular is for levels in a ring.
var Circular = &Scheme{
	ID:      "circular",
	Name:    "Circular",
	Formula: "1 − d/max d with d = sin²(π(x_k − x_l)/(R + 1))",
	Use:     "levels in a ring, such as months: the last is next to the first",
	Source:  "Krippendorff 2013, Content Analysis, 3rd ed., chapter 12; Gwet 2014, section 3.5",
	fixed: func(values []float64) (Matrix, bool) {
		q := len(values)
		return fromDistance(q, func(k, l int) float64 {
			s := math.Sin(math.Pi * (values[l] - values[k]) / (values[q-1] - values[0] + 1))
			return s * s
		}), true
	},
}

// Bipolar is for scales between two poles.
var Bipolar = &Scheme{
	ID:   "bipolar",
	Name: "Bipolar",
	Formula: "1 − d/max d with d = (x_k − x_l)²/((x_k + x_l − 2x_1)(2x_q − x_k − x_l)), 0 on " +
		"the diagonal",
	Use:    "scales between two poles: a step near a pole counts more than one in the middle",
	Source: "Krippendorff 2013, Content Analysis, 3rd ed., chapter 12; Gwet 2014, section 3.5",
	fixed: func(values []float64) (Matrix, bool) {
		q := len(values)
		return fromDistance(q, func(k, l int) float64 {
			x, y := values[k], values[l]
			return (y - x) * (y - x) / ((x + y - 2*values[0]) * (2*values[q-1] - x - y))
		}), true
	},
}

// KrippendorffOrdinal is the ordinal metric of Krippendorff's alpha, which depends on
// how often each level was used.
var KrippendorffOrdinal = &Scheme{
	ID:   "krippendorff_ordinal",
	Name: "Ordinal (Krippendorff)",
	Formula: "1 − d/max d with d = (Σ_{g=k..l} n_g − (n_k + n_l)/2)², n_g the pairable " +
		"ratings on level g",
	Use: "Krippendorff's alpha of ordered levels: two levels are as far apart as there " +
		"are ratings between them",
	Source: "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability",
	fromCount: func(counts []float64) Matrix {
		below := make([]float64, len(counts)) // ratings up to the middle of each level
		var sum float64
		for k, n := range counts {
			below[k] = sum + n/2
			sum += n
		}
		return fromDistance(len(counts), func(k, l int) float64 {
			d := below[l] - below[k]
			return d * d
		})
	},
}
