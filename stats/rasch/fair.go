package rasch

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// fair returns a function that gives the fair average of an element: the mean
// expected rating over the groups of ratings in which it could stand, were all
// other elements average. A lesson's, or a rater's, is the mean over the
// indicators, each with its own difficulty and steps.
func (f *fitted) fair(facet int) func(e int) stats.Number {
	spots := spots(f, facet)
	if len(f.data.Scales) > 1 {
		return func(int) stats.Number { return stats.None(stats.NotApplicable) }
	}
	categories := f.newCategories()
	chance := make([]float64, f.stride)
	return func(e int) stats.Number {
		sum, weight := 0.0, 0.0
		own := sign(facet) * f.x[f.offset[facet]+e]
		for _, s := range spots {
			if s.own >= 0 && s.own != e {
				continue
			}
			c := &categories[s.group]
			if len(c.t) == 0 {
				continue
			}
			c.chances(own+s.location, chance[:len(c.t)])
			sum += f.expected(s.group, chance[:len(c.t)])
			weight++
		}
		return stats.Of(sum / weight)
	}
}

// A spot is where an element of a facet meets the others at their average: for
// each element of the second facet, and each group of steps there.
type spot struct {
	group    int
	location float64
	own      int // the only element that can stand here, or −1
}

// spots lists where an element of a facet can stand. The facet after the
// lessons, the indicators, is kept element by element.
func spots(f *fitted, facet int) []spot {
	base := 0.0
	for i := range f.data.Facets {
		if i != facet && i != 1 {
			base += sign(i) * f.mean(i)
		}
	}
	type key struct{ second, group, own int }
	seen := map[key]bool{}
	var spots []spot
	for n, g := range f.o.group {
		k := key{int(f.o.codes[1][n]), int(g), -1}
		if facet == 1 || f.groups[g].element >= 0 && f.data.Facet(f.options.Steps) == facet {
			k.own = int(f.o.codes[facet][n])
		}
		if seen[k] {
			continue
		}
		seen[k] = true
		location := base
		if facet != 1 {
			location -= f.x[f.offset[1]+k.second]
		}
		spots = append(spots, spot{k.group, location, k.own})
	}
	return spots
}

// mean is the mean measure of a facet's elements that were estimated.
func (f *fitted) mean(i int) float64 {
	sum, n := 0.0, 0.0
	for e := f.offset[i]; e < f.offset[i+1]; e++ {
		if f.residuals.count[e] > 0 {
			sum += f.x[e]
			n++
		}
	}
	return sum / n
}

// expected is the mean level value of chances in a group.
func (f *fitted) expected(group int, chance []float64) float64 {
	g := &f.groups[group]
	sum := 0.0
	for k, p := range chance {
		sum += p * levelValue(f.data.Scales, g.scale, g.low+k)
	}
	return sum
}

// A LessonLevel is a lesson whose overall level, its mean rating rounded half
// up, would be another had raters of average severity rated it on the same
// indicators.
type LessonLevel struct {
	Lesson                   string
	Observed, Adjusted       float64 // mean ratings
	ObservedLevel, FairLevel float64
}

// lessonLevels lists the lessons whose level severity changes. It is empty
// where there are several scales or no facet of raters.
func lessonLevels(f *fitted) []LessonLevel {
	rater := f.data.Facet(Rater)
	if rater < 1 || len(f.data.Scales) > 1 {
		return nil
	}
	average := f.mean(rater)
	categories := f.newCategories()
	chance := make([]float64, f.stride)
	var changed []LessonLevel
	for l := range len(f.o.start) - 1 {
		from, to := f.o.start[l], f.o.start[l+1]
		if from == to {
			continue
		}
		observed, shift := 0.0, 0.0
		for n := from; n < to; n++ {
			c := &categories[f.o.group[n]]
			eta := f.location(f.o, n)
			c.chances(eta, chance[:len(c.t)])
			before := f.expected(int(f.o.group[n]), chance[:len(c.t)])
			c.chances(eta+f.x[f.offset[rater]+int(f.o.codes[rater][n])]-average, chance[:len(c.t)])
			shift += f.expected(int(f.o.group[n]), chance[:len(c.t)]) - before
			observed += f.value(f.o.of(n))
		}
		size := float64(to - from)
		one := LessonLevel{Lesson: f.data.Facets[0].Elements[l], Observed: observed / size, Adjusted: (observed + shift) / size}
		one.ObservedLevel, one.FairLevel = nearest(f, one.Observed), nearest(f, one.Adjusted)
		if one.ObservedLevel != one.FairLevel {
			changed = append(changed, one)
		}
	}
	return changed
}

// nearest returns the level value nearest to a mean, the higher on a tie.
func nearest(f *fitted, v float64) float64 {
	best, distance := 0.0, math.Inf(1)
	for _, level := range f.data.Scales[0].Whole() {
		if d := math.Abs(v - level); d <= distance+1e-9 {
			best, distance = level, d
		}
	}
	return best
}
