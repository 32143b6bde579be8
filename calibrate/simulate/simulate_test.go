package simulate_test

import (
	"math"
	"reflect"
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/calibrate/simulate"
)

func made(t *testing.T, change func(*simulate.Options)) ([]simulate.Row, *simulate.Truth) {
	t.Helper()
	o := simulate.Default()
	change(&o)
	rows, truth, err := simulate.Make(o)
	if err != nil {
		t.Fatal(err)
	}
	return rows, truth
}

// agreement returns the mean share of equal pairs over items, and the mean
// rating of each rater.
func agreement(rows []simulate.Row) (exact float64, means map[string]float64) {
	items := map[[2]string][]int{}
	sums, counts := map[string]float64{}, map[string]float64{}
	for _, r := range rows {
		if v, err := strconv.Atoi(r.Score); err == nil {
			at := [2]string{r.Lesson, r.Indicator}
			items[at] = append(items[at], v)
			sums[r.Rater] += float64(v)
			counts[r.Rater]++
		}
	}
	for _, ratings := range items {
		equal := 0.0
		for a := range ratings {
			for b := range a {
				if ratings[a] == ratings[b] {
					equal++
				}
			}
		}
		exact += equal / float64(len(ratings)*(len(ratings)-1)/2) / float64(len(items))
	}
	for g := range sums {
		sums[g] /= counts[g]
	}
	return exact, sums
}

// TestPresets: 12 raters, 12 lessons and 10 indicators agree as often as each
// preset says.
func TestPresets(t *testing.T) {
	for preset, want := range map[string]float64{"aligned": .67, "typical": .55, "unaligned": .48} {
		mean := 0.0
		for seed := range uint64(12) {
			rows, _ := made(t, func(o *simulate.Options) {
				o.Preset, o.Raters, o.Lessons, o.Seed = preset, 12, 12, seed
			})
			exact, _ := agreement(rows)
			mean += exact / 12
		}
		if math.Abs(mean-want) > 0.02 {
			t.Errorf("%s: exact %.3f, want %.2f", preset, mean, want)
		}
	}
}

func TestSeeded(t *testing.T) {
	all := func(o *simulate.Options) {
		o.Lessons, o.Rounds, o.Revote, o.Converge, o.Reasons = 2, 2, true, 0.5, true
		o.NotObserved, o.Absent, o.Blank, o.Duplicates = 0.05, 0.05, 0.05, 0.05
	}
	a, truth := made(t, all)
	b, again := made(t, all)
	if !reflect.DeepEqual(a, b) || !reflect.DeepEqual(truth, again) {
		t.Error("the same seed gives other rows")
	}
	c, _ := made(t, func(o *simulate.Options) { all(o); o.Seed = 2 })
	if reflect.DeepEqual(a, c) {
		t.Error("another seed gives the same rows")
	}
	if left := truth.Left; left.NotObserved == 0 || left.Absent == 0 || left.Blank == 0 || left.Duplicates == 0 {
		t.Errorf("left out: %+v", left)
	}
	if truth.Ratings != len(a) || len(a) != 2*10*2*10-truth.Left.Absent+truth.Left.Duplicates {
		t.Errorf("%d rows, %d in the truth", len(a), truth.Ratings)
	}
}

// TestPlanted: what is planted shows in the ratings of whom the truth names.
func TestPlanted(t *testing.T) {
	rows, truth := made(t, func(o *simulate.Options) { o.Lessons, o.Severe, o.Lenient, o.OneLevel, o.Raters = 20, 1, 1, 1, 12 })
	_, means := agreement(rows)
	team := 0.0
	for _, r := range truth.Raters {
		team += means[r.ID] / 12
	}
	for _, r := range truth.Raters {
		d := means[r.ID] - team
		switch r.Habit {
		case simulate.Severe:
			if d > -0.4 {
				t.Errorf("severe: %.2f from the team", d)
			}
		case simulate.Lenient:
			if d < 0.4 {
				t.Errorf("lenient: %.2f from the team", d)
			}
		case simulate.OneLevel:
			if means[r.ID] != math.Trunc(means[r.ID]) {
				t.Errorf("one level: mean %.2f", means[r.ID])
			}
		}
	}
}

// TestConverge: a revote is nearer together, and the more so the more raters
// move.
func TestConverge(t *testing.T) {
	before := 0.0
	for _, converge := range []float64{0, 0.5, 0.9} {
		rows, _ := made(t, func(o *simulate.Options) {
			o.Lessons, o.Rounds, o.Revote, o.Converge = 8, 2, true, converge
		})
		var second []simulate.Row
		for _, r := range rows {
			if r.Round == "2" {
				second = append(second, r)
			}
		}
		exact, _ := agreement(second)
		if exact <= before {
			t.Errorf("converge %v: exact %.3f after %.3f", converge, exact, before)
		}
		before = exact
	}
}

func TestReasons(t *testing.T) {
	rows, truth := made(t, func(o *simulate.Options) { o.Reasons, o.SameFacts, o.Raters = true, 0.5, 30 })
	for i, item := range truth.Items {
		seen := map[string]bool{}
		for _, r := range rows {
			if r.Indicator == item.Indicator && len(r.Reason) > 33 { // longer than any opinion
				seen[r.Reason] = true
			}
		}
		if item.SameFacts != (len(seen) == 1) {
			t.Errorf("item %d: same facts %v, %d kinds of reason", i, item.SameFacts, len(seen))
		}
	}
}

func TestCheck(t *testing.T) {
	for name, change := range map[string]func(*simulate.Options){
		"preset":      func(o *simulate.Options) { o.Preset = "good" },
		"raters":      func(o *simulate.Options) { o.Raters = 0 },
		"too many":    func(o *simulate.Options) { o.Raters, o.Lessons = 1e6, 1e6 },
		"seen by":     func(o *simulate.Options) { o.SeenBy = 11 },
		"levels":      func(o *simulate.Options) { o.Shares = []float64{1} },
		"share":       func(o *simulate.Options) { o.Shares = []float64{1, math.NaN()} },
		"habits":      func(o *simulate.Options) { o.Severe = 11 },
		"not a habit": func(o *simulate.Options) { o.Severe = -1 },
		"unclear":     func(o *simulate.Options) { o.Unclear = 11 },
		"blank":       func(o *simulate.Options) { o.Blank = 2 },
		"drift":       func(o *simulate.Options) { o.Drift = math.Inf(1) },
		"revote":      func(o *simulate.Options) { o.Revote = true },
		"converge":    func(o *simulate.Options) { o.Converge = 0.5 },
	} {
		o := simulate.Default()
		change(&o)
		if _, _, err := simulate.Make(o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A large district whose lessons few raters see each is made, as what counts is
// the ratings.
func TestSeenByFew(t *testing.T) {
	o := simulate.Default()
	o.Raters, o.Lessons, o.Indicators, o.SeenBy = 1000, 5000, 20, 10
	if err := o.Check(); err != nil {
		t.Error(err)
	}
	o.Lessons *= 10
	if o.Check() == nil {
		t.Error("ten million ratings at once")
	}
}
