package calibrate

import (
	"github.com/cb401426/calibrate/stats/rating"
)

// A Study is what Analyse needs to know: the ratings, and what the reading of
// them found.
type Study struct {
	Table      *rating.Table
	Layout     string            // the layout that was recognised, such as "long"
	Round      string            // the round that was chosen, of several
	Day        string            // the one day of all ratings, as 2025-09-14, or as it is written; ""
	Absent     int               // cells without a row, of lessons that the rater rated
	Duplicates int               // ratings that a later one replaced
	Repairs    int               // cells that were mended
	Names      map[string]string // long names of indicators, where known
	Notes      []Note            // what else the reading found
	Master     []MasterScore     // an answer key, if there is one
	MasterFrom string            // where it is from: "file", "rater" or ""

	RatersAre   string    // who the raters were taken to be, without names
	RatersNamed string    // the same with the names in the headers
	LeftOut     []LeftOut // what was not read, without names
	Segments    bool      // the Table's rounds are segments: parts of a lesson
	Nominal     bool      // the levels are codes without an order

	// LevelWords are the rubric's words for the levels of an indicator, where
	// the rubric has them.
	LevelWords map[string]map[float64]string
	// Agreed are what raters agreed on before, by indicator: the notes of the
	// rubric, and decisions of earlier meetings.
	Agreed map[string][]string
}

// WordsOf is what the rubric says of an indicator's level, or "".
func (s Study) WordsOf(indicator string, level float64) string {
	return s.LevelWords[indicator][level]
}
