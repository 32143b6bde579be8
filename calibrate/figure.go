package calibrate

import "github.com/cb401426/calibrate/stats/team"

// The parts of the report that are figures of a team as package team computes
// them.
type (
	// A Figure is a share with what chance would give, its interval and the
	// number of pairs it rests on.
	Figure = team.Figure
	// An Interval is a value with its limits.
	Interval = team.Interval
	// A Distribution is the count of ratings on each level of a scale.
	Distribution = team.Distribution
	// LevelCount is how many raters gave a level.
	LevelCount = team.LevelCount
	// A MasterScore is a line of an answer key.
	MasterScore = team.MasterScore
)
