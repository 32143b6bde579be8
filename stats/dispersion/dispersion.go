// Package dispersion gives limits to a ratio of disagreements, D_o/D_e: the
// disagreement within items over that of the same ratings dealt out at random.
// It is the report's distance, and one minus it is Krippendorff's alpha and,
// but for its small correction, Fleiss' kappa.
//
// A jackknife's t interval of this ratio covers 79 to 84% where it says 95:
// what lies between K clusters is a variance on K − 1 degrees of freedom, low
// more often than high. Here the parts within and between clusters have limits
// of their own, by the F distribution, and are put together.
package dispersion

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Cluster is what is drawn from a population: an indicator (its items in all
// lessons) or a lesson. Items that one rater alone rated are left out.
type Cluster struct {
	Ratings float64   // N_c, of items with two ratings or more
	Counts  []float64 // of these, on each level; their sum is N_c
	Within  float64   // Σ_u m_u D_u over its items, D_u the mean of d over ordered pairs in u
}

// FewestClusters is the number of clusters from which on there are limits.
const FewestClusters = 5

// Clusters sums up the ratings of a matrix by cluster, in the order in which
// clusters first stand; cluster names the cluster of a row. d is the
// disagreement of two levels, symmetric with a diagonal of 0.
func Clusters(m *rating.Matrix, d [][]float64, cluster func(row int) int32) []Cluster {
	var list []Cluster
	position := map[int32]int{}
	counts := make([]float64, m.Levels())
	for i := range m.Items() {
		_, levels := m.Row(i)
		if len(levels) < 2 {
			continue
		}
		clear(counts)
		for _, level := range levels {
			counts[level]++
		}
		k, ok := position[cluster(i)]
		if !ok {
			k = len(list)
			position[cluster(i)] = k
			list = append(list, Cluster{})
		}
		list[k].Add(counts, Within(counts, d))
	}
	return list
}

// Within is m_u D_u of an item with two ratings or more, by its ratings on each
// level.
func Within(counts []float64, d [][]float64) float64 {
	n := 0.0
	for _, x := range counts {
		n += x
	}
	return form(counts, d) / (n - 1)
}

// Add adds an item, by its ratings on each level and what Within says of it.
func (c *Cluster) Add(counts []float64, within float64) {
	if c.Counts == nil {
		c.Counts = make([]float64, len(counts))
	}
	for l, x := range counts {
		c.Counts[l] += x
		c.Ratings += x
	}
	c.Within += within
}

// Limits are those of a ratio D_o/D_e of the population of clusters.
type Limits struct{ Lower, Upper stats.Number }

// Mirrored are the limits of one minus the ratio, which is alpha or kappa.
func (l Limits) Mirrored() Limits {
	mirror := func(v float64) float64 { return 1 - v }
	return Limits{l.Upper.Map(mirror), l.Lower.Map(mirror)}
}

// most is the largest ratio there is, of two camps at the ends of the scale.
const most = 2

// Interval returns limits of D_o/D_e at a confidence.
//
//	h = H/D_o, b = B/D_o, the ratio 1/(h + b)
//	D_o = Σ_c Within_c / N, H = Σ w_c p_c'Dp_c, B = (p̄'Dp̄ − H)/(1 − Σ w²)
//	w_c = N_c/N, p_c the shares of the levels in cluster c, p̄ = Σ w_c p_c
//	ν1 = (1 − s2)²/(s2 − 2 s3 + s2²) · tr(M)²/tr(M²), s_j = Σ w^j
//	ν2 = max(1, 2/v_J(ln D_o))
//	b_l = b/F(ν1, ν2), b_u = b · F(ν2, ν1), x = t(K − 1) √v_J(h)
//	lower = 1/(h + b + √(x² + (b_u − b)²)), upper = 1/(h + b − √(x² + (b − b_l)²))
//
// v_J is the variance of the delete-one-cluster jackknife, M = SG with S the
// weighted covariance of the p_c and G = −½JDJ, J = I − 11'/q: the effective
// rank of what lies between, 1 for quadratic D. For any other D, ν1 is also at
// most max(1, 2/v_J(ln B)). The parts are put together by the square root of
// the sum of squares, as for sums of variances (MOVER). The F limits of a
// between-cluster variance are those of the one-way model; the degrees of
// freedom are Satterthwaite's.
//
// There are no limits under five clusters (too_few_items), where nobody
// disagrees (no_disagreement) or where clusters differ no more than by the
// ratings within them (no_spread). Simulated coverage is in
// docs/simulations-distance.md.
//
// # References
//
// Satterthwaite, F. E. (1946). An approximate distribution of estimates of
// variance components. Biometrics Bulletin 2(6), 110–114.
//
// Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about
// effect measures: a general approach. Statistics in Medicine 27(10),
// 1693–1702.
func Interval(clusters []Cluster, d [][]float64, confidence float64) Limits {
	k := len(clusters)
	if k < FewestClusters {
		return none(stats.TooFewItems)
	}
	forms := make([]float64, k) // N_c² p_c'Dp_c
	for c := range clusters {
		forms[c] = form(clusters[c].Counts, d)
	}
	all := estimate(clusters, forms, -1, d)
	if all.within <= 0 {
		return none(stats.NoDisagreement)
	}
	if all.between <= 1e-12 {
		return none(stats.NoSpread)
	}
	var h, logWithin, logBetween jackknife
	for c := range clusters {
		part := estimate(clusters, forms, c, d)
		if part.within <= 0 {
			return none(stats.Unstable)
		}
		h.add(part.inside / part.within)
		logWithin.add(math.Log(part.within))
		if part.between > 0 {
			logBetween.add(math.Log(part.between))
		}
	}
	nu1, nu2 := freedom(clusters, d), math.Inf(1)
	if v := logWithin.variance(); v > 0 {
		nu2 = max(1, 2/v)
	}
	if !quadratic(d) {
		if logBetween.n < k { // B is not above 0 without some cluster: as unsure as can be
			nu1 = 1
		} else if v := logBetween.variance(); v > 0 {
			nu1 = min(nu1, max(1, 2/v))
		}
	}
	ratio := all.inside / all.within
	b := all.between / all.within
	upper := 1 - (1-confidence)/2
	x := distuv.StudentsT{Sigma: 1, Nu: float64(k - 1)}.Quantile(upper) * math.Sqrt(h.variance())
	down, up := b-b/quantile(upper, nu1, nu2), b*quantile(upper, nu2, nu1)-b
	return Limits{
		Lower: stats.Of(min(most, 1/(ratio+b+math.Hypot(x, up)))),
		Upper: stats.Of(atMost(ratio + b - math.Hypot(x, down))),
	}
}

// atMost inverts the lower limit of the inverse.
func atMost(v float64) float64 {
	if v <= 1.0/most {
		return most
	}
	return 1 / v
}

func none(why stats.Reason) Limits { return Limits{stats.None(why), stats.None(why)} }

// quantile of the F distribution; with very many degrees of freedom below, that
// of χ²/ν.
func quantile(p, above, below float64) float64 {
	const many = 1e6
	return distuv.F{D1: min(above, many), D2: min(below, many)}.Quantile(p)
}

// parts are the disagreement within items (D_o), within clusters (H) and
// between them (B).
type parts struct{ within, inside, between float64 }

// estimate returns the parts without one cluster, or of all for -1.
func estimate(clusters []Cluster, forms []float64, without int, d [][]float64) parts {
	total, squares := 0.0, 0.0
	counts := make([]float64, len(d))
	var p parts
	for i, c := range clusters {
		if i == without {
			continue
		}
		total += c.Ratings
		squares += c.Ratings * c.Ratings
		p.within += c.Within
		p.inside += forms[i] / c.Ratings
		for k, n := range c.Counts {
			counts[k] += n
		}
	}
	p.within /= total
	p.inside /= total
	p.between = (form(counts, d)/(total*total) - p.inside) / (1 - squares/(total*total))
	return p
}

// form is v'Dv.
func form(v []float64, d [][]float64) float64 {
	given := make([]int, 0, len(v)) // of a scale of sliders few levels are
	for k, x := range v {
		if x != 0 {
			given = append(given, k)
		}
	}
	sum := 0.0
	for _, k := range given {
		for _, l := range given {
			sum += v[k] * v[l] * d[k][l]
		}
	}
	return sum
}

// A jackknife gathers the values without each cluster.
type jackknife struct {
	n             int
	mean, squares float64
}

// add takes in a value (Welford).
func (j *jackknife) add(v float64) {
	j.n++
	delta := v - j.mean
	j.mean += delta / float64(j.n)
	j.squares += delta * (v - j.mean)
}

// variance is (n − 1)/n Σ(v − v̄)².
func (j *jackknife) variance() float64 {
	v := float64(j.n-1) / float64(j.n) * j.squares
	if v < 1e-24 {
		return 0
	}
	return v
}
