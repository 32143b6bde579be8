package layout

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Choice is what a user says that columns hold: one header, or several that
// together name a lesson.
type Choice struct {
	Field   Field
	Headers []string // a header, or the letter of a column behind an @
}

// Options are what a user says of the sheets. The zero value works.
type Options struct {
	Columns []Choice
	Scale   *rating.Scale  // the levels, for every indicator
	Rubric  *rubric.Rubric // the indicators and their scales
	Layout  string         // id of one of Layouts
	Missing []string       // words and numbers that stand for nothing
	Settled bool           // the user said what becomes of rows that clash

	Several bool // there are several sheets or files: their names can stand for a facet
	Partial bool // the sheet is the beginning of one: what is rare may come later
}

// Chosen returns the field that the user gives to a column.
func (o *Options) Chosen(index int, header string) (Field, bool) {
	for _, c := range o.Columns {
		if slices.ContainsFunc(c.Headers, func(want string) bool { return isHeader(want, index, header) }) {
			return c.Field, true
		}
	}
	return "", false
}

// isHeader reports whether a user means a column: by its header, or by its
// letter behind an @.
func isHeader(want string, index int, header string) bool {
	if letter, ok := strings.CutPrefix(want, "@"); ok && strings.EqualFold(letter, Letters(index)) {
		return true
	}
	return want != "" && cell.Fold(want) == cell.Fold(header)
}

// Names reports whether the user names a column for a field.
func (o *Options) Names(f Field) bool {
	return slices.ContainsFunc(o.Columns, func(c Choice) bool { return c.Field == f })
}

// with returns a copy with one more choice.
func (o *Options) with(f Field, headers ...string) {
	o.Columns = append(slices.Clone(o.Columns), Choice{f, headers})
}
