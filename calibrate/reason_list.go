package calibrate

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text/class"
)

// ReasonsSchema names the shape of the list of reasons.
const ReasonsSchema = "calibrate.reasons/v1"

// A ReasonList is every reason with its class and every pair with its
// quadrant. People stand under pseudonyms, and texts are swept.
type ReasonList struct {
	Schema  string  `json:"schema"`
	Program Program `json:"program"`
	Made
	Settings ReadSettings  `json:"settings"`
	Reasons  []GivenReason `json:"reasons"`
	Pairs    []ReasonPair  `json:"pairs"`
	Swept    int           `json:"swept"` // names and addresses
	Notes    []Note        `json:"notes"`
}

// A GivenReason is a reason as it was given, without names.
type GivenReason struct {
	Rater      string            `json:"rater" csv:"rater"`
	Lesson     string            `json:"lesson" csv:"lesson"`
	Indicator  string            `json:"indicator" csv:"indicator"`
	Round      string            `json:"round,omitempty" csv:"round"`
	Score      stats.Number      `json:"score" csv:"score"`
	Text       string            `json:"text" csv:"text"`
	Class      class.Class       `json:"class" csv:"class"`
	Language   string            `json:"language" csv:"language"` // empty where it is not known
	Statements []class.Statement `json:"statements" csv:"-"`
}

// A ReasonPair is two reasons for the same item. Without two scores it is in
// no quadrant.
type ReasonPair struct {
	Lesson     string    `json:"lesson" csv:"lesson"`
	Indicator  string    `json:"indicator" csv:"indicator"`
	Round      string    `json:"round,omitempty" csv:"round"`
	A          string    `json:"a" csv:"a"`
	B          string    `json:"b" csv:"b"`
	SameRating Answer    `json:"same_rating" csv:"same_rating"`
	Similarity float64   `json:"similarity" csv:"similarity"`
	Quadrant   *Quadrant `json:"quadrant" csv:"quadrant"`
}
