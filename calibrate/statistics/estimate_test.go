package statistics_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
	"github.com/cb401426/calibrate/stats/weight"
)

// choose is Select without an error.
func choose(t *testing.T, coefficients, weights string) []statistics.Choice {
	t.Helper()
	split := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) }
	choices, err := statistics.Select(split(coefficients), split(weights), nil)
	if err != nil {
		t.Fatal(err)
	}
	return choices
}

// estimate is Estimate without an error.
func estimate(t *testing.T, table *rating.Table, o statistics.Options) *calibrate.Statistics {
	t.Helper()
	s, err := statistics.Estimate(t.Context(), calibrate.Study{Table: table}, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ids names the choices as id/weights.
func ids(choices []statistics.Choice) []string {
	var list []string
	for _, c := range choices {
		id := c.Coefficient.ID
		if c.Weights != nil {
			id += "/" + c.Weights.ID
		}
		list = append(list, id)
	}
	return list
}

func TestSelect(t *testing.T) {
	all := ids(choose(t, "all", "all"))
	for id, want := range map[string]bool{
		"krippendorff_alpha/krippendorff_ordinal": true,
		"fleiss_kappa/krippendorff_ordinal":       false,
		"gwet_ac/bipolar":                         true,
		"unanimity":                               true,
		"gwet_ac/custom":                          false,
	} {
		if slices.Contains(all, id) != want {
			t.Errorf("all × all has %s: %v", id, !want)
		}
	}
	for name, tc := range map[string]struct{ coefficients, weights, want string }{
		"identity by default": {"alpha,ac1", "", "krippendorff_alpha/identity gwet_ac/identity"},
		"in the order given":  {"kendall-w,cohen", "power:1.5,linear", "kendall_w cohen_kappa/power:1.5 cohen_kappa/linear"},
		"each once":           {"alpha,krippendorff_alpha", "linear,linear", "krippendorff_alpha/linear"},
		"named, so said":      {"fleiss", "krippendorff_ordinal", "fleiss_kappa/krippendorff_ordinal"},
	} {
		if got := strings.Join(ids(choose(t, tc.coefficients, tc.weights)), " "); got != tc.want {
			t.Errorf("%s: %s", name, got)
		}
	}
	custom, err := weight.Custom([][]float64{{1, .5}, {.5, 1}})
	if err != nil {
		t.Fatal(err)
	}
	for _, weights := range [][]string{nil, {"custom"}, {"identity", "custom"}, {"all"}} {
		choices, err := statistics.Select([]string{"gwet_ac"}, weights, custom)
		if err != nil || !slices.Contains(ids(choices), "gwet_ac/custom") {
			t.Errorf("%v with a matrix: %v %v", weights, ids(choices), err)
		}
	}
	for _, bad := range [][2]string{{"nonsense", ""}, {"alpha", "nonsense"}, {"alpha", "custom"}} {
		if _, err := statistics.Select([]string{bad[0]}, slices.DeleteFunc([]string{bad[1]}, func(s string) bool { return s == "" }), nil); err == nil {
			t.Errorf("%v is accepted", bad)
		}
	}
}

// everything asks for all that there is.
func everything(t *testing.T) statistics.Options {
	t.Helper()
	b, err := benchmark.Lookup("landis_koch")
	if err != nil {
		t.Fatal(err)
	}
	return statistics.Options{
		Choices: choose(t, "all", "all"), Benchmark: b, Compare: "coefficients",
		Items: true, Levels: true, Pairs: true, Tests: true,
	}
}

// Every null of the JSON has a note with its path and a known code, and no
// number is NaN: encoding/json would refuse it.
func TestEveryNullHasANote(t *testing.T) {
	tables := map[string]*rating.Table{
		"one level": rating1(map[string][]float64{"a": {3, 3}, "b": {3, 3}}),
		"one item":  rating1(map[string][]float64{"a": {3, 2, 1}}),
		"one rater": rating1(map[string][]float64{"a": {3}, "b": {2}}),
		"agreed":    rating1(map[string][]float64{"a": {3, 3, 3}, "b": {2, 2, 2}, "c": {1, 1, 1}}),
	}
	for _, set := range []string{"gwet-2014-12x4", "two-raters-223", "one-lesson"} {
		tables[set] = teamtest.Reference(t, set)
	}
	for name, table := range tables {
		for _, by := range []string{"", "indicator"} {
			if by != "" && table.Ratings() > 100 {
				continue
			}
			o := everything(t)
			o.By = by
			s := estimate(t, table, o)
			b, err := json.Marshal(s)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var tree any
			if err := json.Unmarshal(b, &tree); err != nil {
				t.Fatal(err)
			}
			noted := map[string]bool{}
			for _, n := range s.Notes {
				noted[n.Path] = true
				if n.Text == "" || n.Fix == "" {
					t.Errorf("%s: note %q at %s has no words", name, n.Code, n.Path)
				}
			}
			for _, path := range nulls(tree, "") {
				if !noted[path] {
					t.Errorf("%s by %q: %s is null without a note", name, by, path)
				}
			}
		}
	}
}

// nulls returns the pointers of all nulls of a JSON value.
func nulls(v any, path string) []string {
	var list []string
	switch v := v.(type) {
	case nil:
		return []string{path}
	case []any:
		for i, x := range v {
			list = append(list, nulls(x, fmt.Sprintf("%s/%d", path, i))...)
		}
	case map[string]any:
		for k, x := range v {
			list = append(list, nulls(x, path+"/"+k)...)
		}
	}
	return list
}

// rating1 returns the ratings of one lesson, by indicator, rater by rater.
func rating1(scores map[string][]float64) *rating.Table {
	b := rating.NewBuilder()
	for indicator, row := range scores {
		for g, v := range row {
			b.Add(rating.Record{Lesson: "L1", Indicator: indicator, Rater: fmt.Sprint("r", g), Score: v})
		}
	}
	return b.Build(nil, nil)
}

// A scale that was declared, or detected as a rubric's, counts with the levels
// that nobody gave; without one those that occur count.
func TestADeclaredOrDetectedScaleCounts(t *testing.T) {
	value := func(scales ...rating.Scale) float64 {
		b := rating.NewBuilder()
		for i, row := range [][]float64{{1, 1}, {2, 2}, {1, 2}, {2, 2}} {
			for g, v := range row {
				b.Add(rating.Record{Lesson: "L", Indicator: fmt.Sprint(i), Rater: fmt.Sprint(g), Score: v})
			}
		}
		s := estimate(t, b.Build(scales, nil), statistics.Options{Choices: choose(t, "brennan_prediger", "")})
		return s.Coefficients[0].Value.Or(math.NaN())
	}
	// pa = 3/4; pe = 1/2 of two levels, 1/4 of four.
	for want, scales := range map[float64][][]rating.Scale{
		.5:      {nil},
		2. / 3.: {{rating.NewScale("s", rating.Detected, 1, 2, 3, 4)}, {rating.NewScale("s", rating.Declared, 1, 2, 3, 4)}},
	} {
		for _, s := range scales {
			if got := value(s...); math.Abs(got-want) > 1e-12 {
				t.Errorf("%v: %v, want %v", s, got, want)
			}
		}
	}
}

// roles returns three lessons by three teachers and three heads on two scales;
// the two of the office are too few to be shown.
func roles() *rating.Table {
	b := rating.NewBuilder("role", "subject")
	role := []string{"teacher", "teacher", "teacher", "head", "head", "head", "head", "office"}
	for lesson := range 6 {
		for g := range 8 {
			for i, scale := range []int{4, 2} {
				b.Add(rating.Record{
					Lesson: fmt.Sprint("L", lesson), Indicator: string(rune('a' + i)), Rater: fmt.Sprint("r", g),
					Score:   float64((lesson*3+g*g+i*g)%scale + 1),
					Columns: []string{role[g], []string{"maths", "art"}[lesson%2]},
				})
			}
		}
	}
	return b.Build([]rating.Scale{
		rating.NewScale("four", rating.Declared, 1, 2, 3, 4), rating.NewScale("two", rating.Declared, 1, 2),
	}, map[string]int{"b": 1})
}

// partsOf lists the parts and scales that coefficients are of.
func partsOf(s *calibrate.Statistics) string {
	var list []string
	for _, c := range s.Coefficients {
		list = append(list, fmt.Sprintf("%v %s", c.Of, c.Scale))
	}
	return strings.Join(list, "; ")
}

func TestBy(t *testing.T) {
	for by, want := range map[string]string{
		"":          "<nil> four; <nil> two",
		"indicator": "indicator=a four; indicator=b two",
		"subject":   "subject=art four; subject=art two; subject=maths four; subject=maths two",
		// One of the office would be known by name; with it the next smallest
		// group goes.
		"role": "role=head four; role=head two",
	} {
		s := estimate(t, roles(), statistics.Options{By: by, Choices: choose(t, "gwet_ac", "")})
		if got := partsOf(s); got != want {
			t.Errorf("by %q: %s", by, got)
		}
		withheld := slices.ContainsFunc(s.Notes, func(n calibrate.Note) bool { return n.Code == "group_withheld" })
		if withheld != (by == "role") {
			t.Errorf("by %q: withheld %v", by, withheld)
		}
	}
	_, err := statistics.Estimate(t.Context(), calibrate.Study{Table: roles()}, statistics.Options{By: "shoe"})
	if err == nil || !strings.Contains(err.Error(), "indicator, lesson, round, role and subject") {
		t.Errorf("by shoe: %v", err)
	}
}

// An interval speaks of lessons with five or more, else of items; the choice
// overrules.
func TestUnit(t *testing.T) {
	for _, tc := range []struct {
		lessons int
		unit    stats.Unit
		want    stats.Unit
	}{{4, "", stats.ByItem}, {5, "", stats.ByLesson}, {4, stats.ByLesson, stats.ByLesson}, {5, stats.ByItem, stats.ByItem}} {
		b := rating.NewBuilder()
		for i := range 20 {
			for g := range 3 {
				b.Add(rating.Record{Lesson: fmt.Sprint(i % tc.lessons), Indicator: fmt.Sprint(i), Rater: fmt.Sprint(g), Score: float64(1 + (i*i+g)%4)})
			}
		}
		s := estimate(t, b.Build(nil, nil), statistics.Options{
			Choices: choose(t, "fleiss_kappa", ""), Estimation: stats.Options{Unit: tc.unit},
		})
		if got := s.Coefficients[0].Unit; got != tc.want || s.Settings.Unit != tc.want {
			t.Errorf("%d lessons, unit %q: %s, settings %s", tc.lessons, tc.unit, got, s.Settings.Unit)
		}
	}
}

// A list that was not asked for is absent; one that was is there, be it empty.
func TestListsThatWereNotAskedFor(t *testing.T) {
	keys := func(o statistics.Options) map[string]json.RawMessage {
		b, err := json.Marshal(estimate(t, rating1(map[string][]float64{"a": {1}}), o))
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]json.RawMessage
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	few, many := keys(statistics.Options{}), keys(everything(t))
	for _, list := range []string{"items", "levels", "pairs", "comparisons", "tests"} {
		if _, ok := few[list]; ok {
			t.Errorf("%s is there", list)
		}
		if raw, ok := many[list]; !ok || raw[0] != '[' {
			t.Errorf("%s is %s", list, raw)
		}
	}
}

func TestCompare(t *testing.T) {
	o := statistics.Options{Choices: choose(t, "percent_agreement,kendall_w", ""), Compare: "subject"}
	s := estimate(t, roles(), o)
	if len(s.Comparisons) != 2 {
		t.Fatalf("%d comparisons, want one a scale: %+v", len(s.Comparisons), s.Comparisons)
	}
	o.By, o.Compare = o.Compare, ""
	parts := estimate(t, roles(), o)
	c := s.Comparisons[0]
	first, second := parts.Coefficients[0], parts.Coefficients[4]
	if c.First != "art" || c.FirstValue != first.Value || c.SecondValue != second.Value || c.Method != "independent" {
		t.Errorf("%+v\nparts %+v\n%+v", c, first, second)
	}
	if d := first.Value.Or(0) - second.Value.Or(0); math.Abs(c.Difference.Or(9)-d) > 1e-12 {
		t.Errorf("difference %v, want %v", c.Difference, d)
	}
	// Of two coefficients on the same items in pairs.
	two := estimate(t, roles(), statistics.Options{Choices: choose(t, "gwet_ac,fleiss_kappa", ""), Compare: "coefficients"})
	if c := two.Comparisons[0]; c.First != "gwet_ac/identity" || c.Second != "fleiss_kappa/identity" || c.Method != "paired" {
		t.Errorf("%+v", c)
	}
}

// The kappa paradox is explained with the counts of the file, and only where
// it is one.
func TestPrevalence(t *testing.T) {
	b := rating.NewBuilder()
	for i := range 20 {
		for g := range 2 {
			v := 3.
			if i == g { // each gives one 2, on different items
				v = 2
			}
			b.Add(rating.Record{Lesson: "L", Indicator: fmt.Sprint(i), Rater: fmt.Sprint(g), Score: v})
		}
	}
	find := func(s *calibrate.Statistics) string {
		for _, n := range s.Notes {
			if n.Code == "prevalence" {
				return n.Text
			}
		}
		return ""
	}
	text := find(estimate(t, b.Build(nil, nil), statistics.Options{}))
	for _, want := range []string{"38 of 40 ratings are 3", "90%", "of 20 pairs 2 are apart"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
	if text := find(estimate(t, teamtest.Reference(t, "fleiss-1971"), statistics.Options{})); text != "" {
		t.Errorf("a paradox where there is none: %s", text)
	}
}

// The same seed gives the same bytes, whatever the order of the rows.
func TestTheSameBytes(t *testing.T) {
	encode := func(reverse bool) string {
		b := rating.NewBuilder()
		var records []rating.Record
		for i := range 12 {
			for g := range 4 {
				records = append(records, rating.Record{
					Lesson: fmt.Sprint("L", i%6), Indicator: fmt.Sprint(i), Rater: fmt.Sprint("r", g), Score: float64(1 + (i*g+i)%4),
				})
			}
		}
		if reverse {
			slices.Reverse(records)
		}
		for _, r := range records {
			b.Add(r)
		}
		o := everything(t)
		o.Estimation = stats.Options{Bootstrap: 50, Seed: 7}
		out, err := json.Marshal(estimate(t, b.Build(nil, nil), o))
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if diff := cmp.Diff(encode(false), encode(true)); diff != "" {
		t.Error(diff)
	}
}

func TestOfInJSON(t *testing.T) {
	in := calibrate.Of{By: "indicator", Name: "3b"}
	b, err := json.Marshal(in)
	if err != nil || string(b) != `{"indicator":"3b"}` {
		t.Errorf("%s %v", b, err)
	}
	var out calibrate.Of
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("%v %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{}`), &out); err == nil {
		t.Error("no member is accepted")
	}
}

// Of counts nobody knows who gave which rating: what asks that is absent.
func TestCountsHaveNoRaters(t *testing.T) {
	o := everything(t)
	o.Choices = choose(t, "fleiss_kappa,conger_kappa", "")
	s, err := statistics.Estimate(t.Context(), calibrate.Study{Table: teamtest.Reference(t, "fleiss-1971"), Layout: "counts"}, o)
	if err != nil {
		t.Fatal(err)
	}
	fleiss, conger := s.Coefficients[0], s.Coefficients[1]
	if !fleiss.SE.OK() || conger.Value.OK() || conger.Value.Reason() != "raters_unknown" || len(s.Pairs) > 0 {
		t.Errorf("%+v\n%+v", fleiss, conger)
	}
	o.Estimation.Inference = stats.OverRaters
	if s, err = statistics.Estimate(t.Context(), calibrate.Study{Table: teamtest.Reference(t, "fleiss-1971"), Layout: "counts"}, o); err != nil {
		t.Fatal(err)
	}
	if fleiss := s.Coefficients[0]; !fleiss.Value.OK() || fleiss.SE.OK() {
		t.Errorf("over raters: %+v", fleiss)
	}
}
