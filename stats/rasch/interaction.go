package rasch

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// An Interaction is what two elements do together beyond their measures.
type Interaction struct {
	A, B    int32 // elements of the first and the second
	Ratings int
	// Size in logits: how much higher these ratings are than the measures
	// explain. Levels is the same in level values: observed less expected mean.
	Size, Levels   stats.Number
	SE, T, P       stats.Number
	Adjusted       stats.Number // p by Holm over all
	Observed, Mean float64      // mean ratings, observed and expected
}

// Interactions returns the interaction of an element of facet a with each
// value of b, a code for every rating of the Data (−1 for none), with all
// measures held: Σ(x − E) = 0 at the size. t has n − 1 degrees of freedom. A
// cell at an end has its score moved inward as extreme elements have.
//
// The sizes of cells share the measures that were estimated from them: t is a
// little conservative.
//
// # References
//
// Linacre 1989. Myford & Wolfe 2003. Holm 1979,
// Scandinavian Journal of Statistics 6, pp. 65-70.
func (r *Result) Interactions(a int, b []int32) []Interaction {
	f := r.fit
	if f == nil {
		return nil
	}
	type cell struct{ a, b int32 }
	rows := map[cell][]int{}
	var cells []cell
	for n := range f.o.level {
		code := b[f.o.of(n)]
		if code < 0 {
			continue
		}
		at := cell{f.o.codes[a][n], code}
		if rows[at] == nil {
			cells = append(cells, at)
		}
		rows[at] = append(rows[at], n)
	}
	sort.Slice(cells, func(i, k int) bool {
		if cells[i].a != cells[k].a {
			return cells[i].a < cells[k].a
		}
		return cells[i].b < cells[k].b
	})
	categories := f.newCategories()
	list := make([]Interaction, 0, len(cells))
	for _, at := range cells {
		list = append(list, f.interaction(at.a, at.b, rows[at], categories, r.Model.Factor))
	}
	holm(list)
	return list
}

// interaction solves one cell.
func (f *fitted) interaction(a, b int32, rows []int, categories []category, factor float64) Interaction {
	score, top, observed, expected := 0.0, 0.0, 0.0, 0.0
	chance := make([]float64, f.stride)
	for _, n := range rows {
		g, c := &f.groups[f.o.group[n]], &categories[f.o.group[n]]
		score += float64(g.point(f.o.level[n]))
		top += float64(g.width())
		c.chances(f.location(f.o, n), chance[:len(c.t)])
		observed += f.value(f.o.of(n))
		expected += f.expected(int(f.o.group[n]), chance[:len(c.t)])
	}
	size := float64(len(rows))
	none := stats.None(stats.NoVariation)
	x := Interaction{
		A: a, B: b, Ratings: len(rows), Observed: observed / size, Mean: expected / size,
		Size: none, Levels: stats.Of((observed - expected) / size), SE: none, T: none, P: none, Adjusted: none,
	}
	if top < 2*Adjustment {
		return x
	}
	v, information := solve(f, rows, min(max(score, Adjustment), top-Adjustment), categories, chance)
	if information < 1e-9 {
		return x
	}
	se := 1 / math.Sqrt(information)
	x.Size, x.SE, x.T = stats.Of(factor*v), stats.Of(factor*se), stats.Of(v/se)
	if x.P = stats.None(stats.TooFewItems); len(rows) > 1 {
		x.P = stats.Of(2 * distuv.StudentsT{Sigma: 1, Nu: size - 1}.Survival(math.Abs(v/se)))
	}
	x.Adjusted = x.P
	return x
}

// solve returns the shift of the ratings' locations at which the score is
// expected, and the information there.
func solve(f *fitted, rows []int, score float64, categories []category, chance []float64) (x, information float64) {
	low, high := -40.0, 40.0
	for range 100 {
		rest := score
		information = 0
		for _, n := range rows {
			c := &categories[f.o.group[n]]
			c.chances(f.location(f.o, n)+x, chance[:len(c.t)])
			mean, variance, _ := moments(chance[:len(c.t)])
			rest -= mean
			information += variance
		}
		if math.Abs(rest) < 1e-9 || high-low < 1e-12 {
			break
		}
		if rest > 0 {
			low = x
		} else {
			high = x
		}
		if x += rest / information; !(x > low && x < high) {
			x = (low + high) / 2
		}
	}
	return x, information
}

// holm adjusts the p-values of those that have one.
func holm(list []Interaction) {
	var tested []int
	var values []float64
	for i := range list {
		if p, ok := list[i].P.Value(); ok {
			tested, values = append(tested, i), append(values, p)
		}
	}
	for k, p := range inference.Holm(values) {
		list[tested[k]].Adjusted = stats.Of(p)
	}
}
