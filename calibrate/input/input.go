package input

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// Options say what the files do not say of themselves. The zero value works.
type Options = settings.Options

// Progress says how far a reading is.
type Progress = settings.Progress

// A File is one sheet that was read.
type File = sheets.File

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
	Signs    []Reason  // the evidence for the reading, and for the runner-up
	Preview  []Understood

	reasons *reasonTexts // that are read when they are asked for
}

// Reason is a piece of evidence for a layout of a file, or against it.
type Reason struct {
	File   string  `json:"file"`
	Layout string  `json:"layout"`
	Chosen bool    `json:"chosen"`
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
	Text   string  `json:"text"`
}

// Read reads files as one set of ratings. The error is a *Faults with every
// fatal problem, or that of the operating system for files that cannot be
// read. The Reading is never nil beside Faults: it holds every problem.
func Read(ctx context.Context, paths []string, o Options) (*Reading, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	o.Budget = source.NewBudget(ctx, o.Memory)
	reading, err := readFast(ctx, paths, &o)
	if !errors.Is(err, errCareful) {
		return reading, err
	}
	var odd oddFile
	errors.As(err, &odd)
	if !o.Budget.Exhausted() { // what was read in vain is free again
		o.Budget = source.NewBudget(ctx, o.Memory)
	}
	result, err := open(ctx, paths, &o, odd)
	if err != nil {
		return nil, err
	}
	reading, err = readSheets(ctx, result, &o)
	if err != nil {
		tryCures(ctx, result, &o, reading, err)
	}
	return reading, err
}
