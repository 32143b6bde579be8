package simulate

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Preset is how far a team agrees before anything is planted: the standard
// deviations of what a rating is made of.
type Preset struct {
	ID              string  `json:"id"`
	Lesson          float64 `json:"lesson"`
	Indicator       float64 `json:"indicator"`
	LessonIndicator float64 `json:"lesson_indicator"`
	Rater           float64 `json:"rater"`
	RaterLesson     float64 `json:"rater_lesson"`
	RaterIndicator  float64 `json:"rater_indicator"`
	Error           float64 `json:"error"`
}

// Presets are the teams there are. With the usual shares of four levels two
// raters agree exactly about 67%, 55% and 48% of the time.
var Presets = []Preset{
	{"aligned", .75, .35, .35, .20, .20, .15, .45},
	{"typical", .60, .30, .35, .35, .30, .25, .70},
	{"unaligned", .45, .25, .30, .55, .40, .40, .90},
}

// total is the standard deviation of a rating.
func (p Preset) total() float64 {
	sum := 0.0
	for _, sd := range []float64{p.Lesson, p.Indicator, p.LessonIndicator, p.Rater, p.RaterLesson, p.RaterIndicator, p.Error} {
		sum += sd * sd
	}
	return math.Sqrt(sum)
}

// Options say what is made. The zero value, but for the defaults of Default, is
// a team with nothing planted.
type Options struct {
	Preset     string `json:"preset"`
	Raters     int    `json:"raters"`
	Lessons    int    `json:"lessons"` // of each round
	Indicators int    `json:"indicators"`
	Rounds     int    `json:"rounds"`
	// Shares are those of the levels, from the lowest; their number is that of
	// the levels.
	Shares []float64 `json:"shares"`
	// SeenBy is how many raters rate each lesson; 0 is all.
	SeenBy int `json:"seen_by"`

	// Numbers of raters with a habit of their own. Sizes are in levels.
	Severe       int     `json:"severe"`
	Lenient      int     `json:"lenient"`
	SeveritySize float64 `json:"severity_size"`
	Central      int     `json:"central"`   // keep to the middle
	OneLevel     int     `json:"one_level"` // give one level throughout
	Halo         int     `json:"halo"`      // give one level a lesson
	Odd          int     `json:"odd"`       // rate whatever the lesson is

	Camps     float64 `json:"camps"`     // levels between two camps, on every other indicator
	GroupGap  float64 `json:"group_gap"` // levels by which the central office is more severe
	Unclear   int     `json:"unclear"`   // indicators that everyone reads in their own way
	Drift     float64 `json:"drift"`     // levels by which all grow more severe each round
	Revote    bool    `json:"revote"`    // later rounds rate the first one's lessons again
	Converge  float64 `json:"converge"`  // share of the way to the others that a revote moves
	Reasons   bool    `json:"reasons"`
	SameFacts float64 `json:"same_facts"` // share of items on which all noticed the same

	// Shares of ratings that are left out in some way.
	NotObserved float64 `json:"not_observed"`
	Absent      float64 `json:"absent"`
	Blank       float64 `json:"blank"`
	Duplicates  float64 `json:"duplicates"`

	Seed uint64 `json:"seed"`
}

// Default is a typical team that watched one lesson.
func Default() Options {
	return Options{
		Preset: "typical", Raters: 10, Lessons: 1, Indicators: 10, Rounds: 1,
		Shares: []float64{.05, .40, .53, .02}, SeveritySize: 1, SameFacts: 0.5, Seed: 1,
	}
}

// Limits of what is made at once.
const (
	mostRatings    = 5_000_000
	mostDrawn      = 100 * mostRatings // with those of raters who do not rate a lesson
	mostLevels     = 20
	mostIndicators = 200
)

// preset returns the preset that the options name.
func (o Options) preset() (Preset, error) {
	var ids []string
	for _, p := range Presets {
		if p.ID == o.Preset {
			return p, nil
		}
		ids = append(ids, p.ID)
	}
	return Preset{}, fmt.Errorf("preset %q is none of %s", o.Preset, strings.Join(ids, ", "))
}

// Check returns all that is wrong with the options.
func (o Options) Check() error {
	_, err := o.preset()
	errs := []error{err}
	say := func(wrong bool, format string, args ...any) {
		if wrong {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	say(o.Raters < 1, "raters %d: at least one is needed", o.Raters)
	say(o.Lessons < 1, "lessons %d: at least one is needed", o.Lessons)
	say(o.Indicators < 1 || o.Indicators > mostIndicators, "indicators %d: from 1 to %d", o.Indicators, mostIndicators)
	say(o.Rounds < 1, "rounds %d: at least one is needed", o.Rounds)
	drawn := float64(o.Raters) * float64(o.Lessons) * float64(o.Indicators) * float64(o.Rounds)
	ratings := drawn
	if o.SeenBy > 0 {
		ratings *= float64(o.SeenBy) / float64(o.Raters)
	}
	say(ratings > mostRatings || drawn > mostDrawn, "more than %d ratings at once", mostRatings)
	say(o.SeenBy < 0 || o.SeenBy > o.Raters, "seen by %d of %d raters", o.SeenBy, o.Raters)
	say(len(o.Shares) < 2 || len(o.Shares) > mostLevels, "%d levels: from 2 to %d", len(o.Shares), mostLevels)
	say(slices.ContainsFunc(o.Shares, func(s float64) bool { return !(s > 0) || math.IsInf(s, 0) }), "each level needs a share above 0")
	say(o.special() > o.Raters, "%d raters with a habit of their own, and %d raters", o.special(), o.Raters)
	say(o.Unclear < 0 || o.Unclear > o.Indicators, "%d unclear indicators of %d", o.Unclear, o.Indicators)
	for _, n := range []int{o.Severe, o.Lenient, o.Central, o.OneLevel, o.Halo, o.Odd} {
		say(n < 0, "%d raters with a habit", n)
	}
	for _, share := range []struct {
		name string
		v    float64
	}{
		{"not observed", o.NotObserved},
		{"absent", o.Absent},
		{"blank", o.Blank},
		{"duplicates", o.Duplicates},
		{"converge", o.Converge},
		{"same facts", o.SameFacts},
	} {
		say(!(share.v >= 0 && share.v <= 1), "%s %v is not a share from 0 to 1", share.name, share.v)
	}
	for _, v := range []float64{o.SeveritySize, o.Camps, o.GroupGap, o.Drift} {
		say(math.IsNaN(v) || math.Abs(v) > 10, "%v levels are out of reach", v)
	}
	say(o.Revote && o.Rounds < 2, "a revote needs a second round")
	say(o.Converge > 0 && !o.Revote, "raters converge in a revote only")
	return errors.Join(errs...)
}

// special counts the raters with a habit of their own.
func (o Options) special() int {
	return o.Severe + o.Lenient + o.Central + o.OneLevel + o.Halo + o.Odd
}
