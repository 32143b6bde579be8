package models_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/stats/latent"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// sweep fits each model to any ratings in any way: nothing panics, no number
// is NaN, and every null has a note.
func sweep(t *rapid.T) {
	table := rapid.SampledFrom([]func(*rapid.T) *rating.Table{teamtest.SparseTable, teamtest.Planned}).Draw(t, "kind")(t)
	study := calibrate.Study{Table: table}
	draw := func(what string, of ...string) string { return rapid.SampledFrom(of).Draw(t, what) }
	o := models.RaschOptions{}
	o.Steps = draw("steps", rasch.Common, rasch.Indicator, rasch.Rater)
	o.Errors = draw("errors", "model", "real")
	o.Noncentered = draw("noncentered", "none", rasch.Lesson)
	if o.Correction = draw("correction", "none", "jml"); o.Correction == "none" && o.Noncentered == "none" {
		o.Method = draw("method", "jml", "mml")
	}
	if bias := draw("bias", "", "rater:indicator", "rater:lesson", "rater:role"); bias != "" {
		o.Bias = []string{bias}
	}
	if r, _, err := models.FitRasch(t.Context(), study, o); err == nil {
		checkNulls(t, r, r.Notes)
	}
	l := models.LatentOptions{}
	l.Kind = draw("model", "", latent.DawidSkene, latent.OneCoin, latent.Ordinal)
	l.Bootstrap = 5
	if r, err := models.FitLatent(t.Context(), study, l); err == nil {
		checkNulls(t, r, r.Notes)
	}
}

// checkNulls: every null of a result has a note with its path.
func checkNulls(t *rapid.T, result any, notes []calibrate.Note) {
	b, err := json.Marshal(result) // it refuses what is no number
	if err != nil {
		t.Fatalf("%T: %v", result, err)
	}
	var tree any
	if err := json.Unmarshal(b, &tree); err != nil {
		t.Fatal(err)
	}
	noted := map[string]bool{}
	for _, n := range notes {
		noted[n.Path] = true
	}
	for _, path := range nulls(tree, "") {
		if !noted[path] && !strings.HasSuffix(path, "/indicator") { // null where steps are common
			t.Errorf("%T: %s is null without a note", result, path)
		}
	}
}

// nulls lists the paths of the nulls of a tree.
func nulls(v any, path string) (list []string) {
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

// FuzzSweep tries a fixed set of designs in every run of the tests, and others
// when it fuzzes.
func FuzzSweep(f *testing.F) {
	for seed := range byte(20) {
		bytes := make([]byte, 1<<15)
		_, _ = rand.NewChaCha8([32]byte{seed}).Read(bytes)
		f.Add(bytes)
	}
	f.Fuzz(rapid.MakeFuzz(sweep))
}
