package agree

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/crosstab"
)

// A Boundary is the agreement at one line of the scale: whether two raters are
// on the same side of it.
type Boundary struct {
	Below, Above float64      // values of the levels on both sides
	Exact        stats.Number // the mean over items of the share of pairs on the same side
	Chance       stats.Number // the same of two ratings drawn from all
	Kappa        stats.Result // Fleiss' kappa of the scale cut in two
}

// What a boundary must have to count as shared or not: the share of pairs on the
// same side that NAEP asks of a scale of two levels, and that the district
// standard asks, with a kappa that is surely not poor (.40), or surely not
// excellent (.75: Fleiss, Levin & Paik 2003, Statistical Methods for Rates and
// Proportions).
const (
	SharedSide, ApartSide   = 0.85, 0.75
	SharedKappa, ApartKappa = 0.40, 0.75
)

// enoughItems is on how many items nobody must disagree for a boundary to count
// as shared: there is no interval then.
const enoughItems = 10

// Shared reports whether raters share the boundary: 85% of pairs are on the same
// side, and kappa is surely at .40 or above. How seldom that is said of one that
// they do not share stands in docs/simulations-boundaries.md.
func (b Boundary) Shared() bool {
	lower, ok := b.Kappa.Lower.Value()
	return b.Kappa.Value.Or(0) == 1 && b.Kappa.Items >= enoughItems ||
		ok && b.Exact.Or(0) >= SharedSide && lower >= SharedKappa
}

// Apart reports whether raters do not share the boundary: under 75% of pairs are
// on the same side, and kappa is surely under .75.
func (b Boundary) Apart() bool {
	upper, ok := b.Kappa.Upper.Value()
	return ok && b.Exact.Or(1) < ApartSide && upper < ApartKappa
}

// Boundaries returns the agreement at each boundary of the scale. That of a
// line which no rating crosses says nothing: its kappa is absent, undefined.
func (d *Data) Boundaries(ctx context.Context, o stats.Options) ([]Boundary, error) {
	o.Weights = nil // two levels are the same or not
	var boundaries []Boundary
	for k := range len(d.values) - 1 {
		b := Boundary{Below: d.values[k], Above: d.values[k+1], Chance: dealt(d, k)}
		two := inTwo(d, func(level int) bool { return level > k })
		exact, err := two.Estimate(ctx, percentAgreement, o)
		if err != nil {
			return nil, err
		}
		b.Exact = exact.Value
		if b.Kappa, err = two.Estimate(ctx, fleissKappa, o); err != nil {
			return nil, err
		}
		boundaries = append(boundaries, b)
	}
	return boundaries, nil
}

// dealt returns the chance that two ratings drawn without replacement from
// those of items with two or more are on the same side of the line above level
// k.
func dealt(d *Data, k int) stats.Number {
	f := d.byCounts()
	below, all := 0.0, 0.0
	for p, t := range f.times {
		if f.size[p] < 2 {
			continue
		}
		all += t * f.size[p]
		for level, n := range f.count(p) {
			if level <= k {
				below += t * n
			}
		}
	}
	if all < 2 {
		return stats.None(stats.NoPairs)
	}
	above := all - below
	return stats.Of((below*(below-1) + above*(above-1)) / (all * (all - 1)))
}

// Confusion counts pairs of ratings of the same item by their levels, q × q:
// which level is taken for which. A pair of different levels stands on both
// sides of the diagonal, as neither rater is first.
func (d *Data) Confusion() [][]float64 {
	f := d.byCounts()
	confusion := crosstab.New(f.levels)
	for p, t := range f.times {
		counts := f.count(p)
		for k, n := range counts {
			for l, m := range counts {
				if k == l {
					m = (n - f.selfAt(p, k)/max(n, 1)) / 2
				}
				confusion.Cells[k*f.levels+l] += t * n * m
			}
		}
	}
	return confusion.Rows()
}

// ConfusionOf counts the items that two raters both rated by their levels: the
// rows are those of the first.
func (d *Data) ConfusionOf(first, second int32) [][]float64 {
	t := crosstab.New(len(d.values))
	for i := range d.matrix.Items() {
		raters, levels := d.matrix.Row(i)
		k, l := -1, -1
		for j, g := range raters {
			switch g {
			case first:
				k = int(levels[j])
			case second:
				l = int(levels[j])
			}
		}
		if k >= 0 && l >= 0 {
			t.Cells[k*t.Levels+l]++
		}
	}
	return t.Rows()
}
