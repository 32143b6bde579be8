package models_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/simulate"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// study makes up a team, and returns what was planted.
func study(t testing.TB, change func(*simulate.Options)) (calibrate.Study, *simulate.Truth) {
	t.Helper()
	o := simulate.Default()
	o.Lessons = 6
	change(&o)
	rows, truth, err := simulate.Make(o)
	if err != nil {
		t.Fatal(err)
	}
	b := rating.NewBuilder("role")
	for _, r := range rows {
		score, err := strconv.ParseFloat(r.Score, 64)
		if err != nil {
			continue
		}
		b.Add(rating.Record{Rater: r.Rater, Lesson: r.Lesson, Indicator: r.Indicator, Round: r.Round, Score: score, Columns: []string{r.Role}})
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("1-4", rating.Declared, 1, 2, 3, 4)}, nil)}, truth
}

func fitRasch(t testing.TB, s calibrate.Study, o models.RaschOptions) *models.Rasch {
	t.Helper()
	r, _, err := models.FitRasch(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRaschFindsWhatWasPlanted: severe, lenient and halo raters are
// named for it, and nobody by a name.
func TestRaschFindsWhatWasPlanted(t *testing.T) {
	s, truth := study(t, func(o *simulate.Options) {
		o.Raters, o.Lessons, o.Severe, o.Lenient, o.Halo = 14, 10, 1, 1, 1
	})
	r := fitRasch(t, s, models.RaschOptions{})
	key := map[string]string{}
	for _, e := range privacy.Key(s, calibrate.Options{}) {
		key[e.Name] = e.ID
	}
	found := map[string][]string{}
	for _, f := range r.Findings {
		found[f.Rater] = append(found[f.Rater], f.Code)
		if strings.Contains(f.Text, "Rater ") {
			t.Errorf("a name in %q", f.Text)
		}
	}
	want := map[string]string{simulate.Severe: "severity", simulate.Lenient: "severity", simulate.Halo: "halo"}
	for _, x := range truth.Raters {
		if code := want[x.Habit]; code != "" && !slices.Contains(found[key[x.ID]], code) {
			t.Errorf("%s: found %v", x.Habit, found[key[x.ID]])
		}
	}
}

// TestNotes: each absent value has a note with its path, and each code is known.
func TestNotes(t *testing.T) {
	one, _ := study(t, func(o *simulate.Options) { o.Lessons, o.Raters = 1, 3 })
	r := fitRasch(t, one, models.RaschOptions{})
	checkNotes(t, r.Notes, "/facets/0/elements/0/measure")
	l, err := models.FitLatent(context.Background(), one, models.LatentOptions{})
	if err != nil {
		t.Fatal(err)
	}
	checkNotes(t, l.Notes, "/model/log_likelihood")
}

func checkNotes(t *testing.T, notes []calibrate.Note, path string) {
	t.Helper()
	there := false
	for _, n := range notes {
		there = there || n.Path == path
		if n.Text == "" || !slices.ContainsFunc(calibrate.NoteCodes, func(c calibrate.NoteCode) bool { return c.Code == n.Code }) {
			t.Errorf("note %+v", n)
		}
	}
	if !there {
		t.Errorf("no note for %s", path)
	}
}

// TestBiasByGroup: which group a person is of is shown with names only.
func TestBiasByGroup(t *testing.T) {
	s, _ := study(t, func(*simulate.Options) {})
	for _, spec := range []string{"rater:role", "lesson:indicator", "rater", "rater:rater", "rater:school"} {
		if _, _, err := models.FitRasch(context.Background(), s, models.RaschOptions{Bias: []string{spec}}); err == nil {
			t.Errorf("%s: no error", spec)
		}
	}
	r := fitRasch(t, s, models.RaschOptions{Bias: []string{"rater:role", "rater:lesson"}, Names: true})
	if n := len(r.Interactions); n != 10+10*6 {
		t.Errorf("%d interactions, want 70", n)
	}
	if x := r.Interactions[0]; x.Column != "role" || x.Group == "" {
		t.Errorf("%+v", x)
	}
}

func TestDrift(t *testing.T) {
	s, _ := study(t, func(o *simulate.Options) { o.Rounds, o.Lessons = 2, 8 })
	r := fitRasch(t, s, models.RaschOptions{})
	if len(r.Facets) != 4 || r.Facets[3].ID != rasch.Round {
		t.Fatalf("facets: %d", len(r.Facets))
	}
}

func TestLatentMaster(t *testing.T) {
	s, truth := study(t, func(o *simulate.Options) { o.Lessons, o.Preset = 8, "aligned" })
	l, err := models.FitLatent(context.Background(), s, models.LatentOptions{})
	if err != nil {
		t.Fatal(err)
	}
	level := map[[2]string]float64{}
	for _, row := range l.Master() {
		level[[2]string{row.Lesson, row.Indicator}] = row.Score
		if row.Rater != models.LatentRaterName {
			t.Fatalf("the key does not say whose it is: %+v", row)
		}
	}
	right := 0
	for _, i := range truth.Items {
		if level[[2]string{i.Lesson, i.Indicator}] == float64(i.Level) {
			right++
		}
	}
	if share := float64(right) / float64(len(truth.Items)); share < 0.7 {
		t.Errorf("%.2f of the levels without error are found", share)
	}
}
