package report

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// SampleSizes is how many items or lessons each purpose takes.
var SampleSizes = Shape[[]calibrate.SampleSize]{
	Document: viewSamplePlan,
	Tables:   []TableOf[[]calibrate.SampleSize]{{"plan", func(s []calibrate.SampleSize) any { return s }}},
}

// viewSamplePlan shows how many items or lessons each purpose takes.
func viewSamplePlan(sizes []calibrate.SampleSize) document.Document {
	data := slices.ContainsFunc(sizes, func(x calibrate.SampleSize) bool { return x.Now > 0 })
	table := document.TableOf("plan", sizes, []document.ColumnOf[calibrate.SampleSize]{
		{Title: "for", Cell: func(x calibrate.SampleSize) document.Cell { return document.Text(x.For) }},
		{Title: "needed", Cell: func(x calibrate.SampleSize) document.Cell { return document.Decimal{Number: x.Units, Places: 0} }},
		{Title: "of", Cell: func(x calibrate.SampleSize) document.Cell { return document.Text(string(x.Unit) + "s") }},
		{Title: "now", Hidden: !data, Cell: func(x calibrate.SampleSize) document.Cell { return document.Count(x.Now) }},
	})
	aside := "Two raters who both rate every item, with the shares and the kappa that were named; large-sample formulas."
	if data {
		aside = "If further items or lessons are like these, and the raters stay."
	}
	return document.Document{Title: "Plan", Sections: []document.Section{{ID: "plan", Title: "", Blocks: []document.Block{document.Paragraph{Role: document.Aside, Text: aside}, table}}}}
}
