package report

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// ViewCatalogue lists every coefficient by group, the schemes of weights and
// the benchmarks.
func ViewCatalogue() Document {
	d := Document{Title: "Catalogue", Sections: []Section{{"catalogue", "", []Block{
		Paragraph{Headline, "COEFFICIENTS, WEIGHTS, BENCHMARKS"},
		Paragraph{Plain, "For the page of one of them: calibrate stats explain ID."},
	}}}}
	for _, g := range catalog.Groups {
		table := Table{ID: string(g.ID), Columns: []Column{{Title: "id"}, {Title: "name"}, {Title: "weights"}, {Title: "also", Spare: 1}}}
		for _, e := range catalog.Coefficients {
			if e.Group == g.ID {
				table.Rows = append(table.Rows, Row{Cells: []Cell{
					Text(e.ID), Text(e.Name), Text(takes(e)), Text(strings.Join(e.Synonyms, ", ")),
				}})
			}
		}
		d.Sections = append(d.Sections, Section{string(g.ID), g.Title, []Block{Paragraph{Aside, g.Use}, table}})
	}
	weights := Table{ID: "weights", Columns: []Column{{Title: "id"}, {Title: "weight of levels k and l"}, {Title: "for", Spare: 1}}}
	for _, w := range weight.Schemes {
		weights.Rows = append(weights.Rows, Row{Cells: []Cell{Text(w.ID), Text(w.Formula), Text(w.Use)}})
	}
	for _, f := range weight.Families {
		weights.Rows = append(weights.Rows, Row{Cells: []Cell{Text(f.ID + ":" + f.Parameter), Text(f.Formula), Text(f.Use)}})
	}
	weights.Rows = append(weights.Rows, Row{Cells: []Cell{Text("custom"), Text("as given"), Text("a matrix of your own: --custom-weights FILE.csv")}})
	bands := Table{ID: "benchmarks", Columns: []Column{{Title: "id"}, {Title: "bands, each with its lower edge"}}}
	for _, b := range agree.Benchmarks {
		bands.Rows = append(bands.Rows, Row{Cells: []Cell{Text(b.ID), Text(bandsOf(b))}})
	}
	d.Sections = append(
		d.Sections,
		Section{"weights", "Weights", []Block{weights}},
		Section{"benchmarks", "Benchmarks", []Block{bands}},
	)
	return d
}

// takes says whether a coefficient takes weights.
func takes(e *stats.Coefficient) string {
	if e.Has(stats.Weighted) {
		return "yes"
	}
	return ""
}

// bandsOf writes the bands of a benchmark from the top.
func bandsOf(b *agree.Benchmark) string {
	parts := make([]string, len(b.Bands))
	for i, band := range b.Bands {
		parts[i] = band.Name
		if i < len(b.Bands)-1 {
			parts[i] += " " + wording.Level(band.From)
		}
	}
	return strings.Join(parts, " · ")
}

// docParts are the parts of a coefficient's page, in order.
var docParts = []struct {
	title string
	text  func(*stats.Doc) string
}{
	{"Assumes", func(d *stats.Doc) string { return d.Assumes }},
	{"When it misleads", func(d *stats.Doc) string { return d.Misleads }},
	{"Missing ratings", func(d *stats.Doc) string { return d.Missing }},
	{"Kin", func(d *stats.Doc) string { return d.Kin }},
}

// ViewCoefficient is the page of one coefficient.
func ViewCoefficient(e *stats.Coefficient) Document {
	heading := e.Name + " (" + e.ID + ")"
	first := []Block{Paragraph{Lead, heading}}
	if len(e.Synonyms) > 0 {
		first = append(first, Paragraph{Aside, "Also: " + strings.Join(e.Synonyms, ", ")})
	}
	d := Document{Title: heading, Sections: []Section{
		{"what", "", append(first, Paragraph{Plain, e.Doc.What})},
		{"formula", "Formula", []Block{List{Items: e.Doc.Formula}}},
	}}
	for _, p := range docParts {
		if text := p.text(&e.Doc); text != "" {
			d.Sections = append(d.Sections, Section{strings.ToLower(p.title), p.title, []Block{Paragraph{Plain, text}}})
		}
	}
	d.Sections = append(d.Sections, Section{"references", "References", []Block{List{Items: e.Doc.References}}})
	return d
}

// ViewWeights is the page of one scheme of weights.
func ViewWeights(w *weight.Scheme) Document {
	blocks := []Block{
		Paragraph{Lead, w.Name + " (" + w.ID + ")"},
		Paragraph{Plain, "For " + w.Use + "."},
		List{Items: []string{"w = " + w.Formula}},
	}
	if w.Source != "" {
		blocks = append(blocks, Paragraph{Plain, w.Source})
	}
	return Document{Title: w.Name, Sections: []Section{{"weights", "", blocks}}}
}

// ViewBenchmark is the page of one benchmark.
func ViewBenchmark(b *agree.Benchmark) Document {
	blocks := []Block{Paragraph{Lead, b.Name + " (" + b.ID + ")"}, Paragraph{Plain, bandsOf(b) + "."}}
	if b.Source != "" {
		blocks = append(blocks, Paragraph{Plain, b.Source})
	}
	blocks = append(blocks, Paragraph{Aside, "Bands are conventions. A coefficient counts as in a band when it reaches it, or more, with 95% probability."})
	return Document{Title: b.Name, Sections: []Section{{"benchmark", "", blocks}}}
}
