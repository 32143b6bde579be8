package anonymize_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/anonymize"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

var testKey = []byte("0123456789abcdef0123456789abcdef")

const head = "rater,lesson,indicator,score,reason\n"

func copied(t *testing.T, r *input.Reading, keep ...string) (string, *anonymize.Copy) {
	t.Helper()
	a, err := anonymize.Ratings(r, testKey, anonymize.Kept{Columns: keep, Reasons: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := a.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return b.String(), a
}

func readText(t *testing.T, text string, o input.Options) *input.Reading {
	t.Helper()
	o.Stdin = strings.NewReader(text)
	r, err := input.Read(context.Background(), []string{"-"}, o)
	if err != nil {
		t.Fatalf("%v\n%s", err, text[:min(len(text), 400)])
	}
	return r
}

// items returns what each rater gave, without names: under pseudonyms for
// every reader alike.
func items(t *rating.Table, name func(string) string) map[string]float64 {
	out := map[string]float64{}
	for _, r := range t.All() {
		i := t.Items()[r.Item]
		key := strings.Join([]string{name(t.Raters()[r.Rater]), t.Rounds()[i.Round], t.Lessons()[i.Lesson], t.Indicators()[i.Indicator]}, " | ")
		out[key] = t.Value(int(r.Item), r.Level)
	}
	return out
}

// Every sample, anonymised, reads to the same ratings under other names, and
// no rater's name is left anywhere in it.
func TestAnonymousSamplesReadAsTheirOriginals(t *testing.T) {
	paths, _ := filepath.Glob("../../testdata/samples/*.[ct][sx][vt]")
	more, _ := filepath.Glob("../input/testdata/variants/*.[ct]sv")
	if len(paths) < 13 || len(more) < 20 {
		t.Fatal(len(paths), len(more))
	}
	for _, path := range append(paths, more...) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			r, err := input.Read(context.Background(), []string{path}, input.Options{Round: "all"})
			if err != nil {
				t.Skip("it cannot be read as it is")
			}
			text, _ := copied(t, r)
			back := readText(t, text, input.Options{Round: "all"})
			pseudonym := func(name string) string { return anonymize.Pseudonym(testKey, name) }
			want := items(r.Table, pseudonym)
			if diff := cmp.Diff(want, items(back.Table, func(s string) string { return s })); diff != "" {
				t.Error(diff)
			}
			if len(back.Table.Marks()) != len(r.Table.Marks()) {
				t.Errorf("%d marks, want %d", len(back.Table.Marks()), len(r.Table.Marks()))
			}
			for _, name := range r.Table.Raters() {
				if len(name) > 3 && strings.Contains(text, name) {
					t.Errorf("%q is left in it", name)
				}
			}
			if strings.Contains(text, string(testKey)) {
				t.Error("the key is in it")
			}
		})
	}
}

func TestAnonymousIsStable(t *testing.T) {
	first := readText(t, head+"Ana Ortiz,L1,3b,2,\nBo Chen,L1,3b,3,\n", input.Options{})
	second := readText(t, "Observer,Lesson,3b\nANA  ORTIZ,L2,3\nCy Hill,L2,3\n", input.Options{})
	one, _ := copied(t, first)
	two, _ := copied(t, second)
	ana := anonymize.Pseudonym(testKey, "Ana Ortiz")
	if !strings.Contains(one, ana+",L1") || !strings.Contains(two, ana+",L2") {
		t.Errorf("Ana is not %s in both:\n%s%s", ana, one, two)
	}
	if anonymize.Pseudonym([]byte(strings.Repeat("x", 32)), "Ana Ortiz") == ana {
		t.Error("the key changes nothing")
	}
	if len(ana) != len("R-")+12 {
		t.Error(ana)
	}
}

// The order of rows says nothing about names.
func TestAnonymousOrder(t *testing.T) {
	text := head
	for _, name := range []string{"Ana", "Bo", "Cy", "Di", "Ed", "Flo"} {
		text += name + ",L1,3b,2,\n" + name + ",L1,3c,2,\n"
	}
	out, _ := copied(t, readText(t, text, input.Options{}))
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error(out)
	}
}

func TestAnonymousKeepsAndSweeps(t *testing.T) {
	text := "rater,role,school,lesson,indicator,score,reason\n" +
		"Ana Ortiz,Principal,Elm Street School,Ms. Hill period 2,3b,2,\"As Bo Chen said, few questions; ask bo.chen@d.example\"\n" +
		"Bo Chen,=cmd,Elm Street School,Ms. Hill period 2,3b,N/A,=1+1\n" +
		"Cy Reed,Coach,Elm Street School,Ms. Hill period 2,3b,,\n"
	r := readText(t, text, input.Options{})
	out, a := copied(t, r, "Role")
	for _, gone := range []string{"Ana", "Bo", "Chen", "Cy", "Elm", "bo.chen", "d.example"} {
		if strings.Contains(out, gone) {
			t.Errorf("%q is left:\n%s", gone, out)
		}
	}
	for _, stays := range []string{"rater,lesson,indicator,score,reason,role\n", "few questions", ",N/A,'=1+1,", ",Principal\n"} {
		if !strings.Contains(out, stays) {
			t.Errorf("no %q in\n%s", stays, out)
		}
	}
	if a.Names == 0 || a.Emails != 1 || !slices.Contains(a.Telling, "Ms. Hill period 2") {
		t.Errorf("%+v", a)
	}
	for keep, want := range map[string]string{"shoe": "there are role, school"} {
		if _, err := anonymize.Ratings(r, testKey, anonymize.Kept{Columns: []string{keep}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", keep, err)
		}
	}
	bare := readText(t, head+"Ana,L1,3b,2,\n", input.Options{})
	if _, err := anonymize.Ratings(bare, testKey, anonymize.Kept{Columns: []string{"role"}}); err == nil || !strings.Contains(err.Error(), "no further columns") {
		t.Error(err)
	}
}

// Scores that were turned round are written as they were given: the flags
// that read the original read the copy.
func TestAnonymousTurnsBack(t *testing.T) {
	class, _ := rubric.Find("class-prek-k3")
	o := input.Options{Rubric: class}
	r := readText(t, head+"Ana,L1,NC,1,\nBo,L1,NC,6,\nBo,L1,PC,7,\n", o)
	out, _ := copied(t, r)
	same := func(s string) string { return s }
	got := items(readText(t, out, o).Table, same)
	want := items(r.Table, func(name string) string { return anonymize.Pseudonym(testKey, name) })
	if !maps.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

func TestKeys(t *testing.T) {
	a, b := anonymize.NewKey(), anonymize.NewKey()
	if a == b || len(a) != 65 {
		t.Error("keys are not drawn at random")
	}
	key, err := anonymize.ParseKey([]byte(" " + a))
	if err != nil || string(key) != strings.TrimSpace(a) {
		t.Error(err)
	}
	for text, want := range map[string]string{
		"short\n":                               "32 characters or more",
		head + "Ana Ortiz,Lesson 1,3b,2,seen\n": "another file",
	} {
		if _, err := anonymize.ParseKey([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
