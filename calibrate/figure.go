package calibrate

import (
	"slices"

	"github.com/cb401426/calibrate/stats/team"
)

// The parts of the report that are figures of a team as package team computes
// them.
type (
	// A Figure is a share with what chance would give, its interval and the
	// number of pairs it rests on.
	Figure = team.Figure
	// Figures are one Figure for each of the team.Kinds.
	Figures = team.Figures
	// An Interval is a value with its limits.
	Interval = team.Interval
	// A Distribution is the count of ratings on each level of a scale.
	Distribution = team.Distribution
	// LevelCount is how many raters gave a level.
	LevelCount = team.LevelCount
	// A MasterScore is a line of an answer key.
	MasterScore = team.MasterScore
)

// A FigureKind is a figure that reports show and standards ask for.
type FigureKind struct {
	ID     string // in standards, JSON and CSV
	Title  string // in a table
	What   string // what a standard asks for
	Says   string // in a sentence: %[1]s for two raters, %[2]s for the share
	Away   string // in a table, from the scores of an answer key; empty for a figure of that key
	AtMost bool   // the less, the better
}

// FigureKinds lists the figures in the order in which reports show them: the
// team.Kinds, then those of an answer key.
var FigureKinds = []FigureKind{
	{ExactFigure, "same rating (exact)", "the same rating", "%[1]s gave the same rating %[2]s of the time", "the agreed score", false},
	{TwoApartFigure, "two or more levels apart", "two or more levels apart", "%[1]s were two or more levels apart %[2]s of the time", "two or more levels away", true},
	{WithinOneFigure, "within one level", "within one level of each other", "%[1]s were within one level of each other %[2]s of the time", "within one level", false},
	{
		MasterFigure, "within one level of the agreed score", "within one level of the agreed score",
		"your ratings were within one level of the agreed score %[2]s of the time", "", false,
	},
	{
		SheetsFigure, "sheets with 80% within one level of the agreed score", "sheets with 80% of ratings within one level of the agreed score",
		"%[2]s of the sheets have 80%% of their ratings within one level of the agreed score", "", false,
	},
}

// FigureKindOf returns the figure with an ID; ok is false where there is none.
func FigureKindOf(id string) (kind FigureKind, ok bool) {
	i := slices.IndexFunc(FigureKinds, func(k FigureKind) bool { return k.ID == id })
	if i < 0 {
		return FigureKind{}, false
	}
	return FigureKinds[i], true
}

// BetweenRaters reports whether the figure is one of pairs of raters.
func (k FigureKind) BetweenRaters() bool { return k.Away != "" }
