package main

import (
	"math"

	"github.com/cb401426/calibrate/stats/variance"
)

// A figure is a row of the report: its name and the truth.
type figure struct {
	name  string
	truth float64
}

// figures lists a scenario's rows, in the order of outcomes. Where scores are
// cut into levels, the mean estimates of the components stand for the truth.
func (s scenario) figures(fits []outcome) []figure {
	truth := s.truth()
	if s.cuts != nil {
		for t := range truth {
			var values []float64
			for _, f := range fits {
				values = append(values, f.figure[t].Value.Or(0))
			}
			truth[t], _ = moments(values)
		}
	}
	var rows []figure
	sum := 0.0
	for t, name := range s.names() {
		rows = append(rows, figure{name, truth[t]})
		if byRaters(name) {
			sum += truth[t]
		}
	}
	for t, name := range s.names() {
		if byRaters(name) {
			rows = append(rows, figure{"share of " + name, truth[t] / sum})
		}
	}
	universe, relative, absolute := s.errors(truth)
	n := float64(s.seen)
	rows = append(rows, figure{"G", universe / (universe + relative/n)},
		figure{"Φ", universe / (universe + absolute/n)},
		figure{"raters", math.Ceil(target / (1 - target) * absolute / universe)})
	if s.cuts != nil {
		rows = append(rows, figure{"lessons", lessonsNeeded(fits)})
	}
	return rows
}

// names returns the components that are in the model.
func (s scenario) names() []string {
	if s.lessons > 1 {
		return names
	}
	return []string{variance.Indicator, variance.Rater, variance.Residual}
}

// truth returns the components that the data are drawn with. In one lesson
// each is with what it cannot be told from.
func (s scenario) truth() []float64 {
	v := make([]float64, len(s.sd))
	for t, sd := range s.sd {
		v[t] = sd * sd
	}
	if s.lessons > 1 {
		return v
	}
	return []float64{v[1] + v[3], v[2] + v[4], v[5] + v[6]}
}

// byRaters reports whether a component is a part of disagreement.
func byRaters(name string) bool {
	switch name {
	case variance.Rater, variance.LessonRater, variance.IndicatorRater, variance.Residual:
		return true
	}
	return false
}

// errors returns the universe variance and the error variances of one rater:
// of a lesson's mean over its indicators, or of an item in one lesson.
func (s scenario) errors(v []float64) (universe, relative, absolute float64) {
	if s.lessons == 1 {
		return v[0], v[2], v[1] + v[2]
	}
	i := float64(s.indicators)
	relative = v[4] + v[6]/i
	return v[0] + v[3]/i, relative, relative + v[2] + v[5]/i
}

// lessonsNeeded returns how many lessons the mean variance of exact agreement
// between lessons calls for.
func lessonsNeeded(fits []outcome) float64 {
	sum := 0.0
	for _, f := range fits {
		sum += f.spread * f.spread / float64(len(fits))
	}
	two := []float64{0, math.Sqrt(2 * sum)} // with that standard deviation
	return variance.Lessons(two, width, 0.95, nil).Needed.N.Or(0)
}
