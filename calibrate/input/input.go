package input

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"io"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// Options say what the files do not say of themselves. The zero value works.
type Options struct {
	Columns map[string]string // field to header: "rater" to "Email"
	Scale   *rating.Scale     // the levels, for every indicator
	Rubric  *rubric.Rubric    // the indicators and their scales

	Layout     string // id of one of Layouts
	Encoding   string // of text files
	Sheet      string // of spreadsheet files, by name
	Duplicates string // "", "highest", "lowest", "mean" or "drop"
	Round      string // "" for the last, "all" for every one

	// InBlocks reads a large clean file in blocks, without holding it in memory:
	// there is no preview, and reasons are read again where they are asked for,
	// until the Reading is closed. WithoutReasons leaves them out, and does the
	// same.
	InBlocks, WithoutReasons bool
	Progress                 func(Progress) // told now and then how far the reading is; may be nil

	Memory int64     // bytes that the reading may take; 0 for source.DefaultMemory
	Strict bool      // any repair is fatal
	Stdin  io.Reader // read for the path "-"

	limits *limits // nil for the usual
}

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
	Layout      string // id of one of Layouts
	LayoutTitle string
	Problems    []Problem // in the order of files, rows and columns
	Files       []File

	Blank       int // rows without a score
	NotObserved int // rows that say so
	Absent      int // rater and item without a row, in lessons the rater has rows in
	Duplicates  int // ratings that another of the same rater replaced
	Repairs     int
	DroppedRows int

	IndicatorNames map[string]string // id to long name, where known
	Rubric         *rubric.Rubric    // declared or detected, else nil
	Detected       bool
	Rounds         Rounds

	Meanings []Meaning // which column holds what
	Preview  []Understood

	reasons *reasonTexts // that are read when they are asked for
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

// ParseColumns reads pairs of a field and a header, such as rater=Email.
func ParseColumns(pairs []string) (map[string]string, error) {
	columns := map[string]string{}
	for _, pair := range pairs {
		name, header, ok := strings.Cut(pair, "=")
		name, header = strings.TrimSpace(name), strings.TrimSpace(header)
		if !ok || header == "" {
			return nil, fmt.Errorf("%q does not name a column: write %s=Header", pair, cmp.Or(name, "rater"))
		}
		f, err := parseField(name)
		if err != nil {
			return nil, err
		}
		if before, twice := columns[f]; twice && before != header {
			return nil, fmt.Errorf("%s is named twice: %q and %q", f, before, header)
		}
		columns[f] = header
	}
	return columns, nil
}

// parseField returns the field that a person names, or an error with the
// nearest there is.
func parseField(name string) (string, error) {
	var all []string
	for _, f := range userFields {
		if strings.EqualFold(name, string(f)) || strings.EqualFold(name, string(f)+"s") {
			return string(f), nil
		}
		all = append(all, string(f))
	}
	if near := nearest(name, all); near != "" {
		return "", fmt.Errorf("no field %q: did you mean %s?", name, near)
	}
	return "", fmt.Errorf("no field %q: there are %s", name, strings.Join(all, ", "))
}

// nearest returns the word that a mistyped one may stand for, or "".
func nearest(word string, all []string) string {
	best, least := "", len([]rune(word))/3+2
	for _, candidate := range all {
		if d := levenshtein.ComputeDistance(fold(word), fold(candidate)); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// Read reads files as one set of ratings. The error is a *Faults with every
// fatal problem, or that of the operating system for files that cannot be
// read. The Reading is never nil beside Faults: it holds every problem.
func Read(ctx context.Context, paths []string, o Options) (*Reading, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	reading, err := readFast(ctx, paths, &o)
	if !errors.Is(err, errCareful) {
		return reading, err
	}
	r := newReader(&o)
	errors.As(err, &r.odd)
	if err := r.open(ctx, paths); err != nil {
		return nil, err
	}
	r.plan()
	if err := r.tooLarge(r.read(ctx)); err != nil {
		return nil, err
	}
	o.tell(Progress{Rows: int64(len(r.entries)), Read: true})
	return r.finish()
}

// Check refuses options that mean nothing.
func (o *Options) Check() error {
	if o.Layout != "" {
		if _, err := layoutByID(o.Layout); err != nil {
			return err
		}
	}
	if o.Encoding != "" {
		if _, _, err := source.Encoding(o.Encoding); err != nil {
			return err
		}
	}
	if o.Duplicates != "" && !slices.Contains(duplicatePolicies, o.Duplicates) {
		return fmt.Errorf("no way %q with duplicates: there are %s", o.Duplicates, strings.Join(duplicatePolicies, ", "))
	}
	return nil
}
