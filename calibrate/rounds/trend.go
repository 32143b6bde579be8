// Package rounds says whether a team moved from one round of calibration to the
// next: together, apart, or that it cannot be told. Its rules are those of
// stats/rounds; this package turns them into a Trend and its sentences.
package rounds

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rounds"
)

// Schema names the shape of a Trend's JSON. Fields are added within a version,
// never renamed or removed.
const Schema = "calibrate.trend/v1"

// CompareSchema names that of two sets that are no series.
const CompareSchema = "calibrate.compare/v1"

// A Trend is a series of rounds.
type Trend struct {
	Schema  string `json:"schema"`
	Program string `json:"program"`
	calibrate.Made
	Settings   calibrate.ReadSettings `json:"settings"`
	Confidence float64                `json:"confidence"`
	Standard   string                 `json:"standard"`
	Sentence   string                 `json:"sentence"` // what to say first
	Limits     string                 `json:"limits"`   // what it cannot say
	Rounds     []Round                `json:"rounds"`
	Changes    []Change               `json:"changes"` // from each to the next, then from the first to the last
	Slope      *Slope                 `json:"slope"`   // of three rounds or more
	Indicators []Indicator            `json:"indicators"`
	Raters     []Rater                `json:"raters"` // in the first and the last round, by pseudonym
	// People says who is compared: "same", those in both rounds; "everyone",
	// of two sets that are no series; "unknown", where nobody can be followed.
	People    string               `json:"people"`
	Talks     []Talk               `json:"talks"` // what second votes after the talk changed
	Kept      []Kept               `json:"kept"`  // what was settled, in the next round
	Decisions []decisions.Decision `json:"decisions"`
	Notes     []calibrate.Note     `json:"notes"`
	// Alike are names in one round alone that may be one person's: for whoever
	// holds the files, never for a page.
	Alike [][2]string `json:"-"`
}

// A Round is what the report of its ratings alone says first.
type Round struct {
	Round    string              `json:"round" csv:"round"`
	Verdict  calibrate.VerdictID `json:"verdict" csv:"verdict"`
	Exact    calibrate.Figure    `json:"exact" csv:"exact"`
	TwoApart calibrate.Figure    `json:"two_apart" csv:"two_apart"`
	Distance calibrate.Interval  `json:"distance" csv:"distance"`
	// DistanceWithin has its chance within lessons, so that it can be compared
	// between rounds whose lessons vary unlike.
	DistanceWithin stats.Number    `json:"distance_within" csv:"distance_within"`
	NotMet         calibrate.Names `json:"not_met" csv:"not_met"`
	// Target is what the standard asks of exact, null where it asks another
	// figure.
	Target     stats.Number `json:"target" csv:"target"`
	Raters     int          `json:"raters" csv:"raters"`
	Lessons    int          `json:"lessons" csv:"lessons"`
	Indicators int          `json:"indicators" csv:"indicators"`
	Items      int          `json:"items" csv:"items"`
}

// A Difference is a figure in two rounds and its change with limits; Reason
// says why a number is null.
type Difference struct {
	Before stats.Number `json:"before" csv:"before"`
	After  stats.Number `json:"after" csv:"after"`
	Change stats.Number `json:"change" csv:"change"`
	Lower  stats.Number `json:"lower" csv:"lower"`
	Upper  stats.Number `json:"upper" csv:"upper"`
	P      stats.Number `json:"p" csv:"p"`
	Reason stats.Reason `json:"reason,omitempty" csv:"reason"`
}

// A Change is what became of the raters and indicators of two rounds.
type Change struct {
	From       string          `json:"from" csv:"from"`
	To         string          `json:"to" csv:"to"`
	Movement   rounds.Movement `json:"movement" csv:"movement"`
	Sentence   string          `json:"sentence" csv:"sentence"`
	Reason     stats.Reason    `json:"reason,omitempty" csv:"reason"`
	Raters     int             `json:"raters" csv:"raters"`         // in both
	Came       int             `json:"came" csv:"came"`             // to the second alone
	Left       int             `json:"left" csv:"left"`             // after the first
	Withheld   bool            `json:"withheld" csv:"withheld"`     // what would show how one or two rated
	Indicators int             `json:"indicators" csv:"indicators"` // in both
	// LessonsFrom and LessonsTo are the rounds' lessons, SameLessons those that
	// stand in both: then it was a second rating of the same.
	LessonsFrom     int          `json:"lessons_from" csv:"lessons_from"`
	LessonsTo       int          `json:"lessons_to" csv:"lessons_to"`
	SameLessons     int          `json:"same_lessons" csv:"same_lessons"`
	Exact           Difference   `json:"exact" csv:"exact"`
	TwoApart        Difference   `json:"two_apart" csv:"two_apart"`
	DistanceWithin  Difference   `json:"distance_within" csv:"distance_within"`
	Everyone        Difference   `json:"everyone" csv:"everyone"`
	Composition     Difference   `json:"composition" csv:"composition"`
	Unit            string       `json:"unit" csv:"unit"` // what limits speak of: lesson or indicator
	LessonSD        stats.Number `json:"assumed_lesson_sd" csv:"assumed_lesson_sd"`
	LessonSDAssumed bool         `json:"lesson_sd_is_assumed" csv:"lesson_sd_is_assumed"`
	compared        bool         // of two sets that are no series
}

// A Slope is how much exact changes from a round to the next.
type Slope struct {
	PerRound stats.Number `json:"per_round"`
	Lower    stats.Number `json:"lower"`
	Upper    stats.Number `json:"upper"`
	P        stats.Number `json:"p"`
	Lessons  int          `json:"lessons"`
	Reason   stats.Reason `json:"reason,omitempty"`
}

// An Indicator is one indicator through the rounds.
type Indicator struct {
	Indicator string          `json:"indicator" csv:"indicator"`
	Name      string          `json:"name,omitempty" csv:"name"`
	Exact     Series          `json:"exact" csv:"exact"` // by round; null where it was not rated
	Movement  rounds.Movement `json:"movement" csv:"movement"`
	Change    Difference      `json:"change" csv:"change"` // from the first to the last round
	NotMet    int             `json:"not_met" csv:"not_met"`
	Rated     int             `json:"rated" csv:"rated"` // rounds
}

// A Rater is how one's place in the team changed from the first to the last
// round, in levels above the others on the same items.
type Rater struct {
	ID     string       `json:"id" csv:"id"`
	Name   string       `json:"name,omitempty" csv:"name"`
	Before stats.Number `json:"before" csv:"before"`
	After  stats.Number `json:"after" csv:"after"`
	Change stats.Number `json:"change" csv:"change"`
	Moved  bool         `json:"moved" csv:"moved"`
}

// differenceOf turns a statistic into the report's form.
func differenceOf(d rounds.Difference) Difference {
	out := Difference{d.Before, d.After, d.Change, d.Lower, d.Upper, d.P, ""}
	for _, n := range []stats.Number{d.Change, d.Lower, d.P} {
		if !n.OK() && out.Reason == "" {
			out.Reason = n.Reason()
		}
	}
	return out
}

// Stamp says how the trend was made.
func (t *Trend) Stamp(s calibrate.Stamp) {
	t.Made, t.Settings = s.Made, s.Read
	t.Notes = append(t.Notes, s.Notes...)
}

// Hold says which gates were held against the trend, and how.
func (t *Trend) Hold(held []calibrate.Gate, notes []calibrate.Note) {
	t.Gates, t.Notes = held, append(t.Notes, notes...)
}
