package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// Options say what the files do not say of themselves. The zero value works.
type Options struct {
	Columns []layout.Choice // what the columns hold, by the user's word
	Scale   *rating.Scale   // the levels, for every indicator
	Rubric  *rubric.Rubric  // the indicators and their scales
	Levels  Levels          // how the levels are found where no Scale is given
	Missing []string        // words and numbers that stand for nothing

	Layout     string   // id of one of recognize.Layouts
	Encoding   string   // of text files
	Sheets     []string // of spreadsheet files, by name; none for all
	Hidden     bool     // hidden rows and columns are read too
	Duplicates string   // "", "latest", "highest", "lowest", "mean" or "drop"
	Round      string   // "" for the last, "all" for every one
	Same       []string // names that are one, as "Lesson 1=Lesson1", or "none"
	Series     bool     // the files are read one by one: a name of Same may stand in another

	// InBlocks reads a large clean file in blocks, without holding it in memory:
	// there is no preview, and reasons are read again where they are asked for,
	// until the Reading is closed. WithoutReasons leaves them out, and does the
	// same.
	InBlocks, WithoutReasons bool
	Progress                 func(Progress) // told now and then how far the reading is; may be nil

	// Shared refuses ratings that nobody can agree with: those of one rater, or
	// without an item that two raters rated.
	Shared bool

	Memory int64 // bytes that the reading may take; 0 for source.DefaultMemory
	// Survey tells surveys of where a team is and should be, which are no
	// ratings; nil knows none.
	Survey func(*source.Sheet) bool

	Strict bool      // any repair is fatal, and any column or row that is left out
	Stdin  io.Reader // read for the path "-"

	limits *limits // nil for the usual
	budget *source.Budget
}

// Levels say how the levels of a scale are found where none is declared.
type Levels string

// How the levels are found.
const (
	WholeLevels    Levels = ""         // every whole level of the range that was used
	ObservedLevels Levels = "observed" // the distinct values that occur
	NominalLevels  Levels = "nominal"  // codes without an order

	ChecklistLevels Levels = "checklist" // a mark is Yes, an empty cell No
)

// Progress says how far a reading is.
type Progress struct {
	Rows  int64
	Share float64 // of the input, from 0 to 1; 0 where its size is not known
	Read  bool    // all was read
}

// tell tells the progress to whoever wants to know.
func (o *Options) tell(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// A Reading is what was read, and all that was odd about it. Where a fault is
// fatal its Table is nil and the rest is as far as it came.
type Reading struct {
	Table       *rating.Table
	Layout      string // id of one of recognize.Layouts
	LayoutTitle string
	Problems    []Problem // in the order of files, rows and columns
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

// A File is one sheet that was read.
type File struct {
	Name      string  `json:"name"`
	Sheet     string  `json:"sheet,omitempty"`
	Encoding  string  `json:"encoding"`
	Delimiter string  `json:"delimiter,omitempty"`
	Layout    string  `json:"layout"`
	Sure      float64 `json:"sure"`
	Why       string  `json:"why"`
	Rows      int     `json:"rows"`    // rows with ratings
	Dropped   int     `json:"dropped"` // rows left out
	Input     int     `json:"-"`       // its number among the inputs, as source.Files lists them, from 1
}

// Rounds are the rounds of the input, in natural order, and those that the
// Table holds.
type Rounds struct {
	Found  []string `json:"found"`
	Chosen string   `json:"chosen"`
}

// ParseScale reads a scale as a person writes it: 1-4, 0-4, 1-4/0.5, 1,3,5,
// or Yes,No.
func ParseScale(s string) (rating.Scale, error) { return rubric.ParseScale(s) }

// Read reads files as one set of ratings. The error is a *Faults with every
// fatal problem, or that of the operating system for files that cannot be
// read. The Reading is never nil beside Faults: it holds every problem.
func Read(ctx context.Context, paths []string, o Options) (*Reading, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	o.budget = source.NewBudget(ctx, o.Memory)
	reading, err := readFast(ctx, paths, &o)
	if !errors.Is(err, errCareful) {
		return reading, err
	}
	var odd oddFile
	errors.As(err, &odd)
	if !o.budget.Exhausted() { // what was read in vain is free again
		o.budget = source.NewBudget(ctx, o.Memory)
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

// Check refuses options that mean nothing.
func (o *Options) Check() error {
	if o.Layout != "" {
		if _, err := recognize.ByID(o.Layout); err != nil {
			return err
		}
	}
	if o.Encoding != "" {
		if _, _, err := source.Encoding(o.Encoding); err != nil {
			return err
		}
	}
	for _, pair := range o.Same {
		if _, _, ok := strings.Cut(pair, "="); !ok && cell.Fold(pair) != noneSame {
			return fmt.Errorf("%q does not name two: write --same \"Lesson 1=Lesson1\", or --same none", pair)
		}
	}
	if o.Duplicates != "" && !slices.Contains(duplicatePolicies, o.Duplicates) {
		return fmt.Errorf("no way %q with duplicates: there are %s", o.Duplicates, strings.Join(duplicatePolicies, ", "))
	}
	return nil
}
