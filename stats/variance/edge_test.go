package variance_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

var nan = math.NaN()

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		name   string
		scores [][][]float64
		want   stats.Reason
	}{
		{"empty", nil, stats.NoPairs},
		{"one rater", [][][]float64{{{1}, {2}, {3}}}, stats.OneRater},
		{"no pairs", [][][]float64{{{1, nan}, {nan, 2}, {3, nan}}}, stats.NoPairs},
		{"one item", [][][]float64{{{1, 2, 4}}}, stats.OneItem},
		{"constant", [][][]float64{{{3, 3}, {3, 3}}, {{3, 3}, {3, 3}}}, stats.NoVariation},
	} {
		f := fit(t, grid(c.scores, 1, 2, 3, 4))
		if f.Reason != c.want {
			t.Errorf("%s: reason %q, want %q", c.name, f.Reason, c.want)
		}
		if _, ok := f.Component(variance.Residual); ok || f.Effects(variance.Rater) != nil {
			t.Errorf("%s: figures of no fit", c.name)
		}
		if got := f.Dependability(f.Design()).G.Value.Reason(); got != c.want {
			t.Errorf("%s: G absent for %q, want %q", c.name, got, c.want)
		}
		if got := f.Needed(f.Design(), variance.Rater, .8).N.Reason(); got != c.want {
			t.Errorf("%s: raters absent for %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDropped(t *testing.T) {
	const (
		l, i, r    = variance.Lesson, variance.Indicator, variance.Rater
		li, lr, ir = variance.LessonIndicator, variance.LessonRater, variance.IndicatorRater
	)
	one := func(term string) variance.Dropped {
		return variance.Dropped{Term: term, Code: variance.OneLevel}
	}
	into := func(term string, into ...string) variance.Dropped {
		return variance.Dropped{Term: term, Code: variance.Confounded, Into: into}
	}
	for _, c := range []struct {
		name   string
		scores [][][]float64
		want   []variance.Dropped
	}{
		{
			"one lesson",
			[][][]float64{{{1, 2, 2}, {2, 3, 4}, {1, 1, 3}}},
			[]variance.Dropped{one(l), into(li, i), into(lr, r), into(ir, variance.Residual)},
		},
		{
			"one indicator",
			[][][]float64{{{1, 2, 2}}, {{2, 3, 4}}, {{1, 1, 3}}},
			[]variance.Dropped{one(i), into(li, l), into(lr, variance.Residual), into(ir, r)},
		},
		{
			"raters see one lesson each",
			[][][]float64{
				{{1, 2}, {2, 4}, {3, 3}},
				{{nan, nan, 3, 2}, {nan, nan, 4, 4}, {nan, nan, 2, 1}},
				{{nan, nan, nan, nan, 1, 1}, {nan, nan, nan, nan, 2, 3}, {nan, nan, nan, nan, 1, 2}},
			},
			[]variance.Dropped{into(lr, r), into(ir, variance.Residual)},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			sameDropped(t, fit(t, grid(c.scores, 1, 2, 3, 4)).Dropped, c.want)
		})
	}
}

func TestDroppedSentence(t *testing.T) {
	f := fit(t, grid([][][]float64{{{1, 2, 2}, {2, 3, 4}, {1, 1, 3}}}, 1, 2, 3, 4))
	for k, want := range []string{
		"lesson has one level",
		"the ratings cannot tell lesson:indicator from indicator",
		"the ratings cannot tell lesson:rater from rater",
		"the ratings cannot tell indicator:rater from residual",
	} {
		if got := f.Dropped[k].String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Everybody agrees on every item: all that differs is between items.
func TestNoDisagreement(t *testing.T) {
	f := fit(t, grid([][][]float64{
		{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}},
		{{2, 2, 2}, {4, 4, 4}, {1, 1, 1}},
		{{4, 4, 4}, {2, 2, 2}, {3, 3, 3}},
	}, 1, 2, 3, 4))
	if !f.Residual.AtZero || value(t, f, variance.Residual) != 0 || value(t, f, variance.Rater) != 0 {
		t.Errorf("residual %+v, rater %v", f.Residual, value(t, f, variance.Rater))
	}
	for _, s := range f.Shares() {
		if s.Value.Reason() != stats.NoDisagreement || s.Lower.Reason() != stats.NoDisagreement {
			t.Errorf("share of %s = %v (%s)", s.Term, s.Value, s.Value.Reason())
		}
	}
	if phi := f.Dependability(variance.Design{Object: variance.LessonIndicator}).Phi.Value.Or(0); phi != 1 {
		t.Errorf("Φ = %v, want 1", phi)
	}
}

// One rater is a level below the other throughout: all of it is severity.
func TestSeverityOnly(t *testing.T) {
	f := fit(t, grid([][][]float64{{{1, 2}, {2, 3}, {3, 4}, {2, 3}, {1, 2}}}, 1, 2, 3, 4))
	shares := f.Shares()
	if len(shares) != 2 || math.Abs(shares[0].Value.Or(0)-1) > 1e-6 || shares[1].Value.Or(-1) != 0 {
		t.Errorf("shares = %v", shares)
	}
	if got := value(t, f, variance.Rater); math.Abs(got-.5) > 1e-6 {
		t.Errorf("rater = %v, want 0.5", got)
	}
}

// With several scales each has its own mean, so that its level is no variance
// of the indicators.
func TestScalesHaveTheirMeans(t *testing.T) {
	b := rating.NewBuilder()
	scaleOf := map[string]int{}
	for i, row := range [][]float64{
		{1, 2, 1}, {2, 2, 1}, {3, 2, 3}, {91, 92, 91}, {92, 92, 91}, {93, 92, 93},
	} {
		name := string(rune('a' + i))
		scaleOf[name] = i / 3
		for r, score := range row {
			b.Add(rating.Record{Indicator: name, Rater: string(rune('p' + r)), Score: score})
		}
	}
	f := fit(t, b.Build([]rating.Scale{
		rating.NewScale("low", rating.Declared, 1, 2, 3),
		rating.NewScale("high", rating.Declared, 91, 92, 93),
		rating.NewScale("unused", rating.Declared, 1, 2),
	}, scaleOf))
	if v := value(t, f, variance.Indicator); v > 1 {
		t.Errorf("indicator = %v", v)
	}
	low, high := f.Means[0].Or(0), f.Means[1].Or(0)
	if math.Abs(high-low-90) > 1e-9 || f.Means[2].OK() {
		t.Errorf("means = %v", f.Means)
	}
}

// A lesson in two rounds is two lessons of the model.
func TestRounds(t *testing.T) {
	b := rating.NewBuilder()
	for k, score := range []float64{
		1, 2, 2, 3, 4, 3, 2, 2, 1, 4, 3, 4, 1, 1, 2, 3, 4, 2, 2, 1, 3, 3, 4, 4,
	} {
		b.Add(rating.Record{
			Lesson: "L", Round: string(rune('1' + k/12)), Indicator: string(rune('a' + k/3%4)),
			Rater: string(rune('p' + k%3)), Score: score,
		})
	}
	f := fit(t, b.Build(nil, nil))
	if c, ok := f.Component(variance.Lesson); !ok || c.Levels != 2 {
		t.Errorf("lesson: %+v", c)
	}
	effects := f.Effects(variance.LessonRater)
	if len(effects) != 6 || effects[0].Round != 0 || effects[5].Round != 1 || effects[5].Indicator != -1 {
		t.Errorf("effects: %+v", effects)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := variance.Decompose(ctx, ref.Table(t, "six-lessons"), variance.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestConfidence(t *testing.T) {
	table := ref.Table(t, "six-lessons")
	wide, narrow := fit(t, table), &variance.Fit{}
	narrow, err := variance.Decompose(t.Context(), table, variance.Options{Confidence: .5})
	if err != nil {
		t.Fatal(err)
	}
	if wide.Confidence != .95 || narrow.Confidence != .5 {
		t.Errorf("confidence %v and %v", wide.Confidence, narrow.Confidence)
	}
	for k, c := range narrow.Components {
		if w := wide.Components[k]; c.Upper.Or(0) >= w.Upper.Or(0) || c.Lower.Or(0) < w.Lower.Or(0) {
			t.Errorf("%s: %v to %v, and %v to %v", c.Name, c.Lower, c.Upper, w.Lower, w.Upper)
		}
	}
}
