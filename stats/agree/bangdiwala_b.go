package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// BangdiwalaB returns Bangdiwala's B of two raters. The error is that of
// Options.Check.
func BangdiwalaB(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return bangdiwalaB.Of(m, o)
}

// bangdiwalaB is the part of the margins' rectangles that agreement fills.
var bangdiwalaB = &stats.Coefficient{
	ID:       "bangdiwala_b",
	Name:     "Bangdiwala's B",
	Group:    stats.BesideKappa,
	Traits:   stats.Whose | stats.TwoRaters,
	Synonyms: []string{"bangdiwala", "b"},
	Doc: stats.Doc{
		What: "In a chart with a rectangle for each level, as wide as one rater used it and " +
			"as high as the other did, the part of all rectangles that the squares of " +
			"agreement fill.",
		Formula: []string{
			"B = Σ_k n_kk² / Σ_k n_k. n_.k",
		},
		Assumes: "Nothing on chance; it weighs a level by the square of its use.",
		Misleads: "It is not corrected for chance: what chance gives hangs on the margins, " +
			"and where one level prevails it is high. There is no bound below which it means " +
			"nothing.",
		Missing: "Only the items that both rated count.",
		Kin:     "The agreement chart; √B is of the size of percent agreement.",
		References: []string{
			"Bangdiwala, S. I. (1985). A graphical test for observer agreement. Proceedings " +
				"of the 45th International Statistical Institute Meeting, vol. 1, 307–308.",
			"Muñoz, S. R., & Bangdiwala, S. I. (1997). Interpretation of kappa and B " +
				"statistics measures of agreement. Journal of Applied Statistics 24(1), " +
				"105–112.",
		},
	},
	Estimator: modelOf(func(d *Data, _ weights) model { return &squares{d.byRatings()} }),
}

// squares is the model of Bangdiwala's B. Its observed agreement is the share
// of items that agree.
type squares struct{ *frame }

func (m *squares) on() *frame { return m.frame }

func (m *squares) value(times []float64) parts {
	t := m.table(times)
	p := parts{items: t.Items()}
	if p.items == 0 {
		return p
	}
	first, second := t.Margins()
	var same, filled, area float64
	for k := range first {
		same += t.At(k, k)
		filled += t.At(k, k) * t.At(k, k)
		area += first[k] * second[k]
	}
	p.observed = same / p.items
	if area > 0 {
		p.value, p.ok = filled/area, true
	}
	return p
}

// influence of an item in cell (k, l) is n(2n_kk 1{k=l} − B(n_.k + n_l.))/Σ n_k. n_.k.
func (m *squares) influence(p parts, _ stats.Variance) []float64 {
	t := m.table(m.times)
	first, second := t.Margins()
	var area float64
	for k := range first {
		area += first[k] * second[k]
	}
	psi := make([]float64, len(m.size))
	for i := range psi {
		k, l, ok := m.cell(i)
		if !ok {
			continue
		}
		psi[i] = -p.value * (second[k] + first[l])
		if k == l {
			psi[i] += 2 * t.At(k, k)
		}
		psi[i] *= p.items / area
	}
	return psi
}
