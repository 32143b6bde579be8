package format

import (
	"fmt"
	"math"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// htmlPicture is a picture with axes as the template takes it, in units of its
// own, and its table.
type htmlPicture struct {
	Said          string
	Width, Height float64
	Grid          []pictureLine
	Lines         []string // the points of each curve
	Dots          [][2]string
	Texts         []htmlText
	Table         *htmlTable
}

type pictureLine struct{ X1, Y1, X2, Y2 string }

type htmlText struct{ Class, X, Y, Text string }

func unit(v float64) string { return fmt.Sprintf("%.1f", v) }

// The measures of a picture.
const (
	pictureWidth  = 640.0
	curvesHeight  = 220.0
	pictureMargin = 28.0
	rulerStep     = 34.0 // a logit
	rulerAxis     = 44.0
)

// place maps a value between low and high to a length.
func place(v, low, high, length float64) float64 { return (v - low) / (high - low) * length }

func newHTMLCurves(s document.Section, c document.Curves) *htmlPicture {
	p := &htmlPicture{Said: c.Said, Width: pictureWidth, Height: curvesHeight, Table: newHTMLTable(s, c.Shown)}
	x := func(v float64) float64 {
		return pictureMargin + place(v, c.Low, c.High, pictureWidth-2*pictureMargin)
	}
	y := func(share float64) float64 {
		return curvesHeight - pictureMargin - share*(curvesHeight-2*pictureMargin)
	}
	for _, share := range []float64{0, 0.5, 1} {
		p.Grid = append(p.Grid, pictureLine{unit(x(c.Low)), unit(y(share)), unit(x(c.High)), unit(y(share))})
		p.Texts = append(p.Texts, htmlText{"end", unit(x(c.Low) - 4), unit(y(share) + 4), wording.Percent(stats.Of(share))})
	}
	for v := math.Ceil(c.Low); v <= c.High; v++ {
		p.Texts = append(p.Texts, htmlText{"middle", unit(x(v)), unit(curvesHeight - 8), wording.Signed(stats.Of(v), 0)})
	}
	for _, l := range c.Lines {
		var points []string
		top := [2]float64{c.Low, -1}
		for _, at := range l.Points {
			points = append(points, unit(x(at[0]))+","+unit(y(at[1])))
			if at[1] > top[1] {
				top = at
			}
		}
		p.Lines = append(p.Lines, strings.Join(points, " "))
		p.Texts = append(p.Texts, htmlText{"name middle", unit(x(top[0])), unit(y(top[1]) - 5), l.Name})
	}
	return p
}

func newHTMLRuler(s document.Section, r document.Ruler) *htmlPicture {
	height := 3*pictureMargin + rulerStep*(r.High-r.Low)
	p := &htmlPicture{Said: r.Said, Width: pictureWidth, Height: height, Table: newHTMLTable(s, r.Shown)}
	y := func(v float64) float64 { return height - pictureMargin - rulerStep*(v-r.Low) }
	for v := math.Ceil(r.Low); v <= r.High; v++ {
		p.Grid = append(p.Grid, pictureLine{unit(rulerAxis), unit(y(v)), unit(pictureWidth), unit(y(v))})
		p.Texts = append(p.Texts, htmlText{"end", unit(rulerAxis - 6), unit(y(v) + 4), wording.Signed(stats.Of(v), 0)})
	}
	wide := (pictureWidth - rulerAxis) / float64(max(1, len(r.Columns)))
	for i, c := range r.Columns {
		left := rulerAxis + wide*float64(i) + 10
		p.Texts = append(p.Texts, htmlText{"name start", unit(left), "14", c.Title})
		for _, at := range c.Marks {
			p.Dots = append(p.Dots, [2]string{unit(left), unit(y(at))})
		}
		for _, n := range c.Names {
			p.Texts = append(p.Texts, htmlText{"start", unit(left + 10), unit(y(n.At) + 4), n.Text})
		}
	}
	return p
}
