package format

import (
	"math"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// chartWidth is the columns of a chart in a line of text.
const chartWidth = 24

// drawnCell is a cell as text; under an axis it is drawn.
func drawnCell(c document.Cell, axis *document.Axis) string {
	if axis == nil {
		return document.Show(c)
	}
	mark, ok := c.(document.Mark)
	if !ok {
		return ""
	}
	return draw(mark, axis)
}

// draw draws a mark as a line of text: the interval as a line, the value as a
// dot or a bar, what chance would give and what is asked as upright strokes.
func draw(m document.Mark, axis *document.Axis) string {
	value, ok := at(m.Value, axis)
	if !ok {
		return ""
	}
	line := []rune(strings.Repeat(" ", chartWidth))
	from, okFrom := at(m.Lower, axis)
	to, okTo := at(m.Upper, axis)
	if okFrom && okTo && !m.Bar {
		for i := from; i <= to; i++ {
			line[i] = '─'
		}
	}
	if chance, ok := at(m.Chance, axis); ok {
		line[chance] = '┊'
	}
	if target, ok := at(m.Target, axis); ok {
		line[target] = '│'
	}
	if m.Bar {
		zero, _ := at(stats.Of(0), axis)
		for i := min(zero, value); i < max(zero, value); i++ {
			line[i] = '█'
		}
		return strings.TrimRight(string(line), " ")
	}
	line[value] = '●'
	return strings.TrimRight(string(line), " ")
}

// at is the position of a number on a chart; one beyond the axis stands at
// its end.
func at(n stats.Number, axis *document.Axis) (int, bool) {
	v, ok := n.Value()
	if !ok || axis.Max <= axis.Min {
		return 0, false
	}
	share := (v - axis.Min) / (axis.Max - axis.Min)
	return int(math.Round(min(1, max(0, share)) * (chartWidth - 1))), true
}
