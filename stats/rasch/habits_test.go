package rasch_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rasch/raschtest"
)

// TestHabits: a rater who keeps to the middle and one who gives a lesson one
// level are found, and of teams that rate by the model few are.
func TestHabits(t *testing.T) {
	ctx := context.Background()
	false1 := 0
	for run := range uint64(20) {
		d, _ := raschtest.Thirty.Simulate(rand.New(rand.NewPCG(run, 7)))
		spread, halo, err := fitted(t, d, rasch.Options{}).Habits(ctx, 99, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range append(spread, halo...) {
			if h.P.Or(1) <= 0.02 {
				false1++
			}
		}
	}
	if false1 > 3 {
		t.Errorf("%d habits in 20 teams without any", false1)
	}
	d, _ := raschtest.Thirty.Simulate(rand.New(rand.NewPCG(1, 8)))
	lessons := map[int32]uint16{}
	for n, g := range d.Codes[2] {
		switch g {
		case 3:
			d.Level[n] = 1 + d.Level[n]/2
		case 5:
			if _, ok := lessons[d.Codes[0][n]]; !ok {
				lessons[d.Codes[0][n]] = d.Level[n]
			}
			d.Level[n] = lessons[d.Codes[0][n]]
		}
	}
	spread, halo, err := fitted(t, d, rasch.Options{}).Habits(ctx, 199, 1)
	if err != nil {
		t.Fatal(err)
	}
	if p := spread[3].P.Or(1); p > 0.02 {
		t.Errorf("central tendency: p = %v", p)
	}
	if p := halo[5].P.Or(1); p > 0.02 || spread[5].P.Or(0) < 0.1 {
		t.Errorf("halo: p = %v, of all ratings %v", p, spread[5].P)
	}
}
