package statistics

import (
	"context"
	"slices"
	"strconv"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/homogeneity"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
	"github.com/cb401426/calibrate/stats/within"
)

// itemsApart lists the agreement on each item.
func itemsApart(_ context.Context, e *estimation) error {
	e.out.Items = []calibrate.ItemAgreement{}
	for _, p := range e.parts {
		values, items := p.data.Matrix().Values(), p.items()
		for k, it := range p.agreement().PerItem() {
			e.out.Items = append(e.out.Items, p.item(it, items[k], values))
		}
	}
	return nil
}

// item describes one item of a part.
func (p *part) item(it agree.Item, at int, values []float64) calibrate.ItemAgreement {
	t := p.table
	place := t.Items()[at]
	a := calibrate.ItemAgreement{
		Of: p.of, Scale: p.scale,
		Lesson: t.Lessons()[place.Lesson], Indicator: t.Indicators()[place.Indicator], Round: t.Rounds()[place.Round],
		Ratings: it.Ratings, Distribution: it.Counts, Agreement: it.Agreement,
		CommonestShare: stats.Of(it.CommonestShare), Lowest: values[it.Lowest], Highest: values[it.Highest],
	}
	var scores []float64
	_, levels := t.Row(at)
	for _, level := range levels {
		scores = append(scores, t.Value(at, level))
	}
	a.RWG, a.AWG = within.RWG(scores, values), within.AWG(scores, values)
	a.ADMean, a.ADMedian = within.AverageDeviation(scores)
	return a
}

// levelsApart lists the agreement on each level.
func levelsApart(ctx context.Context, e *estimation) error {
	e.out.Levels = []calibrate.LevelAgreement{}
	for _, p := range e.parts {
		levels, err := p.agreement().Levels(ctx, e.estimationOf(p.agreement().Clusters()))
		if err != nil {
			return err
		}
		for _, l := range levels {
			e.out.Levels = append(e.out.Levels, calibrate.LevelAgreement{
				Of: p.of, Scale: p.scale, Level: l.Value, Ratings: l.Ratings, Share: l.Share,
				Specific: l.Specific.Value, SpecificSE: l.Specific.SE,
				SpecificLower: l.Specific.Lower.Map(notNegative), SpecificUpper: l.Specific.Upper,
				Kappa: l.Kappa.Value, KappaSE: l.Kappa.SE, KappaLower: l.Kappa.Lower, KappaUpper: l.Kappa.Upper,
				Z: l.Test.Statistic, PValue: l.Test.P,
				Alpha: l.Alpha.Value, AlphaSE: l.Alpha.SE, AlphaLower: l.Alpha.Lower, AlphaUpper: l.Alpha.Upper,
			})
		}
	}
	return nil
}

// notNegative keeps the lower limit of a share from falling below 0.
func notNegative(v float64) float64 { return max(0, v) }

// pairWeights are those of the kappas of a pair.
var pairWeights = []string{"identity", "linear", "quadratic"}

// MostForPairs is the number of raters up to which pairs are listed.
const MostForPairs = 300

// pairsOfRaters lists the agreement of each two raters, under pseudonyms unless names
// were asked for.
func pairsOfRaters(_ context.Context, e *estimation) error {
	e.out.Pairs = []calibrate.PairAgreement{}
	schemes, err := lookupAll(pairWeights, weight.Lookup)
	if err != nil {
		return err
	}
	if countsOnly(e.study) {
		e.note(string(calibrate.RatersUnknown), "/pairs")
		return nil
	}
	names := e.raterNames()
	for _, p := range e.parts {
		if p.agreement().Raters() > MostForPairs {
			e.note("pairs_left_out", "/pairs")
			continue
		}
		var list []calibrate.PairAgreement
		for _, pair := range p.agreement().PerPair(schemes...) {
			list = append(list, p.pair(pair, names, e.options.Estimation.Confidence))
		}
		slices.SortFunc(list, func(x, y calibrate.PairAgreement) int {
			if c := rating.CompareNatural(x.A, y.A); c != 0 {
				return c
			}
			return rating.CompareNatural(x.B, y.B)
		})
		e.out.Pairs = append(e.out.Pairs, list...)
	}
	if !e.options.Names && privacy.SmallTeam(e.out.Input.Raters) {
		e.note("small_team", "/pairs")
	}
	return nil
}

// raterNames returns what raters are called: their pseudonyms in the report,
// or their names where they may be shown.
func (e *estimation) raterNames() []string {
	if e.options.Names {
		return e.study.Table.Raters()
	}
	return privacy.IDs(e.study.Table, calibrate.Options{Seed: e.options.Estimation.Seed, By: e.options.By, IDs: e.options.IDs})
}

// pair describes two raters, the lower name first.
func (p *part) pair(pair agree.Pair, names []string, confidence float64) calibrate.PairAgreement {
	two := p.data.Matrix().OnlyRaters(func(g int32) bool { return g == pair.A || g == pair.B })
	limits := icc.BlandAltman(two, confidence)
	a := calibrate.PairAgreement{
		Of: p.of, Scale: p.scale, A: names[pair.A], B: names[pair.B], Items: pair.Items,
		Exact: pair.Exact, WithinOne: pair.WithinOne, TwoApart: pair.TwoApart,
		MeanDifference: pair.MeanDifference, MeanDistance: pair.MeanDistance,
		DifferenceSD: limits.SD, LimitLow: limits.Low.Value, LimitHigh: limits.High.Value,
		Kappa: pair.Kappas[0], KappaLinear: pair.Kappas[1], KappaQuadratic: pair.Kappas[2],
	}
	if rating.CompareNatural(a.A, a.B) > 0 {
		a.A, a.B = a.B, a.A
		turned := func(v float64) float64 { return -v }
		a.MeanDifference = a.MeanDifference.Map(turned)
		a.LimitLow, a.LimitHigh = a.LimitHigh.Map(turned), a.LimitLow.Map(turned)
	}
	return a
}

// tests lists whether raters use the levels alike: of two raters by margins
// and by level, of more by level; and whether kappa is zero.
func tests(_ context.Context, e *estimation) error {
	e.out.Tests = []calibrate.Test{}
	if countsOnly(e.study) {
		e.note(string(calibrate.RatersUnknown), "/tests")
	}
	for _, p := range e.parts {
		d := p.agreement()
		for _, t := range e.testsOf(p.data.Matrix(), d) {
			e.out.Tests = append(e.out.Tests, testOf(p, t, ""))
		}
		if d.Raters() == 2 && !countsOnly(e.study) {
			for _, w := range e.kappaWeights() {
				e.out.Tests = append(e.out.Tests, testOf(p, d.CohenZero(w), w.ID))
			}
		}
		e.out.Tests = append(e.out.Tests, testOf(p, d.FleissZero(), ""))
	}
	return nil
}

// testsOf tests whether the raters of a part use the levels alike; of counts
// nobody knows who did.
func (e *estimation) testsOf(m *rating.Matrix, d *agree.Data) []stats.Test {
	switch {
	case countsOnly(e.study):
		return nil
	case d.Raters() == 2:
		list := append([]stats.Test{homogeneity.StuartMaxwell(m), homogeneity.Bhapkar(m)}, homogeneity.McNemar(m)...)
		return append(list, homogeneity.CochranQ(m)...)
	}
	return homogeneity.CochranQ(m)
}

// kappaWeights are identity and the other weights that Cohen's kappa was asked
// for under.
func (e *estimation) kappaWeights() []*weight.Scheme {
	list := []*weight.Scheme{weight.Identity}
	for _, c := range e.options.Choices {
		if c.Coefficient.ID == "cohen_kappa" && c.Weights != nil && !slices.Contains(list, c.Weights) {
			list = append(list, c.Weights)
		}
	}
	return list
}

// testOf turns a test into its JSON's form. A test of all levels has no level,
// and one without an exact form no such probability.
func testOf(p *part, t stats.Test, weights string) calibrate.Test {
	test := calibrate.Test{
		ID: t.ID, Weights: weights, Of: p.of, Scale: p.scale, Statistic: t.Statistic, DF: t.DF, PValue: t.P, Items: t.Items,
	}
	if t.Level.OK() {
		test.Level = t.Level
	}
	if t.Exact.OK() {
		test.Exact = t.Exact
	}
	return test
}

// pointer returns the JSON pointer of a member of a list's entry.
func pointer(list string, i int, member string) string {
	p := "/" + list + "/" + strconv.Itoa(i)
	if member != "" {
		p += "/" + member
	}
	return p
}
