package survey_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats/gap"
)

func follow(t *testing.T, a, b *answers.Answers) *survey.Trend {
	t.Helper()
	trend, err := survey.Follow([]*answers.Answers{a, b}, []string{"fall", "spring"}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return trend
}

func wavering(level float64) func(int) float64 {
	return func(p int) float64 { return level + float64(p%2) }
}

func TestFollow(t *testing.T) {
	got := follow(t, team(of(10, "x"), wavering(1), wavering(4)), team(of(10, "x"), wavering(3), wavering(4)))
	c := got.Dimensions[0]
	if c.Path != gap.Toward || c.People != 10 || c.Withheld || c.NewGoal || c.Before.Gap.Or(0) != 3 || c.After.Gap.Or(0) != 1 {
		t.Errorf("%+v", c)
	}
	if want := "You have moved toward where you said in fall that you should be, on Pace."; got.Sentence != want {
		t.Errorf("%q", got.Sentence)
	}
	back := follow(t, team(of(10, "x"), wavering(3), wavering(4)), team(of(10, "x"), wavering(1), wavering(4)))
	if back.Dimensions[0].Path != gap.Away {
		t.Errorf("%+v", back.Dimensions[0])
	}
	goal := follow(t, team(of(10, "x"), wavering(1), wavering(4)), team(of(10, "x"), wavering(1), wavering(1)))
	if c := goal.Dimensions[0]; !c.NewGoal || c.Path != gap.NoTelling {
		t.Errorf("%+v", c)
	}
}

// Nobody who answered one of two surveys alone can be worked out: with one or
// two of them every figure is everyone's, whose pages show the same, and there
// is no figure of those in both. Whoever they are, and whatever they answered,
// nothing of it is there to be found by subtraction.
func TestWhoCameOrLeft(t *testing.T) {
	for _, c := range []struct {
		before, after int
		withheld      bool
	}{{10, 10, false}, {10, 9, true}, {10, 8, true}, {10, 7, false}, {9, 10, true}, {7, 10, false}} {
		a, b := team(of(c.before, "x"), wavering(1), wavering(4)), team(of(c.after, "x"), wavering(3), wavering(4))
		got := follow(t, a, b).Dimensions[0]
		if got.Withheld != c.withheld {
			t.Errorf("%d and %d people: %+v", c.before, c.after, got)
		}
		if !c.withheld {
			continue
		}
		for i, round := range []*answers.Answers{a, b} {
			page := analyse(t, round, survey.Options{}).Dimensions[0]
			if p := []survey.Point{got.Before, got.After}[i]; p.Is != page.Is.Mean || p.Should != page.Should.Mean || p.Gap != page.Gap.Mean {
				t.Errorf("%+v is not everyone's: %+v", p, page)
			}
		}
		if got.Is.Difference.OK() || got.Should.Lower.OK() || got.Gap.PValue.OK() {
			t.Errorf("a figure of those in both: %+v", got)
		}
		if got.Path != gap.Toward {
			t.Errorf("path %s", got.Path)
		}
	}
}

func TestFollowWithoutNames(t *testing.T) {
	a, b := team(of(10, "x"), wavering(1), wavering(4)), team(of(12, "x"), wavering(3), wavering(4))
	for p := range a.People {
		a.People[p] = ""
	}
	got := follow(t, a, b)
	if got.Who != "everyone" || got.Dimensions[0].Path != gap.Toward || got.Dimensions[0].Withheld || got.Notes[0].Code != "people_unknown" {
		t.Errorf("%+v", got)
	}
}

// Nobody's name is in any form of it; names that may be one person's are for
// whoever holds the files.
func TestFollowNamesNobody(t *testing.T) {
	a, b := team(of(10, "x"), wavering(1), wavering(4)), team(of(10, "x"), wavering(3), wavering(4))
	a.People[0], b.People[0] = "Dana Whitfield", "D. Whitfield"
	a.People[1], b.People[1] = "Bo Lind", "  bo  LIND"
	got := follow(t, a, b)
	if len(got.Alike) != 1 || got.Dimensions[0].People != 9 {
		t.Errorf("%+v", got)
	}
	if text, err := json.Marshal(got); err != nil || strings.Contains(string(text), "Whitfield") {
		t.Errorf("%s %v", text, err)
	}
}

func TestNothingToFollow(t *testing.T) {
	var apart survey.TrendError
	a, b := team(of(10, "x"), wavering(1), wavering(4)), team(of(10, "x"), wavering(3), wavering(4))
	b.Dimensions[0].ID = "other"
	if _, err := survey.Follow([]*answers.Answers{a, b}, []string{"fall", "spring"}, survey.Options{}); !errors.As(err, &apart) {
		t.Errorf("%v", err)
	}
	b.Dimensions[0].ID, b.Dimensions[0].High = a.Dimensions[0].ID, 7
	if _, err := survey.Follow([]*answers.Answers{a, b}, []string{"fall", "spring"}, survey.Options{}); !errors.As(err, &apart) || !strings.Contains(err.Error(), "--scale") {
		t.Errorf("%v", err)
	}
	a.Undeclared, b.Undeclared = true, true // then both reach to the higher end
	if got := follow(t, a, b); len(got.Dimensions) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestGates(t *testing.T) {
	r := analyse(t, team(of(8, "x"), wavering(1), wavering(4)), survey.Options{})
	for _, c := range []struct {
		spec  string
		over  bool
		unmet int
	}{
		{"aligned=1", false, 0},
		{"is_within_one=100%", false, 0},
		{"is-exact=0.5", false, 1},
		{"gap=2", true, 1},
		{"gap=3", true, 0},
		{"pace.gap=3,pace.is_spread=0.1", true, 1},
	} {
		list, err := gates.Parse(c.spec, c.over, survey.Knows)
		if err != nil {
			t.Fatal(err)
		}
		held, err := gates.Hold(list, survey.FiguresOf(r))
		if err != nil {
			t.Fatal(err)
		}
		if got := gates.Unmet(held); len(got) != c.unmet {
			t.Errorf("%s: %q", c.spec, got)
		}
	}
	for _, spec := range []string{"exact=0.5", "gap", "gap=x", "gap=5", "aligned=2", "pace.aligned=1", ""} {
		if _, err := gates.Parse(spec, false, survey.Knows); err == nil {
			t.Errorf("%s is read", spec)
		}
	}
}
