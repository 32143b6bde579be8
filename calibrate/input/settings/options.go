package settings

import (
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

	Limits *Limits        // nil for the usual
	Budget *source.Budget // what is left of Memory; set where a reading begins
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

// Tell tells the progress to whoever wants to know.
func (o *Options) Tell(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
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
		if _, _, ok := strings.Cut(pair, "="); !ok && cell.Fold(pair) != NoneSame {
			return fmt.Errorf("%q does not name two: write --same \"Lesson 1=Lesson1\", or --same none", pair)
		}
	}
	if o.Duplicates != "" && !slices.Contains(duplicatePolicies, o.Duplicates) {
		return fmt.Errorf("no way %q with duplicates: there are %s", o.Duplicates, strings.Join(duplicatePolicies, ", "))
	}
	return nil
}

// AllMissing returns what stands for nothing: by the user's word, and by the
// rubric's.
func (o *Options) AllMissing() []string {
	if o.Rubric == nil {
		return o.Missing
	}
	return slices.Concat(o.Missing, o.Rubric.Missing)
}

// duplicatePolicies are the ways out where the same rater scored an item
// twice: the latest answer counts where there is a time, and the others settle
// what no time does.
var duplicatePolicies = []string{"latest", "highest", "lowest", "mean", "drop"}

// NoneSame says that names which nearly agree are two.
const NoneSame = "none"

// AllRounds is what Options.Round says to read every round.
const AllRounds = "all"
