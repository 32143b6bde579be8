package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// CongerKappa returns Conger's kappa, whose chance is what each rater used. The
// error is that of Options.Check.
func CongerKappa(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return congerKappa.Of(m, o)
}

// congerKappa takes chance from the levels that each rater uses.
var congerKappa = &stats.Coefficient{
	ID:       "conger_kappa",
	Name:     "Conger's kappa",
	Group:    stats.OwnChance,
	Traits:   stats.Weighted | stats.Whose | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"conger", "exact_kappa"},
	Doc: stats.Doc{
		What: "Agreement beyond that of raters who each deal out their own ratings at random: " +
			"Cohen's kappa for any number of raters.",
		Formula: []string{
			"(pa − pe) / (1 − pe)",
			"pe = mean over ordered pairs of raters g ≠ h of Σ_kl w_kl p_gk p_hl = Σ_kl w_kl " +
				"(p̄_k p̄_l − s²_kl/r)",
			"p_gk = share of level k in what rater g rated; p̄_k its mean over raters; s²_kl " +
				"its covariance, divisor r − 1",
		},
		Assumes: "That raters are those very raters, each with a leaning of their own, and " +
			"that leaning is no fault: it does not count as disagreement that could not be " +
			"helped.",
		Misleads: "Raters who use the levels differently get a higher value than from Fleiss' " +
			"kappa, for chance agrees less. Where one level prevails it is near 0 though " +
			"nearly all pairs agree.",
		Missing: "Each item counts with the pairs that it has; each rater's leaning is taken " +
			"from all that they rated.",
		Kin: "Cohen's kappa for two raters who rated the same items. Light's kappa " +
			"averages pairwise kappas instead.",
		References: []string{
			"Conger, A. J. (1980). Integration and generalization of kappas for multiple " +
				"raters. Psychological Bulletin 88(2), 322–328.",
			"Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced " +
				"Analytics, and its errata (missing ratings, weights, standard error).",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byRatings()
		return newKappa(f, w.Matrix, congerChance{f, w.Matrix})
	}),
}

// congerChance is the weighted agreement of two different raters' margins.
type congerChance struct {
	*frame
	w weight.Matrix
}

// margins returns each rater's shares p_gk, the ratings n_g they are of, and
// the sum of the shares over raters.
func (c congerChance) margins(times []float64) (p, n, sum []float64) {
	q := c.levels
	p, n, sum = make([]float64, c.raters*q), make([]float64, c.raters), make([]float64, q)
	for i, t := range times {
		if t == 0 {
			continue
		}
		raters, levels := c.row(i)
		for j, g := range raters {
			n[g] += t
			p[int(g)*q+int(levels[j])] += t
		}
	}
	for g, ng := range n {
		if ng == 0 {
			continue
		}
		for k := range q {
			p[g*q+k] /= ng
			sum[k] += c.often[g] * p[g*q+k]
		}
	}
	return p, n, sum
}

// expected is [(Σp)ᵀ W (Σp) − Σ_g p_gᵀ W p_g]/(r(r − 1)), which is the same as
// Conger's Σ w_kl(p̄_k p̄_l − s²_kl/r).
func (c congerChance) expected(times []float64) float64 {
	p, n, sum := c.margins(times)
	pe := c.w.Form(sum, sum)
	var raters, self float64
	for g, ng := range n {
		if ng == 0 {
			continue
		}
		pg := p[g*c.levels : (g+1)*c.levels]
		pe -= c.often[g] * c.often[g] * c.w.Form(pg, pg)
		raters += c.often[g]
		self += c.often[g] * c.often[g]
	}
	return pe / (raters*raters - self)
}

// shares is (Gwet 2014 and its errata), with c_g(l) = Σ_k w_kl (r p̄_k − p_gk),
//
//	pe_i = pe + [1/(r(r−1))] Σ_{g rated i} (n/n_g)(c_g(level of g) − Σ_l c_g(l) p_gl)
func (c congerChance) shares() []float64 {
	q := c.levels
	p, n, sum := c.margins(c.times)
	r := total(sum) // each rater's shares sum to 1
	items := total(c.times)
	effect := make([]float64, len(p)) // of a rating of level l by rater g
	var pe float64
	for g := range n {
		if c.often[g] == 0 {
			continue
		}
		pg, eg := p[g*q:(g+1)*q], effect[g*q:(g+1)*q]
		var mean float64
		for l := range q {
			for k, w := range c.w.Row(l) {
				eg[l] += w * (sum[k] - pg[k])
			}
			mean += eg[l] * pg[l]
		}
		pe += mean / (r * (r - 1))
		for l := range q {
			eg[l] = (eg[l] - mean) * items / n[g] / (r * (r - 1))
		}
	}
	shares := make([]float64, len(c.size))
	for i := range shares {
		shares[i] = pe
		raters, levels := c.row(i)
		for j, g := range raters {
			shares[i] += effect[int(g)*q+int(levels[j])]
		}
	}
	return shares
}
