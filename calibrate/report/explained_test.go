package report_test

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// Every id that the catalogue lists has its page, and weights any parameter.
func TestEveryListedIDExplains(t *testing.T) {
	n := 0
	for _, s := range report.ViewCatalogue().Sections {
		for _, block := range s.Blocks {
			table, ok := block.(document.Table)
			if !ok {
				continue
			}
			for _, row := range table.Rows {
				id := string(row.Cells[0].(document.Text))
				if _, err := report.ViewOf(id); err != nil {
					t.Errorf("%s: %v", id, err)
				}
				n++
			}
		}
	}
	if n < 40 {
		t.Errorf("%d ids only", n)
	}
	for _, id := range []string{"power:1.5", "within:1", "power", "benchmark:fleiss", "Benchmark:Fleiss"} {
		if _, err := report.ViewOf(id); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	if _, err := report.ViewOf("benchmark:nothing"); err == nil {
		t.Error("there is a benchmark called nothing")
	}
}
