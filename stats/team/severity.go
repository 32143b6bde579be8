package team

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// Limits returns the pointwise t interval of a severity.
func (s severity) Limits(confidence float64) (lower, upper stats.Number) {
	value, ok := s.Value.Value()
	if !ok {
		return s.Value, s.Value
	}
	se, ok := s.Se.Value()
	if !ok {
		return s.Se, s.Se
	}
	if se < 1e-12 {
		return stats.None(stats.NoSpread), stats.None(stats.NoSpread)
	}
	half := se * inference.Critical(s.Df, confidence)
	return stats.Of(value - half), stats.Of(value + half)
}

// severity is how far below the others a rater rates the same items, with its
// standard error and the degrees of freedom of that.
type severity struct {
	Value, Se stats.Number
	Df        float64
}

// Severities fits score = item + rater by least squares, the raters of each
// connected part summing to zero, so that who rated what does not matter. The
// sign is turned: a positive severity means lower ratings. Scores are in
// points, or in steps where the file has several scales. parts counts the
// connected parts.
func Severities(m *Stats) (list []severity, parts int) {
	fit := m.Fit()
	if m.severities == nil {
		m.severities = make([]severity, len(fit.Part))
		for g := range m.severities {
			m.severities[g] = fit.severity(g, m.Unit)
		}
	}
	return m.severities, fit.parts
}

// Fit is the least-squares fit of score = item + rater.
type Fit struct {
	m        *Stats
	Part     []int // connected part of each rater, -1 without shared items
	parts    int
	inverse  *mat.SymDense // generalised inverse of the raters' normal equations, nil where errors are drawn
	drawn    []float64     // squared errors of the effects, where they are
	Effect   []float64
	lessons  []lessonSums
	own      []float64 // lessons of each rater
	Variance stats.Number
	Df       float64
}

// Fit returns the fit of item and rater, computed once.
func (m *Stats) Fit() *Fit {
	if m.fitted == nil {
		m.fitted = fitRaters(m)
	}
	return m.fitted
}

// mostForInverse is the number of raters up to which the normal equations are
// inverted: the work grows with its cube.
const mostForInverse = 1000

// Drawn reports whether there are so many raters that the errors of severities
// are from draws: each is right to about a twentieth.
func (f *Fit) Drawn() bool { return f.drawn != nil }

// fitRaters solves the normal equations with the items absorbed.
func fitRaters(m *Stats) *Fit { return fitUpTo(m, mostForInverse, widestBand) }

// fitUpTo inverts the equations of up to so many raters, and else solves them
// in a band or by conjugate gradients.
func fitUpTo(m *Stats, most, widest int) *Fit {
	raters := len(m.Table.Raters())
	f := &Fit{m: m, Effect: make([]float64, raters)}
	f.connect()
	e := newEquations(f)
	if raters <= most {
		f.inverse = e.inverted(f.Part, f.parts)
		var effect mat.VecDense
		effect.MulVec(f.inverse, mat.NewVecDense(len(e.right), e.right))
		copy(f.Effect, effect.RawVector().Data)
	} else {
		e.band = e.newBand(f.Part, widest)
		e.solve(f.Part, e.right, f.Effect, 1e-10)
	}
	f.setVariance()
	f.sumLessons()
	if f.inverse == nil {
		f.drawn = f.draw(e)
	}
	return f
}

// Scores returns the raters and scores of an item, in the room of scores:
// points, or steps where there are several scales.
func (f *Fit) Scores(i int, scores []float64) ([]int32, []float64) {
	row, levels := f.m.Table.Row(i)
	unit := 1.0
	if len(f.m.Scales) > 1 {
		unit = f.m.ScaleOf(i).Step
	}
	scores = slices.Grow(scores[:0], len(levels))
	for _, level := range levels {
		scores = append(scores, f.m.Table.Value(i, level)/unit)
	}
	return row, scores
}

// Residuals returns the raters of an item that two rated and what the fit leaves
// of their scores, in the room of left; else none. They are worked out where
// they are asked for: those of millions of ratings take more room than these.
func (f *Fit) Residuals(i int, left []float64) ([]int32, []float64) {
	row, left := f.Scores(i, left)
	if len(row) < 2 {
		return nil, left[:0]
	}
	for k, g := range row {
		left[k] -= f.Effect[g]
	}
	center := Average(left)
	for k := range left {
		left[k] -= center
	}
	return row, left
}

// connect finds the parts in which raters are linked by shared items.
func (f *Fit) connect() {
	raters := len(f.Effect)
	root := make([]int, raters)
	for g := range root {
		root[g] = g
	}
	find := func(g int) int {
		for root[g] != g {
			root[g] = root[root[g]]
			g = root[g]
		}
		return g
	}
	linked := make([]bool, raters)
	for i := range f.m.Table.Items() {
		row, _ := f.m.Table.Row(i)
		if len(row) < 2 {
			continue
		}
		for _, g := range row {
			linked[g] = true
			a, b := find(int(row[0])), find(int(g))
			root[max(a, b)] = min(a, b)
		}
	}
	f.Part = make([]int, raters)
	number := map[int]int{}
	for g := range f.Part {
		f.Part[g] = -1
		if !linked[g] {
			continue
		}
		r := find(g)
		if _, ok := number[r]; !ok {
			number[r] = len(number)
		}
		f.Part[g] = number[r]
	}
	f.parts = len(number)
}

// setVariance sets the variance of what the fit leaves.
func (f *Fit) setVariance() {
	sum, ratings, items, raters := 0.0, 0, 0, 0
	var left []float64
	for i := range f.m.Table.Items() {
		var row []int32
		if row, left = f.Residuals(i, left); row == nil {
			continue
		}
		for _, x := range left {
			sum += x * x
		}
		ratings += len(row)
		items++
	}
	for _, p := range f.Part {
		if p >= 0 {
			raters++
		}
	}
	f.Df = float64(ratings - items - raters + f.parts)
	f.Variance = stats.None(fewItems)
	if f.Df > 0 {
		f.Variance = stats.Of(sum / f.Df)
	}
}

// severity returns one rater's severity with its error: over lessons, from
// the sums of the residuals within each, else from the residual variance.
func (f *Fit) severity(g int, unit stats.Unit) severity {
	if f.Part[g] < 0 {
		return severity{Value: stats.None(noSharedItems), Se: stats.None(noSharedItems)}
	}
	s := severity{Value: stats.Of(-f.Effect[g])}
	if unit == stats.ByLesson {
		s.Se, s.Df = f.clusteredError(g)
		return s
	}
	s.Df = f.Df
	s.Se = f.Variance.Map(func(v float64) float64 {
		return math.Sqrt(max(0, v*f.squared(g)))
	})
	return s
}

// squared returns what the variance of a rater's effect is in the residual's:
// an element of the inverse's diagonal.
func (f *Fit) squared(g int) float64 {
	if f.inverse == nil {
		return f.drawn[g]
	}
	return f.inverse.At(g, g)
}

// clusteredError is the sandwich estimate with lessons as clusters and the
// factor L/(L-1), L being the lessons that the rater rated with others. On
// complete data it is the standard error of the mean of the lessons'
// differences.
func (f *Fit) clusteredError(g int) (stats.Number, float64) {
	own := f.own[g]
	if own < 2 {
		return stats.None(oneLesson), 0
	}
	total := 0.0
	if f.inverse == nil {
		total = f.drawn[g]
	} else {
		row := make([]float64, len(f.Part))
		for h := range row {
			row[h] = f.inverse.At(g, h)
		}
		for _, lesson := range f.lessons {
			influence := 0.0
			for k, h := range lesson.raters {
				influence += row[h] * lesson.sums[k]
			}
			total += influence * influence
		}
	}
	return stats.Of(math.Sqrt(own / (own - 1) * total)), own - 1
}

// lessonSums holds what the fit leaves of each rater's ratings of a lesson.
type lessonSums struct {
	raters []int32
	sums   []float64
}

// sumLessons adds up the residuals of each rater in each lesson, the raters in
// the order of first appearance.
func (f *Fit) sumLessons() {
	f.own = make([]float64, len(f.Part))
	items := f.m.Table.Items()
	position := make([]int, len(f.m.Table.Lessons())) // of each among the sums, and one
	at, of := make([]int, len(f.Part)), make([]int, len(f.Part))
	var left []float64
	last := 0
	for i, item := range items {
		var row []int32
		if row, left = f.Residuals(i, left); row == nil {
			continue
		}
		if position[item.Lesson] == 0 {
			f.lessons = append(f.lessons, lessonSums{})
			position[item.Lesson] = len(f.lessons)
		}
		here := position[item.Lesson]
		lesson := &f.lessons[here-1]
		if here != last { // of another round, perhaps, it has some already
			for k, g := range lesson.raters {
				at[g], of[g] = k, here
			}
			last = here
		}
		for k, g := range row {
			if of[g] != here {
				at[g], of[g] = len(lesson.raters), here
				lesson.raters = append(lesson.raters, g)
				lesson.sums = append(lesson.sums, 0)
				f.own[g]++
			}
			lesson.sums[at[g]] += left[k]
		}
	}
}
