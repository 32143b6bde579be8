package calibrate

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/cb401426/calibrate/stats"
)

// mostForSeverity is the number of raters up to which severities are solved
// for: the work grows with its cube.
const mostForSeverity = 2000

// severity is how far below the others a rater rates the same items, with its
// standard error and the degrees of freedom of that.
type severity struct {
	value, se stats.Number
	df        float64
}

// severities fits score = item + rater by least squares, the raters of each
// connected part summing to zero, so that who rated what does not matter. The
// sign is turned: a positive severity means lower ratings. Scores are in
// points, or in steps where the file has several scales. parts counts the
// connected parts.
func (m *measures) severities() (list []severity, parts int) {
	raters := len(m.table.Raters())
	list = make([]severity, raters)
	if raters > mostForSeverity {
		for g := range list {
			list[g].value, list[g].se = stats.None(tooManyRaters), stats.None(tooManyRaters)
		}
		return list, 0
	}
	fit := m.fit()
	for g := range list {
		list[g] = fit.severity(g, m.unit)
	}
	return list, fit.parts
}

// raterFit is the least-squares fit of score = item + rater.
type raterFit struct {
	m         *measures
	part      []int // connected part of each rater, -1 without shared items
	parts     int
	inverse   *mat.SymDense // generalised inverse of the raters' normal equations
	effect    []float64
	residuals [][]float64 // by item, in the order of its row
	lessons   []lessonSums
	variance  stats.Number
	df        float64
}

// fit returns the fit of item and rater, computed once.
func (m *measures) fit() *raterFit {
	if m.fitted == nil {
		m.fitted = m.fitRaters()
	}
	return m.fitted
}

// fitRaters solves the normal equations with the items absorbed.
func (m *measures) fitRaters() *raterFit {
	raters := len(m.table.Raters())
	f := &raterFit{m: m, effect: make([]float64, raters), residuals: make([][]float64, len(m.items))}
	f.connect()
	normal := mat.NewSymDense(max(raters, 1), nil)
	right := mat.NewVecDense(max(raters, 1), nil)
	add := func(g, h int, v float64) { normal.SetSym(g, h, normal.At(g, h)+v) }
	for i := range m.items {
		row, scores := f.scores(i)
		if len(row) < 2 {
			continue
		}
		center := average(scores)
		for a, g := range row {
			add(int(g), int(g), 1)
			right.SetVec(int(g), right.AtVec(int(g))+scores[a]-center)
			for _, h := range row[:a+1] {
				add(int(g), int(h), -1/float64(len(row)))
			}
		}
	}
	// The constraint that each part sums to zero, as 1/n in the part's block:
	// the solution and the generalised inverse on contrasts do not depend on it.
	size := make([]float64, f.parts)
	for _, p := range f.part {
		if p >= 0 {
			size[p]++
		}
	}
	for g, p := range f.part {
		for h := 0; h <= g; h++ {
			switch {
			case p >= 0 && f.part[h] == p:
				add(g, h, 1/size[p])
			case p < 0 && g == h:
				add(g, h, 1)
			}
		}
	}
	f.inverse = invert(normal)
	var effect mat.VecDense
	effect.MulVec(f.inverse, right)
	for g := range f.effect {
		f.effect[g] = effect.AtVec(g)
	}
	for g, p := range f.part { // take the constraint's 1/n out again
		for h := 0; h <= g; h++ {
			if p >= 0 && f.part[h] == p {
				f.inverse.SetSym(g, h, f.inverse.At(g, h)-1/size[p])
			}
		}
	}
	f.setResiduals()
	f.sumLessons()
	return f
}

// invert returns the inverse of a positive definite matrix.
func invert(a *mat.SymDense) *mat.SymDense {
	var cholesky mat.Cholesky
	n := a.SymmetricDim()
	inverse := mat.NewSymDense(n, nil)
	if cholesky.Factorize(a) {
		if err := cholesky.InverseTo(inverse); err == nil {
			return inverse
		}
	}
	return mat.NewSymDense(n, nil)
}

// scores returns the raters and scores of an item: points, or steps where
// there are several scales.
func (f *raterFit) scores(i int) (row []int32, scores []float64) {
	row, levels := f.m.table.Row(i)
	unit := 1.0
	if len(f.m.scales) > 1 {
		unit = f.m.scaleOf(i).step
	}
	scores = make([]float64, len(levels))
	for k, level := range levels {
		scores[k] = f.m.table.Value(i, level) / unit
	}
	return row, scores
}

// connect finds the parts in which raters are linked by shared items.
func (f *raterFit) connect() {
	raters := len(f.effect)
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
	for i := range f.m.items {
		row, _ := f.m.table.Row(i)
		if len(row) < 2 {
			continue
		}
		for _, g := range row {
			linked[g] = true
			a, b := find(int(row[0])), find(int(g))
			root[max(a, b)] = min(a, b)
		}
	}
	f.part = make([]int, raters)
	number := map[int]int{}
	for g := range f.part {
		f.part[g] = -1
		if !linked[g] {
			continue
		}
		r := find(g)
		if _, ok := number[r]; !ok {
			number[r] = len(number)
		}
		f.part[g] = number[r]
	}
	f.parts = len(number)
}

// setResiduals sets what the fit leaves, and its variance.
func (f *raterFit) setResiduals() {
	sum, ratings, items, raters := 0.0, 0, 0, 0
	for i := range f.m.items {
		row, scores := f.scores(i)
		if len(row) < 2 {
			continue
		}
		for k, g := range row {
			scores[k] -= f.effect[g]
		}
		center := average(scores)
		for k := range scores {
			scores[k] -= center
			sum += scores[k] * scores[k]
		}
		f.residuals[i] = scores
		ratings += len(row)
		items++
	}
	for _, p := range f.part {
		if p >= 0 {
			raters++
		}
	}
	f.df = float64(ratings - items - raters + f.parts)
	f.variance = stats.None(fewItems)
	if f.df > 0 {
		f.variance = stats.Of(sum / f.df)
	}
}

// severity returns one rater's severity with its error: over lessons, from
// the sums of the residuals within each, else from the residual variance.
func (f *raterFit) severity(g int, unit stats.Unit) severity {
	if f.part[g] < 0 {
		return severity{value: stats.None(noSharedItems), se: stats.None(noSharedItems)}
	}
	s := severity{value: stats.Of(-f.effect[g])}
	if unit == stats.ByLesson {
		s.se, s.df = f.clusteredError(g)
		return s
	}
	s.df = f.df
	s.se = f.variance.Map(func(v float64) float64 {
		return math.Sqrt(max(0, v*f.inverse.At(g, g)))
	})
	return s
}

// clusteredError is the sandwich estimate with lessons as clusters and the
// factor L/(L-1), L being the lessons that the rater rated with others. On
// complete data it is the standard error of the mean of the lessons'
// differences.
func (f *raterFit) clusteredError(g int) (stats.Number, float64) {
	own, total := 0.0, 0.0
	for _, lesson := range f.lessons {
		influence := 0.0
		for k, h := range lesson.raters {
			influence += f.inverse.At(g, int(h)) * lesson.sums[k]
			if int(h) == g {
				own++
			}
		}
		total += influence * influence
	}
	if own < 2 {
		return stats.None(oneLesson), 0
	}
	return stats.Of(math.Sqrt(own / (own - 1) * total)), own - 1
}

// lessonSums holds what the fit leaves of each rater's ratings of a lesson.
type lessonSums struct {
	raters []int32
	sums   []float64
}

// sumLessons adds up the residuals of each rater in each lesson, in the order
// of first appearance.
func (f *raterFit) sumLessons() {
	type cell struct{ lesson, rater int32 }
	position, at := map[int32]int{}, map[cell]int{}
	for i, residuals := range f.residuals {
		if residuals == nil {
			continue
		}
		lesson := f.m.table.Items()[i].Lesson
		l, ok := position[lesson]
		if !ok {
			l = len(f.lessons)
			position[lesson] = l
			f.lessons = append(f.lessons, lessonSums{})
		}
		row, _ := f.m.table.Row(i)
		for k, g := range row {
			c := cell{lesson, g}
			if _, ok := at[c]; !ok {
				at[c] = len(f.lessons[l].raters)
				f.lessons[l].raters = append(f.lessons[l].raters, g)
				f.lessons[l].sums = append(f.lessons[l].sums, 0)
			}
			f.lessons[l].sums[at[c]] += residuals[k]
		}
	}
}

// average returns the mean of values.
func average(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
