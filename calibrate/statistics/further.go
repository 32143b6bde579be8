package statistics

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rating"
)

// boundaries lists the agreement at each boundary.
func boundaries(ctx context.Context, e *estimation) error {
	e.out.Boundaries = []calibrate.BoundaryAgreement{}
	for _, p := range e.parts {
		list, err := Boundaries(ctx, p.agreement(), p.of, p.scale, e.estimationOf(p.agreement().Clusters()))
		if err != nil {
			return err
		}
		e.out.Boundaries = append(e.out.Boundaries, list...)
	}
	return nil
}

// confusion counts which level is taken for which: of the whole as a matrix
// where it is one, and as cells; of each two raters where pairs are asked for.
func confusion(_ context.Context, e *estimation) error {
	e.out.ConfusionCells = []calibrate.ConfusionCell{}
	for _, p := range e.parts {
		matrix := p.agreement().Confusion()
		if len(e.parts) == 1 {
			e.out.Confusion = matrix
		}
		e.out.ConfusionCells = append(e.out.ConfusionCells, p.confusionCells("", "", matrix)...)
	}
	if !e.options.Pairs || countsOnly(e.study) {
		return nil
	}
	names := e.raterNames()
	for _, p := range e.parts {
		if p.agreement().Raters() <= MostForPairs {
			e.out.ConfusionCells = append(e.out.ConfusionCells, p.confusionOfPairs(names)...)
		}
	}
	return nil
}

// confusionOfPairs counts which level of one rater is which of another, the
// lower name first, in the order of the names.
func (p *part) confusionOfPairs(names []string) (cells []calibrate.ConfusionCell) {
	pairs := p.agreement().PerPair()
	for i, pair := range pairs {
		if rating.CompareNatural(names[pair.A], names[pair.B]) > 0 {
			pairs[i].A, pairs[i].B = pair.B, pair.A
		}
	}
	slices.SortFunc(pairs, func(x, y agree.Pair) int {
		return cmp.Or(rating.CompareNatural(names[x.A], names[y.A]), rating.CompareNatural(names[x.B], names[y.B]))
	})
	for _, pair := range pairs {
		if pair.Items > 0 {
			cells = append(cells, p.confusionCells(names[pair.A], names[pair.B], p.agreement().ConfusionOf(pair.A, pair.B))...)
		}
	}
	return cells
}

// confusionCells lists a matrix of levels, of two raters or of all.
func (p *part) confusionCells(a, b string, matrix [][]float64) (cells []calibrate.ConfusionCell) {
	values := p.data.Matrix().Values()
	for k, row := range matrix {
		for l, pairs := range row {
			cells = append(cells, calibrate.ConfusionCell{
				Of: p.of, Scale: p.scale, A: a, B: b, Level: values[k], Other: values[l], Pairs: pairs,
			})
		}
	}
	return cells
}

// measurementErrors adds the errors of measurement to the coefficients.
func measurementErrors(_ context.Context, e *estimation) error {
	for _, p := range e.parts {
		m := icc.View(p.data).Errors()
		for _, x := range []struct {
			id    string
			value stats.Number
		}{{"sem", m.SEM}, {"sep", m.SEP}, {"see", m.SEE}} {
			none := stats.None(stats.NotApplicable)
			c := calibrate.Coefficient{
				ID: x.id, Value: x.value, SE: none, Lower: none, Upper: none, PValue: none, Observed: none, Expected: none,
				Items: p.agreement().Items(), Raters: p.agreement().Raters(), Of: p.of, Scale: p.scale, Method: "mean squares",
			}
			if _, complete := icc.View(p.data).Squares(); !complete {
				c.Method = "REML"
			}
			e.out.Coefficients = append(e.out.Coefficients, c)
		}
	}
	return nil
}

// repeats adds how far raters agree with themselves over rounds.
func repeats(_ context.Context, e *estimation) error {
	if len(e.table.Rounds()) < 2 {
		e.note("one_round", "/coefficients")
		return nil
	}
	for s, scale := range e.table.Scales() {
		m := e.table.Repeats(s)
		if m.Items() == 0 {
			continue
		}
		o := e.estimationOf(agree.Prepare(m).Clusters())
		for _, x := range []struct {
			id string
			of func(*rating.Matrix, stats.Options) (stats.Result, error)
		}{{"intra_kappa", agree.FleissKappa}, {"intra_icc", icc.OneWay}} {
			r, err := x.of(m, o)
			if err != nil {
				return err
			}
			r.ID = x.id
			c := CoefficientOf(r)
			if len(e.table.Scales()) > 1 {
				c.Scale = scale.ID
			}
			e.out.Coefficients = append(e.out.Coefficients, c)
		}
	}
	return nil
}

// groupKappas adds the agreement between each two groups of raters, each taken
// as a whole.
func groupKappas(_ context.Context, e *estimation) error {
	f, err := facetOf(e.table, e.options.Groups)
	if err != nil {
		return err
	}
	if f.ofRater == nil {
		e.note(string(stats.NotApplicable), "/coefficients")
		return nil
	}
	if f.hides() {
		e.note(string(calibrate.GroupWithheld), "/coefficients")
	}
	in := func(part int) func(int32) bool { return func(g int32) bool { return f.ofRater[g] == part } }
	for s, scale := range e.table.Scales() {
		m := e.table.Matrix(s, nil)
		for a := range f.parts {
			for b := range a {
				if !f.shows(a) || !f.shows(b) || m.Items() == 0 {
					continue
				}
				c, err := e.groupKappa(m, in(b), in(a), &calibrate.Of{By: f.name, Name: f.parts[b] + " and " + f.parts[a]})
				if err != nil {
					return err
				}
				if len(e.table.Scales()) > 1 {
					c.Scale = scale.ID
				}
				e.out.Coefficients = append(e.out.Coefficients, c)
			}
		}
	}
	return nil
}

func (e *estimation) groupKappa(m *rating.Matrix, first, second func(int32) bool, of *calibrate.Of) (calibrate.Coefficient, error) {
	o := e.estimationOf(agree.Prepare(m).Clusters())
	o.Weights = nil
	r, err := agree.GroupKappa(m, first, second, o)
	c := CoefficientOf(r)
	c.Of = of
	return c, err
}
