package catalog_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/latent"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/weight"
)

var (
	year         = regexp.MustCompile(`\b(1[89]|20)\d\d\b`)
	articlePages = regexp.MustCompile(`\d{2,4}[–-]\d{2,4}\b`)
	pages        = regexp.MustCompile(`(chapters )?\d+–\d+`)

	// cited are one to three names before a year, as in Fleiss & Cohen 1973.
	cited = regexp.MustCompile(`\b(\p{Lu}\p{L}+(?:-\p{L}+)?)(?:,? (?:&|and) \p{Lu}[\p{L}'-]+|, \p{Lu}[\p{L}'-]+| et al\.)*(?:'s)? \(?((?:1[89]|20)\d\d)\b`)
)

// checked are the rows of docs/citations.md by first name and year.
func checked(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile("../../docs/citations.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for line := range strings.Lines(string(page)) {
		work, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		if y := year.FindString(work); y != "" && strings.HasPrefix(line, "| ") {
			names, _, _ := strings.Cut(work, " "+y)
			for name := range strings.FieldsSeq(strings.NewReplacer(",", " ", "&", " ").Replace(names)) {
				rows[name+" "+y] += strings.ReplaceAll(line, "-", "–")
			}
		}
	}
	return rows
}

// Every reference of the catalogue was looked up, with its pages: whoever adds
// one looks it up and adds a row to docs/citations.md, without pages where no
// source is found for them.
func TestReferencesWereChecked(t *testing.T) {
	rows := checked(t)
	references := append([]string{}, rasch.Page.References...)
	for _, c := range catalog.Coefficients {
		references = append(references, c.Doc.References...)
	}
	for _, f := range catalog.Figures {
		references = append(references, f.Doc.References...)
	}
	for _, d := range latent.Pages {
		references = append(references, d.References...)
	}
	for _, b := range benchmark.All {
		references = append(references, b.Source)
	}
	for _, r := range references {
		name, _, _ := strings.Cut(strings.TrimPrefix(r, "van "), ",")
		name = name[strings.LastIndex(name, " ")+1:]
		row := rows[name+" "+year.FindString(r)]
		if row == "" {
			t.Errorf("docs/citations.md has no row for %s", r)
		}
		for _, p := range pages.FindAllString(strings.ReplaceAll(r, "-", "–"), -1) {
			if !strings.HasPrefix(p, "chapters") && !strings.Contains(row, p) {
				t.Errorf("docs/citations.md does not have the pages %s of %s", p, r)
			}
		}
	}
	for _, w := range weight.Schemes {
		for _, m := range cited.FindAllStringSubmatch(w.Source, -1) {
			if rows[m[1]+" "+m[2]] == "" {
				t.Errorf("docs/citations.md has no row for %s", m[0])
			}
		}
	}
}

// So was every work that a comment of the statistics cites.
func TestCommentsCiteWhatWasChecked(t *testing.T) {
	rows := checked(t)
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		source, err := os.ReadFile(path)
		text := comments(string(source))
		for _, at := range cited.FindAllStringSubmatchIndex(text, -1) {
			row := rows[text[at[2]:at[3]]+" "+text[at[4]:at[5]]]
			if row == "" {
				t.Errorf("%s: docs/citations.md has no row for %s", path, text[at[0]:at[1]])
			}
			if p := pagesAfter(text[at[1]:]); !strings.Contains(row, p) {
				t.Errorf("%s: docs/citations.md does not have the pages %s of %s", path, p, text[at[0]:at[1]])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// pagesAfter returns the pages that follow a citation, up to the next one and
// in its sentence; or nothing.
func pagesAfter(text string) string {
	for _, end := range []string{";", "). ", "\n"} {
		text, _, _ = strings.Cut(text, end)
	}
	if next := cited.FindStringIndex(text); next != nil {
		text = text[:next[0]]
	}
	return strings.ReplaceAll(articlePages.FindString(text), "-", "–")
}

// comments returns the text of a file's comments, without line breaks.
func comments(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		if _, text, ok := strings.Cut(line, "// "); ok {
			b.WriteString(strings.TrimSpace(text) + " ")
		} else {
			b.WriteString("\n")
		}
	}
	return b.String()
}
