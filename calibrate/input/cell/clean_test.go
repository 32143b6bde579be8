package cell_test

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

func TestInvisibleMarksAreNoPartOfAName(t *testing.T) {
	for _, s := range []string{"Bal\u200bogun", "Bal\u00adogun", "\ufeffBalogun\u2060 ", "Balogun\u200e"} {
		if got := cell.Clean(s); got != "Balogun" {
			t.Errorf("Clean(%q) = %q", s, got)
		}
	}
	if got := cell.Clean(" Ana\u00a0 Ortiz"); got != "Ana Ortiz" {
		t.Errorf("%q", got)
	}
}

func TestSkeleton(t *testing.T) {
	for a, b := range map[string]string{
		"Ｒｕｉｚ":      "Ruiz", // wide
		"Аbernаthу": "Abernathy",
		"José":      "jose",
		"ΟΚΟΥ":      "okou",
	} {
		if cell.Skeleton(a) != cell.Skeleton(b) {
			t.Errorf("%q looks like %q: %q, %q", a, b, cell.Skeleton(a), cell.Skeleton(b))
		}
	}
	if cell.Skeleton("Ruis") == cell.Skeleton("Ruiz") {
		t.Error("letters that differ look alike")
	}
}
