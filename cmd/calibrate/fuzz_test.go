package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fuzzed runs the program in a folder with small files and returns its exit
// code, which is one of those that the docs name and no fault of the program,
// and what it wrote.
func fuzzed(t *testing.T, stdin []byte, args ...string) (code int, stdout string) {
	t.Helper()
	var out, said bytes.Buffer
	code = runSafely(t.Context(), args, bytes.NewReader(stdin), &out, &said)
	if code < command.ExitDone || code > command.ExitInput || strings.Contains(said.String(), "fault of the program") {
		t.Fatalf("%q: exit code %d: %s", args, code, said.String())
	}
	if code == command.ExitInput && said.Len() == 0 && out.Len() == 0 {
		t.Fatalf("%q: exit code %d and no word", args, code)
	}
	if i := strings.IndexAny(said.String(), "\x1b\x00\x07"); i >= 0 {
		t.Fatalf("%q: a control character in %q", args, said.String())
	}
	return code, out.String()
}

// noOddNumber fails where a JSON text holds no JSON.
func noOddNumber(t *testing.T, content string) {
	t.Helper()
	if !json.Valid([]byte(content)) {
		t.Fatalf("no JSON: %.300s", content)
	}
}

// A mutation turns bytes into choices.
type mutation struct {
	data []byte
	at   int
}

// next is a number under n, 0 when the bytes have run out.
func (m *mutation) next(n int) int {
	if m.at >= len(m.data) || n < 1 {
		return 0
	}
	m.at++
	return int(m.data[m.at-1]) % n
}

// odd is a value in place of one of a report's: a new one each time, as what was
// put in may be changed again.
func (m *mutation) odd() any {
	values := []any{
		nil, true, "", "x", "\u202e<script>", -1.0, 0.0, 0.5, 1.0, 1e15, -1e300, []any{}, map[string]any{}, []any{nil}, "=1+1", strings.Repeat("9", 400),
	}
	return values[m.next(len(values))]
}

// change puts an odd value somewhere into a tree, takes a part away or doubles
// it.
func (m *mutation) change(v any, depth int) any {
	switch x := v.(type) {
	case map[string]any:
		if len(x) == 0 || depth > 0 && m.next(8) == 0 {
			return m.odd()
		}
		keys := make([]string, 0, len(x))
		for k := range x {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		k := keys[m.next(len(keys))]
		if m.next(16) == 1 {
			delete(x, k)
		} else {
			x[k] = m.change(x[k], depth+1)
		}
		return x
	case []any:
		switch i := m.next(len(x)); {
		case len(x) == 0 || m.next(8) == 0:
			return m.odd()
		case m.next(8) == 1:
			return append(x, x[i])
		case m.next(8) == 1:
			return slices.Delete(x, i, i+1)
		default:
			x[i] = m.change(x[i], depth+1)
			return x
		}
	}
	return m.odd()
}

const (
	sampleRatings = "../../testdata/samples/walkthrough.csv"
	sampleReasons = "../../testdata/reasons/lesson.csv"
)

// Whatever is changed in a report, it is shown in every format or refused.
func FuzzRender(f *testing.F) {
	var reports []string
	for _, args := range [][]string{{"score", "--format", "json", "--by", "role", sampleReasons}, {"score", "--format", "json", sampleRatings}} {
		var out, said bytes.Buffer
		if code := run(f.Context(), args, nil, &out, &said); code != command.ExitDone {
			f.Fatal(said.String())
		}
		reports = append(reports, out.String())
	}
	for i := range 40 {
		f.Add([]byte(strings.Repeat(string(rune('a'+i)), 1+i)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := &mutation{data: data}
		var tree any
		if err := json.Unmarshal([]byte(reports[m.next(len(reports))]), &tree); err != nil {
			t.Fatal(err)
		}
		for range 1 + m.next(3) {
			tree = m.change(tree, 0)
		}
		report, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		formats := [][]string{{"text"}, {"text", "--full"}, {"html"}, {"markdown", "--full"}, {"json"}, {"csv"}, {"xlsx", "-o", filepath.Join(t.TempDir(), "r.xlsx")}}
		args := append([]string{"render", "--format"}, formats[m.next(len(formats))]...)
		code, shown := fuzzed(t, report, append(args, "-")...)
		if code == command.ExitDone && args[2] != "xlsx" && (strings.Contains(shown, "NaN") || strings.Contains(shown, "+Inf")) {
			t.Fatalf("%q shows no number: %.2000s", args, report)
		}
	})
}

// Whatever a rubric says, ratings are scored with it or it is refused.
func FuzzRubric(f *testing.F) {
	for _, name := range []string{"fft-2013", "class-prek-k3"} {
		var out, said bytes.Buffer
		if code := run(f.Context(), []string{"rubric", "show", "--format", "yaml", name}, nil, &out, &said); code == command.ExitDone && out.Len() < 3000 {
			f.Add(out.Bytes())
		}
	}
	f.Add([]byte("name: Ours\nscale: {levels: [1, 2, 3, 4]}\nindicators:\n- {id: 3b, name: Questioning}\n"))
	f.Add([]byte("id: ours\nscale:\n  levels:\n  - {value: 0.5, label: Low}\n  - {value: 4, label: High}\n"))
	f.Add([]byte(`{"scales": {"a": {"levels": [1, 2]}}, "indicators": [{"id": "3b", "scale": "a", "reversed": true}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "ours.yaml")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if code, out := fuzzed(t, nil, "score", "--format", "json", "--rubric", path, sampleRatings); code == command.ExitDone {
			noOddNumber(t, out)
		}
	})
}

// randomTable is a file of ratings by a few raters of a few items.
func (m *mutation) randomTable() []byte {
	var b bytes.Buffer
	b.WriteString("rater,lesson,indicator,score\n")
	raters, lessons, indicators, levels := 1+m.next(6), 1+m.next(6), 1+m.next(4), 1+m.next(7)
	for r := range raters {
		for l := range lessons {
			for i := range indicators {
				switch v := m.next(levels + 3); {
				case v < levels:
					fmt.Fprintf(&b, "R%d,L%d,I%d,%d\n", r, l, i, v+1)
				case v == levels:
					fmt.Fprintf(&b, "R%d,L%d,I%d,N/A\n", r, l, i)
				}
			}
		}
	}
	return b.Bytes()
}

// Every statistic of any table is a number, or null with its reason.
func FuzzStatistics(f *testing.F) {
	for i := range 20 {
		f.Add([]byte(strings.Repeat(string(rune('!'+i)), 1+i*4)))
		f.Add([]byte(fmt.Sprint("54321", strings.Repeat("210", i), i)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := &mutation{data: data}
		commands := [][]string{
			{"stats", "--all", "--boundaries", "--confusion"}, {"stats", "--weights", "quadratic"}, {"score"}, {"plan", "--for", "0.8"}, {"rasch"}, {"latent"},
		}
		args := append(slices.Clone(commands[m.next(len(commands))]), "--format", "json", "-")
		if code, out := fuzzed(t, m.randomTable(), args...); code == command.ExitDone {
			noOddNumber(t, out)
		}
	})
}

// fuzzedNames are raters whose names are swept.
var fuzzedNames = []string{"Zelda Quixley", "Otto Brankovic", "Mireille Fontanet"}

// No rater's name passes onto the agenda or through anonymize, whatever the
// reasons say.
func FuzzAgendaAnonymize(f *testing.F) {
	for _, s := range []string{
		"I agree with Zelda", "OTTO said 4 of 22 hands", "mireille and zelda: \"why?\"", "b\u0301rankovic", "see otto.brankovic@x.example",
		"Z. Quixley's kids", "_Otto_ @zelda", "\u202eQuixley", "Qu\u200bixley", "1) Fontanet\n2) x",
	} {
		f.Add(s, uint8(len(s)))
	}
	f.Fuzz(func(t *testing.T, reason string, choice uint8) {
		if strings.ContainsAny(reason, "\x00") || len(reason) > 500 {
			t.Skip()
		}
		var b bytes.Buffer
		b.WriteString("rater,lesson,indicator,score,reason\n")
		quoted := `"` + strings.ReplaceAll(reason, `"`, `""`) + `"`
		for r, name := range fuzzedNames {
			for i := range 3 {
				fmt.Fprintf(&b, "%s,L1,3%c,%d,%s\n", name, 'a'+i, 1+(r+i+int(choice))%4, quoted)
			}
		}
		agenda := [][]string{{"agenda", "-"}, {"agenda", "--format", "html", "-"}, {"agenda", "--format", "json", "--start", "8:00", "-"}}
		for _, args := range [][]string{agenda[int(choice)%len(agenda)], {"anonymize", "--key-file", filepath.Join(t.TempDir(), "key"), "-"}} {
			_, out := fuzzed(t, b.Bytes(), args...)
			for _, name := range fuzzedNames {
				if _, last, _ := strings.Cut(name, " "); strings.Contains(out, last) {
					t.Fatalf("%q shows %s of %q:\n%.2000s", args, last, reason, out)
				}
			}
		}
	})
}

// Whatever the file, it goes the whole way, from check to a report that is
// shown again, or is refused.
func FuzzPipeline(f *testing.F) {
	for _, pattern := range []string{"../../testdata/samples/*.csv", "../../testdata/reasons/lesson.csv"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			if data, err := os.ReadFile(path); err == nil && len(data) < 3000 {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checked, _ := fuzzed(t, data, "check", "-")
		code, report := fuzzed(t, data, "score", "--format", "json", "-")
		if checked != command.ExitDone && code == command.ExitDone {
			t.Fatalf("check refuses with %d what score takes", checked)
		}
		if code != command.ExitDone {
			return
		}
		noOddNumber(t, report)
		again, shown := fuzzed(t, []byte(report), "render", "--format", "json", "-")
		if again != command.ExitDone || shown != report {
			t.Fatalf("render of a report of its own: exit code %d, the same %v", again, shown == report)
		}
		format := []string{"text", "html", "markdown"}[len(data)%3]
		if code, _ := fuzzed(t, []byte(report), "render", "--format", format, "-"); code != command.ExitDone {
			t.Fatalf("render --format %s: exit code %d", format, code)
		}
	})
}
