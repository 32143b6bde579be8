package format

import (
	"math"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// htmlShifts is a picture of arrows as the template takes it: positions are
// percentages of the width.
type htmlShifts struct {
	ID    string
	From  string
	To    string
	Lines []htmlShift
}

type htmlShift struct {
	Name, Low, High, Words, Said string
	Height                       float64
	Middle                       float64 // of the bold arrow
	Ticks                        []string
	From, To                     string
	Head                         string // "right", "left" or "" where the two are one
	People                       []htmlArrow
}

// htmlArrow is a person's arrow, or several people's: the wider.
type htmlArrow struct {
	Y, Width float64
	From, To string
	Still    bool // wants no change
}

// The measures of a line, in pixels.
const (
	arrowGap    = 4.0
	boldSpace   = 18.0
	widestArrow = 3.0
)

func newHTMLShifts(a document.Shifts) *htmlShifts {
	h := &htmlShifts{ID: a.ID, From: a.From, To: a.To}
	for _, l := range a.Lines {
		axis := &document.Axis{Min: l.Min, Max: l.Max}
		line := htmlShift{Name: l.Name, Low: l.Low, High: l.High, Words: l.Words, Said: a.Said(l)}
		for i := range 5 {
			line.Ticks = append(line.Ticks, position(axis, l.Min+(l.Max-l.Min)*float64(i)/4))
		}
		for i, p := range l.People {
			line.People = append(line.People, htmlArrow{
				Y: arrowGap * float64(i+1), Width: math.Min(widestArrow, 0.75+0.5*p[2]),
				From: position(axis, p[0]), To: position(axis, p[1]), Still: p[0] == p[1],
			})
		}
		line.Middle = arrowGap*float64(len(l.People)) + boldSpace/2
		line.Height = line.Middle + boldSpace/2
		from, ok := l.From.Value()
		to, both := l.To.Value()
		if ok {
			line.From = position(axis, from)
		}
		if both {
			line.To = position(axis, to)
		}
		switch {
		case !ok || !both || from == to:
		case to > from:
			line.Head = "right"
		default:
			line.Head = "left"
		}
		h.Lines = append(h.Lines, line)
	}
	return h
}
