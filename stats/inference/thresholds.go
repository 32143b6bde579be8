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

// Degrees returns the degrees of freedom of an error over so many units: over
// items U − 1, over lessons U − 2, at least 1. With U − 1 the limits of few
// lessons hold the truth less often than they say, for their error is low where
// their value is far off (docs/simulations-distance.md).
func Degrees(units float64, o stats.Options) float64 {
	if o.Unit == stats.ByLesson {
		return max(1, units-2)
	}
	return units - 1
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
