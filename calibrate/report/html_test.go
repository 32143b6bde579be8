package report_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// attribute returns an attribute of a node, or "".
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// page parses a report's page.
func page(t testing.TB, r *calibrate.Report) *html.Node {
	t.Helper()
	return must(html.Parse(strings.NewReader(write(t, "html", r, format.Options{}))))(t)
}

// find returns the nodes below a node that are the element and have the
// class, where one is named.
func find(n *html.Node, element, class string) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		fits := class == "" || strings.Contains(" "+attribute(d, "class")+" ", " "+class+" ")
		if d.Type == html.ElementNode && d.Data == element && fits {
			list = append(list, d)
		}
	}
	return list
}

// The charts show the report's numbers, and say them in words.
func TestPageCharts(t *testing.T) {
	r := walkthrough(t, false)
	charts := map[string]*html.Node{}
	for _, table := range find(page(t, r), "table", "") {
		for _, row := range find(table, "tr", "") {
			if c := find(row, "svg", "chart"); len(c) == 1 {
				head := find(row, "th", "")[0]
				charts[attribute(table, "id")+" "+head.FirstChild.Data] = c[0]
			}
		}
	}
	want := map[string]string{"table-alignment same rating (exact)": r.Alignment.Exact.Value.String()}
	for _, p := range r.Indicators {
		want["table-indicators "+p.ID] = p.Exact.Value.String()
	}
	for _, x := range r.Raters {
		want["table-raters "+x.ID] = x.Severity.Map(func(v float64) float64 { return -v }).String()
	}
	for name, value := range want {
		switch chart := charts[name]; {
		case chart == nil:
			t.Errorf("no chart %s", name)
		case attribute(chart, "data-value") != value:
			t.Errorf("%s shows %s, want %s", name, attribute(chart, "data-value"), value)
		case attribute(chart, "aria-label") == "":
			t.Errorf("%s has no words", name)
		}
	}
}

// A page has one title, sections under it, and tables with a caption and
// heads: what a screen reader moves by.
func TestPageStructure(t *testing.T) {
	for name, r := range samples(t) {
		doc := page(t, r)
		if n := len(find(doc, "h1", "")); n != 1 {
			t.Errorf("%s: %d titles", name, n)
		}
		ids := map[string]bool{}
		for n := range doc.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: id %s twice", name, id)
				}
				ids[id] = true
			}
		}
		for _, link := range find(doc, "a", "") {
			if !ids[strings.TrimPrefix(attribute(link, "href"), "#")] {
				t.Errorf("%s: a link to %s", name, attribute(link, "href"))
			}
		}
		for _, table := range find(doc, "table", "") {
			if len(find(table, "caption", "")) != 1 {
				t.Errorf("%s: %s has no caption", name, attribute(table, "id"))
			}
			for _, head := range find(table, "th", "") {
				if attribute(head, "scope") == "" {
					t.Errorf("%s: %s has a head without a scope", name, attribute(table, "id"))
				}
			}
		}
		for _, svg := range find(doc, "svg", "") {
			if attribute(svg, "aria-label") == "" && attribute(svg, "aria-hidden") == "" && attribute(svg, "role") == "" {
				t.Errorf("%s: a picture that says nothing", name)
			}
		}
	}
}

func TestMarkdownGolden(t *testing.T) {
	golden(t, "walkthrough.md", write(t, "markdown", walkthrough(t, false), format.Options{}))
}
