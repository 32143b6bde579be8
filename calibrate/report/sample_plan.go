package report

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// SampleSizes is how many items or lessons each purpose takes.
var SampleSizes = Shape[[]calibrate.SampleSize]{
	Document: viewSamplePlan,
	Tables:   []TableOf[[]calibrate.SampleSize]{{"plan", func(s []calibrate.SampleSize) any { return s }}},
}

// viewSamplePlan shows how many items or lessons each purpose takes.
func viewSamplePlan(sizes []calibrate.SampleSize) document.Document {
	table := document.Table{ID: "plan", Columns: []document.Column{{Title: "for"}, {Title: "needed"}, {Title: "of"}, {Title: "now"}}}
	data := false
	for _, s := range sizes {
		now := stats.None(stats.NotApplicable)
		if s.Now > 0 {
			now, data = stats.Of(float64(s.Now)), true
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			document.Text(s.For), document.Decimal{Number: s.Units, Places: 0}, document.Text(string(s.Unit) + "s"), document.Decimal{Number: now, Places: 0},
		}})
	}
	aside := "Two raters who both rate every item, with the shares and the kappa that were named; large-sample formulas."
	if data {
		aside = "If further items or lessons are like these, and the raters stay."
	} else {
		table.DropColumn("now")
	}
	return document.Document{Title: "Plan", Sections: []document.Section{{ID: "plan", Title: "", Blocks: []document.Block{document.Paragraph{Role: document.Aside, Text: aside}, table}}}}
}
