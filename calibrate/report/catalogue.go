package report

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// ViewCatalogue lists every coefficient by group, the schemes of weights and
// the benchmarks.
func ViewCatalogue() document.Document {
	d := document.Document{Title: "Catalogue", Sections: []document.Section{{ID: "catalogue", Title: "", Blocks: []document.Block{
		document.Paragraph{Role: document.Headline, Text: "COEFFICIENTS, WEIGHTS, BENCHMARKS"},
		document.Paragraph{Role: document.Plain, Text: "For the page of one of them: calibrate stats explain ID."},
	}}}}
	for _, g := range catalog.Groups {
		table := document.Table{ID: string(g.ID), Columns: []document.Column{{Title: "id"}, {Title: "name"}, {Title: "weights"}, {Title: "also", Spare: 1}}}
		for _, e := range catalog.Coefficients {
			if e.Group == g.ID {
				table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
					document.Text(e.ID), document.Text(e.Name), document.Text(takes(e)), document.Text(strings.Join(e.Synonyms, ", ")),
				}})
			}
		}
		d.Sections = append(d.Sections, document.Section{ID: string(g.ID), Title: g.Title, Blocks: []document.Block{document.Paragraph{Role: document.Aside, Text: g.Use}, table}})
	}
	weights := document.Table{ID: "weights", Columns: []document.Column{{Title: "id"}, {Title: "weight of levels k and l"}, {Title: "for", Spare: 1}}}
	for _, w := range weight.Schemes {
		weights.Rows = append(weights.Rows, document.Row{Cells: []document.Cell{document.Text(w.ID), document.Text(w.Formula), document.Text(w.Use)}})
	}
	for _, f := range weight.Families {
		weights.Rows = append(weights.Rows, document.Row{Cells: []document.Cell{document.Text(f.ID + ":" + f.Parameter), document.Text(f.Formula), document.Text(f.Use)}})
	}
	weights.Rows = append(weights.Rows, document.Row{Cells: []document.Cell{document.Text("custom"), document.Text("as given"), document.Text("a matrix of your own: --custom-weights FILE.csv")}})
	bands := document.Table{ID: "benchmarks", Columns: []document.Column{{Title: "id"}, {Title: "bands, each with its lower edge"}}}
	for _, b := range benchmark.All {
		bands.Rows = append(bands.Rows, document.Row{Cells: []document.Cell{document.Text(benchmarkPrefix + b.ID), document.Text(bandsOf(b))}})
	}
	models := document.Table{ID: "models", Columns: []document.Column{{Title: "id"}, {Title: "name"}, {Title: "also", Spare: 1}}}
	for _, m := range catalog.Models {
		models.Rows = append(models.Rows, document.Row{Cells: []document.Cell{document.Text(m.ID), document.Text(m.Name), document.Text(strings.Join(m.Synonyms, ", "))}})
	}
	figures := document.Table{ID: "figures", Columns: []document.Column{{Title: "id"}, {Title: "flag"}, {Title: "what", Spare: 1}}}
	for _, f := range catalog.Figures {
		figures.Rows = append(figures.Rows, document.Row{Cells: []document.Cell{document.Text(f.ID), document.Text(f.Flag), document.Text(f.Line)}})
	}
	d.Sections = append(
		d.Sections,
		document.Section{ID: "figures", Title: "Beside the coefficients", Blocks: []document.Block{figures}},
		document.Section{ID: "models", Title: "Models of raters: calibrate rasch, calibrate latent", Blocks: []document.Block{models}},
		document.Section{ID: "weights", Title: "Weights", Blocks: []document.Block{weights}},
		document.Section{ID: "benchmarks", Title: "Benchmarks", Blocks: []document.Block{bands}},
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
func bandsOf(b *benchmark.Benchmark) string {
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

// viewCoefficient is the page of one coefficient.
func viewCoefficient(e *stats.Coefficient) document.Document {
	heading := e.Name + " (" + e.ID + ")"
	first := []document.Block{document.Paragraph{Role: document.Lead, Text: heading}}
	if len(e.Synonyms) > 0 {
		first = append(first, document.Paragraph{Role: document.Aside, Text: "Also: " + strings.Join(e.Synonyms, ", ")})
	}
	d := document.Document{Title: heading, Sections: []document.Section{
		{ID: "what", Title: "", Blocks: append(first, document.Paragraph{Role: document.Plain, Text: e.Doc.What})},
		{ID: "formula", Title: "Formula", Blocks: []document.Block{document.List{Items: e.Doc.Formula}}},
	}}
	for _, p := range docParts {
		if text := p.text(&e.Doc); text != "" {
			d.Sections = append(d.Sections, document.Section{ID: strings.ToLower(p.title), Title: p.title, Blocks: []document.Block{document.Paragraph{Role: document.Plain, Text: text}}})
		}
	}
	d.Sections = append(d.Sections, document.Section{ID: "references", Title: "References", Blocks: []document.Block{document.List{Items: e.Doc.References}}})
	return d
}

// viewWeights is the page of one scheme of weights.
func viewWeights(w *weight.Scheme) document.Document {
	blocks := []document.Block{
		document.Paragraph{Role: document.Lead, Text: w.Name + " (" + w.ID + ")"},
		document.Paragraph{Role: document.Plain, Text: "For " + w.Use + "."},
		document.List{Items: []string{"w = " + w.Formula}},
	}
	if w.Source != "" {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: w.Source})
	}
	return document.Document{Title: w.Name, Sections: []document.Section{{ID: "weights", Title: "", Blocks: blocks}}}
}

// viewBenchmark is the page of one benchmark.
func viewBenchmark(b *benchmark.Benchmark) document.Document {
	blocks := []document.Block{document.Paragraph{Role: document.Lead, Text: b.Name + " (" + b.ID + ")"}, document.Paragraph{Role: document.Plain, Text: bandsOf(b) + "."}}
	if b.Source != "" {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: b.Source})
	}
	blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Bands are conventions. A coefficient counts as in a band when it reaches it, or more, with 95% probability."})
	return document.Document{Title: b.Name, Sections: []document.Section{{ID: "benchmark", Title: "", Blocks: blocks}}}
}
