package report

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// ViewSamplePlan shows how many items or lessons each purpose takes.
func ViewSamplePlan(sizes []calibrate.SampleSize) Document {
	table := Table{ID: "plan", Columns: []Column{{Title: "for"}, {Title: "needed"}, {Title: "of"}, {Title: "now"}}}
	data := false
	for _, s := range sizes {
		now := stats.None(stats.NotApplicable)
		if s.Now > 0 {
			now, data = stats.Of(float64(s.Now)), true
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(s.For), Decimal{s.Units, 0}, Text(string(s.Unit) + "s"), Decimal{now, 0},
		}})
	}
	aside := "Two raters who both rate every item, with the shares and the kappa that were named; large-sample formulas."
	if data {
		aside = "If further items or lessons are like these, and the raters stay."
	} else {
		table.dropColumn("now")
	}
	return Document{Title: "Plan", Sections: []Section{{"plan", "", []Block{Paragraph{Aside, aside}, table}}}}
}
