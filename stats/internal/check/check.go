// Package check holds what tests of several packages say of Numbers and of
// functions.
package check

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Near fails where a Number is not within a tolerance of what is wanted.
func Near(t testing.TB, what string, got stats.Number, want, tolerance float64) {
	t.Helper()
	v, ok := got.Value()
	if !ok {
		t.Errorf("%s: absent (%s), want %v", what, got.Reason(), want)
	} else if !(math.Abs(v-want) <= tolerance) {
		t.Errorf("%s = %.13g, want %.13g (off by %.2g)", what, v, want, v-want)
	}
}

// Absent fails where a Number is there, or absent for none of the reasons.
func Absent(t testing.TB, what string, got stats.Number, reasons ...stats.Reason) {
	t.Helper()
	if got.OK() || !slices.Contains(reasons, got.Reason()) {
		t.Errorf("%s = %v (%s), want %v", what, got, got.Reason(), reasons)
	}
}

// Functions: each of a package's functions computes its coefficient, and no
// coefficient is without one.
func Functions(t *testing.T, list []*stats.Coefficient, functions map[string]func(*rating.Matrix, stats.Options) (stats.Result, error)) {
	t.Helper()
	m := rating.NewMatrix([][]float64{{1, 2}, {2, 2}, {1, 1}, {2, 1}, {2, 2}, {1, 1}, {2, 2}})
	for _, c := range list {
		function, ok := functions[c.ID]
		if !ok {
			t.Errorf("%s has no function", c.ID)
			continue
		}
		want, err := c.Of(m, stats.Options{})
		got, err2 := function(m, stats.Options{})
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", c.ID, got, want)
		}
	}
}
