package spelling

import (
	"strconv"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// IndicatorTitle names an indicator so that a reader without the rubric finds
// id and name: both where the two can be told apart again.
func IndicatorTitle(in rubric.Indicator) string {
	title := cell.Clean(in.ID + " " + in.Name)
	if id, name := header.CutID(title); id == cell.Clean(in.ID) && name == cell.Clean(in.Name) {
		return title
	}
	if in.Name != "" {
		return in.Name
	}
	return in.ID
}

// Level writes a level as it reads back on any scale: "3 - Proficient",
// or the number alone where there is no label, or one that would not read. A
// spreadsheet would take what begins with a minus for a formula.
func Level(level rating.Level) string {
	number := strconv.FormatFloat(level.Value, 'f', -1, 64)
	word := number + " - " + level.Label
	if t := cell.Lex(word, true); level.Label != "" && level.Value >= 0 && t.Kind == cell.Labelled && t.Value == level.Value {
		return word
	}
	return number
}
