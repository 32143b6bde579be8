package weight_test

import (
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/weight"
)

var scales = [][]float64{
	{1, 2, 3, 4}, {0, 1, 2}, {1, 2}, {3}, {1, 1.5, 2, 2.5, 3}, {0, 5, 10, 100},
}

// Every scheme is a matrix of weights on every scale.
func TestLaws(t *testing.T) {
	schemes := append([]*weight.Scheme{weight.Power(1.5), weight.Within(1)}, weight.Schemes...)
	for _, s := range schemes {
		if s.Formula == "" || s.Use == "" || s.Name == "" {
			t.Errorf("%s: not documented", s.ID)
		}
		for _, values := range scales {
			m, ok := s.Matrix(values)
			if s.DependsOnData() {
				m, ok = s.FromCounts(values), true
			}
			if !ok || m.Levels() != len(values) {
				t.Fatalf("%s on %v: ok %v, %d levels", s.ID, values, ok, m.Levels())
			}
			for k := range values {
				for l := range values {
					w := m.At(k, l)
					if w != m.At(l, k) || !(w >= 0 && w <= 1) || (k == l && w != 1) {
						t.Errorf("%s on %v: w(%d, %d) = %v", s.ID, values, k, l, w)
					}
				}
			}
		}
	}
}

func TestByHand(t *testing.T) {
	for _, tt := range []struct {
		id     string
		values []float64
		k, l   int
		want   float64
	}{
		{"identity", []float64{1, 2, 3}, 0, 1, 0},
		{"linear", []float64{1, 2, 4}, 1, 2, 1 - 2.0/3},
		{"quadratic", []float64{1, 2, 4}, 1, 2, 1 - 4.0/9},
		{"radical", []float64{1, 2, 5}, 0, 1, 0.5},
		{"ordinal", []float64{1, 2, 9, 10}, 0, 2, 0.5},
		{"ratio", []float64{0, 1, 3}, 0, 1, 0},
		{"ratio", []float64{0, 1, 3}, 1, 2, 0.75},
		{"circular", []float64{1, 2, 3, 4}, 0, 3, 0.5},
		{"bipolar", []float64{1, 2, 3}, 0, 1, 1 - (1.0/3)/1},
		{"power:3", []float64{1, 2, 3}, 0, 1, 0.875},
		{"within:1", []float64{1, 1.5, 2, 3}, 0, 2, 1},
		{"within:1", []float64{1, 1.5, 2, 3}, 0, 3, 0},
	} {
		s, err := weight.Lookup(tt.id)
		if err != nil {
			t.Fatal(err)
		}
		m, _ := s.Matrix(tt.values)
		if got := m.At(tt.k, tt.l); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s on %v: w(%d, %d) = %v, want %v", tt.id, tt.values, tt.k, tt.l, got, tt.want)
		}
	}
}

// Distances by hand from the pairable counts of the example in Krippendorff
// 2011, n = 9, 13, 10, 5, 3.
func TestKrippendorffOrdinal(t *testing.T) {
	s, err := weight.Lookup("krippendorff_ordinal")
	if err != nil {
		t.Fatal(err)
	}
	m := s.FromCounts([]float64{9, 13, 10, 5, 3})
	square := func(x float64) float64 { return x * x }
	if got, want := m.At(0, 1), 1-square(11)/square(34); math.Abs(got-want) > 1e-12 {
		t.Errorf("w(1, 2) = %v, want %v", got, want)
	}
	if got, want := m.At(1, 3), 1-square(19)/square(34); math.Abs(got-want) > 1e-12 {
		t.Errorf("w(2, 4) = %v, want %v", got, want)
	}
}

func TestNotApplicable(t *testing.T) {
	ratio, _ := weight.Lookup("ratio")
	if _, ok := ratio.Matrix([]float64{-1, 0, 1}); ok {
		t.Error("ratio weights of a negative level")
	}
	custom, err := weight.Custom([][]float64{{1, 0.5}, {0.5, 1}})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := custom.Matrix([]float64{1, 2, 3}); ok {
		t.Error("a 2 × 2 matrix on three levels")
	}
	if m, ok := custom.Matrix([]float64{1, 2}); !ok || m.At(0, 1) != 0.5 {
		t.Error("a 2 × 2 matrix on two levels")
	}
}

func TestErrors(t *testing.T) {
	for _, id := range []string{"", "cubic", "power:", "power:0", "power:x", "power:NaN", "within:-1"} {
		_, err := weight.Lookup(id)
		if err == nil {
			t.Errorf("%q: no error", id)
		}
	}
	if _, err := weight.Lookup("cubic"); !strings.Contains(err.Error(), "quadratic") {
		t.Errorf("the error names no scheme: %v", err)
	}
	for want, rows := range map[string][][]float64{
		"empty":         nil,
		"columns":       {{1, 0}, {0}},
		"diagonal":      {{1, 0}, {0, 0.9}},
		"between 0":     {{1, 2}, {2, 1}},
		"row 1, column": {{1, math.NaN()}, {0, 1}},
	} {
		if _, err := weight.Custom(rows); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: error %v, want one with %q", rows, err, want)
		}
	}
}

func TestForm(t *testing.T) {
	m, _ := weight.Power(2).Matrix([]float64{1, 2, 3})
	if got, want := m.Form([]float64{1, 0, 2}, []float64{0, 4, 1}), 4*0.75+2*(4*0.75+1); math.Abs(got-want) > 1e-12 {
		t.Errorf("form = %v, want %v", got, want)
	}
	if got, want := m.Total(), 3+4*0.75; math.Abs(got-want) > 1e-12 {
		t.Errorf("total = %v, want %v", got, want)
	}
}

func TestNoSuchPower(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	weight.Power(-1)
}

// Every id that the error of Lookup names leads to a scheme, and so do the
// other names.
func TestLookup(t *testing.T) {
	for _, id := range []string{"Linear", " quadratic ", "unweighted", "nominal", "equal", "squared", "interval", "power:1.50"} {
		s, err := weight.Lookup(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if again, err := weight.Lookup(s.ID); err != nil || again.ID != s.ID {
			t.Errorf("%s: %v", s.ID, err)
		}
	}
}

// Weights that are not symmetric say so: they are for Cohen's kappa alone.
func TestAsymmetric(t *testing.T) {
	one, err := weight.Custom([][]float64{{1, 0.1}, {0.2, 1}})
	if err != nil || !one.Asymmetric() {
		t.Errorf("%v, asymmetric %v", err, one.Asymmetric())
	}
	if m, _ := one.Matrix([]float64{1, 2}); m.At(0, 1) != 0.1 || m.At(1, 0) != 0.2 {
		t.Errorf("weights %v, %v", m.At(0, 1), m.At(1, 0))
	}
	if even, err := weight.Custom([][]float64{{1, 0.1}, {0.1, 1}}); err != nil || even.Asymmetric() {
		t.Errorf("symmetric weights: %v", err)
	}
}
