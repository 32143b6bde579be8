package benchmark

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// A Band is a named range of a coefficient, from its lower edge to that of the
// band above.
type Band struct {
	Name string
	From float64
}

// A Benchmark names ranges of a coefficient. The lowest band begins at the
// least value that a coefficient can have.
type Benchmark struct {
	ID, Name string
	Bands    []Band // from the top
	Source   string
}

// All lists the benchmarks in use.
var All = []*Benchmark{
	{
		ID: "landis_koch", Name: "Landis and Koch",
		Bands: []Band{
			{"almost perfect", 0.8},
			{"substantial", 0.6},
			{"moderate", 0.4},
			{"fair", 0.2},
			{"slight", 0},
			{"poor", lowest},
		},
		Source: "Landis, J. R., & Koch, G. G. (1977). The measurement of observer agreement " +
			"for categorical data. Biometrics 33(1), 159–174: p. 165.",
	},
	{
		ID: "altman", Name: "Altman",
		Bands: []Band{
			{"very good", 0.8},
			{"good", 0.6},
			{"moderate", 0.4},
			{"fair", 0.2},
			{"poor", lowest},
		},
		Source: "Altman, D. G. (1991). Practical Statistics for Medical Research. Chapman & " +
			"Hall.",
	},
	{
		ID: "fleiss", Name: "Fleiss",
		Bands: []Band{
			{"excellent", 0.75},
			{"intermediate to good", 0.4},
			{"poor", lowest},
		},
		Source: "Fleiss, J. L. (1981). Statistical Methods for Rates and Proportions, 2nd ed. " +
			"Wiley.",
	},
	{
		ID: "cicchetti", Name: "Cicchetti",
		Bands: []Band{
			{"excellent", 0.75},
			{"good", 0.6},
			{"fair", 0.4},
			{"poor", lowest},
		},
		Source: "Cicchetti, D. V. (1994). Guidelines, criteria, and rules of thumb for " +
			"evaluating normed and standardized assessment instruments in psychology. " +
			"Psychological Assessment 6(4), 284–290.",
	},
	{
		ID: "krippendorff", Name: "Krippendorff",
		Bands: []Band{
			{"reliable", 0.8},
			{"tentative", 0.667},
			{"unreliable", lowest},
		},
		Source: "Krippendorff, K. (2004). Content Analysis: An Introduction to Its " +
			"Methodology, 2nd ed. Sage: p. 241.",
	},
	{
		ID: "koo_li", Name: "Koo and Li, for intraclass correlations",
		Bands: []Band{
			{"excellent", 0.9},
			{"good", 0.75},
			{"moderate", 0.5},
			{"poor", lowest},
		},
		Source: "Koo, T. K., & Li, M. Y. (2016). A guideline of selecting and reporting " +
			"intraclass correlation coefficients for reliability research. Journal of " +
			"Chiropractic Medicine 15(2), 155–163.",
	},
	{
		ID: "lebreton_senter", Name: "LeBreton and Senter, for rwg",
		Bands: []Band{
			{"very strong", 0.9},
			{"strong", 0.7},
			{"moderate", 0.5},
			{"weak", 0.3},
			{"lack of agreement", lowest},
		},
		Source: "LeBreton, J. M., & Senter, J. L. (2008). Answers to 20 questions about " +
			"interrater reliability and interrater agreement. Organizational Research Methods " +
			"11(4), 815–852.",
	},
}

// lowest is the least value of a coefficient of agreement.
const lowest = -1

// Lookup returns the benchmark with an id. The error names what there
// is.
func Lookup(id string) (*Benchmark, error) {
	key := strings.ToLower(strings.TrimSpace(id))
	var ids []string
	for _, b := range All {
		if b.ID == key {
			return b, nil
		}
		ids = append(ids, b.ID)
	}
	return nil, fmt.Errorf("no benchmark %q: there are %s", id, strings.Join(ids, ", "))
}

// Custom returns a benchmark of your own: bands from the top, the
// lowest from −1.
func Custom(bands ...Band) (*Benchmark, error) {
	if len(bands) == 0 {
		return nil, errors.New("benchmark: no bands")
	}
	for i, b := range bands {
		if i > 0 && !(b.From < bands[i-1].From) {
			return nil, fmt.Errorf("benchmark: %q is not below %q", b.Name, bands[i-1].Name)
		}
	}
	if last := bands[len(bands)-1]; last.From != lowest {
		return nil, fmt.Errorf("benchmark: the lowest band, %q, is from %v, want %d", last.Name, last.From, lowest)
	}
	return &Benchmark{ID: "custom", Name: "Custom", Bands: bands}, nil
}

// At returns the position of the band that holds v.
func (b *Benchmark) At(v float64) int {
	for i, band := range b.Bands {
		if v >= band.From {
			return i
		}
	}
	return len(b.Bands) - 1
}

// A Placement says which band a coefficient is in.
type Placement struct {
	Benchmark     *Benchmark
	ByPoint       string       // the band that holds the value; empty where there is no value
	ByProbability string       // the highest band that the coefficient surely reaches; empty where unknown
	Probability   stats.Number // that it is in that band or above
	Probabilities []float64    // that it is in each band, from the top; nil where unknown
}

// Place places a result in the bands. By probability it is the first band,
// from the top, at which the probability of that band and those above reaches
// sure (.95 is usual): the interval membership probability of Gwet 2014,
// chapter 6,
//
//	P(band) ∝ F((κ − from)/SE) − F((κ − to)/SE),
//
// normed over [−1, 1], with F the distribution that the interval uses.
func (b *Benchmark) Place(r stats.Result, sure float64) Placement {
	p := Placement{Benchmark: b, Probability: stats.None(r.SE.Reason())}
	value, ok := r.Value.Value()
	if !ok {
		return p
	}
	p.ByPoint = b.Bands[b.At(value)].Name
	se, ok := r.SE.Value()
	switch {
	case !ok:
		return p
	case se == 0 && r.Lower.OK(): // of a whole population: it is surely where it is
		p.ByProbability, p.Probability = p.ByPoint, stats.Of(1)
		p.Probabilities = make([]float64, len(b.Bands))
		p.Probabilities[b.At(value)] = 1
		return p
	case se == 0:
		p.Probability = stats.None(r.Lower.Reason())
		return p
	}
	d := inference.Law(r.DF.Or(math.Inf(1)), stats.Options{})
	above := func(edge float64) float64 { return d.Survival((edge - value) / se) }
	whole := above(lowest) - above(1)
	for i, band := range b.Bands {
		to := 1.0
		if i > 0 {
			to = b.Bands[i-1].From
		}
		p.Probabilities = append(p.Probabilities, (above(band.From)-above(to))/whole)
		reached := (above(band.From) - above(1)) / whole
		if p.ByProbability == "" && (reached >= sure || i == len(b.Bands)-1) {
			p.ByProbability, p.Probability = band.Name, stats.Of(reached)
		}
	}
	return p
}
