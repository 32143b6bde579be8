package document

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// LineCharts is a picture of shares over points such as rounds: one chart for each
// line, small ones side by side.
type LineCharts struct {
	ID     string
	Points []string
	Lines  []Line
	Small  bool
	Key    string // what the charts show
}

// A Line is a share at each point, null where there is none, with limits, what
// chance would give and what a standard asks where they are known.
type Line struct {
	Name                         string
	Values                       []stats.Number
	Lower, Upper, Chance, Target []stats.Number
}

// Said says what a line shows, for those who cannot see it.
func (l LineCharts) Said(line Line) string {
	var parts []string
	for k, v := range line.Values {
		if v.OK() {
			said := fmt.Sprintf("%s %s", l.Points[k], wording.Percent(v))
			if k < len(line.Target) && line.Target[k].OK() {
				said += " (the standard is " + wording.Percent(line.Target[k]) + ")"
			}
			parts = append(parts, said)
		}
	}
	return line.Name + ": " + strings.Join(parts, ", ")
}

// clean makes the texts of the picture safe to show.
func (l LineCharts) clean() LineCharts {
	l.Points, l.Key = cleanAll(l.Points), Clean(l.Key)
	lines := make([]Line, len(l.Lines))
	for i, x := range l.Lines {
		x.Name = Clean(x.Name)
		lines[i] = x
	}
	l.Lines = lines
	return l
}
