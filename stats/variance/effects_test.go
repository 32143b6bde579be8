package variance_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// On complete data of one lesson the predicted severity is the deviation of
// the rater's mean, shrunk by θ_r/(θ_r + θ_e/n).
func TestEffectsBalanced(t *testing.T) {
	table := ref.Table(t, "shrout-fleiss-1979")
	f := fit(t, table)
	sums, grand := make([]float64, 4), 0.0
	for _, r := range table.All() {
		v := table.Value(int(r.Item), r.Level)
		sums[r.Rater] += v / 6
		grand += v / 24
	}
	rater, e := value(t, f, variance.Rater), value(t, f, variance.Residual)
	shrink := rater / (rater + e/6)
	for _, effect := range f.Effects(variance.Rater) {
		if want := shrink * (sums[effect.Rater] - grand); math.Abs(effect.Value-want) > 1e-9 {
			t.Errorf("effect of %d = %v, want %v", effect.Rater, effect.Value, want)
		}
		// var(û − u) = θ_r(1 − shrink(1 − 1/r)): the mean is estimated too.
		if want := math.Sqrt(rater * (1 - shrink*3/4)); math.Abs(effect.SE.Or(-1)-want) > 1e-9 {
			t.Errorf("error of %d = %v, want %v", effect.Rater, effect.SE, want)
		}
		if effect.Ratings != 6 || effect.Lesson != -1 || effect.Indicator != -1 || effect.Round != -1 {
			t.Errorf("effect %+v", effect)
		}
	}
}

// The effects are named by the Table's positions, those of a component at zero
// are zero, and the fitted mean is Xb.
func TestEffectsNamed(t *testing.T) {
	table := ref.Table(t, "sparse")
	f := fit(t, table)
	for _, term := range variance.Terms() {
		c, _ := f.Component(term.Name)
		effects := f.Effects(term.Name)
		if len(effects) != c.Levels {
			t.Errorf("%d effects of %s, want %d", len(effects), term.Name, c.Levels)
		}
		ratings := 0
		for _, e := range effects {
			ratings += e.Ratings
			if c.AtZero && (e.Value != 0 || e.SE.Or(-1) != 0) {
				t.Errorf("%s is zero, its effect %+v is not", term.Name, e)
			}
			if !c.AtZero && !(e.SE.Or(-1) > 0 && e.SE.Or(-1) <= math.Sqrt(c.Value.Or(0))*(1+1e-9)) {
				t.Errorf("%s: error %v of a variance of %v", term.Name, e.SE, c.Value)
			}
		}
		if ratings != table.Ratings() {
			t.Errorf("%s: %d ratings, want %d", term.Name, ratings, table.Ratings())
		}
	}
	if f.Effects("group") != nil {
		t.Error("effects of no term")
	}
}

// A table that has lost a lesson keeps the positions of its names.
func TestEffectsKeepPositions(t *testing.T) {
	table := ref.Table(t, "six-lessons")
	part := table.Where(func(_ int, r rating.Rating) bool { return table.Items()[r.Item].Lesson != 0 })
	effects := fit(t, part).Effects(variance.Lesson)
	if len(effects) != 5 || effects[0].Lesson != 1 {
		t.Errorf("effects %+v", effects)
	}
}
