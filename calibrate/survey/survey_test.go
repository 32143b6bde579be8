package survey_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats"
)

// team is a survey of two dimensions by so many people of two roles.
func team(roles []string, is, should func(p int) float64) *answers.Answers {
	a := &answers.Answers{Layout: "pairs", Columns: []answers.Column{{Name: "role", Values: roles}}}
	d := answers.Dimension{ID: "pace", Name: "Pace", Ends: [2]string{"Fast", "Slow"}, Low: 1, High: 5, Levels: []float64{1, 2, 3, 4, 5}}
	for p := range roles {
		a.People = append(a.People, fmt.Sprintf("Person %d", p))
		d.Is = append(d.Is, stats.Of(is(p)))
		d.Should = append(d.Should, stats.Of(should(p)))
		d.Reasons = append(d.Reasons, "")
		a.Given += 2
	}
	a.Dimensions = []answers.Dimension{d}
	return a
}

func of(n int, role string) []string { return slices.Repeat([]string{role}, n) }

func analyse(t *testing.T, a *answers.Answers, o survey.Options) *survey.Report {
	t.Helper()
	r, err := survey.Analyse(a, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSentence(t *testing.T) {
	r := analyse(t, team(of(8, "x"), func(int) float64 { return 1 }, func(p int) float64 { return float64(4 + p%2) }), survey.Options{})
	if want := "You agree that Pace must move toward slow."; r.Sentence != want {
		t.Errorf("%q, want %q", r.Sentence, want)
	}
	r = analyse(t, team(of(8, "x"), func(p int) float64 { return float64(1 + 4*(p%2)) }, func(int) float64 { return 3 }), survey.Options{})
	if want := "You do not agree where you are today on Pace."; r.Sentence != want {
		t.Errorf("%q, want %q", r.Sentence, want)
	}
}

// Nothing in the report hangs on the order of people.
func TestOrderIsNothing(t *testing.T) {
	role := append(of(5, "school"), of(6, "central")...)
	is := func(p int) float64 { return float64(1 + p%4) }
	should := func(p int) float64 { return float64(5 - p%3) }
	want, _ := json.Marshal(analyse(t, team(role, is, should), survey.Options{By: "role"}))
	order := rand.New(rand.NewPCG(3, 4)).Perm(len(role))
	moved := make([]string, len(role))
	for i, p := range order {
		moved[i] = role[p]
	}
	a := team(moved, func(i int) float64 { return is(order[i]) }, func(i int) float64 { return should(order[i]) })
	if got, _ := json.Marshal(analyse(t, a, survey.Options{By: "role"})); string(got) != string(want) {
		t.Error(cmp.Diff(string(want), string(got)))
	}
}

func TestFewPeopleShowNoArrows(t *testing.T) {
	three := func(int) float64 { return 3 }
	if r := analyse(t, team(of(4, "x"), three, three), survey.Options{}); r.Dimensions[0].Arrows != nil {
		t.Errorf("four people's arrows: %v", r.Dimensions[0].Arrows)
	}
	if r := analyse(t, team(of(5, "x"), three, three), survey.Options{}); len(r.Dimensions[0].Arrows) != 1 {
		t.Errorf("five people's arrows: %v", r.Dimensions[0].Arrows)
	}
}

// Groups under three are withheld, and so is the next smallest until nobody can
// be worked out by subtraction.
func TestWithheld(t *testing.T) {
	for _, c := range []struct {
		sizes map[string]int
		shown []string
	}{
		{map[string]int{"a": 4, "b": 5}, []string{"a", "b"}},
		{map[string]int{"a": 2, "b": 7}, nil},
		{map[string]int{"a": 2, "b": 3, "c": 6}, []string{"c"}},
		{map[string]int{"a": 3, "b": 3, "": 1}, []string{"b"}},
		{map[string]int{"a": 9}, nil},
	} {
		var roles []string
		for _, id := range []string{"a", "b", "c", ""} {
			roles = append(roles, of(c.sizes[id], id)...)
		}
		var shown []string
		for _, g := range analyse(t, team(roles, func(p int) float64 { return float64(1 + p%5) }, func(int) float64 { return 3 }),
			survey.Options{By: "Role"}).Groups {
			shown = append(shown, g.ID)
		}
		if !slices.Equal(shown, c.shown) {
			t.Errorf("%v: shown %v, want %v", c.sizes, shown, c.shown)
		}
	}
}

// Of teams whose roles think alike, one in twenty at most shows a difference.
func TestGroupsByChance(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const runs = 400
	falsely := 0
	for range runs {
		n := 8 + r.IntN(12)
		role := make([]string, n)
		for p := range role {
			role[p] = []string{"a", "b"}[p%2]
		}
		a := team(role, func(int) float64 { return float64(2 + r.IntN(3)) }, func(int) float64 { return float64(3 + r.IntN(2)) })
		for range 6 {
			more := team(role, func(int) float64 { return float64(2 + r.IntN(3)) }, func(int) float64 { return float64(4 + r.IntN(2)) })
			more.Dimensions[0].ID = fmt.Sprint(len(a.Dimensions))
			a.Dimensions = append(a.Dimensions, more.Dimensions[0])
		}
		found := false
		for _, d := range analyse(t, a, survey.Options{By: "role"}).Groups[0].Dimensions {
			found = found || d.Is.PValue.Or(1) <= 0.05 || d.Should.PValue.Or(1) <= 0.05 || d.Gap.PValue.Or(1) <= 0.05
		}
		if found {
			falsely++
		}
	}
	if share := float64(falsely) / runs; share > 0.05 {
		t.Errorf("a difference in %.3f of teams that have none", share)
	}
}

// A quote stands where three people or more are at its end, without the names
// of people.
func TestQuotes(t *testing.T) {
	a := team(of(8, "x"), func(p int) float64 { return float64(1 + 4*(p%2)) }, func(int) float64 { return 3 })
	a.People[0] = "Dana Whitfield"
	a.Dimensions[0].Reasons[2] = "Dana signs every purchase over 50 dollars"
	a.Dimensions[0].Reasons[3] = "Schools choose their own books"
	got := analyse(t, a, survey.Options{}).Dimensions[0].Quotes
	want := []survey.Quote{
		{End: "low", Text: "[name] signs every purchase over 50 dollars"},
		{End: "high", Text: "Schools choose their own books"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	one := team(of(8, "x"), func(p int) float64 { return []float64{1, 5}[min(p, 1)] }, func(p int) float64 { return []float64{1, 5}[p%2] })
	one.Dimensions[0].Reasons[0] = "I am alone here"
	if got := analyse(t, one, survey.Options{}).Dimensions[0].Quotes; slices.ContainsFunc(got, func(q survey.Quote) bool { return strings.Contains(q.Text, "alone") }) {
		t.Errorf("a quote from an end of one person: %v", got)
	}
}

func TestBesideLessons(t *testing.T) {
	var report calibrate.Report
	if err := json.Unmarshal([]byte(`{"indicators":[{"id":"3b","exact":{"value":0.36},"meets":false},{"id":"3c","exact":{"value":0.8},"meets":true}]}`), &report); err != nil {
		t.Fatal(err)
	}
	a := team(of(8, "x"), func(int) float64 { return 3 }, func(int) float64 { return 3 })
	a.Dimensions[0].Shows = []string{"3b"}
	d := analyse(t, a, survey.Options{Lessons: &report}).Dimensions[0]
	if want := "You believe that you are aligned on Pace; on your lessons 3b misses the standard."; d.Lessons == nil || d.Lessons.Text != want {
		t.Errorf("%+v", d.Lessons)
	}
	a.Dimensions[0].Shows = []string{"9z"}
	if d := analyse(t, a, survey.Options{Lessons: &report}).Dimensions[0]; d.Lessons != nil {
		t.Errorf("%+v", d.Lessons)
	}
}

// Any answers make a report: no panic, no figure without a value or a reason.
func TestAnyAnswers(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		n := r.IntN(12)
		a := team(of(n, "x"), func(int) float64 { return float64(1 + r.IntN(5)) }, func(int) float64 { return float64(1 + r.IntN(5)) })
		for p := range n {
			if r.IntN(3) == 0 {
				a.Dimensions[0].Is[p] = stats.None(stats.NoPairs)
			}
		}
		report := analyse(t, a, survey.Options{})
		if b, err := json.Marshal(report); err != nil || strings.Contains(string(b), "NaN") {
			t.Fatal(err)
		}
	}
}

func TestTensions(t *testing.T) {
	r, ok := rubric.Find("tensions")
	if !ok || len(r.Indicators) != 7 {
		t.Fatal("the dimensions are not built in")
	}
	for _, in := range r.Indicators {
		if in.Ends[0] == "" || in.Ends[1] == "" {
			t.Errorf("%s has no ends", in.ID)
		}
	}
}

func BenchmarkAnalyse(b *testing.B) {
	a := team(of(500, "x"), func(p int) float64 { return float64(1 + p%5) }, func(p int) float64 { return float64(1 + p%3) })
	for range 39 {
		a.Dimensions = append(a.Dimensions, a.Dimensions[0])
	}
	for b.Loop() {
		if _, err := survey.Analyse(a, survey.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
