package format

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// The measures of a histogram, in pixels.
const (
	barWidth   = 15
	barGap     = 4
	digitWidth = 6
	barHeight  = 20 // of the tallest
	countSpace = 11 // above a bar, for its count
)

// htmlHistogram is a histogram's bars with their counts.
type htmlHistogram struct {
	Width, Height int
	Bars          []htmlBar
	Words         string
}

type htmlBar struct {
	X, Y, Width, Height float64
	Middle              float64
	Count               int
	CountY              float64
	Label               string
}

func newHTMLHistogram(h document.Histogram) *htmlHistogram {
	most := h.Most()
	width := max(barWidth, digitWidth*len(strconv.Itoa(most))+2)
	p := &htmlHistogram{
		Width:  len(h.Counts)*(width+barGap) - barGap,
		Height: barHeight + countSpace + 1,
		Words:  h.Words(),
	}
	for i, n := range h.Counts {
		height := 1.0 // a level that nobody gave is a line
		if n > 0 {
			height = max(2, math.Round(barHeight*float64(n)/float64(most)))
		}
		x := float64(i * (width + barGap))
		bar := htmlBar{
			X: x, Y: float64(p.Height) - height, Width: float64(width), Height: height,
			Middle: x + float64(width)/2, Count: n, CountY: float64(p.Height) - height - 2.5,
		}
		if i < len(h.Labels) {
			bar.Label = h.Labels[i]
		}
		p.Bars = append(p.Bars, bar)
	}
	return p
}

// htmlAxis is a chart's axis: positions are percentages of its width.
type htmlAxis struct {
	Ticks     []htmlTick
	Low, High string
}

type htmlTick struct {
	At, Text, Anchor string
}

// newHTMLAxis marks the ends and the middle, and of shares the quarters.
func newHTMLAxis(a *document.Axis) *htmlAxis {
	h := &htmlAxis{Low: a.Low, High: a.High}
	const steps = 4
	for i := range steps + 1 {
		v := a.Min + (a.Max-a.Min)*float64(i)/steps
		tick := htmlTick{At: position(a, v), Anchor: "middle"}
		switch {
		case a.Percent && i == steps:
			tick.Text = fmt.Sprintf("%.0f%%", v*100)
		case a.Percent:
			tick.Text = fmt.Sprintf("%.0f", v*100)
		case i%2 == 0:
			tick.Text = wording.Signed(stats.Of(v), 1)
		}
		h.Ticks = append(h.Ticks, tick)
	}
	return h
}

// position is where a value stands, as a percentage of the width, kept within
// the axis.
func position(a *document.Axis, v float64) string {
	share := min(max((v-a.Min)/(a.Max-a.Min), 0), 1)
	return strconv.FormatFloat(math.Round(share*1e4)/100, 'f', -1, 64) + "%"
}

// htmlPlot is a mark on its axis. Empty positions are not drawn.
type htmlPlot struct {
	Ticks                          []htmlTick
	Zero                           string
	Value, From, To                string
	BarFrom, BarWidth              string
	Chance, Target                 string
	Number, LowerLimit, UpperLimit string
	Words                          string
}

func newHTMLPlot(a *document.Axis, m document.Mark) *htmlPlot {
	at := func(n stats.Number) string {
		if v, ok := n.Value(); ok {
			return position(a, v)
		}
		return ""
	}
	p := &htmlPlot{
		Ticks: newHTMLAxis(a).Ticks, Value: at(m.Value), Chance: at(m.Chance), Target: at(m.Target),
		Number: m.Value.String(), LowerLimit: m.Lower.String(), UpperLimit: m.Upper.String(),
		Words: markWords(a, m),
	}
	if a.Min < 0 {
		p.Zero = position(a, 0)
	}
	if m.Lower.OK() {
		p.From, p.To = at(m.Lower), at(m.Upper)
		if !m.Upper.OK() {
			p.To = position(a, a.Max) // all agree: the limit is one-sided
		}
	}
	if v, ok := m.Value.Value(); ok && m.Bar {
		p.BarFrom = position(a, min(v, 0))
		p.BarWidth = strconv.FormatFloat(math.Round(math.Abs(v)/(a.Max-a.Min)*1e4)/100, 'f', -1, 64) + "%"
	}
	return p
}

// markWords says what a mark shows.
func markWords(a *document.Axis, m document.Mark) string {
	write := func(n stats.Number) string { return wording.Signed(n, 2) }
	if a.Percent {
		write = wording.Percent
	}
	if !m.Value.OK() {
		return "no value"
	}
	parts := []string{write(m.Value)}
	if m.Lower.OK() && m.Upper.OK() {
		parts = append(parts, "interval "+write(m.Lower)+" to "+write(m.Upper))
	} else if m.Lower.OK() {
		parts = append(parts, "at least "+write(m.Lower))
	}
	if m.Chance.OK() {
		parts = append(parts, "by chance "+write(m.Chance))
	}
	if m.Target.OK() {
		parts = append(parts, "the standard "+write(m.Target))
	}
	return strings.Join(parts, ", ")
}

// htmlKey explains one sign of the charts.
type htmlKey struct{ Sign, Words string }

// plotKey lists the signs that a table's charts use.
func plotKey(t document.Table) []htmlKey {
	var interval, chance, target, bar, dot bool
	measured := "measured"
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			m, ok := c.(document.Mark)
			if s, stack := c.(document.Stack); stack {
				m, ok, measured = s.Rule, true, s.About
			}
			if ok {
				interval = interval || m.Lower.OK()
				chance = chance || m.Chance.OK()
				target = target || m.Target.OK()
				bar = bar || m.Bar
				dot = dot || m.Value.OK() && !m.Bar
			}
		}
	}
	var key []htmlKey
	for _, k := range []struct {
		used bool
		key  htmlKey
	}{
		{dot, htmlKey{"value", measured}},
		{bar, htmlKey{"bar", "measured"}},
		{interval, htmlKey{"interval", "interval"}},
		{chance, htmlKey{"chance", "by chance"}},
		{target, htmlKey{"target", "the standard"}},
	} {
		if k.used {
			key = append(key, k.key)
		}
	}
	return key
}
