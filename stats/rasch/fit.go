package rasch

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// fitted is a model with its data.
type fitted struct {
	*joint
	data      *Data
	of        []int32 // steps of each rating of the data
	options   Options
	extremes  *extremes
	known     [][]bool  // elements with a measure
	se        []float64 // of each measure and step parameter
	precision *precision
	anchored  [][]bool
	spread    *spread
	subset    [][]int
	subsets   int
	residuals *residuals
	marginal  *marginal
}

// Fit fits the model. It returns an error where options name what there is not,
// or the context ends; data that say too little give a Result whose numbers
// are absent with their reason.
func Fit(ctx context.Context, d *Data, options Options) (*Result, error) {
	d.check()
	options, err := options.withDefaults(d)
	if err != nil {
		return nil, err
	}
	f := &fitted{data: d, options: options}
	of, groups := stepGroups(d, options.Steps)
	options.Anchors.fix(groups, d.Scales)
	f.anchored, f.of = options.Anchors.elements(d), of
	x, o := separate(d, of, groups, f.stays)
	f.extremes = x
	p := newParameters(d, o, groups)
	f.anchor(p)
	f.joint = newJoint(p, o)
	model := Model{Options: options, Ratings: d.Ratings(), Used: o.ratings(), Factor: 1}
	if o.ratings() == 0 {
		return nothing(f, model), nil
	}
	if model.Iterations, model.Converged, err = f.fit(ctx); err != nil {
		return nil, err
	}
	if f.runaway() {
		model.Separated = true
		p.start(d, o)
		f.anchor(p)
		f.ridge = weakPrior
		if model.Iterations, model.Converged, err = f.fit(ctx); err != nil {
			return nil, err
		}
	}
	f.spread = newSpread(p, o)
	f.subset, f.subsets = f.spread.subsets()
	if options.Method == "mml" {
		f.marginal = newMarginal(f.joint)
		if model.Iterations, model.Converged, err = f.marginal.fit(ctx); err != nil {
			return nil, err
		}
	} else {
		f.spread.center(f.subsets, isAnchored(f))
	}
	return f.result(model), nil
}

// stays reports whether an element is estimated even with all its ratings at
// one end.
func (f *fitted) stays(facet, element int) bool {
	return f.anchored[facet][element] || len(f.data.Facets[facet].Elements) == 1 ||
		facet == 0 && f.options.Method == "mml"
}

func isAnchored(f *fitted) bool {
	for _, facet := range f.anchored {
		for _, yes := range facet {
			if yes {
				return true
			}
		}
	}
	return false
}

// anchor sets the measures that are fixed.
func (f *fitted) anchor(p *parameters) {
	a := f.options.Anchors
	for i, facet := range f.data.Facets {
		for e, yes := range f.anchored[i] {
			if yes {
				v := a.Measures[facet.Name][facet.Elements[e]]
				if i == 0 {
					v += a.Constant
				}
				p.x[p.offset[i]+e], p.free[p.offset[i]+e] = v, false
			}
		}
	}
	for g := range p.groups {
		a.start(p, g, f.data.Scales)
	}
}

// result collects what follows from the estimates.
func (f *fitted) result(m Model) *Result {
	f.pass()
	f.known = make([][]bool, len(f.data.Facets))
	for i, facet := range f.data.Facets {
		f.known[i] = make([]bool, len(facet.Elements))
	}
	for i, codes := range f.o.codes {
		for _, e := range codes {
			f.known[i][e] = true
		}
	}
	m.Residual = f.worst()
	if f.marginal != nil {
		f.precision = f.marginal.precision()
		m.LogLikelihood = stats.Of(f.marginal.likelihood)
		m.LessonSD = stats.Of(f.marginal.sd())
		m.Residual = f.marginal.worst()
	} else {
		f.precision = f.joint.precision(f.subsets, isAnchored(f))
		m.LogLikelihood = stats.Of(f.likelihood)
	}
	f.chance = nil // the precision was read off it
	m.Conditional = f.precision.known
	f.se = f.precision.se
	m.Subsets = f.subsets
	m.Parameters = estimated(f)
	constant := f.constant()
	measureExtremes(f)
	f.residuals = newResiduals(f)
	if f.options.Correction == "jml" && m.Parameters < m.Used { // as many parameters as ratings leave nothing to draw together
		m.Factor = 1 - float64(m.Parameters)/float64(m.Used)
	}
	m.Constant = stats.Of(constant * m.Factor)
	r := &Result{Model: m, fit: f}
	for i := range f.data.Facets {
		r.Facets = append(r.Facets, f.facet(i, constant, m.Factor))
	}
	r.Steps = f.steps(m.Factor)
	r.Agreement = f.agreement()
	r.LessonLevels = lessonLevels(f)
	return r
}

// estimated counts the parameters that were estimated, without the shifts that
// centering fixes.
func estimated(f *fitted) int {
	count := 0
	for _, free := range f.free {
		if free {
			count++
		}
	}
	if f.marginal != nil {
		count += 2 // mean and standard deviation of the lessons
		count -= len(f.data.Facets) - 1
	} else if !isAnchored(f) {
		count -= len(f.data.Facets) - 1 + f.subsets - 1
	}
	return max(count, 0)
}

// constant returns the mean of the lessons' measures, or what stands for it.
func (f *fitted) constant() float64 {
	if a := f.options.Anchors; a != nil {
		return a.Constant
	}
	if f.options.Noncentered == Lesson {
		return 0
	}
	if f.marginal != nil {
		return f.marginal.mean
	}
	sum, lessons := 0.0, 0.0
	for l, known := range f.known[0] {
		if known {
			sum += f.x[l]
			lessons++
		}
	}
	return sum / lessons
}

// nothing is the result where no rating is left to estimate from.
func nothing(f *fitted, m Model) *Result {
	why := Separated
	if constantLevels(f.data) {
		why = stats.NoVariation
	}
	none := stats.None(why)
	m.LogLikelihood, m.Constant, m.LessonSD = none, none, none
	m.Subsets = 1
	r := &Result{Model: m}
	r.Agreement = Agreement{Exact: none, Expected: none, Kappa: none}
	for i, facet := range f.data.Facets {
		fr := FacetResult{Name: facet.Name, Summary: noSummary(why)}
		times := make([]int, len(facet.Elements))
		sum := make([]float64, len(facet.Elements))
		for n, e := range f.data.Codes[i] {
			times[e]++
			sum[e] += f.value(n)
		}
		for e, name := range facet.Elements {
			element := absent(name, times[e], why)
			if times[e] > 0 {
				element.Observed = stats.Of(sum[e] / float64(times[e]))
			}
			fr.Elements = append(fr.Elements, element)
		}
		r.Facets = append(r.Facets, fr)
	}
	return r
}

// absent is an element without numbers.
func absent(name string, ratings int, why stats.Reason) Element {
	none := stats.None(why)
	if ratings == 0 {
		none = stats.None(stats.NoPairs)
	}
	return Element{
		Name: name, Ratings: ratings, Measure: none, SE: none, SEReal: none, Infit: none, InfitZ: none,
		Outfit: none, OutfitZ: none, Observed: none, Expected: none, Fair: none, Displacement: stats.None(stats.NotApplicable),
	}
}

// constantLevels reports whether each scale has one level in use.
func constantLevels(d *Data) bool {
	seen := map[int]uint16{}
	for n, level := range d.Level {
		if first, ok := seen[d.scale(n)]; ok && first != level {
			return false
		}
		seen[d.scale(n)] = level
	}
	return true
}

// value returns the level value of a rating of the data.
func (f *fitted) value(n int) float64 {
	return levelValue(f.data.Scales, f.data.scale(n), int(f.data.Level[n]))
}

func levelValue(scales []rating.Scale, scale, level int) float64 {
	return scales[scale].Levels[level].Value
}
