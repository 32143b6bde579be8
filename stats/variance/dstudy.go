package variance

import (
	"math/bits"
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// A Design is how an object of measurement is to be scored: by the mean over
// a number of levels of the other facets.
type Design struct {
	// Object is what is told apart: Lesson, Indicator, Rater (severity), or
	// LessonIndicator, an item.
	Object string
	// The levels of each facet that a score is the mean over, the same for
	// every object; 0 stands for the number in the data. The object's own
	// facets are not read.
	Lessons, Indicators, Raters int
	// Fixed are facets whose levels are all there are: a score is to hold
	// for these very indicators, not for others like them.
	Fixed []string
}

// Design returns the design of a lesson's mean over its indicators, which are
// fixed, with the raters of the data, or an item's mean over them where the
// model has no lessons.
func (f *Fit) Design() Design {
	if _, ok := f.Component(Lesson); ok {
		return Design{Object: Lesson, Fixed: []string{Indicator}}
	}
	return Design{Object: LessonIndicator}
}

// A Dependability is a D-study of one Design: what part of the variance of
// scores is the object's own (Brennan 2001, Generalizability Theory, chapter
// 4). With fixed facets the universe score is the mean over their levels.
type Dependability struct {
	Design Design

	Universe Estimate // variance of the objects' universe scores
	Relative Estimate // error variance of differences between objects
	Absolute Estimate // error variance of a score itself

	G   Estimate // Universe / (Universe + Relative), Eρ²
	Phi Estimate // Universe / (Universe + Absolute), Φ
}

// Dependability returns the D-study of a design. Its figures are absent,
// NotApplicable, where the model has no component of the object.
func (f *Fit) Dependability(d Design) Dependability {
	study := Dependability{Design: d}
	p, why := f.plan(d)
	if why != "" {
		none := stats.None(why)
		none3 := Estimate{none, none, none}
		study.Universe, study.Relative, study.Absolute = none3, none3, none3
		study.G, study.Phi = none3, none3
		return study
	}
	study.Design = p.design
	study.Universe = f.estimate(p.universe.of)
	study.Relative = f.estimate(p.relative.of)
	study.Absolute = f.estimate(p.absolute.of)
	study.G = f.estimate(func(theta []float64) float64 {
		return part(p.universe.of(theta), p.relative.of(theta))
	})
	study.Phi = f.phi(p)
	return study
}

// phi returns Φ alone: a plan asks for no more.
func (f *Fit) phi(p plan) Estimate {
	return f.estimate(func(theta []float64) float64 {
		return part(p.universe.of(theta), p.absolute.of(theta))
	})
}

// DStudy returns the D-studies of a design with other numbers of raters and
// lessons, raters outermost. An empty list leaves the design's own number.
func (f *Fit) DStudy(d Design, raters, lessons []int) []Dependability {
	if len(raters) == 0 {
		raters = []int{d.Raters}
	}
	if len(lessons) == 0 {
		lessons = []int{d.Lessons}
	}
	var studies []Dependability
	for _, d.Raters = range raters {
		for _, d.Lessons = range lessons {
			studies = append(studies, f.Dependability(d))
		}
	}
	return studies
}

// part returns signal/(signal + noise), 0 where there is no signal.
func part(signal, noise float64) float64 {
	if signal == 0 {
		return 0
	}
	return signal / (signal + noise)
}

// A plan is a design with each component's weight in its variances.
type plan struct {
	design                       Design
	universe, relative, absolute weights
}

// weights are the coefficients of the components in a variance.
type weights []float64

func (w weights) of(theta []float64) (sum float64) {
	for t, weight := range w {
		sum += weight * theta[t]
	}
	return sum
}

// plan returns the weights of a design, or why it has none.
func (f *Fit) plan(d Design) (plan, stats.Reason) {
	if f.Reason != "" {
		return plan{}, f.Reason
	}
	object, ok := facetsOf(d.Object)
	if !ok || object.size() == 3 || object == byLesson|byRater || object == byIndicator|byRater {
		return plan{}, stats.NotApplicable
	}
	var fixed facets
	for _, name := range d.Fixed {
		facet, ok := facetsOf(name)
		if !ok || facet.size() != 1 {
			return plan{}, stats.NotApplicable
		}
		fixed |= facet
	}
	levels := [3]*int{&d.Lessons, &d.Indicators, &d.Raters}
	for i, n := range levels {
		if *n == 0 {
			*n = f.d.size[i]
		}
		if *n < 1 {
			return plan{}, stats.NotApplicable
		}
	}
	n := len(f.d.factors) + 1
	p := plan{d, make(weights, n), make(weights, n), make(weights, n)}
	known := false
	for t := range n {
		term := f.facets(t)
		over, weight := term&^object, 1.0
		for i, n := range levels {
			if over.has(i) {
				weight /= float64(*n)
			}
		}
		switch {
		case over&^fixed != 0: // varies with what is sampled: error
			p.absolute[t] = weight
			if term&object != 0 {
				p.relative[t] = weight
			}
		case term&object != 0:
			p.universe[t] = weight
			known = true
		}
	}
	if !known {
		return plan{}, stats.NotApplicable
	}
	return p, ""
}

// facets returns the facets of component t.
func (f *Fit) facets(t int) facets {
	if t < len(f.d.factors) {
		return f.d.factors[t].facets
	}
	return byAll
}

// A Needed is the smallest number of levels of a facet that attains a target,
// with the interval of that number.
type Needed struct {
	Facet  string
	Target float64
	// N is absent, Unreachable, where no number attains the target; so is
	// Upper where the interval is open above.
	N, Lower, Upper stats.Number
}

// Needed returns the smallest number of levels of a facet with which a
// design's Φ is at least target, 0 < target < 1. The number of levels of that
// facet in the design is not read.
func (f *Fit) Needed(d Design, facet string, target float64) Needed {
	need := Needed{Facet: facet, Target: target}
	count, why := f.needed(d, facet, target)
	if why != "" {
		none := stats.None(why)
		need.N, need.Lower, need.Upper = none, none, none
		return need
	}
	value := count(f.theta)
	need.N = number(value)
	lower, upper := quantiles(f, value, count)
	need.Lower, need.Upper = number(lower), number(upper)
	if f.strata == nil {
		need.Lower, need.Upper = stats.None(stats.Unstable), stats.None(stats.Unstable)
	}
	return need
}

// needed returns the number of levels as a function of the components.
func (f *Fit) needed(d Design, facet string, target float64) (func([]float64) float64, stats.Reason) {
	vary, ok := facetsOf(facet)
	object, _ := facetsOf(d.Object)
	if !ok || vary.size() != 1 || vary&object != 0 || slices.Contains(d.Fixed, facet) ||
		!(target > 0 && target < 1) {
		return nil, stats.NotApplicable
	}
	switch facet { // one level, for the weights of an error to be divided
	case Lesson:
		d.Lessons = 1
	case Indicator:
		d.Indicators = 1
	default:
		d.Raters = 1
	}
	p, why := f.plan(d)
	if why != "" {
		return nil, why
	}
	shrinks, stays := make(weights, len(p.absolute)), make(weights, len(p.absolute))
	for t, w := range p.absolute {
		if f.facets(t)&vary != 0 {
			shrinks[t] = w
		} else {
			stays[t] = w
		}
	}
	return func(theta []float64) float64 {
		return smallest(p.universe.of(theta), shrinks.of(theta), stays.of(theta), target)
	}, ""
}

// facetsOf returns the facets of a term by its name, all for the residual.
func facetsOf(name string) (facets, bool) {
	for _, t := range terms {
		if t.Name == name {
			return t.facets, true
		}
	}
	return byAll, name == Residual
}

// size returns the number of facets in the set.
func (s facets) size() int { return bits.OnesCount8(uint8(s)) }
