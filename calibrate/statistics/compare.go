package statistics

import (
	"context"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
)

// compareCoefficients is what Compare names to compare coefficients with each
// other rather than parts of the ratings.
const compareCoefficients = "coefficients"

// A side is one side of a comparison.
type side struct {
	name    string
	subject agree.Subject
	lessons int
}

// comparisons compares each coefficient between each two parts of a facet, or
// the first coefficient with each other, on each scale.
func comparisons(ctx context.Context, e *estimation) error {
	e.out.Comparisons = []calibrate.Comparison{}
	for s, scale := range e.table.Scales() {
		matrix := e.table.Matrix(s, nil)
		if matrix.Items() == 0 {
			continue
		}
		name := ""
		if len(e.table.Scales()) > 1 {
			name = scale.ID
		}
		data := agree.Prepare(matrix)
		subsets := e.subsets(data, itemsOn(e.table, s, func(int) bool { return true }))
		if len(subsets) > 2 {
			if err := e.homogeneity(ctx, subsets, name); err != nil {
				return err
			}
		}
		for _, list := range e.contests(data, subsets) {
			if err := e.compareAll(ctx, list, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// A subset is the data of a part, by name.
type subset struct {
	name string
	data *agree.Data
}

// subsets returns the data of each part that may be shown and has a rating.
func (e *estimation) subsets(d *agree.Data, items []int) []subset {
	var list []subset
	f := e.against
	if f == nil {
		return nil
	}
	for code, name := range f.parts {
		if !f.shows(code) {
			continue
		}
		var sub *agree.Data
		if f.ofItem != nil {
			sub = d.OnlyItems(func(row int) bool { return f.ofItem(items[row]) == code })
		} else {
			sub = d.OnlyRaters(func(g int32) bool { return f.ofRater[g] == code })
		}
		if sub.Items() > 0 {
			list = append(list, subset{name, sub})
		}
	}
	return list
}

// contests returns the sides to compare, the first of a list with each other.
func (e *estimation) contests(whole *agree.Data, subsets []subset) [][]side {
	var lists [][]side
	var coefficients []side
	for _, c := range e.options.Choices {
		if !agree.Comparable(c.Coefficient) || c.ofTwo && whole.Raters() != 2 {
			continue
		}
		subject := agree.Subject{Data: whole, Coefficient: c.Coefficient, Weights: c.Weights}
		coefficients = append(coefficients, side{choiceName(c), subject, whole.Clusters()})
		for i := range subsets {
			var list []side
			for _, s := range subsets[i:] {
				subject.Data = s.data
				list = append(list, side{s.name, subject, s.data.Clusters()})
			}
			lists = append(lists, list)
		}
	}
	if e.against == nil {
		return [][]side{coefficients}
	}
	return lists
}

// choiceName names a coefficient with its weights: gwet_ac/quadratic.
func choiceName(c Choice) string {
	if c.Weights == nil {
		return c.Coefficient.ID
	}
	return c.Coefficient.ID + "/" + c.Weights.ID
}

// compareAll compares the first side with each other.
func (e *estimation) compareAll(ctx context.Context, sides []side, scale string) error {
	for i := 1; i < len(sides); i++ {
		a, b := sides[0], sides[i]
		// Of two sets of lessons the smaller says whether there are enough.
		r, err := agree.Compare(ctx, a.subject, b.subject, e.estimationOf(min(a.lessons, b.lessons)))
		if err != nil {
			return err
		}
		c := calibrate.Comparison{
			ID: b.subject.Coefficient.ID, Weights: CoefficientOf(r.Second).Weights, Scale: scale, By: e.options.Compare,
			First: a.name, Second: b.name, FirstValue: r.First.Value, SecondValue: r.Second.Value,
			Difference: r.Difference, SE: r.SE, Lower: r.Lower, Upper: r.Upper, PValue: r.P, DF: r.DF,
			Unit: stats.Unit(r.Unit), Units: r.Units, Method: r.Method,
		}
		if c.Weights == nil {
			e.note(string(calibrate.NoWeights), pointer("comparisons", len(e.out.Comparisons), "weights"))
		}
		e.out.Comparisons = append(e.out.Comparisons, c)
	}
	return nil
}

// homogeneity tests each coefficient over all parts at once.
func (e *estimation) homogeneity(ctx context.Context, subsets []subset, scale string) error {
	for _, c := range e.options.Choices {
		if !agree.Comparable(c.Coefficient) || c.ofTwo {
			continue
		}
		var parts []agree.Subject
		lessons := math.MaxInt
		for _, s := range subsets {
			parts = append(parts, agree.Subject{Data: s.data, Coefficient: c.Coefficient, Weights: c.Weights})
			lessons = min(lessons, s.data.Clusters())
		}
		h, err := agree.Homogeneous(ctx, parts, e.estimationOf(lessons))
		if err != nil {
			return err
		}
		out := calibrate.Homogeneity{
			ID: c.Coefficient.ID, Scale: scale, By: e.options.Compare, Parts: h.Parts,
			Pooled: h.Pooled, PooledSE: h.SE, Statistic: h.Test.Statistic, DF: h.Test.DF, DF2: h.Test.DF2, PValue: h.Test.P,
			Unit: stats.Unit(h.Unit), Method: h.Method,
		}
		if c.Weights != nil {
			out.Weights = &c.Weights.ID
		} else {
			e.note(string(calibrate.NoWeights), pointer("homogeneity", len(e.out.Homogeneity), "weights"))
		}
		e.out.Homogeneity = append(e.out.Homogeneity, out)
	}
	return nil
}
