package latent_test

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/latent"
)

// anesthesia is Table 1 of Dawid & Skene 1979: 45 patients rated by five
// observers, the first of them three times. Patient 7 has 1, 2, 2 of observer
// 1; some copies have 1, 1, 2, with which the published figures do not come
// out.
const anesthesia = `
111 1 1 1 1; 333 4 3 3 4; 112 2 1 2 2; 222 3 1 2 1; 222 3 2 2 2
222 3 3 2 2; 122 2 1 1 1; 333 3 4 3 3; 222 2 2 2 3; 232 2 2 2 3
444 4 4 4 4; 222 3 3 4 3; 111 1 1 1 1; 222 3 2 1 2; 121 1 1 1 1
111 2 1 1 1; 111 1 1 1 1; 111 1 1 1 1; 222 2 2 2 1; 222 1 3 2 2
222 2 2 2 2; 222 2 2 2 1; 222 3 2 2 2; 221 2 2 2 2; 111 1 1 1 1
111 1 1 1 1; 232 2 2 2 2; 111 1 1 1 1; 111 1 1 1 1; 112 1 1 2 1
111 1 1 1 1; 333 3 2 3 3; 111 1 1 1 1; 222 2 2 2 2; 222 3 2 3 2
433 4 3 4 3; 221 2 2 3 2; 232 3 2 3 3; 333 3 4 3 2; 111 1 1 1 1
111 1 1 1 1; 121 2 1 1 1; 232 2 2 2 2; 121 1 1 1 1; 222 2 2 2 2
`

func patients() *latent.Data {
	d := &latent.Data{Items: 45, Raters: 5, Values: []float64{1, 2, 3, 4}}
	for i, row := range strings.FieldsFunc(anesthesia, func(r rune) bool { return r == ';' || r == '\n' }) {
		for g, ratings := range strings.Fields(row) {
			for _, level := range ratings {
				d.Item, d.Rater, d.Level = append(d.Item, int32(i)), append(d.Rater, int32(g)), append(d.Level, uint16(level-'1'))
			}
		}
		d.Lesson = append(d.Lesson, int32(i))
	}
	return d
}

// TestDawidSkene1979 holds maximum likelihood against Tables 2 to 4, which are
// printed to two digits.
func TestDawidSkene1979(t *testing.T) {
	r := fit(t, patients(), latent.Options{Kind: latent.DawidSkene, NoSmoothing: true, Bootstrap: -1})
	// An independent EM, run to 1e-13, has −192.89088121420534.
	near(t, "log likelihood", r.LogL, -192.890881214, 1e-6)
	for k, want := range []float64{.40, .42, .11, .07} { // Table 3
		near(t, "prevalence", r.Prevalence[k], want, 0.006)
	}
	for g, rows := range [][]string{ // Table 2
		{".89 .11 0 0", ".07 .88 .05 0", "0 .34 .66 0", "0 0 .56 .44"},
		{".83 .17 0 0", ".05 .63 .31 0", "0 0 1 0", "0 0 0 1"},
		{"1 0 0 0", ".11 .79 .11 0", "0 .40 .20 .40", "0 0 .67 .33"},
		{".94 .06 0 0", ".05 .84 .10 0", "0 0 .80 .20", "0 0 .33 .67"},
		{"1 0 0 0", ".16 .73 .11 0", "0 .21 .79 0", "0 0 .33 .67"},
	} {
		for level, row := range rows {
			for k, want := range floats(t, row) {
				near(t, "error rate", r.Raters[g].Confusion[level][k], want, 0.006)
			}
		}
	}
	for patient, row := range map[int]string{ // Table 4
		7: ".98 .02 0 0", 35: "0 .95 .05 0", 38: "0 .02 .98 0", 2: "0 0 0 1", 3: "0 1 0 0", 8: "0 0 1 0", 36: "0 0 0 1", 44: "1 0 0 0",
	} {
		for k, want := range floats(t, row) {
			near(t, "posterior", r.Items[patient-1].Posterior[k], want, 0.006)
		}
	}
}

// TestPatient7 shows the trap: the altered copy moves error rates by .017.
func TestPatient7(t *testing.T) {
	d := patients()
	for n, i := range d.Item {
		if i == 6 && d.Rater[n] == 0 && d.Level[n] == 1 {
			d.Level[n] = 0
			break
		}
	}
	r := fit(t, d, latent.Options{Kind: latent.DawidSkene, NoSmoothing: true, Bootstrap: -1})
	near(t, "error rate with the altered copy", r.Raters[0].Confusion[0][0], .89+.017, 0.006)
}

// caries are 3,859 X-rays of teeth judged sound (1) or carious (2) by five
// dentists (Espeland & Handelman 1989, as in the R package rater): how many have
// each pattern, from 11111, the fifth dentist changing first.
var caries = []int{
	1880, 789, 43, 75, 23, 63, 8, 22, 188, 191, 17, 67, 15, 85, 8, 56,
	12, 26, 6, 14, 1, 20, 2, 17, 2, 20, 6, 27, 3, 72, 1, 100,
}

// TestCaries holds two classes against an EM of our own in another language.
func TestCaries(t *testing.T) {
	d := &latent.Data{Raters: 5, Values: []float64{1, 2}}
	for pattern, n := range caries {
		for range n {
			for g := range 5 {
				d.Item, d.Rater = append(d.Item, int32(d.Items)), append(d.Rater, int32(g))
				d.Level = append(d.Level, uint16(pattern>>(4-g)&1))
			}
			d.Lesson = append(d.Lesson, int32(d.Items))
			d.Items++
		}
	}
	r := fit(t, d, latent.Options{Kind: latent.DawidSkene, NoSmoothing: true, Bootstrap: -1})
	near(t, "log likelihood", r.LogL, -7410.9419762715, 1e-6)
	near(t, "prevalence", r.Prevalence[1], 0.199659, 1e-5)
	for g, rates := range [][2]float64{{.005819, .403678}, {.101714, .705862}, {.013274, .590540}, {.030762, .485395}, {.304429, .913406}} {
		near(t, "carious where sound", r.Raters[g].Confusion[0][1], rates[0], 1e-5)
		near(t, "carious where carious", r.Raters[g].Confusion[1][1], rates[1], 1e-5)
	}
	near(t, "posterior of 11111", r.Items[0].Posterior[1], 0.001342, 1e-5)
}
