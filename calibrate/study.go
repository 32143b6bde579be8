package calibrate

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Study is what Analyse needs to know: the ratings, and what the reading of
// them found.
type Study struct {
	Table      *rating.Table
	Layout     string            // the layout that was recognised, such as "long"
	Round      string            // the round that was chosen, of several
	Absent     int               // cells without a row, of lessons that the rater rated
	Duplicates int               // ratings that a later one replaced
	Repairs    int               // cells that were mended
	Names      map[string]string // long names of indicators, where known
	Notes      []Note            // what else the reading found
	Master     []MasterScore     // an answer key, if there is one

	// LevelWords are the rubric's words for the levels of an indicator, where
	// the rubric has them.
	LevelWords map[string]map[float64]string
}

// wordsOf is what the rubric says of an indicator's level, or "".
func (s Study) wordsOf(indicator string, level float64) string {
	return s.LevelWords[indicator][level]
}

// Options are the choices of an analysis. The zero value is ready to use.
type Options struct {
	Version    string    // of the program, for the report
	Standard   *Standard // nil means the district standard
	By         string    // column that groups the raters
	Names      bool      // show names beside pseudonyms
	NoQuotes   bool      // leave what was written out
	Minutes    int       // of the meeting; 0 means DefaultMeeting
	Items      int       // to settle in it; 0 means as many as usual
	Seed       uint64
	Confidence float64 // 0 means DefaultConfidence
	Bootstrap  int     // replicates for the intervals of coefficients; 0 means none
	Plan       PlanOptions
	Unit       stats.Unit // empty: lessons with five or more, else items
}

// DefaultConfidence is the confidence of an interval.
const DefaultConfidence = 0.95

// lessonsForUnit is the number of lessons from which on intervals speak of
// lessons: below it a lesson-wise interval is too wide to tell anything.
const lessonsForUnit = 5
