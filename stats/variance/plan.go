package variance

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// smallest returns the least n ≥ 1 with signal/(signal + stays + shrinks/n) at
// least target, +Inf where there is none.
func smallest(signal, shrinks, stays, target float64) float64 {
	room := (1-target)*signal - target*stays
	switch {
	case !(signal > 0) || room < 0 || room == 0 && shrinks > 0:
		return math.Inf(1)
	case shrinks == 0:
		return 1
	}
	return max(1, math.Ceil(target*shrinks/room-1e-9)) // 1e-9: rounding
}

// number returns a count, or Unreachable where it is infinite.
func number(n float64) stats.Number {
	if math.IsInf(n, 1) {
		return stats.None(stats.Unreachable)
	}
	return stats.Of(n)
}

// A RaterPlan says how many raters make a score dependable.
type RaterPlan struct {
	Needed Needed
	Rows   []RaterRow
}

// A RaterRow is the dependability with one number of raters.
type RaterRow struct {
	Raters int
	Phi    Estimate
	// Attains is the probability that Φ is at least the target, in view of
	// how well the components are known.
	Attains stats.Number
}

// RaterPlan returns how many raters bring Φ of a design to target, and Φ with
// each of the given numbers.
func (f *Fit) RaterPlan(d Design, target float64, raters []int) RaterPlan {
	plan := RaterPlan{Needed: f.Needed(d, Rater, target)}
	count, why := f.needed(d, Rater, target)
	for _, d.Raters = range raters {
		row := RaterRow{Raters: d.Raters, Attains: stats.None(why)}
		if p, absent := f.plan(d); absent == "" {
			row.Phi = f.phi(p)
		} else {
			none := stats.None(absent)
			row.Phi = Estimate{none, none, none}
		}
		if why == "" {
			row.Attains = f.probability(func(theta []float64) bool {
				return count(theta) <= float64(d.Raters)
			})
		}
		plan.Rows = append(plan.Rows, row)
	}
	return plan
}

// probability returns the share of the draws for which something holds.
func (f *Fit) probability(holds func(theta []float64) bool) stats.Number {
	if f.strata == nil {
		return stats.None(stats.Unstable)
	}
	count := 0
	for _, theta := range f.strata.pivots() {
		if holds(theta) {
			count++
		}
	}
	return stats.Of(float64(count) / points)
}

// A LessonPlan says how many lessons bring an interval to a half-width.
type LessonPlan struct {
	Lessons int     // that the plan rests on
	SD      float64 // of the figure between them
	Needed  Needed
	Rows    []LessonRow
}

// A LessonRow is the half-width of the interval over one number of lessons.
type LessonRow struct {
	Lessons   int
	HalfWidth Estimate
	// Attains is the probability that the half-width is at most the target,
	// in view of how well the spread between lessons is known.
	Attains stats.Number
}

// Lessons returns how many lessons in all bring the half-width of the t
// interval of a figure's mean over lessons to width, and the half-width with
// each of the given numbers. The means are the figure of each lesson so far.
// The uncertainty is that of their standard deviation, by the chi-square with
// one degree of freedom fewer than lessons: lessons are taken as a random
// sample with normal means. It takes two means or more that differ.
func Lessons(means []float64, width, confidence float64, lessons []int) LessonPlan {
	plan := LessonPlan{Lessons: len(means)}
	plan.Needed = Needed{Facet: Lesson, Target: width}
	var why stats.Reason
	plan.SD, why = deviation(means)
	if why == "" && !(width > 0 && confidence > 0 && confidence < 1) {
		why = stats.NotApplicable
	}
	none := stats.None(why)
	if why != "" {
		plan.Needed.N, plan.Needed.Lower, plan.Needed.Upper = none, none, none
	}
	s := spread{sd: plan.SD, df: float64(len(means) - 1), tail: (1 - confidence) / 2}
	if why == "" {
		low, high := s.limits()
		plan.Needed.N = number(s.needed(s.sd, width))
		plan.Needed.Lower = number(s.needed(low, width))
		plan.Needed.Upper = number(s.needed(high, width))
	}
	for _, n := range lessons {
		row := LessonRow{n, Estimate{none, none, none}, none}
		if why == "" && n < 2 {
			few := stats.None(stats.TooFewItems)
			row = LessonRow{n, Estimate{few, few, few}, few}
		} else if why == "" {
			row = s.row(n, width)
		}
		plan.Rows = append(plan.Rows, row)
	}
	return plan
}

// deviation returns the standard deviation of the means.
func deviation(means []float64) (float64, stats.Reason) {
	if len(means) < 2 {
		return 0, stats.TooFewItems
	}
	var mean, sum float64
	for _, v := range means {
		mean += v / float64(len(means))
	}
	for _, v := range means {
		sum += (v - mean) * (v - mean)
	}
	sd := math.Sqrt(sum / float64(len(means)-1))
	if !(sd > 1e-12*math.Abs(mean)) {
		return 0, stats.NoSpread
	}
	return sd, ""
}

// A spread is a standard deviation known with df degrees of freedom.
type spread struct{ sd, df, tail float64 }

// limits returns the interval of the standard deviation.
func (s spread) limits() (low, high float64) {
	chi := distuv.ChiSquared{K: s.df}
	return s.sd * math.Sqrt(s.df/chi.Quantile(1-s.tail)), s.sd * math.Sqrt(s.df/chi.Quantile(s.tail))
}

// halfWidth returns that of the t interval over n lessons, given their
// standard deviation.
func (s spread) halfWidth(sd float64, n int) float64 {
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 1)}
	return t.Quantile(1-s.tail) * sd / math.Sqrt(float64(n))
}

// needed returns the least n ≥ 2 with a half-width of at most width.
func (s spread) needed(sd, width float64) float64 {
	low, high := 1, 2 // the half-width falls with n
	for s.halfWidth(sd, high) > width {
		low, high = high, 2*high
		if high > 1<<40 {
			return math.Inf(1)
		}
	}
	for high-low > 1 {
		if mid := (low + high) / 2; s.halfWidth(sd, mid) > width {
			low = mid
		} else {
			high = mid
		}
	}
	return float64(high)
}

// row returns the half-width over n lessons.
func (s spread) row(n int, width float64) LessonRow {
	low, high := s.limits()
	unit := s.halfWidth(1, n)
	least := s.df * (s.sd * unit / width) * (s.sd * unit / width)
	return LessonRow{
		Lessons: n,
		HalfWidth: Estimate{
			stats.Of(unit * s.sd), stats.Of(unit * low), stats.Of(unit * high),
		},
		Attains: stats.Of(distuv.ChiSquared{K: s.df}.Survival(least)),
	}
}

// Steps returns the numbers to tabulate a plan at: small ones one by one,
// then wider, up to twice the number needed, which is among them.
func Steps(needed stats.Number) []int {
	n := int(min(needed.Or(0), 1e6))
	var steps []int
	for _, step := range []int{
		1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000,
	} {
		if last := len(steps); n > 0 && step > n && (last == 0 || steps[last-1] < n) {
			steps = append(steps, n)
		}
		if step > max(2*n, 10) {
			break
		}
		steps = append(steps, step)
	}
	return steps
}
