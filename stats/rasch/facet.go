package rasch

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// facet assembles a facet's elements and their summary.
func (f *fitted) facet(i int, constant, factor float64) FacetResult {
	facet := f.data.Facets[i]
	r := FacetResult{Name: facet.Name, Elements: make([]Element, len(facet.Elements))}
	times, observed := make([]int, len(facet.Elements)), make([]float64, len(facet.Elements))
	for n, e := range f.data.Codes[i] {
		times[e]++
		observed[e] += f.value(n)
	}
	if i > 0 {
		constant = 0
	}
	fair := f.fair(i)
	for e, name := range facet.Elements {
		at := f.offset[i] + e
		element := absent(name, times[e], f.reason(i, e))
		element.Subset, element.Anchored = f.subset[i][e], f.anchored[i][e]
		element.Extreme = f.end(i, e)
		if times[e] > 0 {
			element.Observed = stats.Of(observed[e] / float64(times[e]))
		}
		if f.known[i][e] {
			element.Measure = f.measure(i, e, constant, factor)
			element.Fair = fair(e)
		}
		if f.known[i][e] && element.Extreme == "" {
			f.residuals.describe(at, &element)
		}
		if element.Anchored && f.residuals.variance[at] > 1e-9 {
			element.Displacement = stats.Of(sign(i) * displacement(f, at))
		}
		r.Elements[e] = element
	}
	r.Summary = summary(f, i, r.Elements, factor)
	return r
}

// end says at which end an extreme element is, for its own facet.
func (f *fitted) end(i, e int) string {
	switch {
	case f.extremes.high[i][e]:
		return "high"
	case f.extremes.low[i][e]:
		return "low"
	}
	return ""
}

// hopeless is the standard error from which on a measure is taken for one that
// runs away.
const hopeless = 30.0

// measure returns a measure and its error.
func (f *fitted) measure(i, e int, constant, factor float64) stats.Number {
	if len(f.data.Facets[i].Elements) == 1 && !f.anchored[i][e] {
		return stats.None(OneElement)
	}
	if f.se[f.offset[i]+e] > hopeless {
		return stats.None(Separated)
	}
	return stats.Of(factor * (f.x[f.offset[i]+e] - constant))
}

// describe fills in error, fit and mean ratings.
func (r *residuals) describe(i int, e *Element) {
	e.Observed = stats.Of(r.observed[i] / r.count[i])
	e.Expected = stats.Of(r.expected[i] / r.count[i])
	r.fits(i, e)
}

// displacement is what one element's measure would gain, all else held, were
// it free: the Newton step on its own.
func displacement(f *fitted, at int) float64 {
	// The residual of an anchored element is not kept by pass.
	rest := 0.0
	for i := range f.o.codes {
		if at < f.offset[i] || at >= f.offset[i+1] {
			continue
		}
		rest = f.rest(i, int32(at-f.offset[i]))
	}
	return rest / f.residuals.variance[at]
}

// rest returns Σ(x − E) of an element, in points.
func (f *fitted) rest(i int, e int32) float64 {
	categories := f.newCategories()
	chance := make([]float64, f.stride)
	sum := 0.0
	for n, code := range f.o.codes[i] {
		if code != e {
			continue
		}
		g, c := &f.groups[f.o.group[n]], &categories[f.o.group[n]]
		c.chances(f.location(f.o, n), chance[:len(c.t)])
		mean, _, _ := moments(chance[:len(c.t)])
		sum += float64(g.point(f.o.level[n])) - mean
	}
	return sum
}

// A Summary says how well a facet's elements are told apart.
type Summary struct {
	Count      int          // elements with a measure, extreme ones left out
	Mean, SD   stats.Number // of the measures
	RMSE       stats.Number // root of the mean squared error
	Separation stats.Number // G: the true standard deviation over RMSE
	Strata     stats.Number // (4G + 1)/3
	// Reliability is the part of the measures' variance that is not error. For
	// raters it is better low.
	Reliability stats.Number
	// ChiSquared tests that all measures are equal; RandomChiSquared that they
	// are a sample from a normal distribution.
	ChiSquared, DF, P                   stats.Number
	RandomChiSquared, RandomDF, RandomP stats.Number
}

func noSummary(why stats.Reason) Summary {
	none := stats.None(why)
	return Summary{0, none, none, none, none, none, none, none, none, none, none, none, none}
}

// summary computes the Summary of a facet from its elements that are not
// extreme (Wright & Masters 1982; Linacre 1989).
func summary(f *fitted, i int, elements []Element, factor float64) Summary {
	var measures, errors []float64
	subset := 0
	for k := range elements {
		e := &elements[k]
		f.errors(i, k, e, factor)
		v, ok := e.Measure.Value()
		se := e.SE
		if f.options.Errors == "real" {
			se = e.SEReal
		}
		s, has := se.Value()
		if !ok || !has || e.Extreme != "" {
			continue
		}
		subset = max(subset, e.Subset)
		measures, errors = append(measures, v), append(errors, s)
	}
	s := noSummary(OneElement)
	if s.Count = len(measures); s.Count < 2 {
		return s
	}
	if subset > 0 {
		s = noSummary(Disconnected)
		s.Count = len(measures)
		return s
	}
	s.fill(measures, errors)
	return s
}

// errors fills in an element's standard errors. What is drawn together by a
// factor is so with its error; but the parameters took their part of the
// ratings' spread, as in least squares, so that the variance is too small by the
// same factor. The root of it is left.
func (f *fitted) errors(i, k int, e *Element, factor float64) {
	if !e.Measure.OK() {
		return
	}
	se := math.Sqrt(factor) * f.se[f.offset[i]+k]
	switch {
	case e.Anchored:
		e.SE = stats.None(stats.NotApplicable)
		if v := f.residuals.variance[f.offset[i]+k]; v > 1e-12 {
			e.SE = stats.Of(1 / math.Sqrt(v))
		}
	case se > 0:
		e.SE = stats.Of(se)
	}
	e.SEReal = e.SE
	if infit, ok := e.Infit.Value(); ok {
		e.SEReal = e.SE.Map(func(se float64) float64 { return se * math.Sqrt(max(1, infit)) })
	}
}

func (s *Summary) fill(measures, errors []float64) {
	n := float64(len(measures))
	mean, sd := stat.MeanStdDev(measures, nil)
	mse := 0.0
	for _, e := range errors {
		mse += e * e / n
	}
	s.Mean, s.SD, s.RMSE = stats.Of(mean), stats.Of(sd), stats.Of(math.Sqrt(mse))
	if mse > 0 && sd > 0 {
		true2 := max(0, sd*sd-mse)
		g := math.Sqrt(true2 / mse)
		s.Separation, s.Strata = stats.Of(g), stats.Of((4*g+1)/3)
		s.Reliability = stats.Of(true2 / (sd * sd))
		s.ChiSquared, s.DF, s.P = homogeneity(measures, errors, 0, n-1)
		if n > 2 {
			s.RandomChiSquared, s.RandomDF, s.RandomP = homogeneity(measures, errors, true2, n-2)
		}
	}
}

// homogeneity returns Σw d² − (Σw d)²/Σw with w = 1/(variance + error²).
func homogeneity(measures, errors []float64, variance, df float64) (chi, degrees, p stats.Number) {
	w, wd, wdd := 0.0, 0.0, 0.0
	for i, d := range measures {
		weight := 1 / (variance + errors[i]*errors[i])
		w += weight
		wd += weight * d
		wdd += weight * d * d
	}
	v := max(0, wdd-wd*wd/w)
	return stats.Of(v), stats.Of(df), stats.Of(distuv.ChiSquared{K: df}.Survival(v))
}
