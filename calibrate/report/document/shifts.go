package document

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// Shifts is a picture of where a team is and where it should be: a line for
// each dimension between its two ends.
type Shifts struct {
	ID    string
	From  string // what the arrows start from: "today"
	To    string // and what they end at: "should be"
	Lines []Shift
}

// A Shift is one dimension: the two means, and the people's own arrows as
// from, to and their number; nil where those are not shown.
type Shift struct {
	Name, Low, High string
	Min, Max        float64
	From, To        stats.Number
	People          [][3]float64
	Words           string // what the team makes of it
}

// Said says what a line shows, for those who cannot see it.
func (a Shifts) Said(l Shift) string {
	s := fmt.Sprintf("%s: %s %s, %s %s", l.Name, a.From, wording.Decimal(l.From, 1), a.To, wording.Decimal(l.To, 1))
	if l.Low != "" || l.High != "" {
		s += fmt.Sprintf(", from %s (%s) to %s (%s)", l.Low, wording.Level(l.Min), l.High, wording.Level(l.Max))
	}
	return s
}

// Table is the picture as a table, for formats that draw none.
func (a Shifts) Table() Table {
	t := Table{ID: a.ID, Columns: []Column{
		{Title: "dimension"}, {Title: "low end", Spare: 2}, {Title: "high end", Spare: 1}, {Title: a.From}, {Title: a.To}, {Title: "reading"},
	}}
	for _, l := range a.Lines {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			Text(l.Name), Text(l.Low), Text(l.High), Decimal{l.From, 1}, Decimal{l.To, 1}, Text(l.Words),
		}})
	}
	return t
}

// clean makes the texts of a picture safe to show.
func (a Shifts) clean() Shifts {
	lines := make([]Shift, len(a.Lines))
	for i, l := range a.Lines {
		l.Name, l.Low, l.High, l.Words = Clean(l.Name), Clean(l.Low), Clean(l.High), Clean(l.Words)
		lines[i] = l
	}
	a.Lines = lines
	return a
}

// Key says what the signs of the picture mean.
func (a Shifts) Key() string { return "○ " + a.From + ", on average; ▶ " + a.To }
