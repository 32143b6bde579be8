package rounds

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A round is the items of one round, by lesson.
type round struct{ lessons []lesson }

type lesson struct{ items []item }

// An item is an indicator of a lesson with two ratings or more.
type item struct {
	indicator        int32
	exact, twoApart  float64
	ratings          float64
	within           float64 // m_u D_u, D_u the mean of ((x − y)/range)² over its ordered pairs
	sum, square      float64 // of its ratings, from 0 to 1 of the scale
	scale            int
	twoApartPossible bool
}

// A Selection keeps some raters and indicators; nil keeps all.
type Selection struct {
	Rater, Indicator func(int32) bool
}

func keeps(f func(int32) bool, code int32) bool { return f == nil || f(code) }

// measure lays out one round of a table.
func measure(t *rating.Table, code int32, s Selection) round {
	var r round
	last := int32(-1)
	for i, it := range t.Items() {
		if it.Round != code || !keeps(s.Indicator, it.Indicator) {
			continue
		}
		x, ok := itemOf(t, i, s)
		if !ok {
			continue
		}
		if it.Lesson != last {
			r.lessons = append(r.lessons, lesson{})
			last = it.Lesson
		}
		l := &r.lessons[len(r.lessons)-1]
		l.items = append(l.items, x)
	}
	return r
}

// itemOf measures an item; false where fewer than two of the raters rated it.
func itemOf(t *rating.Table, i int, s Selection) (item, bool) {
	raters, levels := t.Row(i)
	scale, code := t.Scale(i), t.Items()[i].Indicator
	step, width := scale.Step()*(1+1e-9), scale.Range()
	values := make([]float64, 0, len(raters))
	for k, g := range raters {
		if keeps(s.Rater, g) {
			values = append(values, t.Value(i, levels[k]))
		}
	}
	if len(values) < 2 {
		return item{}, false
	}
	x := item{indicator: code, ratings: float64(len(values)), scale: t.ScaleOf(code), twoApartPossible: width > step}
	if width == 0 {
		width = 1
	}
	for k, v := range values {
		for _, w := range values[:k] {
			switch d := math.Abs(v - w); {
			case d == 0:
				x.exact++
			case d > step:
				x.twoApart++
			}
			x.within += 2 * (v - w) * (v - w) / (width * width)
		}
		z := (v - scale.Min()) / width
		x.sum += z
		x.square += z * z
	}
	pairs := x.ratings * (x.ratings - 1) / 2
	x.exact /= pairs
	x.twoApart /= pairs
	x.within /= x.ratings - 1
	return x, true
}

// mean is the mean of a figure over the items of a lesson.
func (l lesson) mean(figure func(item) float64) float64 {
	sum := 0.0
	for _, x := range l.items {
		sum += figure(x)
	}
	return sum / float64(len(l.items))
}

func exact(x item) float64    { return x.exact }
func twoApart(x item) float64 { return x.twoApart }

// means are those of the lessons.
func (r round) means(figure func(item) float64) []float64 {
	list := make([]float64, len(r.lessons))
	for i, l := range r.lessons {
		list[i] = l.mean(figure)
	}
	return list
}

// over is the mean of a figure over all items.
func (r round) over(figure func(item) float64) float64 {
	sum, n := 0.0, 0.0
	for _, l := range r.lessons {
		for _, x := range l.items {
			sum += figure(x)
			n++
		}
	}
	return sum / n
}

// distance is ΣD_o/ΣD_e with D_e from pairs of ratings of the same lesson (and
// scale): what lies between lessons would make a round of varied lessons look
// closer than one of lessons that are alike. Lesson out and indicator without
// are left out (−1: none). NaN where nothing lies between the ratings.
func (r round) distance(out int, without int32) float64 {
	observed, expected := 0.0, 0.0
	for i, l := range r.lessons {
		if i == out {
			continue
		}
		var sums [mostScales]struct{ n, sum, square float64 }
		for _, x := range l.items {
			if x.indicator == without {
				continue
			}
			observed += x.within
			s := &sums[x.scale%mostScales]
			s.n += x.ratings
			s.sum += x.sum
			s.square += x.square
		}
		for _, s := range sums {
			if s.n > 1 { // Σ over ordered pairs of (x − y)² is 2(n Σx² − (Σx)²)
				expected += 2 * (s.n*s.square - s.sum*s.sum) / (s.n - 1)
			}
		}
	}
	if expected < 1e-9 {
		return math.NaN()
	}
	return observed / expected
}

// mostScales is the number of scales of a form that are told apart.
const mostScales = 8

// Figures are a round's, of some raters and indicators.
type Figures struct {
	Lessons, Items            int
	Exact, TwoApart, Distance stats.Number
}

// Of returns the figures of a round: exact and two_apart are means over items,
// Distance has its chance within lessons.
func Of(t *rating.Table, code int32, s Selection) Figures {
	r := measure(t, code, s)
	f := Figures{Lessons: len(r.lessons)}
	for _, l := range r.lessons {
		f.Items += len(l.items)
	}
	if f.Items == 0 {
		f.Exact = stats.None(stats.NoPairs)
		f.TwoApart, f.Distance = f.Exact, f.Exact
		return f
	}
	f.Exact, f.TwoApart = stats.Of(r.over(exact)), stats.Of(r.over(twoApart))
	f.Distance = stats.Of(r.distance(-1, -1))
	if !f.Distance.OK() {
		f.Distance = stats.None(stats.NoVariation)
	}
	return f
}

// common is [Common], of everyone where the options say so.
func (o Options) common(t *rating.Table, rounds ...int32) Selection {
	s := Common(t, rounds...)
	if o.Everyone {
		s.Rater = nil
	}
	return s
}

// Common selects the raters who rated in all of the rounds and the indicators
// that were rated in all of them.
func Common(t *rating.Table, rounds ...int32) Selection {
	raters, indicators := counts{}, counts{}
	for k, code := range rounds {
		for i, it := range t.Items() {
			if it.Round != code {
				continue
			}
			row, _ := t.Row(i)
			for _, g := range row {
				raters.mark(g, k)
			}
			if len(row) > 0 {
				indicators.mark(it.Indicator, k)
			}
		}
	}
	in := func(c counts) func(int32) bool {
		return func(code int32) bool { return c[code] == len(rounds) }
	}
	return Selection{in(raters), in(indicators)}
}

// counts says in how many of the rounds so far a code stands.
type counts map[int32]int

// mark notes a code in round k, if it stands in all before.
func (c counts) mark(code int32, k int) {
	if c[code] == k {
		c[code] = k + 1
	}
}
