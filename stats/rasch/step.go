package rasch

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// steps returns the steps of each group, level by level.
func (f *fitted) steps(factor float64) []Step {
	location := make([][]float64, len(f.groups))
	count := make([][]int, len(f.groups))
	for i := range f.groups {
		levels := len(f.data.Scales[f.groups[i].scale].Levels)
		location[i], count[i] = make([]float64, levels), make([]int, levels)
	}
	for n, level := range f.o.level {
		location[f.o.group[n]][level] += f.location(f.o, n)
		count[f.o.group[n]][level]++
	}
	all := make([][]int, len(f.groups))
	for i := range all {
		all[i] = make([]int, len(count[i]))
	}
	for n, level := range f.data.Level {
		all[f.of[n]][level]++
	}
	var steps []Step
	for i := range f.groups {
		steps = append(steps, groupSteps(f, i, factor, location[i], count[i], all[i])...)
	}
	return steps
}

func groupSteps(f *fitted, i int, factor float64, location []float64, count, all []int) []Step {
	g := &f.groups[i]
	t := f.parameters.steps(g)
	var steps []Step
	before, threshold := g.low, math.Inf(-1)
	for k, level := range f.data.Scales[g.scale].Levels {
		none := stats.None(UnusedLevel)
		s := Step{
			Group: g.name, Element: g.element, Scale: g.scale, Level: level.Value, Label: level.Label,
			Count: all[k], AverageMeasure: none, Threshold: none, SE: none,
		}
		if count[k] > 0 {
			s.AverageMeasure = stats.Of(factor * location[k] / float64(count[k]))
		}
		if k == g.low && g.low < g.high {
			s.Threshold, s.SE = stats.None(stats.NotApplicable), stats.None(stats.NotApplicable)
		}
		if k > g.low && k <= g.high && !math.IsInf(t[k-g.low], 1) {
			gap := float64(k - before)
			v := (t[k-g.low] - t[before-g.low]) / gap
			s.Threshold, s.SE = f.threshold(g, before, k, v, gap, factor)
			s.Anchored = g.fixed
			s.Disordered = v < threshold
			before, threshold = k, v
		}
		steps = append(steps, s)
	}
	return steps
}

// threshold returns the threshold between two levels and its error.
func (f *fitted) threshold(g *group, before, k int, v, gap, factor float64) (threshold, se stats.Number) {
	if g.fixed {
		return stats.Of(v), stats.None(stats.NotApplicable)
	}
	variance := f.precision.of(g.at[k-g.low], g.at[before-g.low], 1/gap, -1/gap)
	error := math.Sqrt(max(variance, 0))
	if error > hopeless {
		return stats.None(Separated), stats.None(Separated)
	}
	if g.at[k-g.low] < 0 && g.at[before-g.low] < 0 { // one threshold: its place is the facets'
		return stats.Of(factor * v), stats.None(stats.NotApplicable)
	}
	return stats.Of(factor * v), stats.Of(math.Sqrt(factor) * error)
}

// A Curve is the chance of each level of a group by location.
type Curve struct {
	Group    string
	Location []float64
	Chance   [][]float64 // by level of the scale, then by location
	Expected []float64   // in level values
}

// Curves returns the probability curves of each group at the given locations,
// which are distances of a lesson from all else: lesson + Constant − severity
// − difficulty.
func (r *Result) Curves(locations []float64) []Curve {
	if r.fit == nil {
		return nil
	}
	var curves []Curve
	for i, c := range r.fit.newCategories() {
		g := &r.fit.groups[i]
		if g.width() < 1 {
			continue
		}
		levels := r.fit.data.Scales[g.scale].Levels
		curve := Curve{Group: g.name, Location: locations, Chance: make([][]float64, len(levels))}
		for k := range levels {
			curve.Chance[k] = make([]float64, len(locations))
		}
		chance := make([]float64, len(c.t))
		for at, x := range locations {
			c.chances(x/r.Model.Factor, chance)
			expected := 0.0
			for k, p := range chance {
				curve.Chance[g.low+k][at] = p
				expected += p * levels[g.low+k].Value
			}
			curve.Expected = append(curve.Expected, expected)
		}
		curves = append(curves, curve)
	}
	return curves
}
