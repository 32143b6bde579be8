// Package habit looks for habits of single raters: severity, a narrow spread,
// a reading of one indicator, a distance from an answer key. Ratings are few
// and discrete, so that no normal theory holds. Each test deals the team's own
// ratings out anew, in a way that leaves everything but the habit as it was,
// and compares the furthest rater of the team with the furthest of each draw:
// a kind of habit is named in a team without it no more often than its level
// says, however many raters there are. docs/simulations-habits.md measures
// that, and how seldom a habit is found in a small design.
//
// Distances and spreads are in levels (a step of the item's scale). Items that
// one rater alone rated say nothing and are left out; other gaps stay where
// they are, in the draws too. Results hang on the seed and on the names, not on
// the order of the rows.
package habit

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
)

// A Kind is a habit that is looked for.
type Kind string

// The kinds, in the order in which a rater's findings stand.
const (
	// Severity: above or below the others on the same items.
	Severity Kind = "severity"
	// OneLevel: one level throughout each lesson, where the others' vary.
	OneLevel Kind = "one_level"
	// NarrowRange: ratings that differ less from item to item than the others'.
	NarrowRange Kind = "narrow_range"
	// ReadingOfIndicator: above or below the others on one indicator, from
	// lesson to lesson, severity set aside.
	ReadingOfIndicator Kind = "reading_of_indicator"
	// FarFromMaster: further from the answer key than the others.
	FarFromMaster Kind = "far_from_master"
)

// Kinds lists the kinds of finding.
var Kinds = []Kind{Severity, OneLevel, NarrowRange, ReadingOfIndicator, FarFromMaster}

// A Finding is a habit of one rater, with what speaks for it.
type Finding struct {
	Kind      Kind
	Rater     int32
	Indicator int32 // of a ReadingOfIndicator, else -1

	// Distance is how far above the others the rater is, in levels: on the
	// same items (Severity), on the indicator beyond the rater's distance on
	// the lesson's other indicators (ReadingOfIndicator), or how much further
	// from the key than they (FarFromMaster).
	Distance float64
	// Spread is the standard deviation of the rater's ratings within lessons,
	// Expected the one that they would have if the rater's ratings were dealt
	// out as the draws do (OneLevel, NarrowRange).
	Spread, Expected float64

	Items   int     // that the rater shares with others (and the key)
	Lessons int     // that these items are of
	Apart   int     // lessons half a level or more apart on that side (ReadingOfIndicator)
	P       float64 // of the team's furthest rater, one sum of draws for all
}

// Options say how to draw. The zero value is ready.
type Options struct {
	Seed  uint64
	Draws int // 0 means 1,999, fewer of more than 5,000 ratings
}

// A Result is what was found, and what was looked for.
type Result struct {
	Findings []Finding // by rater, then in the order of Kinds
	Tested   []Kind    // kinds for which the design is enough
}

// Levels at which a kind of finding holds over a team: by the number of
// lessons, for three kinds are looked for from three lessons on.
const (
	alphaSeverity, alphaSeverityThree = 0.03, 0.02
	alphaSpread, alphaSpreadThree     = 0.02, 0.01
	alphaReading                      = 0.02
	alphaMaster                       = 0.02
)

const (
	// severalLessons is the number of lessons from which on a habit is told
	// from a reading of a lesson.
	severalLessons = 3
	// half is the distance in levels from which on a habit is worth a word.
	half = 0.5
)

// Find looks for severity, spread and readings of an indicator.
func Find(t *rating.Table, o Options) Result {
	s := newSheets(t, o, func(item int, level uint16) (float64, bool) {
		return t.Value(item, level) / t.Scale(item).Step(), true
	})
	var r Result
	r.add(s.severity())
	r.add(s.spread())
	narrow := make([]bool, s.raters)
	for _, f := range r.Findings {
		if f.Kind != Severity {
			narrow[f.Rater] = true
		}
	}
	r.add(s.readings(narrow))
	r.sort()
	return r
}

// Far looks for raters who are further from an answer key than the others. key
// gives an item's agreed score.
func Far(t *rating.Table, key func(item int) (float64, bool), o Options) Result {
	s := newSheets(t, o, func(item int, level uint16) (float64, bool) {
		score, ok := key(item)
		return max(score-t.Value(item, level), t.Value(item, level)-score) / t.Scale(item).Step(), ok
	})
	var r Result
	r.add(s.far())
	r.sort()
	return r
}

// add takes in what one test found of the kinds it looked for.
func (r *Result) add(found []Finding, tested ...Kind) {
	r.Findings = append(r.Findings, found...)
	for _, kind := range tested {
		if kind != "" {
			r.Tested = append(r.Tested, kind)
		}
	}
}

func (r *Result) sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Rater, b.Rater),
			cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind)),
			cmp.Compare(a.Indicator, b.Indicator))
	})
}
