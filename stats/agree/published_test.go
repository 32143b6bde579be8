package agree_test

import (
	"context"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/weight"
)

// Tables of the literature, with the values printed there.
var published = []struct {
	source  string
	cells   [][]int
	id      string
	weights [][]float64 // of a scheme of its own; nil for scheme
	scheme  string
	value   float64
	digits  float64 // what the printed value may be off by

	variance float64 // of large samples, where it is printed; else 0
}{
	{
		source: "Cohen 1968, table 1: kappa",
		cells:  cohen1968, id: "cohen_kappa", value: 0.492, digits: 5e-4,
	},
	{
		source: "Cohen 1968: weighted kappa, disagreements 0 1 3, 1 0 6, 3 6 0",
		cells:  cohen1968, id: "cohen_kappa",
		weights: [][]float64{{1, 5. / 6, 0.5}, {5. / 6, 1, 0}, {0.5, 0, 1}}, value: 0.348, digits: 5e-4,
	},
	{
		// In print the table has the second judge (a computer) in rows and the
		// first (a panel) in columns, as have the weights; so read they give
		// .421. The .86, 1.33 and .353 in print are those of the weights turned
		// about their diagonal. Both figures, and the weights: vignette
		// weighted_kappa of the R package DMAR.
		source: "Cohen 1968: unlike weights for the two judges, disagreements 0 1 4, 1 0 6, 2 2 0",
		cells:  cohen1968, id: "cohen_kappa",
		weights: [][]float64{{1, 5. / 6, 2. / 6}, {5. / 6, 1, 0}, {4. / 6, 4. / 6, 1}}, value: 0.353, digits: 5e-4,
	},
	{
		source: "Cohen 1968: those weights as their labels have it",
		cells:  cohen1968, id: "cohen_kappa",
		weights: [][]float64{{1, 5. / 6, 4. / 6}, {5. / 6, 1, 4. / 6}, {2. / 6, 0, 1}}, value: 0.421, digits: 5e-4,
	},
	{
		source: "Fleiss, Cohen & Everitt 1969: kappa",
		cells:  everitt1969, id: "cohen_kappa", value: 0.429, digits: 5e-4, variance: 0.002885,
	},
	{
		source: "Fleiss, Cohen & Everitt 1969: weighted kappa",
		cells:  everitt1969, id: "cohen_kappa",
		weights: [][]float64{{1, 0, 0.4444}, {0, 1, 0.6667}, {0.4444, 0.6667, 1}}, value: 0.507, digits: 5e-4,
		variance: 0.003248,
	},
	{
		source: "Landis & Koch 1977, Biometrics 33, 159–174: patients of Winnipeg",
		cells:  [][]int{{38, 5, 0, 1}, {33, 11, 3, 0}, {10, 14, 5, 6}, {3, 7, 3, 10}},
		id:     "cohen_kappa", value: 0.208, digits: 5e-4,
	},
	{
		source: "Landis & Koch 1977: patients of New Orleans",
		cells:  [][]int{{5, 3, 0, 0}, {3, 11, 4, 0}, {2, 13, 3, 4}, {1, 2, 4, 14}},
		id:     "cohen_kappa", value: 0.297, digits: 5e-4,
	},
	{
		source: "Feinstein & Cicchetti 1990, Journal of Clinical Epidemiology 43, 543–549: even margins",
		cells:  [][]int{{40, 9}, {6, 45}}, id: "cohen_kappa", value: 0.70, digits: 5e-3,
	},
	{
		source: "Feinstein & Cicchetti 1990: the paradox",
		cells:  [][]int{{80, 10}, {5, 5}}, id: "cohen_kappa", value: 0.32, digits: 5e-3,
	},
	{
		source: "R vcd, Kappa(SexualFun)",
		cells:  sexualFun, id: "cohen_kappa", value: 0.1293, digits: 5e-5, variance: 0.06860 * 0.06860,
	},
	{
		source: "R vcd, Kappa(SexualFun), equal spacing",
		cells:  sexualFun, id: "cohen_kappa", scheme: "linear", value: 0.2374, digits: 5e-5, variance: 0.07832 * 0.07832,
	},
	{
		source: "R vcd, agreementplot(t(SexualFun))",
		cells:  sexualFun, id: "bangdiwala_b", value: 0.1464624, digits: 5e-8,
	},
	{
		source: "by hand: of Cohen 1968, (.5 + .3 + .1 − .41)/(1 − .41)",
		cells:  cohen1968, id: "kappa_max", value: 0.49 / 0.59, digits: 1e-12,
	},
	{
		source: "by hand: shares 176/202 and 26/202 of the paradox, of which .85 agree",
		cells:  [][]int{{80, 10}, {5, 5}}, id: "van_oest", value: (0.85 - oestChance) / (1 - oestChance), digits: 1e-12,
	},
}

const oestChance = (176.0*176 + 26*26) / (202.0 * 202)

var (
	cohen1968   = [][]int{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}
	everitt1969 = [][]int{{106, 10, 4}, {22, 28, 10}, {2, 12, 6}}
	sexualFun   = [][]int{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}
)

func TestPublished(t *testing.T) {
	for _, tt := range published {
		c, err := catalog.Lookup(tt.id)
		if err != nil {
			t.Fatal(err)
		}
		w := weight.Identity
		switch {
		case tt.weights != nil:
			w, err = weight.Custom(tt.weights)
		case tt.scheme != "":
			w, err = weight.Lookup(tt.scheme)
		}
		if err != nil {
			t.Fatal(err)
		}
		m := ref.Contingency(tt.cells, []float64{1, 2, 3, 4}[:len(tt.cells)]...)
		r, err := c.Estimate(context.Background(), stats.Prepare(m), weighted(stats.Options{}, w))
		if err != nil {
			t.Fatal(err)
		}
		check.Near(t, tt.source, r.Value, tt.value, tt.digits)
		if tt.variance > 0 {
			n := float64(m.Items()) // the linearisation has n − 1 where the large-sample variance has n
			v := r.SE.Map(func(se float64) float64 { return se * se * (n - 1) / n })
			check.Near(t, tt.source+": variance", v, tt.variance, 1e-3*tt.variance)
		}
	}
}

// Cicchetti & Feinstein 1990, Journal of Clinical Epidemiology 43, 551–558: of
// the paradox's table, agreement on the first level is 2·80/(2·80 + 15), on the
// second 2·5/(2·5 + 15).
func TestSpecificAgreementOfTwo(t *testing.T) {
	levels, err := agree.Prepare(ref.Contingency([][]int{{80, 10}, {5, 5}}, 1, 2)).Levels(context.Background(), stats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	check.Near(t, "first", levels[0].Specific.Value, 160.0/175, 1e-12)
	check.Near(t, "second", levels[1].Specific.Value, 0.4, 1e-12)
	check.Absent(t, "P", levels[0].Specific.P, stats.NoNull)
}
