package sheets_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A sheet of cells is recognized: how it is laid out, and who the raters are.
func Example() {
	text := "Observer,Lesson,Indicator,Score\nAna,L1,3b,2\nBo,L1,3b,3\nCy,L1,3b,3\n"
	var o settings.Options
	var j problem.Journal
	all := sheets.Plan(sheets.Take(source.Parse("ratings.csv", []byte(text), source.Options{}), &o, &j), &o, &j, false)
	fmt.Println(all[0].Plan.Layout, len(all[0].Plan.Blocks[0].Rows))
	fmt.Println(sheets.RatersAre(all, 3).Plain)
	// Output:
	// long 3
	// 3 raters: the column Observer
}
