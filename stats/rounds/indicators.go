package rounds

import (
	"math"
)

// byIndicator compares indicators, for there are too few lessons.
func (p *pair) byIndicator(c *Change) {
	a, b := p.common[p.from], p.common[p.to]
	c.LessonSD, c.LessonSDAssumed = p.lessonSD()
	between := c.LessonSD * c.LessonSD * (1/float64(c.Lessons[0]) + 1/float64(c.Lessons[1]))
	c.Exact = p.of(p.overIndicators(a, b, exact, between), p.common, exact)
	c.TwoApart = p.of(p.overIndicators(a, b, twoApart, between), p.common, twoApart)
	c.Distance = p.distances(a, b)
	before, after := p.everyone[p.from], p.everyone[p.to]
	c.Everyone = p.of(p.overIndicators(before, after, exact, between), p.everyone, exact)
	c.Composition = p.composition(a, b, before, after)
	leavesZero := func(d Difference) bool {
		return d.P.OK() && d.P.Or(1) <= 1-leaves
	}
	if n := p.o.Comparisons; n > 1 {
		leavesZero = func(d Difference) bool { return d.P.OK() && d.P.Or(1) <= (1-leaves)*level(n)/level(1) }
	}
	together, apart := 0, 0
	for _, d := range []direction{{c.Exact, 1}, {c.Distance, -1}} {
		switch d.moved(leavesZero) {
		case 1:
			together++
		case -1:
			apart++
		}
	}
	c.Movement = movement(together, apart)
}

// lessonSD is the standard deviation of exact between lessons: the option's,
// what rounds of several lessons show, or assumed.
func (p *pair) lessonSD() (sd float64, assumed bool) {
	if p.o.LessonSD > 0 {
		return p.o.LessonSD, false
	}
	var lessons [][]float64
	for _, r := range p.common {
		lessons = append(lessons, r.means(exact))
	}
	if squares, freedom := pooled(lessons); freedom >= severalLessons {
		return math.Sqrt(squares / freedom), false
	}
	return assumedLessonSD, true
}

// indicators are those of both rounds, in order.
func indicators(a, b round) []int32 {
	first, second := a.byIndicator(exact), b.byIndicator(exact)
	var list []int32
	for i := range first {
		if _, ok := second[i]; ok {
			list = append(list, i)
		}
	}
	return sorted(list)
}

// overIndicators compares a figure over the indicators of both rounds, and adds
// what lies between lessons.
func (p *pair) overIndicators(a, b round, figure func(item) float64, between float64) Difference {
	before, after := a.byIndicator(figure), b.byIndicator(figure)
	list := indicators(a, b)
	var x, y, d []float64
	for _, i := range list {
		x, y, d = append(x, before[i]), append(y, after[i]), append(d, after[i]-before[i])
	}
	n := float64(len(list))
	if n < fewestIndicators {
		return none(TooFewCommon)
	}
	squares, freedom := pooled([][]float64{d})
	return student(mean(x), mean(y), math.Sqrt(squares/freedom/n+between), min(n-1, mostFreedom), p.o)
}

// byIndicator is the mean of a figure for each indicator.
func (r round) byIndicator(figure func(item) float64) map[int32]float64 {
	sums, n := map[int32]float64{}, map[int32]float64{}
	for _, l := range r.lessons {
		for _, x := range l.items {
			sums[x.indicator] += figure(x)
			n[x.indicator]++
		}
	}
	for i := range sums {
		sums[i] /= n[i]
	}
	return sums
}
