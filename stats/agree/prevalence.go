package agree

import (
	"context"

	"github.com/cb401426/calibrate/stats"
)

// A Prevalence holds what explains the kappa paradox with a file's own counts:
// where one level prevails, chance agreement is high, and kappa low however
// often raters agree (Feinstein & Cicchetti 1990, Journal of Clinical
// Epidemiology 43, 543–549).
type Prevalence struct {
	Commonest            int // the level most used
	Ratings, AtCommonest int
	Observed             stats.Number // pa
	Chance               stats.Number // Fleiss' pe
	Kappa, Gwet, Even    stats.Number // Fleiss' kappa, AC1 and Brennan-Prediger
	Pairs                float64      // pairs of ratings of one item
	PairsApart           float64      // those on different levels
	PairsApartByChance   float64      // those expected if the ratings were dealt out at random
	Paradox              bool         // kappa is low though agreement is high
}

// The paradox is called from this agreement on, and below this kappa: the
// lower edge of what Landis & Koch 1977 call moderate.
const (
	highAgreement = 0.75
	lowKappa      = 0.4
)

// Prevalence returns how the commonest level bears on kappa, with identity
// weights. The error is that of a cancelled context.
func (d *Data) Prevalence(ctx context.Context) (Prevalence, error) {
	var v Prevalence
	if err := ctx.Err(); err != nil {
		return v, err
	}
	f := d.byCounts()
	counts := make([]float64, f.levels)
	for p, t := range f.times {
		v.Ratings += int(t * f.size[p])
		v.Pairs += t * f.pairs[p] / 2
		for k, n := range f.count(p) {
			counts[k] += t * n
			v.PairsApart += t * n * (f.size[p] - n) / 2
		}
	}
	for k, n := range counts {
		if n > counts[v.Commonest] {
			v.Commonest = k
		}
	}
	if len(counts) > 0 {
		v.AtCommonest = int(counts[v.Commonest])
	}
	for _, of := range []struct {
		c    *stats.Coefficient
		into *stats.Number
	}{{fleissKappa, &v.Kappa}, {gwetAC, &v.Gwet}, {brennanPrediger, &v.Even}} {
		_, r := d.job(of.c, stats.Options{})
		*of.into = r.Value
		if of.c == fleissKappa {
			v.Observed, v.Chance = r.Observed, r.Expected
		}
	}
	v.PairsApartByChance = v.Pairs * (1 - v.Chance.Or(1))
	v.Paradox = v.Observed.Or(0) >= highAgreement && v.Kappa.Or(1) < lowKappa
	return v, nil
}
