package weight

import (
	"fmt"
	"math"
	"strconv"

	"github.com/cb401426/calibrate/stats/rating"
)

// A Family is a scheme with a parameter: power:1.5.
type Family struct {
	ID        string // before the colon
	Parameter string // what stands after it, in capitals
	Name      string
	Formula   string
	Use       string

	with func(p float64) func(values []float64) (Matrix, bool)
}

// Families lists the schemes with a parameter.
var Families = []*Family{power, within}

var power = &Family{
	ID: "power", Parameter: "P", Name: "Power",
	Formula: "1 − (|x_k − x_l|/R)^P; P of .5, 1 and 2 are radical, linear and quadratic",
	Use:     "between the named schemes, to see whether the choice matters",
	with: func(p float64) func([]float64) (Matrix, bool) {
		return byValue(func(x, y, low, high float64) float64 {
			return 1 - math.Pow((y-x)/(high-low), p)
		})
	},
}

var within = &Family{
	ID: "within", Parameter: "K", Name: "Within",
	Formula: "1 if |x_k − x_l| is at most K steps (a step: the smallest gap between whole " +
		"levels), else 0",
	Use: "agreement within K levels; high by chance on a short scale",
	with: func(k float64) func([]float64) (Matrix, bool) {
		return func(values []float64) (Matrix, bool) {
			reach := k * rating.NewScale("", rating.Declared, values...).Step()
			return byValue(func(x, y, low, high float64) float64 {
				if y-x <= reach*(1+1e-9) { // 0.3 − 0.2 is above 0.1 in floating point
					return 1
				}
				return 0
			})(values)
		}
	},
}

// scheme returns the member of the family with the parameter arg.
func (f *Family) scheme(arg string) (*Scheme, error) {
	p, err := strconv.ParseFloat(arg, 64)
	if err != nil || !(p > 0) || math.IsInf(p, 0) {
		return nil, fmt.Errorf("weights %s:%s: %s is a number above 0", f.ID, arg, f.Parameter)
	}
	text := strconv.FormatFloat(p, 'g', -1, 64)
	return &Scheme{
		ID: f.ID + ":" + text, Name: f.Name + " " + text,
		Formula: f.Formula, Use: f.Use,
		fixed: f.with(p),
	}, nil
}

// Power returns the scheme 1 − (|x_k − x_l|/R)^p. It panics unless p > 0.
func Power(p float64) *Scheme { return power.must(p) }

// Within returns the scheme that is 1 for levels at most k steps apart, else
// 0. It panics unless k > 0.
func Within(k float64) *Scheme { return within.must(k) }

func (f *Family) must(p float64) *Scheme {
	s, err := f.scheme(strconv.FormatFloat(p, 'g', -1, 64))
	if err != nil {
		panic(err)
	}
	return s
}

// Custom returns the scheme of a matrix with one row and one column a level,
// in the scale's order: 1 on the diagonal, within [0, 1]. One that is not
// symmetric, its rows the first rater's levels, is for two raters: only Cohen's
// kappa takes it.
func Custom(matrix [][]float64) (*Scheme, error) {
	if err := check(matrix); err != nil {
		return nil, err
	}
	m := Matrix{levels: len(matrix)}
	for _, row := range matrix {
		m.weights = append(m.weights, row...)
	}
	return &Scheme{
		ID: "custom", Name: "Custom", Formula: "as given", Use: "weights of your own", asymmetric: !m.Symmetric(),
		fixed: func(values []float64) (Matrix, bool) { return m, len(values) == m.levels },
	}, nil
}
