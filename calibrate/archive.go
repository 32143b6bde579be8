package calibrate

import (
	"strings"

	"github.com/cb401426/calibrate/stats"
)

// ArchiveRowSchema names the shape of a line's JSON. Fields are added within a
// version, never renamed or removed.
const ArchiveRowSchema = "calibrate.line/v1"

// A ArchiveRow is the report of one part of an archive, such as a school or a round:
// what the report of its rows alone says first, on the scales of the whole. A
// value that is absent is null, and Notes holds its path and the reason.
type ArchiveRow struct {
	Schema string `json:"schema" csv:"-"`
	By     string `json:"by" csv:"by"`
	Part   string `json:"part" csv:"part"`
	// Parts are the values of several columns by name; absent of one.
	Parts      map[string]string `json:"parts,omitempty" csv:"-"`
	Verdict    VerdictID         `json:"verdict" csv:"verdict"`
	Clear      bool              `json:"clear" csv:"clear"`
	PointsToGo float64           `json:"points_to_go" csv:"points_to_go"`
	Figures
	TypicalGap   stats.Number `json:"typical_gap" csv:"typical_gap"`
	Distance     Interval     `json:"distance" csv:"distance"`
	NotMet       Names        `json:"not_met" csv:"not_met"`
	Worst        string       `json:"worst" csv:"worst"`
	WithoutWorst *VerdictID   `json:"without_worst" csv:"without_worst"`
	Ratings      int          `json:"ratings" csv:"ratings"`
	Raters       int          `json:"raters" csv:"raters"`
	Lessons      int          `json:"lessons" csv:"lessons"`
	Indicators   int          `json:"indicators" csv:"indicators"`
	Items        int          `json:"items" csv:"items"`
	ItemsInPairs int          `json:"items_in_pairs" csv:"items_in_pairs"`
	NotObserved  int          `json:"not_observed" csv:"not_observed"`
	Blank        int          `json:"blank" csv:"blank"`
	Absent       int          `json:"absent" csv:"absent"`
	Sentence     string       `json:"sentence" csv:"sentence"`
	// Standard is what was asked of these rows: it follows their scale and
	// number of lessons.
	Standard StandardResult `json:"standard" csv:"standard"`
	Program  Program        `json:"program" csv:"-"`
	Run      *Run           `json:"run,omitempty" csv:"run"`
	// Inputs are the files of the archive; absent, with a note, where they are
	// more than MaxLineInputs.
	Inputs   []InputFile  `json:"inputs,omitempty" csv:"-"`
	Settings LineSettings `json:"settings" csv:"-"`
	Gates    []Gate       `json:"gates,omitempty" csv:"-"`
	Notes    []Note       `json:"notes" csv:"-"`
}

// MaxLineInputs is how many files each line of an archive names: lines times
// files must not grow with the square.
const MaxLineInputs = 20

// LineSettings are the choices that shaped a line of an archive.
type LineSettings struct {
	ReadSettings
	Standard   string  `json:"standard"`
	Confidence float64 `json:"confidence"`
	Round      string  `json:"round"` // that was read, or all
}

// Names is a list of names, such as the indicators that do not meet the
// standard, the furthest first.
type Names []string

// MarshalCSV writes the names with semicolons between.
func (n Names) MarshalCSV() (string, error) { return strings.Join(n, "; "), nil }

// An Archive is the Lines of a study's parts, in natural order.
type Archive struct {
	By      string
	Rows    []ArchiveRow
	Outside int // ratings without a value in the column
	// Withheld is how many lines are left out: groups under three people on items
	// that others rated too, and those from which they could be worked out.
	Withheld int

	// How it was made, for the lines' settings.
	Standard   string
	Confidence float64
	Round      string
}
