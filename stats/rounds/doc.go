// Package rounds tells whether a team moved from one round of ratings to the
// next. The obvious tests do not hold: a paired t over the indicators of one
// lesson each says "moved" of a quarter of the teams and more that did not, for
// another lesson alone moves the figures. The rules here were simulated before
// they were written, and docs/simulations-rounds.md measures them: a word is
// said in about 5% of teams or less that did not move.
//
// A Table holds all rounds, so that raters and indicators have one code
// throughout; an order of rounds says which is first. What is compared are
// these people on other lessons: words are said of the raters and indicators
// of both rounds. Items that one rater alone rated are left out.
package rounds

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// Reasons for which there is no word.
const (
	// TooFewCommon: fewer than four indicators, or two raters, in both rounds.
	TooFewCommon stats.Reason = "too_few_common"
	// TooFewLessons: the figure needs more lessons than there are.
	TooFewLessons stats.Reason = "too_few_lessons"
	// TooFewRaters: the test needs more raters than there are.
	TooFewRaters stats.Reason = "too_few_raters"
)

// A Movement is what can be said of a change.
type Movement string

// The movements.
const (
	Together   Movement = "together"
	Apart      Movement = "apart"
	CannotTell Movement = "cannot_tell"
	// Closer and FurtherApart are the words of two sets that are no series.
	Closer       Movement = "closer"
	FurtherApart Movement = "further_apart"
)

// Compared is a movement in the words of two sets that are no series.
func (m Movement) Compared() Movement {
	switch m {
	case Together:
		return Closer
	case Apart:
		return FurtherApart
	}
	return m
}

// Options say how sure to be. The zero value is ready.
type Options struct {
	Confidence float64 // of printed limits; 0 means .95
	// LessonSD is the standard deviation of exact from lesson to lesson that is
	// assumed where rounds of one or two lessons cannot tell; 0 means .07, or
	// what rounds of several lessons show.
	LessonSD float64
	// Everyone compares all raters of either round: two sets of other people.
	Everyone bool
	// Comparisons is how many changes a reader sees side by side; 0 means 1.
	Comparisons int
}

func (o Options) confidence() float64 {
	if o.Confidence == 0 {
		return 0.95
	}
	return o.Confidence
}

// A Difference is a figure in two rounds, and its change with limits.
type Difference struct {
	Before, After, Change, Lower, Upper stats.Number
	P                                   stats.Number // two-sided, of no change
	SE, DF                              float64
}

// none is a difference that is not known.
func none(why stats.Reason) Difference {
	n := stats.None(why)
	return Difference{Before: n, After: n, Change: n, Lower: n, Upper: n, P: n}
}

// student completes a difference by Student's t.
func student(before, after, se, df float64, o Options) Difference {
	d := Difference{
		Before: stats.Of(before), After: stats.Of(after), Change: stats.Of(after - before), SE: se, DF: df,
	}
	if df < 1 || !(se > 1e-12) {
		d.Lower, d.Upper, d.P = stats.None(stats.NoSpread), stats.None(stats.NoSpread), stats.None(stats.NoSpread)
		return d
	}
	half := se * quantile(o.confidence(), df)
	d.Lower, d.Upper = stats.Of(after-before-half), stats.Of(after-before+half)
	d.P = stats.Of(twoSided((after-before)/se, df))
	return d
}

// quantile is the two-sided critical value of Student's t.
func quantile(confidence, df float64) float64 {
	return distuv.StudentsT{Sigma: 1, Nu: df}.Quantile((1 + confidence) / 2)
}

func twoSided(t, df float64) float64 {
	return 2 * distuv.StudentsT{Sigma: 1, Nu: df}.Survival(math.Abs(t))
}
