package rounds

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Change is what became of the raters and indicators of two rounds.
type Change struct {
	From, To           int // positions in the order of rounds
	Movement           Movement
	Reason             stats.Reason // why nothing could be told at all
	Lessons            [2]int
	Raters, Indicators int // in both
	SameLessons        int // lessons of the same name in both

	Exact, TwoApart, Distance Difference // of the raters and indicators in both
	Everyone                  Difference // exact of all who rated the common indicators
	Composition               Difference // the change of everyone less that of those in both
	ByLesson                  bool       // limits speak of lessons, else of indicators
	LessonSD                  float64    // that was used where they speak of indicators
	LessonSDAssumed           bool
}

// How many lessons and indicators a word needs.
const (
	severalLessons   = 3
	fewestIndicators = 4
	assumedLessonSD  = 0.07
	mostFreedom      = 8    // of a t over indicators
	leaves           = 0.80 // at which limits over indicators must leave 0
)

// level is the p value at which a figure counts as moved, by the number of
// changes that stand side by side.
func level(comparisons int) float64 {
	switch {
	case comparisons <= 1:
		return 0.08
	case comparisons <= 3:
		return 0.04
	}
	return 0.08 / float64(comparisons)
}

// Comparisons is how many changes a series of rounds shows side by side: from
// each to the next, and from the first to the last.
func Comparisons(rounds int) int {
	if rounds < 3 {
		return rounds - 1
	}
	return rounds
}

// Between compares rounds order[from] and order[to] of a table. The lessons of
// all rounds in the order serve to know how lessons differ.
//
// With three lessons or more in both, exact and two_apart take a t on lesson
// means and the distance the delete-one-lesson jackknife, their variance pooled
// over all rounds with Σ(L − 1) degrees of freedom. The team moved where two
// of the three do so at level .08 in one direction and the third does not in
// the other. With fewer, exact has the variance s²_d/I + σ²(1/L_A + 1/L_B) over
// the I common indicators, σ the assumed standard deviation between lessons,
// the distance the delete-one-indicator jackknife, both on min(I − 1, 8)
// degrees of freedom; the team moved where both leave 0 at 80% in one direction.
func Between(t *rating.Table, order []int32, from, to int, o Options) Change {
	both := o.common(t, order[from], order[to])
	c := Change{From: from, To: to, Movement: CannotTell}
	c.Raters, c.Indicators = count(t.Raters(), Common(t, order[from], order[to]).Rater), count(t.Indicators(), both.Indicator)
	c.SameLessons = sameLessons(t, order[from], order[to])
	everyone := both
	everyone.Rater = nil
	p := pair{o: o}
	for _, code := range order {
		p.common = append(p.common, measure(t, code, both))
		p.everyone = append(p.everyone, measure(t, code, everyone))
	}
	p.from, p.to = from, to
	a, b := p.common[from], p.common[to]
	c.Lessons = [2]int{len(a.lessons), len(b.lessons)}
	c.ByLesson = min(c.Lessons[0], c.Lessons[1]) >= severalLessons
	if c.Raters < 2 && !o.Everyone || len(a.lessons) == 0 || len(b.lessons) == 0 || !c.ByLesson && c.Indicators < fewestIndicators {
		c.Reason = TooFewCommon
		c.Exact, c.TwoApart, c.Distance = none(TooFewCommon), none(TooFewCommon), none(TooFewCommon)
		c.Everyone, c.Composition = none(TooFewCommon), none(TooFewCommon)
		return c
	}
	if c.ByLesson {
		p.byLesson(&c)
	} else {
		p.byIndicator(&c)
	}
	return c
}

func count(names []string, keep func(int32) bool) int {
	n := 0
	for code := range names {
		if keep(int32(code)) {
			n++
		}
	}
	return n
}

// sameLessons counts the lessons that stand in both rounds.
func sameLessons(t *rating.Table, a, b int32) int {
	in := map[int32]int{}
	for _, it := range t.Items() {
		switch it.Round {
		case a:
			in[it.Lesson] |= 1
		case b:
			in[it.Lesson] |= 2
		}
	}
	n := 0
	for _, where := range in {
		if where == 3 {
			n++
		}
	}
	return n
}

// A pair is two rounds among all.
type pair struct {
	o                Options
	common, everyone []round
	from, to         int
}

// byLesson compares lessons.
func (p *pair) byLesson(c *Change) {
	lessons := func(rounds []round, figure func(item) float64) [][]float64 {
		var list [][]float64
		for _, r := range rounds {
			list = append(list, r.means(figure))
		}
		return list
	}
	exacts := lessons(p.common, exact)
	c.Exact = p.of(p.means(exacts), p.common, exact)
	c.TwoApart = p.of(p.means(lessons(p.common, twoApart)), p.common, twoApart)
	var pseudo [][]float64
	for _, r := range p.common {
		pseudo = append(pseudo, r.pseudoDistances())
	}
	c.Distance = recentered(p.means(pseudo), p.common[p.from].distance(-1, -1), p.common[p.to].distance(-1, -1))
	all := lessons(p.everyone, exact)
	c.Everyone = p.of(p.means(all), p.everyone, exact)
	for r := range all {
		if len(exacts[r]) != len(all[r]) { // a lesson that fewer than two of both rated
			c.Composition = none(TooFewCommon)
			break
		}
		for l := range all[r] {
			all[r][l] -= exacts[r][l]
		}
	}
	if c.Composition == (Difference{}) {
		c.Composition = p.means(all)
	}
	alpha := level(p.o.Comparisons)
	together, apart := 0, 0
	figures := []direction{{c.Exact, 1}, {c.Distance, -1}}
	if p.common[p.from].twoApartPossible() {
		figures = append(figures, direction{c.TwoApart, -1})
	}
	for _, d := range figures {
		switch d.moved(func(d Difference) bool { return d.P.Or(1) <= alpha }) {
		case 1:
			together++
		case -1:
			apart++
		}
	}
	c.Movement = movement(together, apart)
}

func (r round) twoApartPossible() bool {
	for _, l := range r.lessons {
		for _, x := range l.items {
			if x.twoApartPossible {
				return true
			}
		}
	}
	return false
}

// movement is the word where two figures moved one way and none the other.
func movement(together, apart int) Movement {
	switch {
	case together >= 2 && apart == 0:
		return Together
	case apart >= 2 && together == 0:
		return Apart
	}
	return CannotTell
}

// A direction is a difference and the sign that means together.
type direction struct {
	Difference
	sign float64
}

// moved is 1 for together, −1 for apart, 0 where a difference does not leave 0.
func (d direction) moved(leaves func(Difference) bool) int {
	v, ok := d.Change.Value()
	if !ok || !leaves(d.Difference) {
		return 0
	}
	if v*d.sign > 0 {
		return 1
	}
	return -1
}

// recentered is a difference with its limits around the change from one value
// to the other.
func recentered(d Difference, before, after float64) Difference {
	if !d.Change.OK() || math.IsNaN(before) || math.IsNaN(after) {
		return none(stats.NoVariation)
	}
	shift := after - before - d.Change.Or(0)
	move := func(v float64) float64 { return v + shift }
	d.Before, d.After, d.Change = stats.Of(before), stats.Of(after), stats.Of(after-before)
	d.Lower, d.Upper = d.Lower.Map(move), d.Upper.Map(move)
	d.P = d.P.Map(func(float64) float64 { return twoSided((after-before)/d.SE, d.DF) })
	return d
}

// of puts a difference around the means over items, which the rounds' own
// figures are.
func (p *pair) of(d Difference, rounds []round, figure func(item) float64) Difference {
	return recentered(d, rounds[p.from].over(figure), rounds[p.to].over(figure))
}

// pseudoDistances are L·θ − (L − 1)·θ_(l): their variance is the jackknife's.
func (r round) pseudoDistances() []float64 {
	n, all := float64(len(r.lessons)), r.distance(-1, -1)
	list := make([]float64, len(r.lessons))
	for l := range list {
		list[l] = n*all - (n-1)*r.distance(l, -1)
	}
	return list
}

// means compares the means of lessons, with their variance pooled over all
// rounds.
func (p *pair) means(lessons [][]float64) Difference {
	squares, freedom := pooled(lessons)
	a, b := lessons[p.from], lessons[p.to]
	se := math.Sqrt(squares / freedom * (1/float64(len(a)) + 1/float64(len(b))))
	if math.IsNaN(se) {
		return none(stats.NoVariation)
	}
	return student(mean(a), mean(b), se, freedom, p.o)
}

// pooled is the sum of squares within rounds and its degrees of freedom. A
// round in which a value is not known says nothing.
func pooled(lessons [][]float64) (squares, freedom float64) {
	for _, list := range lessons {
		center, sum := mean(list), 0.0
		for _, v := range list {
			sum += (v - center) * (v - center)
		}
		if len(list) > 1 && !math.IsNaN(sum) {
			squares += sum
			freedom += float64(len(list) - 1)
		}
	}
	return squares, freedom
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return sum / float64(len(list))
}

// composition compares what those add who are not in both rounds.
func (p *pair) composition(a, b, before, after round) Difference {
	var x, y, d []float64
	commonA, commonB := a.byIndicator(exact), b.byIndicator(exact)
	allA, allB := before.byIndicator(exact), after.byIndicator(exact)
	for _, i := range indicators(a, b) {
		first, second := allA[i]-commonA[i], allB[i]-commonB[i]
		x, y, d = append(x, first), append(y, second), append(d, second-first)
	}
	n := float64(len(d))
	if n < fewestIndicators {
		return none(TooFewCommon)
	}
	squares, freedom := pooled([][]float64{d})
	return student(mean(x), mean(y), math.Sqrt(squares/freedom/n), min(n-1, mostFreedom), p.o)
}

// distances compares the distances by leaving out each indicator in turn.
func (p *pair) distances(a, b round) Difference {
	before, after := a.distance(-1, -1), b.distance(-1, -1)
	if math.IsNaN(before) || math.IsNaN(after) {
		return none(stats.NoVariation)
	}
	var without []float64
	list := indicators(a, b)
	for _, i := range list {
		without = append(without, b.distance(-1, i)-a.distance(-1, i))
	}
	squares, _ := pooled([][]float64{without})
	n := float64(len(list))
	if n < fewestIndicators || math.IsNaN(mean(without)) {
		return none(stats.Unstable)
	}
	return student(before, after, math.Sqrt((n-1)/n*squares), min(n-1, mostFreedom), p.o)
}
