package format

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// htmlLines is a picture of lines as the template takes it.
type htmlLines struct {
	ID, Key string
	Small   bool
	Charts  []htmlLine
}

// htmlLine is one chart: positions are units of its own box.
type htmlLine struct {
	Name, Said    string
	Width, Height float64
	Path, Chance  string // of an SVG path
	Target        string
	Grid          []htmlGrid
	Points        []htmlPoint
	First, Last   string // labels below
}

type htmlGrid struct {
	Y    float64
	Text string
}

// htmlPoint is a value with its limits; Bar is false where there are none.
type htmlPoint struct {
	X, Y, Top, Bottom float64
	Bar               bool
	Label, Text       string
}

// The measures of a chart.
const (
	chartBoxWidth, chartBoxHeight = 520.0, 190.0
	smallBoxWidth, smallBoxHeight = 170.0, 92.0
	chartMargin                   = 34.0
)

func newHTMLLines(l document.LineCharts) *htmlLines {
	h := &htmlLines{ID: l.ID, Key: l.Key, Small: l.Small}
	for _, line := range l.Lines {
		h.Charts = append(h.Charts, newHTMLLine(l, line))
	}
	return h
}

// newHTMLLine draws one line from 0 to 100%.
func newHTMLLine(l document.LineCharts, line document.Line) htmlLine {
	c := htmlLine{Name: line.Name, Said: l.Said(line), Width: chartBoxWidth, Height: chartBoxHeight}
	if l.Small {
		c.Width, c.Height = smallBoxWidth, smallBoxHeight
	}
	bottom := c.Height - 18
	y := func(v float64) float64 { return 6 + (bottom-6)*(1-v) }
	x := func(k int) float64 {
		return chartMargin + (c.Width-chartMargin-30)*float64(k)/float64(max(1, len(l.Points)-1))
	}
	for _, v := range []float64{0, 0.5, 1} {
		c.Grid = append(c.Grid, htmlGrid{y(v), fmt.Sprintf("%.0f%%", 100*v)})
	}
	for k, n := range line.Values {
		v, ok := n.Value()
		if !ok {
			continue
		}
		p := htmlPoint{X: x(k), Y: y(v), Label: l.Points[k], Text: document.Show(document.Share{Number: n})}
		if k < len(line.Lower) && line.Lower[k].OK() && line.Upper[k].OK() {
			p.Bar, p.Top, p.Bottom = true, y(line.Upper[k].Or(0)), y(line.Lower[k].Or(0))
		}
		c.Points = append(c.Points, p)
	}
	c.Path, c.Chance, c.Target = path(line.Values, x, y), path(line.Chance, x, y), path(line.Target, x, y)
	c.First, c.Last = l.Points[0], l.Points[len(l.Points)-1]
	return c
}

// path joins the values that there are.
func path(values []stats.Number, x func(int) float64, y func(float64) float64) string {
	var b strings.Builder
	for k, n := range values {
		if v, ok := n.Value(); ok {
			command := "L"
			if b.Len() == 0 {
				command = "M"
			}
			fmt.Fprintf(&b, "%s%.1f %.1f ", command, x(k), y(v))
		}
	}
	return strings.TrimSpace(b.String())
}
