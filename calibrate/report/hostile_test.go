package report_test

import (
	"archive/zip"
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// unpacked is what a format holds: the parts of a workbook, else itself.
func unpacked(t testing.TB, id, content string) string {
	t.Helper()
	if id != "xlsx" {
		return content
	}
	var b strings.Builder
	for _, f := range must(zip.NewReader(strings.NewReader(content), int64(len(content))))(t).File {
		part := must(f.Open())(t)
		b.Write(must(io.ReadAll(part))(t))
		part.Close()
	}
	return b.String()
}

// What people's formats show holds no control characters and no marks that
// turn the direction of text.
func TestHostileCharacters(t *testing.T) {
	r := samples(t)["hostile"]
	for _, id := range []string{"text", "markdown", "html", "xlsx"} {
		for i, c := range unpacked(t, id, write(t, id, r, format.Options{})) {
			if unicode.IsControl(c) && c != '\n' && c != '\r' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' {
				t.Errorf("%s: %U at %d", id, c, i)
				break
			}
		}
		if strings.Contains(write(t, id, r, format.Options{}), strings.Repeat("x", 200)) {
			t.Errorf("%s shows an endless word", id)
		}
	}
}

func TestHostileCSV(t *testing.T) {
	for _, f := range must(format.CSVFiles(report.Full.Of(samples(t)["hostile"])))(t) {
		for _, row := range must(csv.NewReader(strings.NewReader(string(f.Content))).ReadAll())(t) {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+@", rune(cell[0])) || strings.HasPrefix(cell, "-2+3") {
					t.Errorf("%s: a spreadsheet runs %q", f.Name, cell)
				}
			}
		}
	}
}

func TestHostileWorkbook(t *testing.T) {
	content := unpacked(t, "xlsx", write(t, "xlsx", samples(t)["hostile"], format.Options{}))
	if regexp.MustCompile(`<f[ >]`).MatchString(content) {
		t.Error("the workbook holds a formula")
	}
}

// The page holds no element and no attribute that came from a file.
func TestHostilePage(t *testing.T) {
	doc := must(html.Parse(strings.NewReader(write(t, "html", samples(t)["hostile"], format.Options{}))))(t)
	scripts := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "img", "iframe", "object", "embed", "form":
			t.Errorf("the page holds a %s", n.Data)
		case "script":
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has %s", n.Data, a.Key)
			}
			if (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") && a.Val != "data:," {
				t.Errorf("%s leads to %s", n.Data, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}

// Markdown shows what came from a file as it is.
func TestHostileMarkdown(t *testing.T) {
	text := write(t, "markdown", samples(t)["hostile"], format.Options{})
	for _, raw := range []string{"<script", "<img", "](javascript", "\n# c"} {
		if i := strings.Index(text, raw); i > 0 && text[i-1] != '\\' {
			t.Errorf("the Markdown holds %q: %q", raw, text[max(0, i-20):i+20])
		}
	}
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "|") && !strings.HasSuffix(line, "|") {
			t.Errorf("line %d: a row of a table is broken: %.80q", i+1, line)
		}
	}
}
