package team

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// observation is one item's share of a figure.
type observation struct {
	value  float64
	paired bool // the item has a value
	lesson int32
}

// mean returns the mean of the paired observations.
func mean(list []observation) stats.Number {
	sum, n := 0.0, 0
	for _, o := range list {
		if o.paired {
			sum += o.value
			n++
		}
	}
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(sum / float64(n))
}

// limits returns the t interval of the mean of the paired observations, as
// percent_agreement has it: over items by corrected linearisation, for the
// number of paired items is itself uncertain, over lessons by leaving out each
// (formulas: standard errors over items). Both limits stay within 0 and 1.
func limits(list []observation, unit stats.Unit, confidence float64) (lower, upper stats.Number) {
	center, ok := mean(list).Value()
	if !ok {
		return stats.None(stats.NoPairs), stats.None(stats.NoPairs)
	}
	se, n := standardError(list, unit, center)
	if n < 2 {
		why := stats.TooFewItems
		if unit == stats.ByLesson {
			why = oneLesson
		}
		return stats.None(why), stats.None(why)
	}
	if se < 1e-12 {
		return stats.None(stats.NoSpread), stats.None(stats.NoSpread)
	}
	half := se * StudentQuantile(n-1, confidence)
	return stats.Of(max(0, center-half)), stats.Of(min(1, center+half))
}

// standardError is the error of the mean of the paired observations, and the
// number of items or lessons that it rests on.
func standardError(list []observation, unit stats.Unit, center float64) (se, n float64) {
	sums := byLesson(list)
	paired := 0.0
	for _, s := range sums {
		paired += s.n
	}
	if n = float64(len(list)); unit == stats.ByLesson {
		n = float64(len(sums))
	}
	switch {
	case min(n, paired) < 2:
		return 0, min(n, paired)
	case unit == stats.ByLesson && n <= fewLessonsToLeaveOut:
		return leaveOutError(sums), n
	}
	terms := linearized(list, center)
	if unit == stats.ByLesson {
		terms = terms[:0]
		for _, s := range sums {
			terms = append(terms, float64(len(list))/paired*(s.sum-s.n*center))
		}
	}
	sum := 0.0
	for _, t := range terms {
		sum += t * t
	}
	total := float64(len(list))
	return math.Sqrt(n / (n - 1) * sum / (total * total)), n
}

// fewLessonsToLeaveOut is up to how many lessons each is left out in turn:
// beyond, the linearisation gives the same and takes less.
const fewLessonsToLeaveOut = 50

// leaveOutError is the jackknife's error of a mean over lessons.
func leaveOutError(sums []lessonSum) float64 {
	var all lessonSum
	for _, s := range sums {
		all.sum += s.sum
		all.n += s.n
	}
	without, n := make([]float64, len(sums)), float64(len(sums))
	for i, s := range sums {
		without[i] = (all.sum - s.sum) / (all.n - s.n)
	}
	center, squares := Average(without), 0.0
	for _, v := range without {
		squares += (v - center) * (v - center)
	}
	return math.Sqrt((n - 1) / n * squares)
}

// linearized returns each observation's influence on the mean, times the
// number of observations.
func linearized(list []observation, center float64) []float64 {
	paired := 0
	for _, o := range list {
		if o.paired {
			paired++
		}
	}
	terms := make([]float64, len(list))
	for i, o := range list {
		if o.paired {
			terms[i] = float64(len(list)) / float64(paired) * (o.value - center)
		}
	}
	return terms
}

// lessonSum adds up the paired observations of a lesson.
type lessonSum struct{ sum, n float64 }

// byLesson adds up the paired observations of each lesson that has any, in the
// order of lessons.
func byLesson(list []observation) []lessonSum {
	position := map[int32]int{}
	var sums []lessonSum
	at, last := 0, int32(-1) // of the observation before: lessons stand together
	for _, o := range list {
		if !o.paired {
			continue
		}
		if o.lesson != last {
			var ok bool
			if at, ok = position[o.lesson]; !ok {
				at = len(sums)
				position[o.lesson] = at
				sums = append(sums, lessonSum{})
			}
			last = o.lesson
		}
		sums[at].sum += o.value
		sums[at].n++
	}
	return sums
}

// StudentQuantile returns the two-sided critical value of Student's t. The
// degrees of freedom are whole numbers: what was worked out is kept, for an
// archive asks for the same thousands of times.
func StudentQuantile(df, confidence float64) float64 {
	key := [2]float64{df, confidence}
	if t, ok := studentQuantiles.Load(key); ok {
		return t.(float64)
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(1 - (1-confidence)/2)
	studentQuantiles.Store(key, t)
	return t
}

var studentQuantiles sync.Map
