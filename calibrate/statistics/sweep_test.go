package statistics_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
	"github.com/cb401426/calibrate/stats/weight"
)

// sweep computes all that there is of any ratings in any way: of tables with
// gaps at random or by plan, of counts, by parts, compared, of populations.
// Nothing panics, no number is NaN, and every null has a note.
func sweep(t *rapid.T) {
	table := rapid.SampledFrom([]func(*rapid.T) *rating.Table{teamtest.SparseTable, teamtest.Planned}).Draw(t, "kind")(t)
	choices, err := statistics.Select([]string{"all"}, []string{rapid.SampledFrom(weight.Schemes).Draw(t, "weights").ID}, nil)
	if err != nil {
		t.Fatal(err)
	}
	o := statistics.Options{
		Choices:   choices,
		By:        rapid.SampledFrom([]string{"", "indicator", "lesson", "role"}).Draw(t, "by"),
		Benchmark: benchmark.All[0],
		Items:     true, Levels: true, Pairs: true, Tests: true, Boundaries: true, Confusion: true, Errors: true, Repeats: true,
		Groups: rapid.SampledFrom([]string{"", "role"}).Draw(t, "groups"),
		Estimation: stats.Options{
			Unit:             rapid.SampledFrom([]stats.Unit{"", stats.ByItem, stats.ByLesson}).Draw(t, "unit"),
			Inference:        rapid.SampledFrom([]stats.Inference{"", stats.OverRaters, stats.OverBoth}).Draw(t, "inference"),
			Variance:         rapid.SampledFrom([]stats.Variance{"", stats.Gwet, stats.Jackknife}).Draw(t, "variance"),
			PopulationItems:  rapid.SampledFrom([]int{0, 0, 3, 50}).Draw(t, "population of items"),
			PopulationRaters: rapid.SampledFrom([]int{0, 0, 3, 50}).Draw(t, "population of raters"),
		},
	}
	if o.By == "role" || o.By == "" && rapid.Bool().Draw(t, "compared") {
		o.Compare = "coefficients"
		if o.By != "" {
			o.Compare = "role"
		}
	}
	study := calibrate.Study{Table: table, Layout: rapid.SampledFrom([]string{"", "counts"}).Draw(t, "layout")}
	s, err := statistics.Estimate(t.Context(), study, o)
	if err != nil {
		t.Skip(err.Error())
	}
	b, err := json.Marshal(s) // it refuses what is no number
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(b, &tree); err != nil {
		t.Fatal(err)
	}
	noted := map[string]bool{}
	for _, n := range s.Notes {
		noted[n.Path] = true
	}
	for _, path := range nulls(tree, "") {
		if !noted[path] {
			t.Errorf("%s is null without a note", path)
		}
	}
}

// FuzzSweep tries a fixed set of designs in every run of the tests, and others
// when it fuzzes.
func FuzzSweep(f *testing.F) {
	for seed := range byte(12) {
		bytes := make([]byte, 1<<15)
		_, _ = rand.NewChaCha8([32]byte{seed}).Read(bytes)
		f.Add(bytes)
	}
	f.Fuzz(rapid.MakeFuzz(sweep))
}
