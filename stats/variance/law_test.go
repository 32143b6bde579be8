package variance_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

func sameDropped(t testing.TB, got, want []variance.Dropped) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dropped: %s", diff)
	}
}

// anova returns the expected-mean-square estimates of a complete crossed
// table, in the order of terms, the residual last.
func anova(scores [][][]float64) [7]float64 {
	size := [3]float64{float64(len(scores)), float64(len(scores[0])), float64(len(scores[0][0]))}
	// ss[s] is the uncorrected sum of squares of the means over the facets in s.
	var ss [8]float64
	for s := range ss {
		sums := map[[3]int]float64{}
		for l, sheet := range scores {
			for i, row := range sheet {
				for r, v := range row {
					key := [3]int{l, i, r}
					for f := range key {
						if s&(1<<f) == 0 {
							key[f] = -1
						}
					}
					sums[key] += v
				}
			}
		}
		per := 1.0
		for f := range size {
			if s&(1<<f) == 0 {
				per *= size[f]
			}
		}
		for _, sum := range sums {
			ss[s] += sum * sum / per
		}
	}
	l, i, r := size[0], size[1], size[2]
	const L, I, R = 1, 2, 4
	ms := map[int]float64{
		L: (ss[L] - ss[0]) / (l - 1),
		I: (ss[I] - ss[0]) / (i - 1),
		R: (ss[R] - ss[0]) / (r - 1),
	}
	ms[L|I] = (ss[L|I] - ss[L] - ss[I] + ss[0]) / ((l - 1) * (i - 1))
	ms[L|R] = (ss[L|R] - ss[L] - ss[R] + ss[0]) / ((l - 1) * (r - 1))
	ms[I|R] = (ss[I|R] - ss[I] - ss[R] + ss[0]) / ((i - 1) * (r - 1))
	e := (ss[7] - ss[L|I] - ss[L|R] - ss[I|R] + ss[L] + ss[I] + ss[R] - ss[0]) /
		((l - 1) * (i - 1) * (r - 1))
	return [7]float64{
		(ms[L] - ms[L|I] - ms[L|R] + e) / (i * r),
		(ms[I] - ms[L|I] - ms[I|R] + e) / (l * r),
		(ms[R] - ms[L|R] - ms[I|R] + e) / (l * i),
		(ms[L|I] - e) / r, (ms[L|R] - e) / i, (ms[I|R] - e) / l, e,
	}
}

// drawn returns a complete table of small whole scores with some structure.
func drawn(rt *rapid.T) [][][]float64 {
	size := func(name string) int { return rapid.IntRange(3, 6).Draw(rt, name) }
	l, i, r := size("lessons"), size("indicators"), size("raters")
	rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
	effect := func(n int, sd float64) []float64 {
		v := make([]float64, n)
		for k := range v {
			v[k] = sd * rng.NormFloat64()
		}
		return v
	}
	main := [3][]float64{effect(l, 4), effect(i, 4), effect(r, 4)}
	li, lr, ir := effect(l*i, 2), effect(l*r, 2), effect(i*r, 2)
	scores := make([][][]float64, l)
	for a := range scores {
		scores[a] = make([][]float64, i)
		for b := range scores[a] {
			for c := range r {
				v := main[0][a] + main[1][b] + main[2][c] + li[a*i+b] + lr[a*r+c] + ir[b*r+c]
				scores[a][b] = append(scores[a][b], math.Round(v+rng.NormFloat64()))
			}
		}
	}
	return scores
}

// whole returns the whole numbers from −60 to 60.
func whole() []float64 {
	var v []float64
	for x := -60; x <= 60; x++ {
		v = append(v, float64(x))
	}
	return v
}

// On complete data REML inside the boundary is the analysis of variance
// (Searle, Casella & McCulloch 1992, 6.6), and where the analysis of variance
// has no negative component, nothing is at zero.
func TestBalancedANOVA(t *testing.T) {
	inside := 0
	rapid.Check(t, func(rt *rapid.T) {
		scores := drawn(rt)
		want := anova(scores)
		f := fit(t, grid(scores, whole()...))
		for _, v := range want {
			if v < 1e-9 {
				return
			}
		}
		inside++
		for k, c := range append(f.Components, f.Residual) {
			if got := c.Value.Or(-1); math.Abs(got-want[k]) > 1e-8*(1+want[k]) {
				rt.Errorf("%s = %v, want %v", c.Name, got, want[k])
			}
		}
	})
	if inside == 0 {
		t.Error("no table was inside")
	}
}

// thin returns a table with gaps, of named records to rename and reorder.
func thin(seed uint64) []rating.Record {
	rng := rand.New(rand.NewPCG(seed, 2))
	var records []rating.Record
	for l := range 6 {
		lesson := rng.NormFloat64()
		for r := range 7 {
			severity := float64(r%3) / 2
			if rng.IntN(3) == 0 {
				continue
			}
			for i := range 5 {
				if rng.IntN(8) == 0 {
					continue
				}
				score := math.Round(2.5 + lesson - severity + float64(i)/3 + rng.NormFloat64())
				records = append(records, rating.Record{
					Lesson: fmt.Sprint("L", l), Indicator: fmt.Sprint("I", i), Rater: fmt.Sprint("R", r),
					Score: max(1, min(score, 4)),
				})
			}
		}
	}
	return records
}

func build(records []rating.Record, scales ...rating.Scale) *rating.Table {
	b := rating.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	if len(scales) == 0 {
		scales = []rating.Scale{rating.NewScale("s", rating.Declared, 1, 2, 3, 4)}
	}
	return b.Build(scales, nil)
}

// sameComponents compares two fits to a tolerance, the first's variances times
// a factor.
func sameComponents(t *testing.T, a, b *variance.Fit, times, tolerance float64) {
	t.Helper()
	if a.Reason != b.Reason || len(a.Components) != len(b.Components) {
		t.Fatalf("%q with %d components, %q with %d",
			a.Reason, len(a.Components), b.Reason, len(b.Components))
	}
	for k, c := range append(a.Components, a.Residual) {
		d := append(b.Components, b.Residual)[k]
		for _, pair := range [][2]float64{
			{c.Value.Or(-1), d.Value.Or(-1)}, {c.SE.Or(-1), d.SE.Or(-1)}, {c.Upper.Or(-1), d.Upper.Or(-1)},
		} {
			if math.Abs(times*pair[0]-pair[1]) > tolerance*(1+pair[1]) {
				t.Errorf("%s: %v and %v", c.Name, c, d)
			}
		}
	}
}

func TestOrderOfRowsChangesNothing(t *testing.T) {
	records := thin(1)
	want := fit(t, build(records))
	rng := rand.New(rand.NewPCG(9, 9))
	for range 5 {
		rng.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		sameComponents(t, want, fit(t, build(records)), 1, 0)
	}
}

func TestNamesChangeNothing(t *testing.T) {
	records := thin(2)
	want := fit(t, build(records))
	for i := range records {
		r := &records[i]
		r.Lesson, r.Indicator = "x"+reversed(r.Lesson), "y"+reversed(r.Indicator)
		r.Rater = "z" + reversed(r.Rater)
	}
	sameComponents(t, want, fit(t, build(records)), 1, 1e-5)
}

// reversed returns the name that sorts the other way.
func reversed(name string) string { return fmt.Sprint(9 - int(name[len(name)-1]-'0')) }

// Points of a scale with another step are the same levels; a shift and a
// stretch of the scores stretch the components.
func TestUnits(t *testing.T) {
	records := thin(3)
	want := fit(t, build(records))
	for i := range records {
		records[i].Score = 10 + 5*records[i].Score
	}
	got := fit(t, build(records, rating.NewScale("five", rating.Declared, 15, 20, 25, 30)))
	sameComponents(t, want, got, 1, 1e-6)
	got = fit(t, build(records, rating.NewScale("points", rating.Declared, 10, 11, 15, 20, 25, 30)))
	sameComponents(t, want, got, 25, 1e-6)
	if m, _ := got.Means[0].Value(); m < 15 || m > 30 {
		t.Errorf("mean %v is off its scale", m)
	}
}
