package rounds_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

func analysed(t *testing.T, s calibrate.Study, names bool) (*calibrate.Report, error) {
	t.Helper()
	return analysis.Analyse(t.Context(), s, calibrate.Options{Names: names})
}

// copied is a study with every record changed.
func copied(s calibrate.Study, change func(*rating.Record)) calibrate.Study {
	b := rating.NewBuilder()
	t := s.Table
	for _, x := range t.All() {
		it := t.Items()[x.Item]
		r := rating.Record{
			Rater: t.Raters()[x.Rater], Lesson: t.Lessons()[it.Lesson], Indicator: t.Indicators()[it.Indicator], Score: t.Value(int(x.Item), x.Level),
		}
		change(&r)
		if r.Rater != "" {
			b.Add(r)
		}
	}
	return calibrate.Study{Table: b.Build(t.Scales(), nil)}
}

func renamed(s calibrate.Study) calibrate.Study {
	return copied(s, func(r *rating.Record) { r.Rater = "other " + r.Rater })
}

// Series at the edge of what can be compared: each says something true, and no
// figure is none.
func TestEdges(t *testing.T) {
	a, b := study(1, 8, 3, 0.5, five), study(2, 8, 3, 0.1, five)
	for name, c := range map[string]struct {
		studies []calibrate.Study
		reason  stats.Reason
		says    string
	}{
		"nobody in both":      {[]calibrate.Study{a, renamed(b)}, "too_few_common", "nothing can be compared"},
		"one rater in common": {[]calibrate.Study{a, copied(b, func(r *rating.Record) { r.Rater += map[bool]string{false: " of others"}[r.Rater == "Rater 0"] })}, "too_few_common", "nothing can be compared"},
		"one rater in a round": {[]calibrate.Study{a, copied(b, func(r *rating.Record) {
			if r.Rater != "Rater 0" {
				r.Rater = ""
			}
		})}, "too_few_common", "nothing can be compared"},
		"no common indicator": {[]calibrate.Study{a, copied(b, func(r *rating.Record) { r.Indicator += "x" })}, "too_few_common", "nothing can be compared"},
		"the same lessons twice": {[]calibrate.Study{a, copied(b, func(r *rating.Record) { r.Lesson = strings.Replace(r.Lesson, "2-", "1-", 1) })}, "",
			"It was the same lesson or lessons both times"},
		"one lesson twice": {[]calibrate.Study{a, copied(b, func(r *rating.Record) { r.Lesson = strings.Replace(r.Lesson, "2-0", "1-0", 1) })}, "", "One lesson was rated both times"},
	} {
		got := trend(t, c.studies, "a", "b")
		if x := got.Changes[0]; x.Reason != c.reason || !strings.Contains(got.Sentence, c.says) {
			t.Errorf("%s: %q: %s", name, x.Reason, got.Sentence)
		}
		if text, err := json.Marshal(got); err != nil || strings.Contains(string(text), "NaN") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Forty rounds, in their order.
func TestFortyRounds(t *testing.T) {
	var studies []calibrate.Study
	var names []string
	for k := range 40 {
		studies, names = append(studies, study(uint64(k+1), 6, 1, 0.3, five)), append(names, fmt.Sprint("round ", k+1))
	}
	got := trend(t, studies, names...)
	if len(got.Rounds) != 40 || len(got.Changes) != 40 || got.Changes[39].To != "round 40" || got.Slope == nil || got.Slope.Lessons != 40 {
		t.Errorf("%d rounds, %d changes", len(got.Rounds), len(got.Changes))
	}
}

// Names that may be one person's are told to whoever holds the files, and stand
// in no form of the trend.
func TestNearNames(t *testing.T) {
	a, b := study(1, 8, 3, 0.3, five), study(2, 8, 3, 0.3, five)
	a = copied(a, func(r *rating.Record) { r.Rater = strings.Replace(r.Rater, "Rater 0", "Dana Whitfield", 1) })
	b = copied(b, func(r *rating.Record) { r.Rater = strings.Replace(r.Rater, "Rater 0", "D. Whitfield", 1) })
	got := trend(t, []calibrate.Study{a, b}, "a", "b")
	if len(got.Alike) != 1 || got.Changes[0].Raters != 7 {
		t.Errorf("%v", got.Alike)
	}
	if text, _ := json.Marshal(got); strings.Contains(string(text), "Whitfield") || !strings.Contains(string(text), "like_names") {
		t.Errorf("%s", text)
	}
}

// A second vote belongs to its round and is no round of its own. By hand: of
// items 1 1 3 and 2 2 2 exact is 1/3 and 1; after the talk 3 3 3 and 2 2 2, 1
// and 1; two people moved by two levels toward the level that was agreed.
func TestRevote(t *testing.T) {
	b := rating.NewBuilder()
	vote := func(round string, votes map[string]string) {
		for indicator, row := range votes {
			for g, c := range row {
				b.Add(rating.Record{Round: round, Lesson: "L1", Indicator: indicator, Rater: string(rune('a' + g)), Score: float64(c - '0')})
			}
		}
	}
	vote("Fall", map[string]string{"3b": "113", "3c": "222"})
	vote("Fall, second vote", map[string]string{"3b": "333", "3c": "222"})
	vote("Spring revote", map[string]string{"3b": "333"})
	vote("Winter", map[string]string{"3b": "122", "3c": "223"})
	s := calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, 1, 2, 3, 4)}, nil)}
	got, err := rounds.Analyse(t.Context(), s, rounds.Options{
		Order:     []string{"Fall", "Fall, second vote", "Winter", "Spring revote"},
		Decisions: []decisions.Decision{{Lesson: "L1", Indicator: "3b", Level: stats.Of(3), Wording: "three or more"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rounds) != 2 || len(got.Talks) != 1 || got.Talks[0].Round != "Fall" {
		t.Fatalf("%+v", got)
	}
	x := got.Talks[0]
	if x.Moved != 2 || x.Raters != 3 || x.Before.Or(0) != (1.0/3+1)/2 || x.After.Or(0) != 1 || x.Items[0].Far.Or(0) != 2 {
		t.Errorf("%+v", x)
	}
	if n := len(x.Toward); n != 3 || x.Toward[2] != (rounds.Target{Target: "agreed", Movers: 2, Nearer: 2}) {
		t.Errorf("%+v", x.Toward)
	}
	if d := got.Decisions[0]; d.Round != "Fall" || !d.Held.No() && !d.Held.Yes() {
		t.Errorf("%+v", d)
	}
	found := false
	for _, n := range got.Notes {
		found = found || strings.Contains(n.Text, "Spring revote is a second vote")
	}
	if !found {
		t.Errorf("%+v", got.Notes)
	}
}

// Counts on the sheet of decisions are before and after as well; what was
// settled is held against the rest in the next round.
func TestDecisionsInSeries(t *testing.T) {
	low := func(off float64, seed uint64) calibrate.Study {
		hard, easy := study(seed, 8, 4, 0.8, five), study(seed, 8, 4, off, five)
		b := rating.NewBuilder()
		for k, s := range []calibrate.Study{easy, hard} {
			t := s.Table
			for _, x := range t.All() {
				it := t.Items()[x.Item]
				if (t.Indicators()[it.Indicator] < "i2") == (k == 1) {
					b.Add(rating.Record{Rater: t.Raters()[x.Rater], Lesson: t.Lessons()[it.Lesson], Indicator: t.Indicators()[it.Indicator], Score: t.Value(int(x.Item), x.Level)})
				}
			}
		}
		return calibrate.Study{Table: b.Build(easy.Table.Scales(), nil)}
	}
	joined, err := rounds.Join([]calibrate.Study{low(0.05, 1), low(0.05, 2)}, []string{"fall", "winter"})
	if err != nil {
		t.Fatal(err)
	}
	counts := func(n ...int) (c decisions.Counts) {
		for level, k := range n {
			if k > 0 {
				c = append(c, decisions.LevelCount{Level: float64(level), Count: k})
			}
		}
		return c
	}
	got, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: []string{"fall", "winter"}, Decisions: []decisions.Decision{
		{Lesson: "1-0", Indicator: "i0", Independent: counts(0, 4, 4), Revote: counts(0, 0, 8), Level: stats.Of(2)},
		{Lesson: "1-0", Indicator: "i1", Wording: "what counts", Level: stats.None(stats.NoPairs)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if x := got.Talks[0]; len(x.Items) != 1 || x.After.Or(0) != 1 || x.Before.Or(0) != 12.0/28 {
		t.Errorf("%+v", x)
	}
	if k := got.Kept[0]; !k.StillBelow || k.Others != 4 || !strings.Contains(k.Sentence, "still splits the team more than the rest") {
		t.Errorf("%+v", k)
	}
	if !got.Decisions[0].Held.No() || !got.Decisions[1].Held.No() {
		t.Errorf("%+v", got.Decisions)
	}
}

// A line for each school, of its own rounds.
func TestBySchool(t *testing.T) {
	b := rating.NewBuilder("school")
	for k, school := range []string{"North", "South", "East"} {
		for r, s := range []calibrate.Study{study(uint64(2*k+21), 8, 3, 0.6, five), study(uint64(2*k+22), 8, 3, []float64{0.02, 0.6}[min(k, 1)], five)} {
			if school == "East" && r == 1 {
				continue
			}
			t := s.Table
			for _, x := range t.All() {
				it := t.Items()[x.Item]
				b.Add(rating.Record{
					Round: []string{"fall", "spring"}[r], Rater: school + t.Raters()[x.Rater], Lesson: t.Lessons()[it.Lesson],
					Indicator: t.Indicators()[it.Indicator], Score: t.Value(int(x.Item), x.Level), Columns: []string{school},
				})
			}
		}
	}
	s, err := rounds.BySchool(t.Context(), calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, five...)}, nil)}, "school", rounds.Options{})
	if err != nil || len(s.Rows) != 3 {
		t.Fatalf("%v %+v", err, s)
	}
	for _, r := range s.Rows {
		want := map[string]string{"North": "together", "South": "cannot_tell", "East": "cannot_tell"}[r.Part]
		if string(r.Movement) != want || r.Part == "East" && r.Reason == "" {
			t.Errorf("%+v", r)
		}
	}
}

func BenchmarkAnalyse(b *testing.B) {
	rows := rating.NewBuilder()
	for round := range 20 {
		for l := range 2 {
			for i := range 22 {
				for g := range 25 {
					rows.Add(rating.Record{
						Round: fmt.Sprint("round ", round), Lesson: fmt.Sprint(round, "-", l), Indicator: fmt.Sprint("i", i), Rater: fmt.Sprint("r", g),
						Score: float64(1 + (round*7+l*3+i*5+g*g)%4),
					})
				}
			}
		}
	}
	s := calibrate.Study{Table: rows.Build([]rating.Scale{rating.NewScale("s", rating.Declared, 1, 2, 3, 4)}, nil)}
	for b.Loop() {
		if _, err := rounds.Analyse(b.Context(), s, rounds.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
