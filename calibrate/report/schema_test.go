package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/stats/rating"
)

// compiled is the schema of a kind of JSON.
func compiled(t testing.TB, id string) *jsonschema.Schema {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteSchema(&b, schemaOf(t, id)); err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("report.json", must(jsonschema.UnmarshalJSON(&b))(t)); err != nil {
		t.Fatal(err)
	}
	return must(c.Compile("report.json"))(t)
}

// schemaOf is the kind of JSON with an id.
func schemaOf(t testing.TB, id string) report.JSON {
	t.Helper()
	i := slices.IndexFunc(report.Schemas, func(j report.JSON) bool { return j.ID == id })
	if i < 0 {
		t.Fatalf("no schema of %q", id)
	}
	return report.Schemas[i]
}

func TestReportsAreValid(t *testing.T) {
	schema := compiled(t, "report")
	for name, r := range samples(t) {
		instance := must(jsonschema.UnmarshalJSON(strings.NewReader(write(t, "json", r, format.Options{}))))(t)
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Each line of an archive is valid, and has a note for each value that is
// absent.
func TestLinesAreValid(t *testing.T) {
	schema := compiled(t, "line")
	b := rating.NewBuilder("school")
	for i, school := range []string{"North", "North", "North", "South", "West", "West"} {
		for item := range 4 {
			b.Add(rating.Record{
				Rater: fmt.Sprint("R", i), Lesson: "of " + school, Indicator: fmt.Sprint("3", string(rune('a'+item))),
				Score: float64(1 + (i+item)%3), Columns: []string{school},
			})
		}
	}
	archive := must(analysis.ArchiveOf(t.Context(), calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{By: "school"}))(t)
	var out bytes.Buffer
	if err := report.Archive.Write(&out, "json", archive, format.Options{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, line := range lines {
		if err := schema.Validate(must(jsonschema.UnmarshalJSON(strings.NewReader(line)))(t)); err != nil {
			t.Error(err)
		}
		var l calibrate.ArchiveRow
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		if l.Part == "South" && (l.Exact.Value.OK() || !strings.Contains(line, `"path":"/exact/value"`)) {
			t.Error("one rater alone agrees with nobody, and no note says so")
		}
	}
}

// A trend is valid, with and without enough to compare.
func TestTrendsAreValid(t *testing.T) {
	schema := compiled(t, "trend")
	for _, indicators := range []int{2, 5} {
		b := rating.NewBuilder()
		for round := range 3 {
			for i := range indicators {
				for g := range 6 {
					b.Add(rating.Record{
						Round: fmt.Sprint(round), Lesson: fmt.Sprint("L", round), Indicator: fmt.Sprint(i), Rater: fmt.Sprint(g),
						Score: float64(1 + (i+g*round)%3),
					})
				}
			}
		}
		trend := must(rounds.Analyse(t.Context(), calibrate.Study{Table: b.Build(nil, nil)}, rounds.Options{}))(t)
		var out bytes.Buffer
		if err := report.Trend.Write(&out, "json", trend, format.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(must(jsonschema.UnmarshalJSON(&out))(t)); err != nil {
			t.Errorf("%d indicators: %v", indicators, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compiled(t, "report")
	good := write(t, "json", walkthrough(t, false), format.Options{})
	for _, change := range [][2]string{
		{`"calibrate.report/v1"`, `"calibrate.report/v2"`},
		{`"partly_aligned"`, `"fine"`},
		{`"points_to_go": 0`, `"points_to_go": "0"`},
		{`"unit": "item"`, `"unit": "school"`},
		{`"raters": 9`, `"raters": 9.5`},
		{`"seed": 1`, `"seed": -1`},
		{`"alignment":`, `"alinement":`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Fatalf("the report has no %s", change[0])
		}
		if err := schema.Validate(must(jsonschema.UnmarshalJSON(strings.NewReader(bad)))(t)); err == nil {
			t.Errorf("%s is valid", change[1])
		}
	}
}

// Every field of the report stands in the schema, and no other.
func TestSchemaNamesEveryField(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteSchema(&b, schemaOf(t, "report")); err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]json.RawMessage `json:"properties"`
	}
	if err := json.Unmarshal(b.Bytes(), &schema); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[calibrate.Report]()) {
		if name, _, _ := strings.Cut(field.Tag.Get("json"), ","); !field.Anonymous && len(field.Index) < 3 {
			names[name] = true
			if _, ok := schema.Properties[name]; !ok {
				t.Errorf("the schema lacks %s", name)
			}
		}
	}
	if len(schema.Properties) != len(names) {
		t.Errorf("%d properties for %d fields", len(schema.Properties), len(names))
	}
}

// Every property of every kind of JSON says what it means.
func TestSchemasSayWhatTheyMean(t *testing.T) {
	used := map[string]bool{}
	for _, j := range report.Schemas {
		var b bytes.Buffer
		if err := report.WriteSchema(&b, j); err != nil {
			t.Fatal(err)
		}
		var root any
		if err := json.Unmarshal(b.Bytes(), &root); err != nil {
			t.Fatal(err)
		}
		eachProperty(root, "", func(path string, property map[string]any) {
			used[path] = true
			if property["description"] == nil {
				t.Errorf("%s: %s says nothing", j.ID, path)
			}
		})
	}
	if len(used) < 300 {
		t.Errorf("%d properties only", len(used))
	}
}

// eachProperty calls f for every property of a schema.
func eachProperty(v any, at string, f func(path string, property map[string]any)) {
	node, _ := v.(map[string]any)
	if properties, ok := node["properties"].(map[string]any); ok {
		for name, p := range properties {
			f(at+"."+name, p.(map[string]any))
		}
	}
	if defs, ok := node["$defs"].(map[string]any); ok {
		for name, d := range defs {
			eachProperty(d, name, f)
		}
	}
}

// A severity is of one sign in all JSON: positive where a rater rates lower.
func TestSchemaSaysTheSignOfSeverity(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteSchema(&b, schemaOf(t, "report")); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "positive is lower") {
		t.Error("the schema does not say the sign of severity")
	}
	r := walkthrough(t, false)
	for _, a := range r.Raters {
		for _, b := range r.Raters {
			if a.Severity.Or(0)-b.Severity.Or(0) > 0.5 && a.Mean.Or(0) > b.Mean.Or(0) {
				t.Errorf("%s is more severe than %s and rates higher", a.ID, b.ID)
			}
		}
	}
}
