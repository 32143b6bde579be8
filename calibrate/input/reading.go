package input

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// Options say what the files do not say of themselves. The zero value works.
type Options = settings.Options

// Progress says how far a reading is.
type Progress = settings.Progress

// What a Reading says of its sheets: what was read and left out, who the raters
// were taken to be, which column holds what, and the evidence for it.
type (
	File    = sheets.File
	LeftOut = sheets.LeftOut
	Raters  = sheets.Raters
	Meaning = sheets.Meaning
	Sign    = sheets.Sign
)

// Rounds are the rounds of an input, and which are read.
type Rounds = entries.Rounds

// A Reading is what was read, and all that was odd about it. Where a fault is
// fatal its Table is nil and the rest is as far as it came.
type Reading struct {
	Table       *rating.Table
	Layout      string // id of one of recognize.Layouts
	LayoutTitle string
	Problems    []problem.Problem // in the order of files, rows and columns
	Files       []File

	Blank       int // rows without a score
	NotObserved int // rows that say so
	Absent      int // rater and item without a row, in lessons the rater has rows in
	Duplicates  int // ratings that another of the same rater replaced
	Repairs     int
	DroppedRows int

	// Day is the one day of all that was read, as 2025-09-14, or as it is written
	// where day and month cannot be told apart; "" where there are several.
	Day string

	RatersAre Raters        // who the raters were taken to be
	LeftOut   []LeftOut     // what was not read
	Master    []AgreedScore // agreed scores in the input, which are nobody's ratings
	masters   []string      // what they are called there
	Nominal   bool          // the levels are codes without an order
	Segments  bool          // the Table's rounds are segments: parts of a lesson

	IndicatorNames map[string]string // id to long name, where known
	Rubric         *rubric.Rubric    // declared or detected, else nil
	Detected       bool
	Rounds         Rounds

	Meanings []Meaning // which column holds what
	Signs    []Sign    // the evidence for the reading, and for the runner-up
	Preview  []Understood

	reasons *large.Reasons // that are read when they are asked for
}

// An Understood is one rating as it was understood.
type Understood struct {
	File      string `json:"file" csv:"file"`
	Row       int    `json:"row" csv:"row"`
	Rater     string `json:"rater" csv:"rater"`
	Lesson    string `json:"lesson" csv:"lesson"`
	Indicator string `json:"indicator" csv:"indicator"`
	Round     string `json:"round,omitempty" csv:"round"`
	Segment   string `json:"segment,omitempty" csv:"segment"`
	Cell      string `json:"cell" csv:"cell"`
	State     string `json:"state" csv:"state"`
	Score     string `json:"score,omitempty" csv:"score"`
	Reason    string `json:"reason,omitempty" csv:"reason"`
}

// An AgreedScore is a line of an answer key that is of the ratings: lesson and
// indicator as they are spelled there. Round "" is every round.
type AgreedScore struct {
	Lesson, Indicator, Round string
	Score                    float64
}

// Err tells whether the reasons could be read: those of a large file are read
// when they are asked for.
func (r *Reading) Err() error {
	if r.reasons == nil {
		return nil
	}
	return r.reasons.Err()
}

// Close ends the reading of reasons; the Table has none from then on.
func (r *Reading) Close() error {
	if r == nil || r.reasons == nil {
		return nil
	}
	return r.reasons.Close()
}

// Nameless says what was left out without the name of a rater: a column by its
// header, unless that holds a word of a name.
func (r *Reading) Nameless(x LeftOut) string {
	if x.What != "column" {
		return x.What
	}
	if r.Table == nil {
		return "a column"
	}
	named := map[string]bool{}
	for _, rater := range r.Table.Raters() {
		for _, w := range cell.Words(rater) {
			named[w] = len(w) > 1 && header.HasLetter(w)
		}
	}
	for _, w := range cell.Words(x.Header) {
		if named[w] && !header.IsPlainWord(w) {
			return "a column"
		}
	}
	return "column " + x.Header
}

// IsMaster reports whether the answer key that was read is called so.
func (r *Reading) IsMaster(name string) bool {
	return slices.ContainsFunc(r.masters, func(s string) bool { return cell.Fold(s) == cell.Fold(name) })
}
