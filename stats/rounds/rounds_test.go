package rounds_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/rounds"
)

// A story is rounds of lessons; a string is an indicator's ratings by rater
// (0 is a gap).
type story map[string][][]string // by round: lessons of indicators

func (s story) table(levels int) *rating.Table {
	b := rating.NewBuilder()
	for round, lessons := range s {
		for l, indicators := range lessons {
			for i, row := range indicators {
				for g, c := range row {
					if c != '0' {
						b.Add(rating.Record{
							Round: round, Lesson: fmt.Sprint(round, " lesson ", l), Indicator: fmt.Sprint("i", i),
							Rater: string(rune('a' + g)), Score: float64(c - '0'),
						})
					}
				}
			}
		}
	}
	var values []float64
	for k := range levels {
		values = append(values, float64(k+1))
	}
	return b.Build([]rating.Scale{rating.NewScale("levels", rating.Declared, values...)}, nil)
}

func near(t *testing.T, what string, got stats.Number, want float64) {
	t.Helper()
	if v, ok := got.Value(); !ok || math.Abs(v-want) > 1e-6 {
		t.Errorf("%s: %v (%s), want %v", what, got, got.Reason(), want)
	}
}

// Worked by hand: three raters, one lesson of four indicators in two rounds.
// Exact by indicator: fall 1/3, 1/3, 0, 1; winter 1, 1/3, 1/3, 1. The change's
// differences are 2/3, 0, 1/3, 0 with mean 1/4 and variance .1018519; with .07
// assumed between lessons se² = .1018519/4 + 2·.0049 = .0352630; t on 3.
func TestOverIndicators(t *testing.T) {
	s := story{
		"1": {{"112", "233", "124", "333"}},
		"2": {{"222", "334", "122", "333"}},
	}
	c := rounds.Between(s.table(4), []int32{0, 1}, 0, 1, rounds.Options{})
	if c.ByLesson || c.Raters != 3 || c.Indicators != 4 || !c.LessonSDAssumed || c.LessonSD != 0.07 || c.Reason != "" {
		t.Fatalf("%+v", c)
	}
	near(t, "before", c.Exact.Before, 5.0/12)
	near(t, "after", c.Exact.After, 8.0/12)
	near(t, "change", c.Exact.Change, 0.25)
	near(t, "variance", stats.Of(c.Exact.SE*c.Exact.SE), 0.1018518518/4+2*0.0049)
	near(t, "lower", c.Exact.Lower, 0.25-3.1824463053*math.Sqrt(0.1018518518/4+2*0.0049))
	// Two apart: fall 1 of 3 pairs on the third indicator wide (1–2, 1–4, 2–4: two
	// of three), winter none.
	near(t, "two apart", c.TwoApart.Change, -2.0/3/4)
	// Distances: Σ m D over the range's square. Fall: 112 has m D = 3·(2/3)/9...
	near(t, "distance", c.Distance.Before, distance([][]float64{{1, 1, 2}, {2, 3, 3}, {1, 2, 4}, {3, 3, 3}}))
	near(t, "distance", c.Distance.After, distance([][]float64{{2, 2, 2}, {3, 3, 4}, {1, 2, 2}, {3, 3, 3}}))
}

// distance is D_o/D_e of one lesson by its definition, over ordered pairs.
func distance(items [][]float64) float64 {
	var all []float64
	observed := 0.0
	for _, row := range items {
		pairs := 0.0
		for i, x := range row {
			for j, y := range row {
				if i != j {
					pairs += (x - y) * (x - y) / float64(len(row)-1)
				}
			}
		}
		observed += pairs
		all = append(all, row...)
	}
	expected := 0.0
	for i, x := range all {
		for j, y := range all {
			if i != j {
				expected += (x - y) * (x - y) / float64(len(all)-1)
			}
		}
	}
	return observed / expected
}

// Three lessons a round: the means of lessons are .5, .75, 1 and 1, 1, .75 of
// two raters on four indicators; the pooled variance is (.125 + .0416667)/4.
func TestOverLessons(t *testing.T) {
	s := story{
		"1": {{"11", "23", "22", "12"}, {"11", "22", "33", "34"}, {"11", "22", "33", "22"}},
		"2": {{"11", "22", "33", "44"}, {"12", "22", "33", "11"}, {"11", "22", "33", "22"}},
	}
	c := rounds.Between(s.table(4), []int32{0, 1}, 0, 1, rounds.Options{})
	if !c.ByLesson || c.Exact.DF != 4 {
		t.Fatalf("%+v", c)
	}
	near(t, "change", c.Exact.Change, 11.0/12-9.0/12)
	near(t, "variance", stats.Of(c.Exact.SE*c.Exact.SE), (0.125+0.0416666667)/4*(2.0/3))
	near(t, "p", c.Exact.P, pOfT((2.0/12)/c.Exact.SE, 4))
}

// pOfT is the two-sided p of Student's t with 4 degrees of freedom, in closed form.
func pOfT(v float64, _ int) float64 {
	x := v / math.Sqrt(4+v*v)
	return 1 - x*(1+2.0/4*(4/(4+v*v)))
}

// A world of rounds: raters rate a level an item, off one level with a chance
// that may change by round.
type world struct {
	raters, lessons, indicators int
	off                         []float64 // by round
	exchanged                   int       // of the raters, from the second round on
	lower                       int       // rater 0, from the second round on
}

func (w world) table(seed uint64) *rating.Table {
	rng := rand.New(rand.NewPCG(seed, 9))
	b := rating.NewBuilder()
	for r, off := range w.off {
		for l := range w.lessons {
			for i := range w.indicators {
				item := 2 + rng.IntN(3)
				for g := range w.raters {
					level := item
					if rng.Float64() < off {
						level += 2*rng.IntN(2) - 1
					}
					if g == 0 && r > 0 {
						level -= w.lower
					}
					id := g
					if r > 0 && g < w.exchanged {
						id += w.raters
					}
					b.Add(rating.Record{
						Round: fmt.Sprint(r), Lesson: fmt.Sprint(r, "-", l), Indicator: fmt.Sprint("i", i),
						Rater: fmt.Sprint("r", id), Score: float64(level),
					})
				}
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("five", rating.Declared, 0, 1, 2, 3, 4, 5)}, nil)
}

func TestMovement(t *testing.T) {
	for _, c := range []struct {
		name  string
		world world
		want  rounds.Movement
	}{
		{"closer, one lesson each", world{raters: 12, lessons: 1, indicators: 12, off: []float64{0.6, 0.05}}, rounds.Together},
		{"closer, four lessons", world{raters: 12, lessons: 4, indicators: 8, off: []float64{0.5, 0.1}}, rounds.Together},
		{"apart, four lessons", world{raters: 12, lessons: 4, indicators: 8, off: []float64{0.1, 0.5}}, rounds.Apart},
		{"no change, four lessons", world{raters: 12, lessons: 4, indicators: 8, off: []float64{0.3, 0.3}}, rounds.CannotTell},
		{"no change, one lesson", world{raters: 12, lessons: 1, indicators: 8, off: []float64{0.3, 0.3}}, rounds.CannotTell},
	} {
		got := rounds.Between(c.world.table(4), []int32{0, 1}, 0, 1, rounds.Options{})
		if got.Movement != c.want {
			t.Errorf("%s: %s, want %s: %+v", c.name, got.Movement, c.want, got)
		}
		back := rounds.Between(c.world.table(4), []int32{1, 0}, 0, 1, rounds.Options{})
		if opposite := map[rounds.Movement]rounds.Movement{
			rounds.Together: rounds.Apart, rounds.Apart: rounds.Together, rounds.CannotTell: rounds.CannotTell,
		}[c.want]; back.Movement != opposite {
			t.Errorf("%s, backward: %s", c.name, back.Movement)
		}
		near(t, c.name+", backward", back.Exact.Change, -got.Exact.Change.Or(9))
	}
}

// Who joined or left does not enter the word; everyone's change less that of
// those who stayed is the composition.
func TestComposition(t *testing.T) {
	for _, lessons := range []int{1, 4} {
		w := world{raters: 10, lessons: lessons, indicators: 8, off: []float64{0.3, 0.3}, exchanged: 4}
		c := rounds.Between(w.table(2), []int32{0, 1}, 0, 1, rounds.Options{})
		if c.Raters != 6 {
			t.Errorf("%d raters in both", c.Raters)
		}
		near(t, "composition", c.Composition.Change, c.Everyone.Change.Or(9)-c.Exact.Change.Or(0))
	}
}

func TestTooLittle(t *testing.T) {
	for name, s := range map[string]story{
		"three indicators":  {"1": {{"112", "233", "124"}}, "2": {{"222", "334", "122"}}},
		"one common rater":  {"1": {{"1120", "2330", "1240", "3330"}}, "2": {{"1001", "2002", "1001", "3003"}}},
		"nothing in common": {"1": {{"1100", "2300", "1200", "3300"}}, "2": {{"0012", "0022", "0011", "0033"}}},
	} {
		c := rounds.Between(s.table(4), []int32{0, 1}, 0, 1, rounds.Options{})
		if c.Movement != rounds.CannotTell || c.Reason != rounds.TooFewCommon || c.Exact.Change.OK() {
			t.Errorf("%s: %+v", name, c)
		}
	}
	s := story{"1": {{"111", "222", "333", "222"}}, "2": {{"111", "222", "333", "222"}}}
	if c := rounds.Between(s.table(4), []int32{0, 1}, 0, 1, rounds.Options{}); c.Movement != rounds.CannotTell {
		t.Errorf("nothing moves: %+v", c)
	}
	s = story{"1": {{"22", "22", "22", "22"}}, "2": {{"22", "22", "22", "22"}}}
	if c := rounds.Between(s.table(4), []int32{0, 1}, 0, 1, rounds.Options{}); c.Movement != rounds.CannotTell || c.Distance.Change.OK() {
		t.Errorf("one level throughout: %+v", c)
	}
}

func TestTrend(t *testing.T) {
	w := world{raters: 12, lessons: 3, indicators: 8, off: []float64{0.5, 0.3, 0.1}}
	s := rounds.Trend(w.table(1), []int32{0, 1, 2}, rounds.Options{})
	if v := s.PerRound.Or(0); v < 0.1 || s.P.Or(1) > 0.05 || s.Lessons != 9 {
		t.Errorf("%+v", s)
	}
	w.lessons = 1
	if s := rounds.Trend(w.table(1), []int32{0, 1, 2}, rounds.Options{}); s.PerRound.Reason() != rounds.TooFewLessons {
		t.Errorf("three lessons: %+v", s)
	}
}

func TestByIndicator(t *testing.T) {
	w := world{raters: 12, lessons: 4, indicators: 6, off: []float64{0.7, 0.05}}
	list := rounds.ByIndicator(w.table(1), []int32{0, 1}, 0, 1, rounds.Options{})
	moved := 0
	for _, x := range list {
		if x.Movement == rounds.Together {
			moved++
		}
	}
	if len(list) != 6 || moved < 4 {
		t.Errorf("%d of %d moved", moved, len(list))
	}
	w.lessons = 2
	for _, x := range rounds.ByIndicator(w.table(1), []int32{0, 1}, 0, 1, rounds.Options{}) {
		if x.Movement != rounds.CannotTell || !x.Exact.Change.OK() || x.Exact.Lower.Reason() != rounds.TooFewLessons {
			t.Errorf("two lessons: %+v", x)
		}
	}
}

func TestDrifts(t *testing.T) {
	w := world{raters: 10, lessons: 2, indicators: 10, off: []float64{0.3, 0.3}, lower: 1}
	table := w.table(1)
	list, why := rounds.Drifts(table, []int32{0, 1}, 0, 1)
	if why != "" || len(list) != 10 {
		t.Fatalf("%v, %s", list, why)
	}
	for _, d := range list {
		if d.Moved != (table.Raters()[d.Rater] == "r0") {
			t.Errorf("%s: %+v", table.Raters()[d.Rater], d)
		}
	}
	w.raters = 5
	if _, why := rounds.Drifts(w.table(1), []int32{0, 1}, 0, 1); why != rounds.TooFewRaters {
		t.Errorf("five raters: %s", why)
	}
}

// votes are items of seven raters before and after; the first three are a group.
func votes(rows ...string) []rounds.Vote {
	var list []rounds.Vote
	for i := 0; i < len(rows); i += 2 {
		v := rounds.Vote{Item: rating.Item{Indicator: int32(i)}}
		for g := range rows[i] {
			v.Raters = append(v.Raters, int32(g))
			v.Before = append(v.Before, float64(rows[i][g]-'0'))
			v.After = append(v.After, float64(rows[i+1][g]-'0'))
		}
		list = append(list, v)
	}
	return list
}

func group(g int32) bool { return g < 3 }

func TestToward(t *testing.T) {
	// On each of five items the group gave 3, the rest 2, and three of the four
	// came to 3: five sums of one sign of 32.
	came := []string{"3332222", "3333332", "3332222", "3333323", "3332222", "3333233", "3332222", "3332333", "3332222", "3333332"}
	p := rounds.Toward(votes(came...), group)
	if p.Items != 5 || p.RestNearer != 15 || p.RestCould != 20 || p.GroupNearer != 0 || p.GroupCould != 15 || !p.Found {
		t.Errorf("%+v", p)
	}
	near(t, "p", p.P, 1.0/32)
	p = rounds.Toward(votes(came[:8]...), group)
	if p.Found || p.P.Reason() != stats.TooFewItems || p.Items != 4 {
		t.Errorf("four items: %+v", p)
	}
	if p := rounds.Toward(votes(came...), func(g int32) bool { return g < 2 }); p.P.Reason() != rounds.TooFewRaters {
		t.Errorf("a group of two: %+v", p)
	}
	// Both sides come half way: no pull.
	p = rounds.Toward(votes("4442222", "3333333", "4442222", "3333333", "4442222", "3333333", "4442222", "3333333", "4442222", "3333333"), group)
	if p.Found || p.Items != 5 {
		t.Errorf("half way: %+v", p)
	}
}

func TestMoves(t *testing.T) {
	v := votes("3332224", "3333223")[0]
	m := v.Moves(3)
	// Two moved one level each: a 2 to 3 (the others' commonest level is 3, their
	// median 3), and the 4 to 3 (the others are three and three: no commonest;
	// their median is 2.5).
	want := rounds.Moves{Raters: 7, Moved: 2, Far: 1, TowardCommonest: 1, TowardMedian: 2, TowardAgreed: 2}
	if m != want {
		t.Errorf("%+v, want %+v", m, want)
	}
}

func TestVotes(t *testing.T) {
	before := story{"1": {{"120", "332"}}}.table(4)
	after := story{"1": {{"220", "033"}}}.table(4)
	list := rounds.Votes(before, after)
	if len(list) != 2 || len(list[0].Raters) != 2 || list[0].After[0] != 2 || len(list[1].Raters) != 2 || list[1].Before[0] != 3 {
		t.Errorf("%+v", list)
	}
}

func TestKeeping(t *testing.T) {
	s := story{
		"1": {{"1234", "1324", "2222", "3333", "2223", "3333"}},
		"2": {{"2413", "4231", "2222", "3333", "2222", "3334"}},
	}
	settled := func(i int32) bool { return i < 2 }
	k := rounds.Keeping(s.table(4), 0, 1, settled, rounds.Options{})
	if k.Settled != 2 || k.Others != 4 || k.Reason != "" || !k.StillBelow {
		t.Errorf("%+v", k)
	}
	near(t, "others", k.Next.Before, (1+1+1+0.5)/4)
	near(t, "settled", k.Next.After, 0)
	if k := rounds.Keeping(s.table(4), 0, 1, func(i int32) bool { return i == 2 || i == 3 }, rounds.Options{}); k.Reason != rounds.NotBelow || k.StillBelow {
		t.Errorf("not below before: %+v", k)
	}
	if k := rounds.Keeping(s.table(4), 0, 1, func(i int32) bool { return i < 1 }, rounds.Options{}); k.Reason != rounds.TooFewCommon {
		t.Errorf("one settled: %+v", k)
	}
}
