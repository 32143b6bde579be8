package text

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text/language"
)

// groups are two groups of ten reasons: the first cites evidence, the second
// volume.
func groups() (first, second []string) {
	for range 10 {
		first = append(first, "timer captains bookshelf margin")
		second = append(second, "timer shouting hallway corridor")
	}
	return first, second
}

func TestLogOdds(t *testing.T) {
	first, second := groups()
	marks := LogOdds(language.English(), first, second, nil)
	if marks.Reason != "" {
		t.Fatalf("no marks: %s", marks.Reason)
	}
	words := func(marks []Mark) (w []string) {
		for _, m := range marks {
			w = append(w, m.Word)
		}
		slices.Sort(w)
		return w
	}
	if got := words(marks.First); !slices.Equal(got, []string{"bookshelf", "captains", "margin"}) {
		t.Errorf("the first group is marked by %q", got)
	}
	if got := words(marks.Second); !slices.Equal(got, []string{"corridor", "hallway", "shouting"}) {
		t.Errorf("the second group is marked by %q", got)
	}
	// By hand: n₁ = n₂ = α₀ = 40; the prior of a word used in 10 of all 80
	// uses is 5. δ = log(15/(80−15)) − log(5/(80−5)), variance 1/15 + 1/5.
	delta := math.Log(15.0/65) - math.Log(5.0/75)
	z := delta / math.Sqrt(1.0/15+1.0/5)
	m := marks.First[0]
	if math.Abs(m.LogOdds-delta) > 1e-12 || math.Abs(m.Z-z) > 1e-12 || m.First != 10 || m.Second != 0 {
		t.Errorf("got %+v, want log-odds %v and z %v", m, delta, z)
	}
}

func TestLogOddsLaws(t *testing.T) {
	first, second := groups()
	others := []string{"timer timer", "captains hallway"}
	ab, ba := LogOdds(language.English(), first, second, others), LogOdds(language.English(), second, first, others)
	for i, m := range ab.First {
		if n := ba.Second[i]; n.Word != m.Word || n.Z != -m.Z || n.LogOdds != -m.LogOdds {
			t.Errorf("exchanged groups: %+v and %+v", m, n)
		}
	}
	if same := LogOdds(language.English(), first, first, nil); len(same.First)+len(same.Second) > 0 {
		t.Errorf("a group is marked against itself: %+v", same)
	}
	slices.Reverse(first)
	slices.Reverse(second)
	if got := LogOdds(language.English(), first, second, others); !slices.Equal(got.First, ab.First) {
		t.Error("the order of reasons matters")
	}
	repeated := slices.Clone(second)
	repeated[0] = strings.Repeat("timer ", 50)
	for _, m := range LogOdds(language.English(), groupsFirst(), repeated, nil).Second {
		if m.Word == "timer" {
			t.Error("one rater's repetition is a mark")
		}
	}
}

func groupsFirst() []string { first, _ := groups(); return first }

func TestLogOddsTooLittle(t *testing.T) {
	first, second := groups()
	for name, g := range map[string][2][]string{
		"none":         {nil, nil},
		"four reasons": {first[:4], second},
		"few words":    {first, []string{"a", "timer", "timer", "timer", "timer", "timer"}},
		"no words":     {first, slices.Repeat([]string{"😊"}, 50)},
	} {
		marks := LogOdds(language.English(), g[0], g[1], nil)
		if marks.Reason != stats.TooLittleText || len(marks.First)+len(marks.Second) > 0 {
			t.Errorf("%s: %+v", name, marks)
		}
	}
	one := slices.Repeat([]string{"timer"}, 50)
	if marks := LogOdds(language.English(), one, one, nil); len(marks.First) > 0 {
		t.Errorf("a single word marks: %+v", marks)
	}
}
