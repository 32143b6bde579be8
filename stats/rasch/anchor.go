package rasch

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/stats/rating"
)

// Anchors fix measures at the values of an earlier fit.
type Anchors struct {
	Constant float64
	// Measures holds fixed measures by facet and element.
	Measures map[string]map[string]float64
	// Thresholds holds fixed thresholds by step group (the scale's id, or the
	// element's name) and level value: all of a group's, or none.
	Thresholds map[string]map[float64]float64
}

// check reports anchors that fit nothing in d or are not numbers.
func (a *Anchors) check(d *Data) error {
	if a == nil {
		return nil
	}
	for name, elements := range a.Measures {
		if d.Facet(name) < 0 {
			return fmt.Errorf("anchors: there is no facet %q", name)
		}
		for element, v := range elements {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return fmt.Errorf("anchors: the measure of %s %q is not a number", name, element)
			}
		}
	}
	for group, levels := range a.Thresholds {
		for level, v := range levels {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return fmt.Errorf("anchors: the threshold of %q at %v is not a number", group, level)
			}
		}
	}
	return nil
}

// Anchors returns the measures and thresholds of a fit, for a later one. Those
// of extreme elements are left out.
func (r *Result) Anchors() *Anchors {
	a := &Anchors{Measures: map[string]map[string]float64{}, Thresholds: map[string]map[float64]float64{}}
	a.Constant = r.Model.Constant.Or(0)
	for _, f := range r.Facets {
		of := map[string]float64{}
		for _, e := range f.Elements {
			if v, ok := e.Measure.Value(); ok && e.Extreme == "" {
				of[e.Name] = v
			}
		}
		a.Measures[f.Name] = of
	}
	for _, s := range r.Steps {
		if v, ok := s.Threshold.Value(); ok {
			if a.Thresholds[s.Group] == nil {
				a.Thresholds[s.Group] = map[float64]float64{}
			}
			a.Thresholds[s.Group][s.Level] = v
		}
	}
	return a
}

// elements returns which elements of d are anchored.
func (a *Anchors) elements(d *Data) [][]bool {
	anchored := make([][]bool, len(d.Facets))
	for f, facet := range d.Facets {
		anchored[f] = make([]bool, len(facet.Elements))
		if a == nil {
			continue
		}
		for e, name := range facet.Elements {
			_, anchored[f][e] = a.Measures[facet.Name][name]
		}
	}
	return anchored
}

// fix sets the range of levels of groups whose thresholds are anchored.
func (a *Anchors) fix(groups []group, scales []rating.Scale) {
	if a == nil {
		return
	}
	for i := range groups {
		g := &groups[i]
		scale := scales[g.scale]
		g.anchored = make([]bool, len(scale.Levels))
		g.low, g.high = len(scale.Levels), -1
		for k, level := range scale.Levels {
			if _, ok := a.Thresholds[g.name][level.Value]; ok && k > 0 {
				g.anchored[k] = true
				g.low, g.high = min(g.low, k-1), k
			}
		}
		g.fixed = g.high > 0
	}
}

// start sets the step parameters of an anchored group.
func (a *Anchors) start(p *parameters, i int, scales []rating.Scale) {
	g := &p.groups[i]
	if !g.fixed {
		return
	}
	sum, last := 0.0, 0
	for k := 1; k <= g.width(); k++ {
		if !g.anchored[g.low+k] {
			continue
		}
		sum += float64(k-last) * a.Thresholds[g.name][scales[g.scale].Levels[g.low+k].Value]
		last = k
		if at := g.at[k]; at >= 0 {
			p.x[at], p.free[at] = sum, false
		}
	}
}
