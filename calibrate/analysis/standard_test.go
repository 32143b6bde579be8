package analysis

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// levels returns a scale of n levels.
func levels(n int, source rating.Source) *rating.Scale {
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(i + 1)
	}
	s := rating.NewScale("s", source, values...)
	return &s
}

// What each standard asks for, line by line as the table of standards has it.
func TestStandardsAsk(t *testing.T) {
	exact := func(v float64) calibrate.Ask {
		return calibrate.Ask{Figure: calibrate.ExactFigure, Target: v, AtMost: false}
	}
	apart := func(v float64) calibrate.Ask {
		return calibrate.Ask{Figure: calibrate.TwoApartFigure, Target: v, AtMost: true}
	}
	within := func(v float64) calibrate.Ask {
		return calibrate.Ask{Figure: calibrate.WithinOneFigure, Target: v, AtMost: false}
	}
	for _, c := range []struct {
		standard string
		levels   int
		several  bool
		want     []calibrate.Ask
	}{
		{"district", 2, false, []calibrate.Ask{exact(0.75)}},
		{"district", 3, true, []calibrate.Ask{exact(0.75)}},
		{"district", 4, false, []calibrate.Ask{exact(0.60), apart(0.05)}},
		{"district", 6, true, []calibrate.Ask{exact(0.60), apart(0.05)}},
		{"district", 7, false, []calibrate.Ask{within(0.80)}},
		{"district", 9, true, []calibrate.Ask{within(0.80)}},
		{"naep", 2, false, []calibrate.Ask{exact(0.85)}},
		{"naep", 3, false, []calibrate.Ask{exact(0.80)}},
		{"naep", 4, false, []calibrate.Ask{exact(0.75)}},
		{"naep", 5, true, []calibrate.Ask{exact(0.75)}},
		{"naep", 6, false, []calibrate.Ask{exact(0.60)}},
		{"naep", 7, false, []calibrate.Ask{within(0.80)}},
		{"kansas", 4, false, []calibrate.Ask{exact(0.75), apart(0)}},
		{"kansas", 4, true, []calibrate.Ask{exact(0.75), apart(0.01)}},
		{"class", 7, true, []calibrate.Ask{{Figure: calibrate.MasterFigure, Target: 0.80, AtMost: false}}},
		{"teach", 5, true, []calibrate.Ask{{Figure: calibrate.SheetsFigure, Target: 1, AtMost: false}}},
		{"exact=80%, two-apart=.05,within_one=0.95", 4, false, []calibrate.Ask{exact(0.80), apart(0.05), within(0.95)}},
	} {
		s, err := calibrate.ParseStandard(c.standard)
		if err != nil {
			t.Fatal(err)
		}
		got := s.Asks(c.levels, c.several)
		if len(got) != len(c.want) {
			t.Fatalf("%s on %d levels asks %v, want %v", c.standard, c.levels, got, c.want)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s on %d levels asks %v, want %v", c.standard, c.levels, got, c.want)
			}
		}
	}
}

func TestStandardLevels(t *testing.T) {
	half := rating.NewScale("half", rating.Declared, 1, 1.5, 2, 2.5, 3)
	for _, c := range []struct {
		name  string
		scale *rating.Scale
		want  int
	}{
		{"declared", levels(3, rating.Declared), 3},
		{"detected", levels(3, rating.Detected), 3},
		{"undeclared counts four at least", levels(3, rating.Observed), 4},
		{"undeclared, five occur", levels(5, rating.Observed), 5},
		{"half points are no levels", &half, 3},
	} {
		if got := standardLevels(c.scale); got != c.want {
			t.Errorf("%s: %d levels, want %d", c.name, got, c.want)
		}
	}
}

func TestParseStandardErrors(t *testing.T) {
	for text, part := range map[string]string{
		"distrikt":            "there are district, naep, kansas, class, teach",
		"exact=1.2":           "not a share between 0 and 1",
		"exact=x":             "not a share between 0 and 1",
		"exact=NaN":           "not a share between 0 and 1",
		"kappa=0.8":           "no figure \"kappa\"",
		"exact=0.8,exact=0.9": "twice",
		"exact":               "no standard",
		"exact=0.8,":          "not a share",
	} {
		if _, err := calibrate.ParseStandard(text); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: %v, want %q", text, err, part)
		}
	}
}

// Several scales: the target is the mean over the items of what each scale
// asks, and a figure is over the items whose scale asks for it.
func TestStandardOnSeveralScales(t *testing.T) {
	b := rating.NewBuilder()
	add := func(indicator string, scores ...float64) {
		for g, v := range scores {
			b.Add(rating.Record{Rater: string(rune('a' + g)), Lesson: "l", Indicator: indicator, Score: v})
		}
	}
	add("four 1", 1, 1)
	add("four 2", 2, 4)
	add("four 3", 3, 3)
	add("two 1", 0, 1)
	add("seven 1", 1, 2)
	scales := []rating.Scale{
		*levels(4, rating.Declared), rating.NewScale("two", rating.Declared, 0, 1), *levels(7, rating.Declared),
	}
	table := b.Build(scales, map[string]int{"two 1": 1, "seven 1": 2})
	m := measured(table)
	got := map[string]calibrate.Criterion{}
	for _, c := range (&judge{m: m, standard: calibrate.Standards[0]}).apply(m.All()) {
		got[c.Figure] = c.Criterion
	}
	for figure, want := range map[string]struct{ target, value float64 }{
		calibrate.ExactFigure:     {(3*0.60 + 0.75) / 4, 2.0 / 4},
		calibrate.TwoApartFigure:  {0.05, 1.0 / 3},
		calibrate.WithinOneFigure: {0.80, 1},
	} {
		if c := got[figure]; math.Abs(c.Target-want.target) > 1e-12 || math.Abs(c.Value.Or(-1)-want.value) > 1e-12 {
			t.Errorf("%s: target %v, value %v; want %+v", figure, c.Target, c.Value, want)
		}
	}
}

// Sheets of 5 ratings with 4 within one of the master meet Teach's rule; one
// with 3 does not.
func TestTeach(t *testing.T) {
	teach, _ := calibrate.ParseStandard("teach")
	key := keyFor(3, 3, 3, 3, 3)
	good := calibrate.Study{Table: teamtest.Team(5, "323", "444", "233", "343", "513"), Master: key}
	r := analysed(t, good, calibrate.Options{Standard: teach})
	c := r.Verdict.Standard.Criteria[0]
	if c.Figure != calibrate.SheetsFigure || c.Value.Or(0) != 1 || !c.Met.Yes() {
		t.Errorf("all sheets meet: %+v", c)
	}
	for _, p := range r.Indicators {
		if p.Meets.OK() {
			t.Errorf("%s is held against a rule that has none for indicators", p.ID)
		}
	}
	if r.Verdict.Clear {
		t.Error("clear without an interval")
	}
	r = analysed(t, calibrate.Study{Table: teamtest.Team(5, "323", "444", "233", "143", "513"), Master: key}, calibrate.Options{Standard: teach})
	if c := r.Verdict.Standard.Criteria[0]; math.Abs(c.Value.Or(0)-2.0/3) > 1e-12 || r.Verdict.ID != calibrate.NotYetAligned {
		t.Errorf("one of three does not: %+v, %s", c, r.Verdict.ID)
	}
}

func TestClass(t *testing.T) {
	class, _ := calibrate.ParseStandard("class")
	key := keyFor(3, 4, 5, 2, 6)
	study := calibrate.Study{Table: teamtest.Team(7, "3343", "4454", "5545", "2123", "6756"), Master: key}
	r := analysed(t, study, calibrate.Options{Standard: class})
	if r.Verdict.ID != calibrate.Aligned {
		t.Errorf("all within one of the master: %s", r.Verdict.Sentence)
	}
	study.Table = teamtest.Team(7, "3343", "4454", "5545", "2123", "6712")
	r = analysed(t, study, calibrate.Options{Standard: class})
	if r.Verdict.ID != calibrate.PartlyAligned || !strings.Contains(r.Verdict.Sentence, "One indicator still splits the team: i5.") {
		t.Errorf("one indicator at 50%%: %s", r.Verdict.Sentence)
	}
	if !strings.Contains(r.Verdict.Sentence, "within one level of the agreed score 90% of the time") {
		t.Errorf("sentence %q", r.Verdict.Sentence)
	}
	teamtest.Near(t, "value", r.Verdict.Standard.Criteria[0].Value, stats.Of(0.9))
}

func TestEveryStandardIsComplete(t *testing.T) {
	for _, s := range calibrate.Standards {
		if s.ID == "" || s.Name == "" || s.Source == "" || s.Asks == nil || len(s.Asks(4, false)) == 0 {
			t.Errorf("standard %q is incomplete", s.ID)
		}
	}
	if calibrate.Standards[0].ID != "district" {
		t.Error("the default is not district")
	}
}

// What is printed of a standard is what was asked: its title, its criteria and
// its words are of one value on every scale.
func TestTitlesSayWhatIsAsked(t *testing.T) {
	for _, c := range []struct {
		standard string
		levels   int
		lessons  int
		title    string
	}{
		{"district", 2, 1, "District: the same rating 75% of the time"},
		{"district", 3, 1, "District: the same rating 75% of the time"},
		{"district", 4, 1, "District: the same rating 60% of the time, at most 5% two or more levels apart"},
		{"district", 7, 1, "District: within one level 80% of the time"},
		{"naep", 2, 1, "NAEP: the same rating 85% of the time"},
		{"naep", 6, 1, "NAEP: the same rating 60% of the time"},
		{"naep", 10, 1, "NAEP: within one level 80% of the time"},
		{"kansas", 3, 1, "Kansas: the same rating 75% of the time, no two more than one level apart"},
		{"kansas", 3, 5, "Kansas: the same rating 75% of the time, at most 1% two or more levels apart"},
		{"two-apart=0.1,exact=0.5", 4, 1, "Your own: at most 10% two or more levels apart, the same rating 50% of the time"},
	} {
		scale := levels(c.levels, rating.Declared)
		b := rating.NewBuilder()
		for lesson := range c.lessons {
			for i := range 4 {
				for g := range 4 {
					b.Add(rating.Record{Rater: fmt.Sprint(g), Lesson: fmt.Sprint(lesson), Indicator: fmt.Sprint(i), Score: float64(1 + (i+g/3)%c.levels)})
				}
			}
		}
		standard, err := calibrate.ParseStandard(c.standard)
		if err != nil {
			t.Fatal(err)
		}
		table := b.Build([]rating.Scale{*scale}, nil)
		r, err := Analyse(t.Context(), calibrate.Study{Table: table}, calibrate.Options{Standard: standard})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Verdict.Standard.Title; got != c.title {
			t.Errorf("%s on %d levels: %q, want %q", c.standard, c.levels, got, c.title)
		}
		for _, asked := range r.Verdict.Standard.Criteria {
			if share := wording.PercentOf(asked.Target); asked.Target > 0 && !strings.Contains(c.title, share) {
				t.Errorf("%s on %d levels asks %s of %s, and its title does not", c.standard, c.levels, share, asked.Figure)
			}
		}
	}
}
