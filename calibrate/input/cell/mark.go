package cell

import (
	"maps"
	"slices"
)

// marks are what people put into a box, folded.
var marks = map[string]bool{
	"x": true, "✓": true, "✔": true, "☑": true, "☒": true, "✗": true, "✘": true, "●": true, "•": true, "√": true, "*": true, "checked": true,
}

// Marks returns what people put into a box.
func Marks() []string { return slices.Sorted(maps.Keys(marks)) }

// IsMark reports whether a cell is a box that was ticked.
func IsMark(text string) bool { return marks[Fold(text)] }
