package format

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// shifts draws a line for each dimension between its two ends: ○ is today, ▶ or
// ◀ where it should be, ◉ where the two are one.
func (t *textWriter) shifts(a document.Shifts) {
	name, low, high := 0, 0, 0
	for _, l := range a.Lines {
		name = max(name, displaywidth.String(l.Name))
		low, high = max(low, displaywidth.String(l.Low)), max(high, displaywidth.String(l.High))
	}
	room := t.width - chartWidth - 8
	low, high = min(low, room/3), min(high, room/3)
	name = min(name, room-low-high)
	for _, l := range a.Lines {
		t.line("  " + padded(l.Name, name) + "  " + strings.Repeat(" ", low-displaywidth.String(cut(l.Low, low))) + cut(l.Low, low) +
			" " + drawShift(l) + " " + cut(l.High, high))
	}
	t.line(t.style(dim, "  "+a.Key()))
}

// drawShift draws one line.
func drawShift(l document.Shift) string {
	axis := &document.Axis{Min: l.Min, Max: l.Max}
	line := []rune(strings.Repeat("·", chartWidth))
	line[0], line[chartWidth-1] = '├', '┤'
	from, ok := at(l.From, axis)
	to, both := at(l.To, axis)
	switch {
	case !ok && !both:
	case !both:
		line[from] = '○'
	case !ok:
		line[to] = '▶'
	case from == to:
		line[from] = '◉'
	default:
		for i := min(from, to); i < max(from, to); i++ {
			line[i] = '━'
		}
		line[from], line[to] = '○', '▶'
		if to < from {
			line[to] = '◀'
		}
	}
	return string(line)
}

// padded is a text in a width.
func padded(s string, width int) string {
	s = cut(s, width)
	return s + strings.Repeat(" ", max(0, width-displaywidth.String(s)))
}
