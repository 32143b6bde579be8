package team

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// What the search for camps needs and allows.
const (
	smallestCamp       = 3
	fewestForCamps     = 2 * smallestCamp // raters
	MostForCamps       = 60               // raters
	fewestItemsOfCamps = 3
	campReplicates     = 199
	campLevel          = 0.05
	campEnough         = 10                 // splits as strong that end the test: 10 of 199 is above 0.05
	campStream         = 0xd1b54a32d192ed03 // its own random numbers
)

// Camps is the best split of the raters and how likely one as strong is
// where there are no camps.
type Camps struct {
	P     stats.Number
	Sides [2][]int // raters, by position
}

// Found reports whether the split is beyond chance.
func (c Camps) Found() bool { return c.P.Or(1) <= campLevel }

// FindCamps looks for two readings.
//
// The ratings that remain after item and rater are split into two parts of
// three or more whose mean residuals differ most. A split can always be found,
// so its strength is compared with that of the best splits of up to 199 tables that
// hold no camps: tables in which every item has the same count of each level
// and every rater gave each level as often, so that severity, central tendency
// and hard items stay as they are. The furthest rater takes no part in the
// test: one person is not a camp.
//
// # References
//
// Besag, J. and Clifford, P. (1989). Generalized Monte Carlo significance
// tests. Biometrika 76, 633–642: section 3, the parallel method, by which the
// p value holds however far the replicates have moved.
//
// Besag, J. and Clifford, P. (1991). Sequential Monte Carlo p-values. Biometrika
// 78, 301–304: the test ends with the tenth split that is as strong, its p value
// ten over the replicates so far.
//
// Strona, G. et al. (2014). A fast and unbiased procedure to randomize
// ecological binary matrices with fixed row and column totals. Nature
// Communications 5, 4114: trades between two rows, here for several levels.
func FindCamps(ctx context.Context, m *Stats) (Camps, error) {
	if why := noCamps(m); why != "" {
		return Camps{P: stats.None(why)}, nil
	}
	whole := newCampTable(m)
	switch {
	case whole.parts > 1:
		return Camps{P: stats.None(NotConnected)}, nil
	case len(whole.raters) < fewestForCamps: // who share items; others may have rated
		return Camps{P: stats.None(NeedsSixRaters)}, nil
	}
	split := newSplitter(len(whole.raters))
	split.products(whole.residuals(whole.levels))
	split.search(smallestCamp)
	rest := newCampTable(m.Without(int32(whole.raters[split.furthest()])))
	if rest.parts != 1 || len(rest.raters) < fewestForCamps-1 {
		return Camps{P: stats.None(NotConnected)}, nil
	}
	p, err := rest.campTest(ctx, m.Options.Seed)
	c := Camps{P: p}
	for column, g := range whole.raters {
		side := 0
		if split.in[column] {
			side = 1
		}
		c.Sides[side] = append(c.Sides[side], g)
	}
	return c, err
}

// noCamps returns why camps are not looked for, or "".
func noCamps(m *Stats) stats.Reason {
	raters := CountTrue(m.Table.Rated())
	paired := 0
	for i := range m.Table.Items() {
		if m.Item(i).Ratings >= 2 {
			paired++
		}
	}
	switch {
	case paired == 0:
		return stats.NoPairs
	case raters < fewestForCamps:
		return NeedsSixRaters
	case raters > MostForCamps:
		return TooManyRaters
	case paired < fewestItemsOfCamps:
		return stats.TooFewItems
	}
	return ""
}

// campTest is the share of tables without camps whose best split is as strong.
func (t *campTable) campTest(ctx context.Context, seed uint64) (stats.Number, error) {
	split := newSplitter(len(t.raters))
	smallest := min(smallestCamp, split.n/2)
	strength := func(levels []uint16) float64 {
		split.products(t.residuals(levels))
		return split.search(smallest)
	}
	observed := strength(t.levels)
	if observed <= 1e-9 {
		return stats.None(stats.NoSpread), nil
	}
	origin := slices.Clone(t.levels)
	t.shuffle(origin, resample.Rand(seed^campStream, 0))
	levels := make([]uint16, len(origin))
	reached := 0
	for replicate := range campReplicates {
		if err := ctx.Err(); err != nil {
			return stats.Number{}, err
		}
		copy(levels, origin)
		t.shuffle(levels, resample.Rand(seed^campStream, replicate+1))
		if strength(levels) >= observed*(1-1e-9) {
			reached++
		}
		if reached == campEnough {
			return stats.Of(float64(reached) / float64(replicate+1)), nil
		}
	}
	return stats.Of(float64(reached+1) / (campReplicates + 1)), nil
}
