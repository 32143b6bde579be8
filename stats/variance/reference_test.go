package variance_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// fit fits t with the default options.
func fit(t testing.TB, table *rating.Table) *variance.Fit {
	t.Helper()
	f, err := variance.Decompose(t.Context(), table, variance.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// value returns the component with a name.
func value(t testing.TB, f *variance.Fit, name string) float64 {
	t.Helper()
	c, ok := f.Component(name)
	if !ok {
		t.Fatalf("no component %s", name)
	}
	v, ok := c.Value.Value()
	if !ok {
		t.Fatalf("component %s has no value", name)
	}
	return v
}

// Values from lme4 1.1 with bobyqa, testdata/ref: to 1e-3, and to 1e-5 where
// inside; zeros are zero.
func TestReference(t *testing.T) {
	for _, name := range ref.Names {
		t.Run(name, func(t *testing.T) {
			var values struct {
				Components map[string]float64 `json:"variance_components_reml"`
			}
			ref.Values(t, name, &values)
			f := fit(t, ref.Table(t, name))
			if !f.Converged || f.Reason != "" {
				t.Fatalf("converged %v, reason %q", f.Converged, f.Reason)
			}
			if got, want := len(f.Components)+1, len(values.Components); got != want {
				t.Errorf("%d components, want %d", got, want)
			}
			for term, want := range values.Components {
				if term == "Residual" {
					term = variance.Residual
				}
				tolerance := 1e-5
				if want < 1e-6 {
					tolerance = 0
				}
				if got := value(t, f, term); math.Abs(got-want) > tolerance {
					t.Errorf("%s = %v, want %v", term, got, want)
				}
				if c, _ := f.Component(term); c.AtZero != (want < 1e-6) {
					t.Errorf("%s at zero: %v", term, c.AtZero)
				}
			}
		})
	}
}

// grid returns complete data: scores[lesson][indicator][rater].
func grid(scores [][][]float64, levels ...float64) *rating.Table {
	b := rating.NewBuilder()
	name := func(kind string, i int) string { return kind + string(rune('a'+i)) }
	for l, sheet := range scores {
		for i, row := range sheet {
			for r, score := range row {
				if score == score {
					b.Add(rating.Record{
						Lesson: name("l", l), Indicator: name("i", i), Rater: name("r", r), Score: score,
					})
				}
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, levels...)}, nil)
}

// Shrout & Fleiss 1979, Table 4: with one judge ICC(2,1) = .29 and
// ICC(3,1) = .71, with four ICC(2,4) = .62 and ICC(3,4) = .91, which are Φ and G.
func TestShroutFleiss(t *testing.T) {
	f := fit(t, ref.Table(t, "shrout-fleiss-1979"))
	for _, c := range []struct {
		raters int
		phi, g float64
	}{{1, .29, .71}, {4, .62, .91}} {
		d := f.Design()
		d.Raters = c.raters
		study := f.Dependability(d)
		if got := study.Phi.Value.Or(0); math.Abs(got-c.phi) > .005 {
			t.Errorf("%d judges: Φ = %v, want %v", c.raters, got, c.phi)
		}
		if got := study.G.Value.Or(0); math.Abs(got-c.g) > .005 {
			t.Errorf("%d judges: G = %v, want %v", c.raters, got, c.g)
		}
	}
}

// persons3 is Brennan 2001, Table 3.1, Synthetic Data Set No. 3: ten persons,
// by occasion, then item.
var persons3 = [][8]float64{
	{2, 6, 7, 5, 2, 5, 5, 5},
	{4, 5, 6, 7, 6, 7, 5, 7},
	{5, 5, 4, 6, 5, 4, 5, 5},
	{5, 9, 8, 6, 5, 7, 7, 6},
	{4, 3, 5, 6, 4, 5, 6, 4},
	{4, 4, 4, 7, 6, 4, 7, 8},
	{2, 6, 6, 5, 2, 7, 7, 5},
	{3, 4, 4, 5, 6, 6, 6, 4},
	{0, 5, 4, 5, 5, 5, 5, 3},
	{6, 8, 7, 6, 6, 8, 8, 6},
}

// Brennan 2001 gives for p × i × o the components below, and with four items
// and two occasions Eρ² = .64 and Φ = .55; with the items fixed .81 and .79
// (chapters 3 to 5). Persons are lessons here, items indicators, occasions
// raters.
func TestBrennanCrossed(t *testing.T) {
	var scores [][][]float64
	for _, p := range persons3 {
		var sheet [][]float64
		for i := range 4 {
			sheet = append(sheet, []float64{p[i], p[4+i]})
		}
		scores = append(scores, sheet)
	}
	f := fit(t, grid(scores, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
	for term, want := range map[string]float64{
		variance.Lesson: .5528, variance.Indicator: .4417, variance.Rater: .0074,
		variance.LessonIndicator: .5750, variance.LessonRater: .1009,
		variance.IndicatorRater: .1565, variance.Residual: .9352,
	} {
		if got := value(t, f, term); math.Abs(got-want) > 5e-5 {
			t.Errorf("%s = %v, want %v", term, got, want)
		}
	}
	for _, c := range []struct {
		fixed  []string
		g, phi float64
	}{{nil, .64, .55}, {[]string{variance.Indicator}, .81, .79}} {
		study := f.Dependability(variance.Design{Object: variance.Lesson, Fixed: c.fixed})
		if got := study.G.Value.Or(0); math.Abs(got-c.g) > .005 {
			t.Errorf("fixed %v: G = %v, want %v", c.fixed, got, c.g)
		}
		if got := study.Phi.Value.Or(0); math.Abs(got-c.phi) > .005 {
			t.Errorf("fixed %v: Φ = %v, want %v", c.fixed, got, c.phi)
		}
	}
}

// persons4 is Brennan 2001, Table 3.2, Synthetic Data Set No. 4: ten
// persons, three tasks, four raters of each task.
var persons4 = [][12]float64{
	{5, 6, 5, 5, 5, 3, 4, 5, 6, 7, 3, 3},
	{9, 3, 7, 7, 7, 5, 5, 5, 7, 7, 5, 2},
	{3, 4, 3, 3, 5, 3, 3, 5, 6, 5, 1, 6},
	{7, 5, 5, 3, 3, 1, 4, 3, 5, 3, 3, 5},
	{9, 2, 9, 7, 7, 7, 3, 7, 2, 7, 5, 3},
	{3, 4, 3, 5, 3, 3, 6, 3, 4, 5, 1, 2},
	{7, 3, 7, 7, 7, 5, 5, 7, 5, 5, 5, 4},
	{5, 8, 5, 7, 7, 5, 5, 4, 3, 2, 1, 1},
	{9, 9, 8, 8, 6, 6, 6, 5, 5, 8, 1, 1},
	{4, 4, 4, 3, 3, 5, 6, 5, 5, 7, 1, 1},
}

// Brennan 2001 gives for p × (r:t) the components below. Raters are nested in
// tasks, so that indicator × rater is the raters' own variance and lesson ×
// rater the residual's.
func TestBrennanNested(t *testing.T) {
	var scores [][][]float64
	for _, p := range persons4 {
		sheet := make([][]float64, 3)
		for task := range sheet {
			for r := range 12 {
				if r/4 == task {
					sheet[task] = append(sheet[task], p[r])
				} else {
					sheet[task] = append(sheet[task], math.NaN())
				}
			}
		}
		scores = append(scores, sheet)
	}
	f := fit(t, grid(scores, 1, 2, 3, 4, 5, 6, 7, 8, 9))
	for term, want := range map[string]float64{
		variance.Lesson: .4731, variance.Indicator: .3252, variance.Rater: .6475,
		variance.LessonIndicator: .5596, variance.Residual: 2.3802,
	} {
		if got := value(t, f, term); math.Abs(got-want) > 5e-5 {
			t.Errorf("%s = %v, want %v", term, got, want)
		}
	}
	want := []variance.Dropped{
		{Term: variance.LessonRater, Code: variance.Confounded, Into: []string{variance.Residual}},
		{Term: variance.IndicatorRater, Code: variance.Confounded, Into: []string{variance.Rater}},
	}
	sameDropped(t, f.Dropped, want)
}

// patients is Table 3 of Gleser, Cronbach & Rajaratnam 1965 as the R package
// psych has it: 12 patients, by six symptoms, each of two judges.
var patients = [][12]float64{
	{0, 0, 2, 1, 2, 0, 2, 1, 1, 1, 1, 2},
	{0, 0, 2, 1, 2, 0, 1, 2, 2, 1, 2, 1},
	{0, 0, 1, 1, 3, 3, 2, 1, 2, 1, 1, 2},
	{2, 0, 2, 1, 2, 2, 2, 1, 2, 1, 4, 1},
	{0, 0, 1, 2, 2, 0, 2, 3, 3, 3, 3, 3},
	{2, 0, 2, 1, 2, 0, 4, 1, 3, 3, 3, 1},
	{0, 1, 3, 1, 3, 1, 3, 4, 2, 2, 2, 3},
	{0, 0, 0, 1, 4, 3, 3, 4, 2, 3, 3, 3},
	{1, 2, 2, 1, 3, 6, 1, 3, 2, 3, 2, 1},
	{0, 1, 2, 4, 3, 3, 2, 2, 3, 5, 3, 1},
	{3, 4, 2, 2, 3, 2, 4, 5, 3, 3, 5, 5},
	{1, 1, 2, 4, 4, 4, 3, 3, 4, 6, 6, 6},
}

// The mean squares are those that R's aov prints (manual of psych); of them
// the judges' own component would be negative. With it at zero the likelihood of
// the seven mean squares has its maximum where an ascent of our own, in another
// language, finds it.
func TestGleserCronbachRajaratnam(t *testing.T) {
	var scores [][][]float64
	for _, p := range patients {
		var sheet [][]float64
		for i := 0; i < len(p); i += 2 {
			sheet = append(sheet, p[i:i+2])
		}
		scores = append(scores, sheet)
	}
	c := anova(scores)
	for k, want := range []float64{ // the components of the printed mean squares
		(7.651515 - 1.475758 - 1.772727 + .621212) / 12, (12.933333 - 1.475758 - .866667 + .621212) / 24,
		(1 - 1.772727 - .866667 + .621212) / 72, (1.475758 - .621212) / 2, (1.772727 - .621212) / 6, (.866667 - .621212) / 12, .621212,
	} {
		if math.Abs(c[k]-want) > 1e-6 {
			t.Errorf("component %d of the mean squares = %v, want %v", k, c[k], want)
		}
	}
	f := fit(t, grid(scores, 0, 1, 2, 3, 4, 5, 6))
	for term, want := range map[string]float64{
		variance.Lesson: .424339, variance.Indicator: .468685, variance.Rater: 0,
		variance.LessonIndicator: .426392, variance.LessonRater: .180614, variance.IndicatorRater: .017428, variance.Residual: .622973,
	} {
		if got := value(t, f, term); math.Abs(got-want) > 2e-6 {
			t.Errorf("%s = %v, want %v", term, got, want)
		}
	}
	s := f.Dependability(variance.Design{Object: variance.Lesson})
	relative := .426392/6 + .180614/2 + .622973/12
	if g := s.G.Value.Or(0); math.Abs(g-.424339/(.424339+relative)) > 1e-5 {
		t.Errorf("G = %v", g)
	}
	if phi := s.Phi.Value.Or(0); math.Abs(phi-.424339/(.424339+relative+.468685/6+.017428/12)) > 1e-5 {
		t.Errorf("Φ = %v", phi)
	}
}
