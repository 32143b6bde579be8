package agree

import (
	"context"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// A Level is the agreement on one level of the scale.
type Level struct {
	Value    float64
	Ratings  int
	Share    float64      // π_k, the mean over items of its share
	Specific stats.Result // when a rater gives it, how often does another
	Kappa    stats.Result // Fleiss' kappa of this level against all others
	Alpha    stats.Result // Krippendorff's alpha of the same
	Test     stats.Test   // of kappa being 0
}

// Levels returns the agreement on each level: which of them raters take for
// another.
func (d *Data) Levels(ctx context.Context, o stats.Options) ([]Level, error) {
	f := d.byCounts()
	levels := make([]Level, len(d.values))
	o.Weights = nil // two levels are the same or not
	var pi []float64
	if d.Items() > 0 {
		pi = newMargins(f).mean(f.times)
	}
	for k := range levels {
		level := Level{Value: d.values[k]}
		for p, t := range f.times {
			level.Ratings += int(t * f.count(p)[k])
		}
		if pi != nil {
			level.Share = pi[k]
		}
		var err error
		two := inTwo(d, func(level int) bool { return level == k })
		if level.Specific, err = d.Estimate(ctx, specific(k), o); err != nil {
			return nil, err
		}
		if level.Kappa, err = two.Estimate(ctx, fleissKappa, o); err != nil {
			return nil, err
		}
		if level.Alpha, err = two.Estimate(ctx, krippendorffAlpha, o); err != nil {
			return nil, err
		}
		level.Test = f.levelTest(level)
		levels[k] = level
	}
	return levels, nil
}

// levelTest tests that kappa of a level is 0: z = κ/√(2/(n m(m − 1))), the
// error under that hypothesis (Fleiss, Nee & Landis 1979, Psychological
// Bulletin 86, 974–977, formula 17). It holds where each item has as many
// ratings m; else the hypothesis is left to the interval.
func (f *frame) levelTest(level Level) stats.Test {
	test := stats.Test{ID: "level_kappa", Level: stats.Of(level.Value)}
	kappa, ok := level.Kappa.Value.Value()
	if !ok {
		return test.Without(level.Kappa.Value.Reason())
	}
	m, n := 0.0, 0.0
	for p, t := range f.times {
		if t > 0 && m > 0 && f.size[p] != m {
			return test.Without(stats.NeedsComplete)
		}
		if t > 0 {
			m = f.size[p]
			n += t
		}
	}
	z := kappa / math.Sqrt(2/(n*m*(m-1)))
	test.Items = int(n)
	test.Statistic, test.P = stats.Of(z), stats.Of(2*distuv.UnitNormal.Survival(math.Abs(z)))
	return test.Without(stats.NotApplicable)
}

// specific returns the specific agreement on level k (Fleiss, Levin & Paik
// 2003, Statistical Methods for Rates and Proportions, 3rd ed., section 18.1;
// Cicchetti & Feinstein 1990, Journal of Clinical Epidemiology 43, 551–558, for
// two raters).
func specific(k int) *stats.Coefficient {
	return &stats.Coefficient{
		ID: "specific_agreement", Name: "Specific agreement", Traits: stats.SingleItem,
		Estimator: modelOf(func(d *Data, _ weights) model { return newSpecificAgreement(d.byCounts(), k) }),
	}
}

// specificAgreement is the model of Σ_i r_ik(r_ik − 1)/Σ_i r_ik(r_i − 1): of
// the pairs in which one gave level k, the share in which the other did.
type specificAgreement struct {
	*frame
	pairs []float64 // ordered pairs of each pattern whose first is at the level
	agree []float64 // and those among them whose second is
}

func newSpecificAgreement(f *frame, k int) *specificAgreement {
	m := &specificAgreement{f, make([]float64, len(f.size)), make([]float64, len(f.size))}
	for p, n := range f.size {
		at := f.count(p)[k]
		m.agree[p] = at*at - f.selfAt(p, k)
		m.pairs[p] = at*(n-at) + m.agree[p]
	}
	return m
}

// selfAt returns the ratings of pattern p at level k paired with themselves:
// r_ik, more where a rater stands several times.
func (f *frame) selfAt(p, k int) float64 {
	var self float64
	raters, levels := f.row(p)
	for j, g := range raters {
		if int(levels[j]) == k {
			self += f.often[g] * f.often[g]
		}
	}
	return self
}

func (m *specificAgreement) on() *frame { return m.frame }

func (m *specificAgreement) value(times []float64) parts {
	var pairs, agree float64
	for i, t := range times {
		pairs += t * m.pairs[i]
		agree += t * m.agree[i]
	}
	p := parts{items: total(times)}
	if pairs > 0 {
		p.value, p.ok = agree/pairs, true
		p.observed = p.value
	}
	return p
}

func (m *specificAgreement) influence(p parts, _ stats.Variance) []float64 {
	var pairs float64
	for i, t := range m.times {
		pairs += t * m.pairs[i]
	}
	psi := make([]float64, len(m.times))
	for i := range psi {
		psi[i] = p.items * (m.agree[i] - p.value*m.pairs[i]) / pairs
	}
	return psi
}
