package format

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// lines draws each line as columns of eighths, a column a point, with its first
// and last value.
func (t *textWriter) lines(l document.LineCharts) {
	name := 0
	for _, line := range l.Lines {
		name = max(name, displaywidth.String(line.Name))
	}
	name = min(name, t.width/3)
	for _, line := range l.Lines {
		first, last := "", ""
		for _, v := range line.Values {
			if v.OK() {
				last = wording.Percent(v)
				if first == "" {
					first = last
				}
			}
		}
		t.line("  " + padded(line.Name, name) + "  " + padded(first, 4) + " " + eighths(line) + " " + last)
	}
	t.line(t.style(dim, "  "+l.Points[0]+" to "+l.Points[len(l.Points)-1]+", from 0 to 100%"))
}

// eighths is a line of text: the height of each column is a share.
func eighths(line document.Line) string {
	heights := []rune("▁▂▃▄▅▆▇█")
	var b strings.Builder
	for _, v := range line.Values {
		if !v.OK() {
			b.WriteRune('·')
			continue
		}
		b.WriteRune(heights[min(len(heights)-1, int(v.Or(0)*float64(len(heights))))])
	}
	return b.String()
}
