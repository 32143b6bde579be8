package format

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// The measures of a chart of stacked bars, in pixels, and the height of a row
// of the sheet that it lies over.
const (
	chartWide = 760
	barHigh   = 30
	chartEdge = 90 // axis and legend
	rowHigh   = 20
)

// stepColors are the shades of levels from the lowest to the highest.
var stepColors = [stackShades]string{"E2ECF6", "B6D0EA", "84B0D9", "2F6A9F", "153C66"}

// partColors are the grounds of what is no level.
var partColors = map[document.PartKind]string{
	document.NotObservedPart: "A9A08F", document.BlankPart: "D8D2C4", document.AbsentPart: "F1EEE6",
}

// stackChart draws the stacks of a table as bars, from the counts on the
// table's own sheet, over rows of the summary. It says how many rows.
func (b *workbook) stackChart(t document.Table, row int) (rows int, err error) {
	high := uint(chartEdge + barHigh*len(t.Rows))
	gap, overlap := uint(35), 100
	chart := &excelize.Chart{
		Type: excelize.BarPercentStacked, GapWidth: &gap, Overlap: &overlap,
		Dimension: excelize.ChartDimension{Width: chartWide, Height: high},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		XAxis:     excelize.ChartAxis{ReverseOrder: true},
		YAxis:     excelize.ChartAxis{NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}},
		Format:    excelize.GraphicOptions{AltText: "What people said of each indicator; the numbers stand on the sheet " + t.ID + "."},
	}
	for i, c := range sheetColumns(t) {
		if c.part == nil {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return 0, err
		}
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$1", t.ID, name),
			Categories: fmt.Sprintf("'%s'!$A$2:$A$%d", t.ID, len(t.Rows)+1),
			Values:     fmt.Sprintf("'%s'!$%s$2:$%s$%d", t.ID, name, name, len(t.Rows)+1),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{partColor(c.part)}},
		})
	}
	return int(math.Ceil(float64(high)/rowHigh)) + 1, b.f.AddChart(summarySheet, cell(1, row), chart)
}

func partColor(p *document.StackPart) string {
	if p.Kind == document.LevelPart {
		return stepColors[shadeOf(p)-1]
	}
	return partColors[p.Kind]
}
