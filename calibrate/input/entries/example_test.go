package entries_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// The ratings are taken from the cells, their names as codes.
func Example() {
	text := "Observer,Lesson,Indicator,Score\nAna,L1,3b Questioning,2\nBo,L1,3b Questioning,3\nCy,l1,3b,3\n"
	var o settings.Options
	var j problem.Journal
	all := sheets.Plan(sheets.Take(source.Parse("ratings.csv", []byte(text), source.Options{}), &o, &j), &o, &j, false)
	e, err := entries.Read(context.Background(), all, &o, &j)
	fmt.Println(len(e.All), err)
	fmt.Println(e.SplitIndicators(nil), e.Indicators.Names(), e.Lessons.Names())
	fmt.Println(e.Whose(&e.All[2]), e.Cell(&e.All[2]))
	// Output:
	// 3 <nil>
	// map[3b:Questioning] [3b] [L1]
	// Cy scored 3b of L1 3
}
