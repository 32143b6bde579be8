package rounds_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/stats/rating"
	movement "github.com/cb401426/calibrate/stats/rounds"
)

// study is one round of lessons rated by so many, off by a level with a chance.
func study(seed uint64, raters, lessons int, off float64, scale []float64) calibrate.Study {
	rng := rand.New(rand.NewPCG(seed, 4))
	b := rating.NewBuilder()
	for l := range lessons {
		for i := range 6 {
			level := 1 + rng.IntN(3)
			for g := range raters {
				score := level
				if rng.Float64() < off {
					score += 2*rng.IntN(2) - 1
				}
				b.Add(rating.Record{
					Rater: fmt.Sprint("Rater ", g), Lesson: fmt.Sprint(seed, "-", l), Indicator: fmt.Sprint("i", i), Score: float64(score),
				})
			}
		}
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, scale...)}, nil)}
}

var five = []float64{0, 1, 2, 3, 4}

func trend(t *testing.T, studies []calibrate.Study, names ...string) *rounds.Trend {
	t.Helper()
	joined, err := rounds.Join(studies, names)
	if err != nil {
		t.Fatal(err)
	}
	got, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: names})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestAnalyse(t *testing.T) {
	got := trend(t, []calibrate.Study{study(1, 8, 3, 0.6, five), study(2, 8, 3, 0.3, five), study(3, 8, 3, 0.02, five)}, "spring", "fall", "late")
	if len(got.Rounds) != 3 || got.Rounds[0].Round != "spring" || len(got.Changes) != 3 || got.Changes[2].From != "spring" || got.Changes[2].To != "late" {
		t.Fatalf("%+v", got)
	}
	last := got.Changes[2]
	if last.Movement != movement.Together || !strings.HasPrefix(got.Sentence, "The team moved together from spring to late: on a typical indicator any two of you gave") {
		t.Errorf("%s: %s", last.Movement, got.Sentence)
	}
	if last.Exact.Before != got.Rounds[0].Exact.Value || last.Exact.After != got.Rounds[2].Exact.Value {
		t.Errorf("exact %v and %v, of the rounds %v and %v", last.Exact.Before, last.Exact.After, got.Rounds[0].Exact.Value, got.Rounds[2].Exact.Value)
	}
	if got.Slope == nil || got.Slope.PerRound.Or(0) <= 0 || len(got.Raters) != 8 || len(got.Indicators) != 6 || len(got.Indicators[0].Exact) != 3 {
		t.Errorf("%+v", got)
	}
}

// People who came or left are not in what is said, and the sentence says so.
func TestPeopleInBoth(t *testing.T) {
	got := trend(t, []calibrate.Study{study(1, 9, 3, 0.3, five), study(2, 6, 3, 0.3, five)}, "a", "b")
	if c := got.Changes[0]; c.Raters != 6 || c.Left != 3 || c.Came != 0 || c.Withheld || !strings.Contains(c.Sentence, "ny two of the six of you who rated both times") {
		t.Errorf("%d: %s", c.Raters, c.Sentence)
	}
}

// An indicator on two scales is left out and named; where none is left there is
// nothing to compare.
// An undeclared scale is the known one where its levels are among them, and
// another where they are not: Yes and No are no part of one to four.
func TestScalesOfRounds(t *testing.T) {
	a := study(1, 6, 3, 0.3, five)
	as := func(source rating.Source, values ...float64) calibrate.Study {
		b := rating.NewBuilder()
		for k, x := range a.Table.All() {
			it := a.Table.Items()[x.Item]
			b.Add(rating.Record{
				Rater: a.Table.Raters()[x.Rater], Lesson: a.Table.Lessons()[it.Lesson], Indicator: a.Table.Indicators()[it.Indicator],
				Score: values[k%len(values)],
			})
		}
		return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("s", source, values...)}, nil)}
	}
	for _, c := range []struct {
		first, second calibrate.Study
		levels        int // 0: apart
	}{
		{as(rating.Observed, 2, 3), as(rating.Declared, 1, 2, 3, 4), 4},
		{as(rating.Declared, 1, 2, 3, 4), as(rating.Observed, 2, 3), 4},
		{as(rating.Observed, 1, 2, 3), as(rating.Observed, 2, 3, 4), 4},
		{as(rating.Detected, 0, 1), as(rating.Observed, 1, 2, 3, 4), 0},
		{as(rating.Observed, 1, 2, 3, 4), as(rating.Detected, 0, 1), 0},
		{as(rating.Declared, 1, 2, 3), as(rating.Declared, 1, 2, 3, 4), 0},
	} {
		joined, err := rounds.Join([]calibrate.Study{c.first, c.second}, []string{"a", "b"})
		switch {
		case c.levels == 0 && err == nil, c.levels > 0 && err != nil:
			t.Errorf("want %d levels: %v", c.levels, err)
		case err == nil && (len(joined.Table.Scales()) != 1 || len(joined.Table.Scales()[0].Levels) != c.levels):
			t.Errorf("%v, want %d levels", joined.Table.Scales(), c.levels)
		}
	}
}

func TestScalesApart(t *testing.T) {
	if _, err := rounds.Join([]calibrate.Study{study(1, 4, 1, 0.3, five), study(2, 4, 1, 0.3, []float64{0, 1, 2, 3, 4, 5})}, []string{"a", "b"}); err == nil {
		t.Error("two scales were put together")
	}
}

func TestNames(t *testing.T) {
	joined, err := rounds.Join([]calibrate.Study{study(1, 4, 1, 0.3, five), study(2, 4, 1, 0.3, five)}, []string{"a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	var names rounds.RoundError
	for _, order := range [][]string{{"a", "c"}, {"a", "A"}} {
		if _, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: order}); !errors.As(err, &names) {
			t.Errorf("%v: %v", order, err)
		}
	}
	if _, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: []string{"a"}}); !errors.Is(err, rounds.ErrOneRound) {
		t.Errorf("one round: %v", err)
	}
	if _, err := rounds.Join([]calibrate.Study{study(1, 4, 1, 0.3, five), study(2, 4, 1, 0.3, five)}, []string{"a", "a"}); err == nil {
		t.Error("two rounds of one name")
	}
}
