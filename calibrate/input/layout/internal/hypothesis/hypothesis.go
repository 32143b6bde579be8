package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Layout is one way in which people lay out ratings by hand.
type Layout struct {
	ID, Title string

	// Read returns the frame as it reads in this layout, or nil where it does
	// not fit at all.
	Read func(*column.Frame) *Reading
}

// The ids of the layouts that people make by hand.
const (
	LongID        = "long"
	WideID        = "wide"
	ColumnsID     = "raters_as_columns"
	GridID        = "rater_by_indicator"
	itemGridID    = "indicator_by_rater"
	lessonsID     = "lessons_as_columns"
	CountsID      = "counts"
	ContingencyID = "contingency"
)

// A Reading is a frame read in one layout: a hypothesis.
type Reading struct {
	Layout  string
	Keys    keys
	Scores  []int
	Facets  []layout.Facets // of the columns of scores
	Across  bool            // a row is an item, and the columns are its raters
	Master  []int           // columns of agreed scores
	Agreed  map[int]layout.Facets
	Shape   shape
	Missing []layout.Field
	Doubts  []layout.Doubt
	Signs   []layout.Sign
	Block   layout.Block
	Scales  []*rating.Scale // that the headers list, parallel to the scores

	Asked      bool    // questions stand several times
	lesson     bool    // a column names the lesson
	SheetRates bool    // the name of the sheet may say who rated
	Guess      bool    // what it hangs on is likely and not sure: any other reading is a doubt
	Uneven     bool    // counts that do not add up to the same number of raters: scores would look so
	column     bool    // a column names the rater, where the headers should
	rater      float64 // how surely a column names the rater
	indicator  float64 // how surely a column names the indicator
	Score      float64 // how surely a column names the score
	Why        string
}

// Weight is the sum of the evidence.
func (r *Reading) Weight() float64 {
	w := 0.0
	for _, s := range r.Signs {
		w += s.Weight
	}
	return w
}

// RaterColumns are the columns that hold the raters of the item that a row is; nil
// where a row is of one rater.
func (r *Reading) RaterColumns() []int {
	if r.Across {
		return r.Scores
	}
	return nil
}

// counted reports whether the cells are counts.
func (r *Reading) counted() bool { return r.Block.Counts || r.Block.Crossed }

// Named reports whether a header names who rated or what.
func (r *Reading) Named() bool {
	return r.indicator > 0.6 || r.rater > 0.85 || r.lesson || r.counted() || r.Layout == GridID || r.Layout == itemGridID || r.Layout == lessonsID
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
