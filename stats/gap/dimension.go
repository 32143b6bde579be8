package gap

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
)

// A Dimension is the answers of a team on one scale. Is and Should have one
// entry a person, in the same order; an absent Number is no answer.
type Dimension struct {
	Low, High  float64 // the ends of the scale
	Is, Should []stats.Number
}

// Step is a quarter of the range: 1 on a scale of 1-5, 25 on one of 0-100.
func (d *Dimension) Step() float64 { return (d.High - d.Low) / 4 }

// A Measured is what a dimension shows.
type Measured struct {
	People  int // with both answers
	Is      Side
	Should  Side
	Gap     Gap
	Reading Reading
	// ShouldToo says, where today is seen differently, that what is wanted
	// differs as well.
	ShouldToo bool
}

// A Side is one of the two answers over all people who gave it.
type Side struct {
	People       int
	Mean, Median stats.Number // on the scale
	Spread       stats.Number // mean difference between two people, in steps
	SpreadError  stats.Number // its jackknife error over people, in steps
	Shared       Judgment
}

// Measure returns the figures of the dimension at a confidence such as .95.
func (d *Dimension) Measure(confidence float64) Measured {
	m := Measured{
		Is:     d.side(d.Is),
		Should: d.side(d.Should),
	}
	gaps := d.gaps()
	m.People = len(gaps)
	m.Gap = gapOf(gaps, d.Step(), confidence)
	m.Reading = read(&m, d.Step())
	m.ShouldToo = m.Reading == SeeDifferently && m.Should.Shared == NotShared
	return m
}

// side measures one of the two answers.
func (d *Dimension) side(answers []stats.Number) Side {
	given := values(answers)
	s := Side{People: len(given), Mean: stats.None(stats.OneRater), Median: stats.None(stats.OneRater)}
	if len(given) > 0 {
		slices.Sort(given)
		s.Mean = stats.Of(stat.Mean(given, nil))
		s.Median = stats.Of((given[(len(given)-1)/2] + given[len(given)/2]) / 2)
	}
	s.Spread, s.SpreadError = Spread(given, d.Step())
	s.Shared = judge(s.Spread, s.SpreadError)
	return s
}

// gaps returns should − is of everyone who gave both.
func (d *Dimension) gaps() []float64 {
	var gaps []float64
	for p := range d.Is {
		is, both := d.Is[p].Value()
		should, ok := d.Should[p].Value()
		if both && ok {
			gaps = append(gaps, should-is)
		}
	}
	return gaps
}

// values returns the answers that were given.
func values(answers []stats.Number) []float64 {
	var given []float64
	for _, a := range answers {
		if v, ok := a.Value(); ok {
			given = append(given, v)
		}
	}
	return given
}

// rounding is how far two equal figures may lie apart.
const rounding = 1e-9

// atLeast and atMost compare up to rounding.
func atLeast(x, y float64) bool { return x >= y-rounding*math.Max(1, math.Abs(y)) }
func atMost(x, y float64) bool  { return atLeast(y, x) }
