package agree

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// FleissZero tests whether Fleiss' kappa is 0, with the standard error that it
// has when it is. Never build an interval from that error. It knows complete
// data and identity weights only:
//
//	var_0 = 2[(Σpq)² − Σpq(q − p)]/[(Σpq)² n r(r − 1)],  q = 1 − p
//
// (Fleiss, Nee & Landis 1979, Psychological Bulletin 86, 974–977).
func (d *Data) FleissZero() stats.Test {
	test := stats.Test{ID: "fleiss_zero", Items: d.Items()}
	_, r := d.job(fleissKappa, stats.Options{})
	if !r.Value.OK() {
		return test.Without(r.Value.Reason())
	}
	f, raters := d.byCounts(), float64(d.Raters())
	for p, n := range f.size {
		if f.times[p] > 0 && n != raters {
			return test.Without(stats.NeedsComplete)
		}
	}
	var pq, skew float64
	for _, p := range newMargins(f).mean(f.times) {
		pq += p * (1 - p)
		skew += p * (1 - p) * (1 - 2*p)
	}
	v := 2 * (pq*pq - skew) / (pq * pq * float64(d.Items()) * raters * (raters - 1))
	return zTest(test, r.Value.Or(0), v)
}

// CohenZero tests whether Cohen's kappa is 0, with the standard error that it
// has when it is:
//
//	var_0 = [pe + pe² − Σ_k p_k. p_.k (p_k. + p_.k)]/[n(1 − pe)²]
//
// (Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72, (14), p. 325).
func (d *Data) CohenZero() stats.Test {
	test := stats.Test{ID: "cohen_zero"}
	j, r := d.job(cohenKappa, stats.Options{})
	if !r.Value.OK() {
		return test.Without(r.Value.Reason())
	}
	f := j.model.on()
	t := f.table(f.times)
	n := t.Items()
	first, second := t.Margins()
	pe := j.parts.expected
	v := pe + pe*pe
	for k := range first {
		v -= first[k] * second[k] * (first[k] + second[k]) / (n * n * n)
	}
	test.Items = int(n)
	return zTest(test, r.Value.Or(0), v/(n*(1-pe)*(1-pe)))
}

// zTest fills in a value that is normal with the variance under the hypothesis.
func zTest(t stats.Test, value, variance float64) stats.Test {
	if !(variance > 0) {
		return t.Without(stats.NoSpread)
	}
	z := value / math.Sqrt(variance)
	t.Statistic = stats.Of(z)
	t.P = stats.Of(2 * distuv.UnitNormal.Survival(math.Abs(z)))
	return t.Without(stats.NotApplicable)
}
