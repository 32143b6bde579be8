package team

import (
	"github.com/cb401426/calibrate/stats"
)

// The reasons for which a figure of a team has no value, beside those of
// package stats.
const (
	// narrowRange: nearly everyone used one level.
	NarrowRange stats.Reason = "narrow_range"
	// fewItems: there are too few ratings for a spread.
	fewItems stats.Reason = "few_items"
	// oneLesson: an error over lessons needs two by the same rater.
	oneLesson stats.Reason = "one_lesson"
	// noSharedItems: the rater shares no item with another.
	noSharedItems stats.Reason = "no_shared_items"
	// severalScales: ratings on several scales have no common mean.
	SeveralScales stats.Reason = "several_scales"
	// tooManyRaters: the figure is left out for so many raters.
	TooManyRaters stats.Reason = "too_many_raters"
	// notConnected: the raters fall into parts that share no item.
	NotConnected stats.Reason = "not_connected"
	// needsSixRaters: two camps of three need six raters.
	NeedsSixRaters stats.Reason = "needs_six_raters"
	// noMaster: no agreed score fits the ratings.
	NoMaster stats.Reason = "no_master"
)
