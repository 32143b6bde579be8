package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/cb401426/calibrate"

// arrows says which packages of the module a package may import, by prefix,
// and which others beside the standard library. See docs/architecture.md.
var arrows = []struct {
	of      string   // prefix of the importing package's directory; the longest counts
	inner   []string // prefixes within the module
	outside []string // prefixes outside of it; nil means any
}{
	{"stats", []string{"stats"}, []string{"gonum.org/v1/gonum", "golang.org/x/sync"}},
	{"stats/text", []string{"stats", "stats/text"}, []string{}},
	{"stats/text/token", []string{}, []string{}},
	{"stats/text/language", []string{"stats/text/language", "stats/text/token"}, []string{"github.com/clipperhouse/uax29", "github.com/blevesearch/snowballstem"}},
	{"stats/text/class", []string{"stats/text/language", "stats/text/token"}, []string{}},
	{"stats/text/likeness", []string{"stats/text/language", "stats/text/token"}, []string{}},
	{"stats/text/sweep", []string{"stats/text/language", "stats/text/token"}, []string{"golang.org/x/text"}},
	{"stats/team/teamtest", []string{"stats"}, []string{"pgregory.net/rapid"}},
	{"calibrate", []string{"calibrate", "stats"}, []string{"gonum.org/v1/gonum", "golang.org/x/sync"}},
	{"calibrate/input", []string{"calibrate", "stats"}, nil},
	{"calibrate/input/cell", []string{"calibrate/input", "calibrate/rubric", "stats"}, nil},
	{"calibrate/input/layout", []string{"calibrate/input/cell", "calibrate/rubric", "stats/rating"}, []string{}},
	{"calibrate/input/layout/header", []string{"calibrate/input/cell", "calibrate/input/layout", "calibrate/rubric", "stats/rating"}, []string{}},
	{"calibrate/input/layout/internal/region", []string{"calibrate/input/cell", "calibrate/input/source", "calibrate/input/layout"}, []string{}},
	{"calibrate/input/layout/internal/form", []string{"calibrate/input/cell", "calibrate/input/layout"}, []string{}},
	{"calibrate/input/layout/internal/column", []string{"calibrate/input/cell", "calibrate/input/layout"}, []string{}},
	{"calibrate/input/layout/internal/hypothesis", []string{"calibrate/input/cell", "calibrate/input/layout", "stats/rating"}, []string{}},
	{"calibrate/input/layout/recognize", []string{"calibrate/input/cell", "calibrate/input/source", "calibrate/input/layout", "stats/rating"}, []string{"github.com/agnivade/levenshtein"}},
	{"calibrate/input/reshape", []string{"calibrate/input", "calibrate/rubric", "stats"}, nil},
	{"calibrate/input/scan", []string{"calibrate/input", "calibrate/rubric", "stats"}, nil},
	{"calibrate/input/source", []string{"calibrate/wording", "stats/rating"}, nil},
	{"calibrate/input/spelling", []string{"calibrate/input/cell", "calibrate/input/layout/header", "calibrate/rubric", "stats/rating"}, []string{"github.com/agnivade/levenshtein"}},
	{"calibrate/template", []string{"calibrate/input", "calibrate/rubric", "stats/rating"}, []string{"github.com/xuri/excelize/v2"}},
	{"calibrate/anonymize", []string{"calibrate/input", "calibrate/rubric", "stats"}, []string{"golang.org/x/text"}},
	{"calibrate/rubric", []string{"calibrate/rubric", "stats"}, nil},
	{"calibrate/decisions", []string{"calibrate", "stats"}, []string{"github.com/gocarina/gocsv"}},
	{"calibrate/wording", []string{"stats"}, []string{}},
	{"calibrate/report", []string{"calibrate", "stats"}, nil},
	{"calibrate/report/document", []string{"calibrate", "stats"}, nil},
	{"calibrate/report/format", []string{"calibrate", "calibrate/report/document", "stats"}, nil},
	{"calibrate/report/section", []string{"calibrate", "calibrate/report/document", "stats"}, nil},
	{"calibrate/report/room", []string{"calibrate", "calibrate/report/document", "calibrate/report/section", "stats"}, nil},
	{"cmd", []string{"calibrate", "stats", "cmd/calibrate/internal", "cmd/tools/internal"}, nil},
}

// rooms says which rooms of calibrate a room may look into, beside itself, the
// contract and stats. What is not here is free within its arrow.
var rooms = map[string][]string{
	"calibrate":            {"calibrate/wording"},
	"calibrate/input":      {"calibrate/rubric", "calibrate/wording"}, // and its own parts
	"calibrate/privacy":    {},
	"calibrate/habits":     {"calibrate/wording"},
	"calibrate/reasons":    {"calibrate/privacy"},
	"calibrate/meeting":    {"calibrate/habits", "calibrate/privacy", "calibrate/reasons", "calibrate/wording"},
	"calibrate/analysis":   {"calibrate/habits", "calibrate/meeting", "calibrate/privacy", "calibrate/reasons", "calibrate/statistics", "calibrate/wording"},
	"calibrate/statistics": {"calibrate/privacy", "calibrate/wording"},
}

func TestArrows(t *testing.T) {
	root := moduleRoot
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root) {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			checkImports(t, root, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, root, path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	dir, _ := filepath.Rel(root, filepath.Dir(path))
	dir = filepath.ToSlash(dir)
	rule := -1
	for i, a := range arrows {
		if under(dir, a.of) && (rule < 0 || len(a.of) > len(arrows[rule].of)) {
			rule = i
		}
	}
	if rule < 0 {
		t.Errorf("%s: no arrow is drawn from here", dir)
		return
	}
	for _, spec := range file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		if !allowed(dir, name, arrows[rule].inner, arrows[rule].outside) {
			t.Errorf("%s imports %s against the arrows of docs/architecture.md", path, name)
		}
	}
}

func allowed(dir, name string, inner, outside []string) bool {
	if in, ok := strings.CutPrefix(name, module+"/"); ok {
		if open, ok := rooms[dir]; ok && under(in, "calibrate") && in != "calibrate" && !(dir != "calibrate" && under(in, dir)) && !slices.Contains(open, in) {
			return false
		}
		return slices.ContainsFunc(inner, func(p string) bool { return under(in, p) })
	}
	first, _, _ := strings.Cut(name, "/")
	if !strings.Contains(first, ".") {
		return true // standard library
	}
	if strings.HasPrefix(name, "github.com/spf13/") && !under(dir, "cmd") {
		return false
	}
	return outside == nil || slices.ContainsFunc(outside, func(p string) bool { return under(name, p) })
}

// under reports whether a path is a prefix's or below it.
func under(path, prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") }
