package report

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// benchmarkPrefix tells a benchmark from a coefficient of the same name.
const benchmarkPrefix = "benchmark:"

// ViewOf is the page of a coefficient, of weights, of a benchmark, of a model or
// of a figure beside the coefficients by the id that ViewCatalogue lists.
func ViewOf(id string) (document.Document, error) {
	if name, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(id)), benchmarkPrefix); ok {
		b, err := benchmark.Lookup(name)
		if err != nil {
			return document.Document{}, err
		}
		return viewBenchmark(b), nil
	}
	e, err := catalog.Lookup(id)
	if err == nil {
		return viewCoefficient(e), nil
	}
	if w, err := weight.Lookup(id); err == nil {
		return viewWeights(w), nil
	}
	if d, ok := viewFamily(id); ok {
		return d, nil
	}
	if b, err := benchmark.Lookup(id); err == nil {
		return viewBenchmark(b), nil
	}
	if f, ok := catalog.LookupFigure(id); ok {
		return viewCoefficient(f.Coefficient), nil
	}
	if m, ok := catalog.LookupModel(id); ok {
		return viewCoefficient(m), nil
	}
	return document.Document{}, err
}

// viewFamily is the page of weights with a parameter that has no value yet, as
// power:P, and of those that are given as a matrix.
func viewFamily(id string) (document.Document, bool) {
	key := strings.ToLower(strings.TrimSpace(id))
	if key == "custom" {
		return weightsPage("Custom (custom)", "a matrix of your own",
			"as given: --custom-weights FILE.csv, a row and a column a level, without a header; 1 on the diagonal, symmetric, between 0 and 1"), true
	}
	for _, f := range weight.Families {
		if key == f.ID || key == f.ID+":"+strings.ToLower(f.Parameter) {
			return weightsPage(f.Name+" ("+f.ID+":"+f.Parameter+")", f.Use, "w = "+f.Formula), true
		}
	}
	return document.Document{}, false
}

func weightsPage(title, use, formula string) document.Document {
	return document.Document{Title: title, Sections: []document.Section{{ID: "weights", Title: "", Blocks: []document.Block{
		document.Paragraph{Role: document.Lead, Text: title},
		document.Paragraph{Role: document.Plain, Text: "For " + use + "."},
		document.List{Items: []string{formula}},
	}}}}
}
