// Package check holds what tests say of Numbers.
package check

import (
	"math"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats"
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
