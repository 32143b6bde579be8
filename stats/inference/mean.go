package inference

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// An Observation is one item's part of a mean over items.
type Observation struct {
	Value  float64
	Paired bool  // the item has a value: two rated it
	Lesson int32 // its cluster
}

// Mean returns the mean of the paired observations.
func Mean(list []Observation) stats.Number {
	sum, n := 0.0, 0
	for _, o := range list {
		if o.Paired {
			sum += o.Value
			n++
		}
	}
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(sum / float64(n))
}

// MeanSpread returns the Spread of the mean of the paired observations as
// percent_agreement has it: over items by linearization, for the number of
// paired items is itself uncertain, over lessons by leaving out each, or, of
// many, by the linearization summed by lesson.
func MeanSpread(list []Observation, o stats.Options) Spread {
	mean, ok := Mean(list).Value()
	if !ok {
		return None(stats.NoPairs)
	}
	sums := byLesson(list)
	n := 0.0
	for _, s := range sums {
		n += s.n
	}
	units := float64(len(list))
	if o.Unit == stats.ByLesson {
		units = float64(len(sums))
	}
	if min(units, n) < 2 {
		return None(stats.TooFewItems)
	}
	e := Effects{Units: units, Method: "linearisation"}
	switch {
	case LeavesOut(o, len(sums)):
		e, _ = Jackknife(withoutLessons(sums), nil)
	case o.Unit == stats.ByLesson:
		e.Delta = make([]float64, 0, len(sums))
		for _, s := range sums {
			e.Delta = append(e.Delta, (s.sum-s.n*mean)/n)
		}
	default:
		e.Delta = make([]float64, 0, int(n))
		for _, x := range list {
			if x.Paired {
				e.Delta = append(e.Delta, (x.Value-mean)/n)
			}
		}
	}
	return Over(e, 0, o)
}

// lessonSum adds up the paired observations of a lesson.
type lessonSum struct{ sum, n float64 }

// byLesson adds up the paired observations of each lesson that has any, in the
// order of lessons.
func byLesson(list []Observation) []lessonSum {
	runs := 0
	for i, o := range list {
		if i == 0 || o.Lesson != list[i-1].Lesson {
			runs++
		}
	}
	sums := make([]lessonSum, 0, runs)
	lessons := make([]int32, 0, runs) // of the sums, ascending
	at := -1
	for _, o := range list {
		if !o.Paired {
			continue
		}
		if at < 0 || o.Lesson != lessons[at] { // lessons stand together, mostly in order
			found := false
			if at, found = len(lessons), len(lessons) > 0 && o.Lesson <= lessons[len(lessons)-1]; found {
				at, found = slices.BinarySearch(lessons, o.Lesson)
			}
			if !found {
				lessons, sums = slices.Insert(lessons, at, o.Lesson), slices.Insert(sums, at, lessonSum{})
			}
		}
		sums[at].sum += o.Value
		sums[at].n++
	}
	return sums
}

// withoutLessons returns the mean without each lesson.
func withoutLessons(sums []lessonSum) []stats.Number {
	var all lessonSum
	for _, s := range sums {
		all.sum += s.sum
		all.n += s.n
	}
	without := make([]stats.Number, len(sums))
	for i, s := range sums {
		without[i] = stats.Of((all.sum - s.sum) / (all.n - s.n))
	}
	return without
}
