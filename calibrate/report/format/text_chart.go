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
	if stack, ok := c.(document.Stack); ok {
		return drawStack(stack)
	}
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

// stackWidth is the columns of a stack in a line of text.
const stackWidth = 24

// drawStack draws the parts by their signs, each as wide as it is large:
// BBBBBPPPP. The widths add up: what rounding leaves goes to the largest
// remainders.
func drawStack(s document.Stack) string {
	total := s.Total()
	if total == 0 {
		return ""
	}
	type share struct {
		width int
		rest  float64
	}
	shares, left := make([]share, len(s.Parts)), stackWidth
	for i, p := range s.Parts {
		exact := p.Size / total * stackWidth
		shares[i] = share{int(exact), exact - math.Floor(exact)}
		left -= shares[i].width
	}
	for ; left > 0; left-- {
		most := 0
		for i := range shares {
			if shares[i].rest > shares[most].rest {
				most = i
			}
		}
		shares[most].width++
		shares[most].rest = -1
	}
	line := ""
	for i, p := range s.Parts {
		line += strings.Repeat(p.Sign, shares[i].width)
	}
	return line
}

// stackKey explains the signs of a table's stacks: "B Basic, P Proficient".
func stackKey(t document.Table) string {
	for i := range t.Columns {
		key := document.Signs(t, i)
		if len(key) == 0 {
			continue
		}
		var parts []string
		for _, p := range key {
			if p.Sign != p.Name {
				parts = append(parts, p.Sign+"\u00a0"+p.Name)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}
