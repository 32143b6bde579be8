package section

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// mostLeftOut is how many columns that were left out are named.
const mostLeftOut = 5

// Taken says who the raters were taken to be, and what of the input was left
// out: a file that is read wrongly shows it there.
func Taken(r *calibrate.Report) string {
	_, who, ok := strings.Cut(r.Input.RatersAre, ": ")
	if !ok {
		return ""
	}
	s := "Raters: " + who + "."
	if out := leftOut(r.Input.LeftOut); out != "" {
		s += " Left out: " + out + "."
	}
	return s
}

// leftOut names columns, and counts rows and what has no name.
func leftOut(all []calibrate.LeftOut) string {
	var columns, kinds []string
	more, unnamed := 0, 0
	counts := map[string]int{}
	for _, x := range all {
		header, column := strings.CutPrefix(x.What, "column ")
		switch {
		case column && len(columns) < mostLeftOut:
			columns = append(columns, header)
		case column:
			more++
		case x.What == "a column":
			unnamed++
		default:
			if counts[x.What] == 0 {
				kinds = append(kinds, x.What)
			}
			counts[x.What] += x.Count
		}
	}
	var parts []string
	if more > 0 {
		columns = append(columns, wording.Whole(more)+" more")
	}
	switch len(columns) {
	case 0:
	case 1:
		parts = append(parts, "the column "+columns[0])
	default:
		parts = append(parts, "the columns "+wording.List(columns))
	}
	if unnamed > 0 {
		parts = append(parts, wording.Count(unnamed, "column")+" with somebody's name above")
	}
	for _, kind := range kinds {
		parts = append(parts, wording.Count(counts[kind], kind))
	}
	return strings.Join(parts, "; ")
}
