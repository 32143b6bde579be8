package analysis

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// offices builds a table in which rater g has the g-th role of a list; "" is
// none.
func offices(roles []string, rows ...string) *rating.Table {
	b := rating.NewBuilder("role")
	for i, row := range rows {
		for g, c := range row {
			b.Add(rating.Record{
				Rater: fmt.Sprintf("p%02d", g), Lesson: "l", Indicator: fmt.Sprint("i", i), Score: float64(c - '0'),
				Columns: []string{roles[g]},
			})
		}
	}
	return b.Build([]rating.Scale{*levels(4, rating.Declared)}, nil)
}

// Groups under three people are withheld, their members' group with them, and
// the next smallest until those withheld are at least three.
func TestWithheldGroups(t *testing.T) {
	for _, c := range []struct {
		name  string
		roles string // a letter a rater, - without one
		shown string
	}{
		{"two of three and four", "aaabbbb", "a b"},
		{"a pair takes the next smallest with it", "aabbbcccc", "c"},
		{"a single takes the next smallest with it", "abbbcccc", "c"},
		{"two small ones are enough", "abbcccc", "c"},
		{"everyone in small ones", "aabbc", ""},
		{"one without a group takes one with it", "-aaabbbb", "b"},
		{"three without a group are enough", "---aaabbb", "a b"},
		{"a pair without a group", "--aaabbbb", "b"},
		{"one group of all", "aaaa", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var roles []string
			for _, r := range c.roles {
				roles = append(roles, strings.Trim(string(r), "-"))
			}
			row := strings.Repeat("12", 10)[:len(roles)]
			r := analysed(t, calibrate.Study{Table: offices(roles, row, row, row)}, calibrate.Options{By: "role"})
			var shown []string
			for _, g := range r.Groups {
				shown = append(shown, g.ID)
			}
			if got := strings.Join(shown, " "); got != c.shown {
				t.Errorf("shown %q, want %q", got, c.shown)
			}
			for _, x := range r.Raters {
				if x.Group.OK() && !slices.Contains(shown, x.Group.Name()) {
					t.Errorf("%s is said to be of %s", x.ID, x.Group.Name())
				}
			}
		})
	}
}

// Whatever the groups: those who are not shown are none or three and more, and
// no group that is shown has under three.
func TestWithheldCannotBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := teamtest.SparseTable(t)
		m := measured(table)
		column, _ := table.Column("role")
		grouping := privacy.GroupRaters(table, column)
		raters, shown, labelled := 0, 0, 0
		for g, rated := range m.Table.Rated() {
			if rated {
				raters++
				if grouping.Label(g).OK() {
					labelled++
				}
			}
		}
		for _, g := range groupsOf(m, grouping) {
			shown += g.Raters
			if g.Raters < 3 {
				t.Errorf("%s of %d is shown", g.ID, g.Raters)
			}
		}
		if hidden := raters - shown; shown > 0 && hidden > 0 && hidden < 3 {
			t.Errorf("%d of %d are not shown", hidden, raters)
		}
		if labelled != shown {
			t.Errorf("%d raters have a group, %d are in one that is shown", labelled, shown)
		}
	})
}

// Welch's test by hand: on complete data a severity is the mean of all minus
// the rater's.
func TestTwoGroups(t *testing.T) {
	rows := []string{"2233444", "1223334", "3233443", "2122333"}
	r := analysed(t, calibrate.Study{Table: offices(strings.Split("aaabbbb", ""), rows...)}, calibrate.Options{By: "role"})
	var all float64
	means := make([]float64, 7)
	for _, row := range rows {
		for g, c := range row {
			means[g] += float64(c-'0') / 4
			all += float64(c-'0') / 28
		}
	}
	var x, y []float64
	for g, v := range means {
		if g < 3 {
			x = append(x, all-v)
		} else {
			y = append(y, all-v)
		}
	}
	b := r.BetweenGroups
	vx, vy := stat.Variance(x, nil)/3, stat.Variance(y, nil)/4
	teamtest.Near(t, "difference", b.Difference, stats.Of(stat.Mean(x, nil)-stat.Mean(y, nil)))
	df := (vx + vy) * (vx + vy) / (vx*vx/2 + vy*vy/3)
	half := math.Sqrt(vx+vy) * distuv.StudentsT{Sigma: 1, Nu: df}.Quantile(0.975)
	teamtest.Near(t, "lower", b.Lower, stats.Of(stat.Mean(x, nil)-stat.Mean(y, nil)-half))
	teamtest.Near(t, "upper", b.Upper, stats.Of(stat.Mean(x, nil)-stat.Mean(y, nil)+half))
	p := 2 * distuv.StudentsT{Sigma: 1, Nu: df}.Survival(math.Abs(stat.Mean(x, nil)-stat.Mean(y, nil))/math.Sqrt(vx+vy))
	teamtest.Near(t, "p", b.PValue, stats.Of(p))
	teamtest.Near(t, "pairs across", b.ExpectedShare, stats.Of(12.0/21))
	if r.Groups[0].Raters != 3 || r.Groups[1].Ratings != 16 {
		t.Errorf("groups %+v", r.Groups)
	}
	teamtest.Near(t, "mean of b", r.Groups[1].Mean, stats.Of((means[3]+means[4]+means[5]+means[6])/4))
}

// Three groups have a test by permutation and no difference: of groups that
// rate a level apart it is small, of groups dealt out at random it is not.
func TestThreeGroups(t *testing.T) {
	roles := strings.Split("aaabbbccc", "")
	apart := analysed(t, calibrate.Study{Table: offices(roles, "111222333", "222333444", "112233344", "222333334", "111222333")}, calibrate.Options{By: "role"})
	if p := apart.BetweenGroups.PValue.Or(1); p > 0.02 {
		t.Errorf("p = %v of groups a level apart", p)
	}
	if d := apart.BetweenGroups.Difference; d.OK() || d.Reason() != stats.NotApplicable {
		t.Errorf("difference %v of three groups", d)
	}
	mixed := analysed(t, calibrate.Study{Table: offices(roles, "123123123", "234234234", "123123123", "234234234", "123132213")}, calibrate.Options{By: "role"})
	if p := mixed.BetweenGroups.PValue.Or(0); p < 0.2 {
		t.Errorf("p = %v of groups alike", p)
	}
}

// A rater with two roles is in the one of most ratings.
func TestSeveralGroups(t *testing.T) {
	b := rating.NewBuilder("role")
	for g := range 6 {
		for i := range 3 {
			role := string("ab"[g/3])
			if g == 0 && i == 0 {
				role = "b"
			}
			b.Add(rating.Record{Rater: fmt.Sprint("p", g), Lesson: "l", Indicator: fmt.Sprint("i", i), Score: float64(i + 1), Columns: []string{role}})
		}
	}
	r := analysed(t, calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{By: "role"})
	if len(r.Groups) != 2 || r.Groups[0].Raters != 3 || !hasNote(r, "several_groups") {
		t.Errorf("groups %+v", r.Groups)
	}
}

// measured is a table measured with the defaults.
func measured(t *rating.Table) *team.Stats { return team.New(t, team.Options{Confidence: 0.95}) }

// splitsByRole are the splits between roles alone: whole reports of the teams
// of a simulation would take ten times as long.
func splitsByRole(t *testing.T, study calibrate.Study) []calibrate.Split {
	t.Helper()
	a, err := begun(study, calibrate.Options{By: "role", Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	a.written.ReadReasons(t.Context())
	for _, section := range []func(*work, context.Context) error{groups, written, groupSplits} {
		if err := section(a, t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return a.report.GroupSplits
}

// Items on which groups rate apart are found, and in teams without such a
// split one is named in one of twenty at most.
func TestGroupSplits(t *testing.T) {
	roles := strings.Split(strings.Repeat("p", 6)+strings.Repeat("q", 6)+"rr", "")
	named := func(rows ...string) (items []string) {
		for _, x := range splitsByRole(t, calibrate.Study{Table: offices(roles, rows...)}) {
			if slices.Contains(x.Groups, "r") {
				t.Errorf("a withheld group is named: %+v", x)
			}
			items = append(items, x.Of+" "+x.Indicator+" "+strings.Join(x.Groups, "<"))
		}
		return items
	}
	// The two of r take the next smallest group with them: three groups of
	// which one is left show nothing.
	if got := named("33333322222222", "23232323232323"); len(got) > 0 {
		t.Errorf("one group that is shown is split: %v", got)
	}
	roles = strings.Split(strings.Repeat("p", 6)+strings.Repeat("q", 6), "")
	if got := named("333333222222", "232323232323", "223322332233"); !slices.Equal(got, []string{"ratings i0 q<p"}) {
		t.Errorf("named %v", got)
	}
	if got := named("333333333333", "222222222222"); len(got) > 0 {
		t.Errorf("without any difference: %v", got)
	}
	rng, teams := rand.New(rand.NewPCG(5, 5)), 0
	const runs = 100
	for range runs {
		var rows []string
		for range 8 {
			var row strings.Builder
			for range 12 {
				row.WriteByte("1223"[rng.IntN(4)])
			}
			rows = append(rows, row.String())
		}
		teams += min(1, len(named(rows...)))
	}
	if teams > 11 { // 5 expected, standard error 2.2
		t.Errorf("a split is named in %d of %d teams without one", teams, runs)
	}
}
