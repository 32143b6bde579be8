package calibrate

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/resample"
)

// What the search for camps needs and allows.
const (
	smallestCamp       = 3
	fewestForCamps     = 2 * smallestCamp // raters
	mostForCamps       = 60               // raters
	fewestItemsOfCamps = 3
	campReplicates     = 199
	campLevel          = 0.05
	campStream         = 0xd1b54a32d192ed03 // its own random numbers
)

// Camps says whether the raters fall into two readings of the same lessons,
// beyond who is severe and beyond one person.
type Camps struct {
	Found   Answer       `json:"found"`
	PValue  stats.Number `json:"p_value"`
	Members [][]string   `json:"members"` // by pseudonym, empty unless found
}

// camps looks for two readings.
//
// The ratings that remain after item and rater are split into two parts of
// three or more whose mean residuals differ most. A split can always be found,
// so its strength is compared with that of the best splits of 199 tables that
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
// Strona, G. et al. (2014). A fast and unbiased procedure to randomize
// ecological binary matrices with fixed row and column totals. Nature
// Communications 5, 4114: trades between two rows, here for several levels.
func (a *analysis) camps(ctx context.Context) error {
	c := Camps{Members: [][]string{}}
	a.report.Camps = &c
	raters := a.report.Input.Raters
	if why := a.m.noCamps(raters); why != "" {
		c.Found, c.PValue = noAnswer(why), stats.None(why)
		return nil
	}
	whole := a.m.residualTable()
	if whole.parts > 1 {
		c.Found, c.PValue = noAnswer(notConnected), stats.None(notConnected)
		return nil
	}
	split := newSplitter(len(whole.raters))
	split.products(whole.residuals(whole.levels))
	split.search(smallestCamp)
	rest := measure(a.m.table.Where(func(_ int, r rating.Rating) bool {
		return int(r.Rater) != whole.raters[split.furthest()]
	}), a.options.measuring()).residualTable()
	p, err := rest.campTest(ctx, a.options.Seed)
	if err != nil {
		return err
	}
	c.PValue = p
	c.Found = noAnswer(p.Reason())
	if v, ok := p.Value(); ok {
		c.Found = yesNo(v <= campLevel)
	}
	if c.Found.Yes() {
		c.Members = a.members(whole, split)
	}
	return nil
}

// noCamps returns why camps are not looked for, or "".
func (m *measures) noCamps(raters int) stats.Reason {
	paired := 0
	for _, it := range m.items {
		if it.ratings >= 2 {
			paired++
		}
	}
	switch {
	case paired == 0:
		return stats.NoPairs
	case raters < fewestForCamps:
		return needsSixRaters
	case raters > mostForCamps:
		return tooManyRaters
	case paired < fewestItemsOfCamps:
		return stats.TooFewItems
	}
	return ""
}

// campTest is the share of tables without camps whose best split is as strong.
func (t *residualTable) campTest(ctx context.Context, seed uint64) (stats.Number, error) {
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
	reached := 1
	for replicate := range campReplicates {
		if err := ctx.Err(); err != nil {
			return stats.Number{}, err
		}
		copy(levels, origin)
		t.shuffle(levels, resample.Rand(seed^campStream, replicate+1))
		if strength(levels) >= observed*(1-1e-9) {
			reached++
		}
	}
	return stats.Of(float64(reached) / (campReplicates + 1)), nil
}

// members names the two camps, each by pseudonym, that of the lowest first.
func (a *analysis) members(t *residualTable, s *splitter) [][]string {
	camps := make([][]string, 2)
	for column, g := range t.raters {
		side := 0
		if s.in[column] {
			side = 1
		}
		camps[side] = append(camps[side], a.names[g])
	}
	for _, camp := range camps {
		slices.SortFunc(camp, rating.CompareNatural)
	}
	slices.SortFunc(camps, func(x, y []string) int { return rating.CompareNatural(x[0], y[0]) })
	return camps
}
