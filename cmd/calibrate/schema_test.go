package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// ran runs calibrate and returns its standard output.
func ran(t *testing.T, codes []int, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); !slices.Contains(codes, code) {
		t.Errorf("calibrate %s: exit code %d\n%s", strings.Join(args, " "), code, stderr.String())
	}
	return stdout.Bytes()
}

// compiled is the schema of a kind of JSON, as the program prints it.
func compiled(t *testing.T, id string) *jsonschema.Schema {
	t.Helper()
	content, err := jsonschema.UnmarshalJSON(bytes.NewReader(ran(t, []int{command.ExitDone}, "schema", id)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource(id, content); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// All JSON that the program prints is valid by its schema, judged by a
// validator that is not ours: on samples of many layouts, on one rater, one
// item, several scales, a key and without.
func TestJSONIsValid(t *testing.T) {
	t.Parallel()
	temporary, testdata := t.TempDir(), filepath.Join(moduleRoot, "testdata")
	in := func(path string) string { return filepath.Join(testdata, filepath.FromSlash(path)) }
	files, err := filepath.Glob(in("samples/*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	cases, err := filepath.Glob(in("cases/*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	walkthrough, fall, spring := in("samples/walkthrough.csv"), in("rounds/fall.csv"), in("rounds/spring.csv")
	ratings := append(append(files, cases...), fall, spring)
	shapes, err := filepath.Glob(in("reading/files/*1.csv")) // one file of each kind of shape
	if err != nil {
		t.Fatal(err)
	}
	few := shapes[:0]
	for i, path := range shapes {
		if i%3 == 0 {
			few = append(few, path)
		}
	}
	schools := filepath.Join(temporary, "schools.csv")
	if err := os.WriteFile(schools, []byte(schoolsInRounds()), 0o600); err != nil {
		t.Fatal(err)
	}
	any := []int{command.ExitDone, command.ExitUnmet, command.ExitUsage, command.ExitInput}
	key, truth := filepath.Join(temporary, "key.json"), filepath.Join(temporary, "truth.json")
	decided := filepath.Join(temporary, "decided.json")
	for k, c := range []struct {
		schema string
		files  []string
		args   []string
	}{
		{"report", ratings, []string{"score"}},
		{"report", []string{walkthrough, fall}, []string{"score", "--by", "role", "--names", "--quotes", "none"}},
		{"check", ratings, []string{"check"}},
		{"stats", ratings, []string{"stats", "--items", "--levels", "--pairs", "--tests", "--boundaries", "--confusion", "--errors"}},
		{"stats", []string{walkthrough}, []string{"stats", "--by", "role", "--coefficient", "all", "--weights", "all", "--benchmark", "fleiss"}},
		{"stats", []string{walkthrough}, []string{"stats", "--compare", "role", "--groups", "role"}},
		{"reasons", ratings, []string{"reasons"}},
		{"agenda", ratings, []string{"agenda"}},
		{"plan", ratings, []string{"plan"}},
		{"line", ratings, []string{"archive", "--by", "lesson"}},
		{"line", ratings, []string{"archive", "--by", "indicator", "--run-id", "x"}},
		{"trend", []string{fall}, []string{"trend", spring}},
		{"rasch", []string{walkthrough, fall}, []string{"rasch"}},
		{"latent", []string{walkthrough, fall}, []string{"latent"}},
		{"survey", []string{in("survey/six.csv"), in("survey/team.csv"), in("samples/13_tensions_now_should.csv")}, []string{"survey"}},
		{"samples", []string{fall}, []string{"stats", "plan"}},
		{"report", few, []string{"score", "--full", "--scale", "observed"}},
		{"check", few, []string{"check", "--explain"}},
		{"agenda", []string{walkthrough}, []string{"agenda", "--start", "8:00", "--run-id", "x", "--as-of", "2026-11-29", "--no-quotes"}},
		{"compare", []string{spring}, []string{"compare", fall}},
		{"trend", []string{spring}, []string{"trend", "--fail-under", "exact=0.1", fall, in("rounds/winter.csv")}},
		{"trend-line", []string{schools}, []string{"trend", "--by", "school", "--run-id", "x"}},
		{"line", []string{schools}, []string{"archive", "--by", "school,round", "--fail-under", "exact=0.1"}},
		{"survey-trend", []string{in("survey/team.csv")}, []string{"trend", in("survey/six.csv")}},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			t.Parallel()
			schema, valid := compiled(t, c.schema), 0
			for i, file := range c.files {
				if len(c.files) > 10 && i%5 != k%5 {
					continue // each file is tried with some of the commands
				}
				args := append(slices.Clone(c.args), "--format", "json", "--quiet", file)
				out := ran(t, any, args...)
				for decoder := json.NewDecoder(bytes.NewReader(out)); decoder.More(); valid++ {
					validate(t, schema, decoder, strings.Join(args, " "))
				}
			}
			if valid == 0 {
				t.Error("nothing to validate")
			}
		})
	}
	ran(t, []int{command.ExitDone}, "score", "--key", key, walkthrough)
	ran(t, []int{command.ExitDone}, "simulate", "-o", filepath.Join(temporary, "r.csv"), "--truth", truth)
	ran(t, []int{command.ExitDone}, "agenda", "--decisions-out", decided, walkthrough)
	for id, path := range map[string]string{"key": key, "truth": truth, "decisions": decided} {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		validate(t, compiled(t, id), json.NewDecoder(bytes.NewReader(content)), path)
	}
}

// schoolsInRounds are ratings of two rounds in two schools.
func schoolsInRounds() string {
	var b strings.Builder
	b.WriteString("rater,role,school,lesson,indicator,round,score,reason\n")
	for _, round := range []string{"fall", "spring"} {
		for r := range 6 {
			for l := range 3 {
				for i := range 4 {
					score := 2 + (r*l+i+len(round))%2
					fmt.Fprintf(&b, "Rater %d,Coach,School %d,%s lesson %d,3%c,%s,%d,counted %d hands\n", r, r%2, round, l, 'a'+i, round, score, 3+r)
				}
			}
		}
	}
	return b.String()
}

// Every kind of JSON that is promised is among those that TestJSONIsValid holds
// against its schema.
func TestEverySchemaIsTried(t *testing.T) {
	content, err := os.ReadFile("schema_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range schemas() {
		if !strings.Contains(string(content), `{"`+j.ID+`", `) && !strings.Contains(string(content), `"`+j.ID+`": `) {
			t.Errorf("nothing is held against the schema of %s", j.ID)
		}
	}
}

// validate holds the next JSON against its schema, and each null of a report
// against its notes.
func validate(t *testing.T, schema *jsonschema.Schema, decoder *json.Decoder, what string) {
	t.Helper()
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(instance); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	root, ok := instance.(map[string]any)
	if !ok {
		return
	}
	notes, _ := root["notes"].([]any)
	for _, n := range notes {
		path, _ := n.(map[string]any)["path"].(string)
		if !resolves(instance, path) {
			t.Errorf("%s: a note is of %q, which is not there", what, path)
		}
	}
}

// resolves reports whether an RFC 6901 pointer leads to something.
func resolves(v any, pointer string) bool {
	if pointer == "" {
		return true
	}
	for _, token := range strings.Split(pointer[1:], "/") {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		switch x := v.(type) {
		case map[string]any:
			if _, ok := x[token]; !ok {
				return false
			}
			v = x[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(x) {
				return false
			}
			v = x[i]
		default:
			return v == nil
		}
	}
	return true
}
