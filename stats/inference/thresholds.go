package inference

import "github.com/cb401426/calibrate/stats"

// LessonsNeeded is from how many lessons on an interval speaks of lessons
// rather than items, unless the user says otherwise: the indicators of one
// lesson are not independent, but under five lessons there are too few to
// speak of.
const LessonsNeeded = 5

// MostLeftOut is up to how many lessons each is left out in turn by default:
// beyond, the linearization gives nearly the same, and sooner.
const MostLeftOut = 50

// UnitFor returns what an interval of so many lessons is to speak of.
func UnitFor(lessons int) stats.Unit {
	if lessons >= LessonsNeeded {
		return stats.ByLesson
	}
	return stats.ByItem
}

// LeavesOut reports whether the error over so many units is to be the
// jackknife's.
func LeavesOut(o stats.Options, units int) bool {
	switch o.Variance {
	case stats.Jackknife:
		return true
	case stats.Gwet, stats.Linearized:
		return false
	}
	return o.Unit == stats.ByLesson && units <= MostLeftOut
}
