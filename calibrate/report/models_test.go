package report_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/simulate"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// TestModelsAreValid: the JSON of rater models is as its schema says, in every
// edge, and every format shows it without NaN.
func TestModelsAreValid(t *testing.T) {
	for name, records := range map[string][]rating.Record{
		"six lessons":   read(t, "../../testdata/ref/six-lessons/ratings.csv"),
		"one lesson":    read(t, "../../testdata/ref/one-lesson/ratings.csv"),
		"agreement":     madeUp(6, 2, 10, 0),
		"one rating":    madeUp(1, 1, 1, 0.5),
		"two raters":    madeUp(2, 1, 10, 0.5),
		"hostile names": hostile(),
	} {
		b := rating.NewBuilder()
		for _, r := range records {
			r.Columns = nil
			b.Add(r)
		}
		study := calibrate.Study{Table: b.Build(nil, nil)}
		for _, steps := range []string{rasch.Common, rasch.Indicator, rasch.Rater} {
			r, _, err := models.FitRasch(context.Background(), study, models.RaschOptions{
				Options: rasch.Options{Steps: steps}, Bias: []string{"rater:indicator", "rater:lesson"},
			})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			shows(t, name, "rasch", report.Rasch, r)
		}
		l, err := models.FitLatent(context.Background(), study, models.LatentOptions{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		shows(t, name, "latent", report.Latent, l)
	}
	_, truth, err := simulate.Make(simulate.Default())
	if err != nil {
		t.Fatal(err)
	}
	valid(t, "truth", "truth", must(json.Marshal(truth))(t))
}

// shows validates a result's JSON and writes it in every format.
func shows[T any](t *testing.T, name, schema string, shape report.Shape[T], v T) {
	t.Helper()
	for _, f := range format.Formats {
		var b strings.Builder
		if err := shape.Write(&b, f.ID, v, format.Options{}); err != nil {
			t.Fatalf("%s as %s: %v", name, f.ID, err)
		}
		if f.ID == "json" {
			valid(t, name, schema, []byte(b.String()))
		}
		if !f.Binary && (strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "+Inf") || strings.Contains(b.String(), "-Inf")) {
			t.Errorf("%s as %s has a number that is none", name, f.ID)
		}
	}
}

func valid(t *testing.T, name, schema string, content []byte) {
	t.Helper()
	instance := must(jsonschema.UnmarshalJSON(strings.NewReader(string(content))))(t)
	if err := compiled(t, schema).Validate(instance); err != nil {
		t.Errorf("%s: %s: %v", name, schema, err)
	}
}
