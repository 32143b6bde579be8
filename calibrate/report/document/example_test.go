package document_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// A table is columns, each with its title and its cell.
func Example() {
	type row struct {
		name  string
		share float64
	}
	table := document.TableOf("shares", []row{{"questioning", 0.5}}, []document.ColumnOf[row]{
		{Title: "indicator", Cell: func(r row) document.Cell { return document.Text(r.name) }},
		{Title: "exact", Cell: func(r row) document.Cell { return document.Share{Number: stats.Of(r.share)} }},
	})
	for _, cell := range table.Rows[0].Cells {
		fmt.Println(document.Show(cell))
	}
	// Output:
	// questioning
	// 50%
}
