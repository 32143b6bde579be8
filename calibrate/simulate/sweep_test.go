package simulate_test

import (
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate/simulate"
)

// drawOptions draws small teams with anything planted, now and then with what
// cannot be.
func drawOptions(t *rapid.T) simulate.Options {
	number := func(what string, of ...int) int { return rapid.SampledFrom(of).Draw(t, what) }
	share := func(what string) float64 { return rapid.SampledFrom([]float64{0, 0, 0.1, 0.5, 1}).Draw(t, what) }
	levels := func(what string) float64 { return rapid.SampledFrom([]float64{0, 0, 0.5, -1, 10}).Draw(t, what) }
	o := simulate.Default()
	o.Preset = rapid.SampledFrom([]string{"aligned", "typical", "unaligned"}).Draw(t, "preset")
	o.Raters, o.Lessons, o.Indicators = number("raters", 1, 2, 5, 9), number("lessons", 1, 2, 4), number("indicators", 1, 2, 6)
	o.Rounds, o.SeenBy = number("rounds", 1, 2, 3), number("seen by", 0, 0, 1, 3)
	o.Shares = rapid.SampledFrom([][]float64{{1, 1}, {.05, .40, .53, .02}, {1, 1e-9, 1, 1, 1}, {1, 0, 1}}).Draw(t, "shares")
	o.Severe, o.Lenient, o.Central = number("severe", 0, 0, 1), number("lenient", 0, 0, 1), number("central", 0, 0, 1)
	o.OneLevel, o.Halo, o.Odd = number("one level", 0, 0, 1), number("halo", 0, 0, 1), number("odd", 0, 0, 1)
	o.SeveritySize, o.Camps, o.GroupGap, o.Drift = levels("size"), levels("camps"), levels("gap"), levels("drift")
	o.Unclear, o.Revote = number("unclear", 0, 0, 1, 2), rapid.Bool().Draw(t, "revote")
	if o.Revote {
		o.Converge = share("converge")
	}
	o.Reasons, o.SameFacts = rapid.Bool().Draw(t, "reasons"), share("same facts")
	o.NotObserved, o.Absent, o.Blank, o.Duplicates = share("not observed"), share("absent"), share("blank"), share("duplicates")
	o.Seed = rapid.Uint64().Draw(t, "seed")
	return o
}

// sweep makes any team: what can be is made without a panic, in levels of the
// scale, with a truth of numbers that counts the rows; what cannot be is
// refused by the same check.
func sweep(t *rapid.T) {
	o := drawOptions(t)
	rows, truth, err := simulate.Make(o)
	if wrong := o.Check(); (err == nil) != (wrong == nil) {
		t.Fatalf("made: %v, checked: %v", err, wrong)
	}
	if err != nil {
		return
	}
	if truth.Ratings != len(rows) || len(truth.Raters) != o.Raters || len(truth.Indicators) != o.Indicators {
		t.Errorf("%d rows of %d raters on %d indicators, truth %+v", len(rows), o.Raters, o.Indicators, truth)
	}
	for _, r := range rows {
		if v, err := strconv.Atoi(r.Score); err == nil && (v < 1 || v > len(o.Shares)) || err != nil && r.Score != "" && r.Score != "N/A" {
			t.Errorf("score %q on %d levels", r.Score, len(o.Shares))
		}
	}
	if _, err := json.Marshal(truth); err != nil { // it refuses what is no number
		t.Error(err)
	}
}

// FuzzSweep tries a fixed set of teams in every run of the tests, and others
// when it fuzzes.
func FuzzSweep(f *testing.F) {
	for seed := range byte(100) {
		bytes := make([]byte, 1<<10)
		_, _ = rand.NewChaCha8([32]byte{seed}).Read(bytes)
		f.Add(bytes)
	}
	f.Fuzz(rapid.MakeFuzz(sweep))
}
