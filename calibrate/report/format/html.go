package format

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// The parts of the page. It is one file: style and script stand in it, and
// its policy forbids every request.
var (
	//go:embed page.html
	pageSource string
	//go:embed page.css
	pageStyle string
	//go:embed page.js
	pageScript string
)

// page is the parsed template, on first use.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageSource))
})

// WriteHTML writes a document as one self-contained page that opens from
// disk, prints, and asks nothing of the network.
func WriteHTML(w io.Writer, d document.Document) error {
	d = d.Clean()
	sum := sha256.Sum256([]byte(pageScript))
	return page().Execute(w, htmlPage{
		Document: d,
		Style:    template.CSS(pageStyle),
		Script:   template.JS(pageScript),
		Policy: "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-" +
			base64.StdEncoding.EncodeToString(sum[:]) + "'",
		Sections: htmlSections(d),
	})
}

// htmlPage is what the template shows.
type htmlPage struct {
	document.Document
	Style    template.CSS
	Script   template.JS
	Policy   string
	Sections []htmlSection
}

// htmlSection is a section with its blocks as the template takes them, in
// parts that begin with a heading each: a part stays on one printed page.
type htmlSection struct {
	ID, Title string
	Parts     [][]htmlBlock
}

// htmlBlock is one of its fields.
type htmlBlock struct {
	Role    string // of a paragraph
	Lines   []string
	List    *document.List
	Table   *htmlTable
	Shifts  *htmlShifts
	Picture *htmlPicture
	Charts  *htmlLines
	Items   [][2]string // its sentences, each with its head
}

// roles names the paragraphs' classes.
var roles = map[document.Role]string{document.Plain: "plain", document.Headline: "headline", document.Lead: "lead", document.Aside: "aside", document.Heading: "heading", document.Quote: "quote", document.Ask: "ask", document.Blank: "blank"}

func htmlSections(d document.Document) []htmlSection {
	list := make([]htmlSection, len(d.Sections))
	for i, s := range d.Sections {
		list[i] = htmlSection{ID: s.ID, Title: s.Title}
		for k, b := range s.Blocks {
			if p, ok := b.(document.Paragraph); k == 0 || ok && p.Role == document.Heading {
				list[i].Parts = append(list[i].Parts, nil)
			}
			last := len(list[i].Parts) - 1
			list[i].Parts[last] = append(list[i].Parts[last], toHTML(s, b))
		}
	}
	return list
}

// toHTML turns a block into what the template takes.
func toHTML(s document.Section, b document.Block) htmlBlock {
	switch b := b.(type) {
	case document.Paragraph:
		return htmlBlock{Role: roles[b.Role], Lines: document.Lines(b.Text)}
	case document.List:
		h := htmlBlock{List: &b}
		for _, item := range b.Items {
			head := ""
			if b.Heads {
				head, item = document.Head(item)
			}
			h.Items = append(h.Items, [2]string{head, item})
		}
		return h
	case document.Table:
		return htmlBlock{Table: newHTMLTable(s, b)}
	case document.Shifts:
		return htmlBlock{Shifts: newHTMLShifts(b)}
	case document.Curves:
		return htmlBlock{Picture: newHTMLCurves(s, b)}
	case document.Ruler:
		return htmlBlock{Picture: newHTMLRuler(s, b)}
	case document.LineCharts:
		return htmlBlock{Charts: newHTMLLines(b)}
	}
	panic(unknownBlock(b))
}
