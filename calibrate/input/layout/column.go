package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A column is one column of a frame: its label, what its cells hold, what its
// header names, and what it was settled to be whatever the layout.
type column struct {
	label
	profile
	named []naming
	user  bool // the user said so

	role    Field // "" where the layout decides
	why     string
	counts  bool // numbers that count or describe
	scoring bool // it may hold scores
	codes   []int32
	pos     int // in the frame
}

// naming returns how a header names a field, if it does.
func (c *column) naming(f Field) (naming, bool) {
	for _, n := range c.named {
		if n.field == f {
			return n, true
		}
	}
	return naming{}, false
}

// anonymous reports whether no cell of a column names anybody.
func (c *column) anonymous() bool {
	for text := range c.distinct {
		if !IsAnonymous(text) {
			return false
		}
	}
	return true
}

// marked reports whether every cell that is filled is a ticked box.
func (c *column) marked() bool {
	for text := range c.distinct {
		if !cell.IsMark(text) {
			return false
		}
	}
	return c.filled > 0 && !c.more
}

// constant reports whether a column holds one value.
func (c *column) constant() bool { return len(c.distinct) <= 1 && !c.more }

// rubricIDs reports whether the cells are ids such as 3b.
func (c *column) rubricIDs() bool {
	for text := range c.distinct {
		if !HasLetter(text) || !itemID.MatchString(text) {
			return false
		}
	}
	return len(c.distinct) > 0
}

// isID reports whether a header says that the cells are ids or names of what
// was rated or who rated.
func (c *column) isID() bool {
	for _, n := range c.named {
		if n.whole && n.sure >= 0.6 && (n.kind == byID || n.sure > 0.93) {
			switch n.field {
			case Rater, Lesson, Indicator, Round, Stage, Segment, Respond:
				return true
			}
		}
	}
	return false
}

// lastPart returns what stands behind the last separator of a header.
func lastPart(text string) string {
	for _, separator := range []string{" - ", " – ", ": "} {
		if i := strings.LastIndex(text, separator); i >= 0 {
			return text[i+len(separator):]
		}
	}
	return ""
}
