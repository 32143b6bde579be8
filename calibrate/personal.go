package calibrate

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A PersonalReport is one rater's own page: private, for that person alone.
type PersonalReport struct {
	ID          string           `json:"id"` // the pseudonym in the group's report
	Name        string           `json:"name,omitempty"`
	Ratings     int              `json:"ratings"`
	Raters      int              `json:"raters"` // of the whole team
	Lessons     int              `json:"lessons"`
	Difference  stats.Number     `json:"difference"` // above (positive) or below the group on the same items
	Lower       stats.Number     `json:"lower"`
	Upper       stats.Number     `json:"upper"`
	Above       int              `json:"above"` // items above, at and below the group's median
	At          int              `json:"at"`
	Below       int              `json:"below"`
	Exact       Figure           `json:"exact"` // with the others
	Lines       []PersonalRating `json:"lines"`
	Strengths   []string         `json:"strengths"`
	Suggestions []string         `json:"suggestions"` // two at most
	Findings    []Finding        `json:"findings"`
	Agreed      []string         `json:"agreed,omitempty"` // by the team before, on what was rated
	Drift       *PersonalDrift   `json:"drift,omitempty"`  // since an earlier round
	Master      *PersonalMaster  `json:"master,omitempty"`
	Scale       *rating.Scale    `json:"-"` // nil where there are several
}

// PersonalRating is one rating beside the group's.
type PersonalRating struct {
	Lesson     string       `json:"lesson"`
	Round      string       `json:"round,omitempty"`
	Indicator  string       `json:"indicator"`
	Name       string       `json:"name,omitempty"`
	Score      float64      `json:"score"`
	Levels     []LevelCount `json:"levels"` // what the group gave, this rater with them
	Median     stats.Number `json:"median"`
	FromMedian stats.Number `json:"from_median"` // in levels, above is positive
	Agreed     stats.Number `json:"agreed"`      // the master's score
}

// PersonalDrift is how a rater's place in the team changed since an earlier
// round, in levels above the others on the same items.
type PersonalDrift struct {
	From   string       `json:"from"`
	Before stats.Number `json:"before"`
	After  stats.Number `json:"after"`
	Raters int          `json:"raters"` // in both
	// Moved says that the change stands out from the others' changes.
	Moved bool `json:"moved"`
}

// PersonalMaster compares a rater with the answer key.
type PersonalMaster struct {
	Items      int          `json:"items"`
	Exact      stats.Number `json:"exact"`
	WithinOne  stats.Number `json:"within_one"`
	TwoApart   stats.Number `json:"two_apart"`
	Difference stats.Number `json:"difference"` // mean of rating minus agreed score, in levels
	Team       stats.Number `json:"team"`       // exact agreement of the whole team with it
	// Standard is the rule that was asked for where it compares with a master,
	// and Meets whether this rater meets it.
	Standard string `json:"standard,omitempty"`
	Meets    Answer `json:"meets"`
}

// Level is a level as people call it, by its value: a half point lies between
// two.
func (s *PersonalReport) Level(v float64) string {
	called := func(l rating.Level) string { return cmp.Or(l.Label, strconv.FormatFloat(l.Value, 'g', -1, 64)) }
	if s.Scale != nil {
		for i, l := range s.Scale.Levels {
			switch {
			case l.Value == v:
				return called(l)
			case i > 0 && s.Scale.Levels[i-1].Value < v && v < l.Value && l.Label != "":
				return "between " + called(s.Scale.Levels[i-1]) + " and " + called(l)
			}
		}
	}
	return called(rating.Level{Value: v})
}

// Stem returns the name of the sheet's file without its extension: the
// pseudonym and the name, for whoever hands the sheets out.
func (s *PersonalReport) Stem() string {
	words := strings.FieldsFunc(s.Name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	stem := strings.Join(append([]string{s.ID}, words...), "-")
	for len(stem) > longestStem {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	return stem
}

// longestStem leaves room for an ending in the 255 bytes that systems allow.
const longestStem = 240
