package rasch_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// essays are made up so that each of 48 writers, four raters and four criteria
// has the sum of ratings, and each level the number of ratings, that stand in
// the example data of the R package mfrmr (example_core). Joint maximum
// likelihood sees nothing else of complete ratings: measures, errors, steps and
// likelihood are those of the example. A row is a writer: four criteria by the
// first rater, four by the second, and so on.
const essays = `
3432243324233423 4444342433243434 3443344433233441 2344242344332234 3443344333222333 1211231122211222 1424343433332442 2213221121112112
1224232312122211 3334333333331333 1322334233223343 2443324233112322 3133333343441224 4433343344323333 2221111122111211 3321243312232323
3342334431221223 3323342232212321 3424443314234333 1341134213233122 2324441234333322 3122123212222113 4444343444424444 4444434444423334
4442233423343323 3131211111222311 2331334313123312 1312233222233331 4333442112322223 3243343334231212 3433233343232343 1322232123211212
3232133213311221 3123132322232313 2234333322324221 4444334443333334 1222243333132433 3212314321221212 2232144243233221 1223211313122222
1312121232212122 3244224244443222 2222222323122331 4343334324323223 2111312112122211 1212132312212111 2122122322121212 1321313322112242`

// TestExampleCore: values of an independent Newton fit of mfrmr's example; the
// package itself prints the log likelihood −820.948992, short of the maximum.
func TestExampleCore(t *testing.T) {
	b := rating.NewBuilder()
	for p, row := range strings.Fields(essays) {
		for k, c := range row {
			b.Add(rating.Record{
				Lesson: fmt.Sprintf("P%03d", p+1), Rater: fmt.Sprintf("R%02d", k/4+1),
				Indicator: []string{"Accuracy", "Content", "Language", "Organization"}[k%4], Score: float64(c - '0'),
			})
		}
	}
	scale := rating.NewScale("", rating.Declared, 1, 2, 3, 4)
	r := fitted(t, rasch.FromTable(b.Build([]rating.Scale{scale}, nil)), rasch.Options{})
	near(t, "log likelihood", r.Model.LogLikelihood.Or(math.NaN()), -820.948826910798, 1e-6)
	for k, intercept := range []float64{1.32538468084397, 0.0600625457064058, -1.38373554001341} {
		near(t, "step", r.Model.Constant.Or(0)-r.Steps[k+1].Threshold.Or(math.NaN()), intercept, 1e-6)
	}
	want := map[string]measure{
		"R01": {-0.195746347, 0.084809477}, "R02": {-0.328781274, 0.085928444}, "R03": {0.191089683, 0.084751635}, "R04": {0.333437937, 0.085931937},
		"Accuracy": {0.248726530, 0.085186343}, "Content": {-0.415044356, 0.086981066},
		"Language": {0.097317906, 0.084359353}, "Organization": {0.068999920, 0.084286005},
		"P001": {0.683143404, 0.324208922}, "P002": {1.671305662, 0.393260577}, "P008": {-1.665563444, 0.387109561},
		"P021": {0.476162916, 0.316933449}, "P048": {-0.706703045, 0.320597356},
	}
	found := 0
	for _, facet := range r.Facets {
		for _, e := range facet.Elements {
			if m, ok := want[e.Name]; ok {
				found++
				near(t, e.Name, e.Measure.Or(math.NaN()), m.Measure, 1e-6)
				near(t, e.Name+" se", e.SE.Or(math.NaN()), m.SE, 1e-6)
			}
		}
	}
	if found != len(want) {
		t.Errorf("%d of %d elements", found, len(want))
	}
}

// TestTAM: the manual of the R package TAM prints the difficulties of five
// items of its data.ex10 by marginal maximum likelihood without raters (tam.mml,
// example 10): 398 persons, rated once to three times. Of a dichotomous model
// the likelihood sees how many persons have each sum and how often each item is
// 1; the ratings here are made up to have both.
func TestTAM(t *testing.T) {
	persons := [][]int{ // by times rated, then by sum from 0
		{16, 26, 42, 50, 26, 13},
		{3, 7, 17, 27, 16, 27, 27, 23, 14, 8, 4},
		{0, 1, 1, 3, 4, 6, 3, 6, 5, 4, 3, 9, 3, 2, 2, 0},
	}
	left := []int{552, 464, 351, 216, 127} // ones of each item that are to be placed
	d := &rasch.Data{
		Facets: []rasch.Facet{{Name: rasch.Lesson}, {Name: rasch.Indicator, Elements: []string{"1", "2", "3", "4", "5"}}},
		Codes:  make([][]int32, 2), Scales: []rating.Scale{rating.NewScale("", rating.Declared, 0, 1)},
	}
	for times := len(persons); times > 0; times-- {
		for sum := len(persons[times-1]) - 1; sum >= 0; sum-- {
			for range persons[times-1][sum] {
				person := int32(len(d.Facets[0].Elements))
				d.Facets[0].Elements = append(d.Facets[0].Elements, fmt.Sprint("person ", person))
				ones := placed(left, times, sum)
				for k := range 5 * times {
					d.Codes[0], d.Codes[1] = append(d.Codes[0], person), append(d.Codes[1], int32(k%5))
					level := uint16(0)
					if k/5 < ones[k%5] {
						level = 1
					}
					d.Level = append(d.Level, level)
				}
			}
		}
	}
	if fmt.Sprint(left) != "[0 0 0 0 0]" {
		t.Fatalf("left over: %v", left)
	}
	r := fitted(t, d, rasch.Options{Method: "mml"})
	for item, want := range []float64{-1.931, -1.023, -.089, 1.015, 1.918} {
		e := r.Facets[1].Elements[item]
		near(t, "item "+e.Name, e.Measure.Or(math.NaN())-r.Model.Constant.Or(math.NaN()), want, 0.001)
	}
}

// placed takes a number of ones, at most times of an item, from the items of
// which most is left.
func placed(left []int, times, number int) []int {
	ones := make([]int, len(left))
	for range number {
		best := -1
		for item, n := range left {
			if ones[item] < times && (best < 0 || n > left[best]) {
				best = item
			}
		}
		ones[best]++
		left[best]--
	}
	return ones
}
