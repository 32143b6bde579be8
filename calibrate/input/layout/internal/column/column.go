package column

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// A Column is one column of a frame: its label, what its cells hold, what its
// header names, and what it was settled to be whatever the layout.
type Column struct {
	region.Label
	profile
	Named []header.Naming
	User  bool // the user said so

	Role    layout.Field // "" where the layout decides
	Why     string
	Counts  bool // numbers that count or describe
	Scoring bool // it may hold scores
	codes   []int32
	Pos     int // in the frame
}

// Surest returns the field that the header names most surely; a zero Naming where
// it names none.
func (c *Column) Surest() header.Naming {
	if len(c.Named) == 0 {
		return header.Naming{}
	}
	return c.Named[0]
}

// Naming returns how a header names a field, if it does.
func (c *Column) Naming(f layout.Field) (header.Naming, bool) {
	for _, n := range c.Named {
		if n.Field == f {
			return n, true
		}
	}
	return header.Naming{}, false
}

// anonymous reports whether no cell of a column names anybody.
func (c *Column) anonymous() bool {
	for text := range c.Distinct {
		if !header.IsAnonymous(text) {
			return false
		}
	}
	return true
}

// marked reports whether every cell that is filled is a ticked box.
func (c *Column) marked() bool {
	for text := range c.Distinct {
		if !cell.IsMark(text) {
			return false
		}
	}
	return c.Filled > 0 && !c.More
}

// Constant reports whether a column holds one value.
func (c *Column) Constant() bool { return len(c.Distinct) <= 1 && !c.More }

// RubricIDs reports whether the cells are ids such as 3b.
func (c *Column) RubricIDs() bool {
	for text := range c.Distinct {
		if !header.HasLetter(text) || !header.ItemID.MatchString(text) {
			return false
		}
	}
	return len(c.Distinct) > 0
}

// isID reports whether a header says that the cells are ids or names of what
// was rated or who rated.
func (c *Column) isID() bool {
	for _, n := range c.Named {
		if n.Whole && n.Sure >= 0.6 && (n.Kind == header.ByID || n.Sure > 0.93) {
			switch n.Field {
			case layout.Rater, layout.Lesson, layout.Indicator, layout.Round, layout.Stage, layout.Segment, layout.Respond:
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

// notScored takes a column out of the scores.
func (c *Column) notScored(role layout.Field, why string) {
	c.Scoring, c.Role, c.Why = false, role, why
}
