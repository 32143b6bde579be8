package layout

import "github.com/cb401426/calibrate/stats/rating"

// A Layout is one way in which ratings are laid out in a sheet.
type Layout struct {
	ID, Title string

	// read returns the frame as it reads in this layout, or nil where it does
	// not fit at all. Signatures of exports have none: they say where the
	// header is and which columns are the form's own, and leave the rest to
	// the layouts.
	read func(*frame) *reading
	sign func(*table) *signature
}

// The ids of the layouts that people make by hand.
const (
	longID        = "long"
	wideID        = "wide"
	columnsID     = "raters_as_columns"
	gridID        = "rater_by_indicator"
	itemGridID    = "indicator_by_rater"
	lessonsID     = "lessons_as_columns"
	countsID      = "counts"
	contingencyID = "contingency"
)

// Counts is the id of the layout of tables of counts.
const Counts = countsID

// Layouts are all that can be read.
var Layouts = []Layout{
	longLayout,
	googleLayout,
	googleZipLayout,
	microsoftLayout,
	qualtricsLayout,
	surveyMonkeyLayout,
	redcapLayout,
	wideLayout,
	columnsLayout,
	gridLayout,
	itemGridLayout,
	lessonsLayout,
	countsLayout,
	contingencyLayout,
}

// A reading is a frame read in one layout: a hypothesis.
type reading struct {
	layout  string
	keys    keys
	scores  []int
	facets  []Facets // of the columns of scores
	across  bool     // a row is an item, and the columns are its raters
	master  []int    // columns of agreed scores
	agreed  map[int]Facets
	shape   shape
	missing []Field
	doubts  []Doubt
	signs   []Sign
	block   Block
	scales  []*rating.Scale // that the headers list, parallel to the scores

	lesson     bool    // a column names the lesson
	sheetRates bool    // the name of the sheet may say who rated
	guess      bool    // what it hangs on is likely and not sure: any other reading is a doubt
	uneven     bool    // counts that do not add up to the same number of raters: scores would look so
	column     bool    // a column names the rater, where the headers should
	rater      float64 // how surely a column names the rater
	indicator  float64 // how surely a column names the indicator
	score      float64 // how surely a column names the score
	why        string
}

// weight is the sum of the evidence.
func (r *reading) weight() float64 {
	w := 0.0
	for _, s := range r.signs {
		w += s.Weight
	}
	return w
}

// counted reports whether the cells are counts.
func (r *reading) counted() bool { return r.block.Counts || r.block.Crossed }

// named reports whether a header names who rated or what.
func (r *reading) named() bool {
	return r.indicator > 0.6 || r.rater > 0.85 || r.lesson || r.counted() || r.layout == gridID || r.layout == itemGridID || r.layout == lessonsID
}

// takenBy returns the columns that scores and masters take.
func takenBy(lists ...[]int) map[int]bool {
	taken := map[int]bool{}
	for _, list := range lists {
		for _, i := range list {
			taken[i] = true
		}
	}
	return taken
}
