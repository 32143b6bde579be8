package calibrate

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Schema names the shape of the JSON report. Fields are added within a
// version, never renamed or removed.
const Schema = "calibrate.report/v1"

// A Report is everything that any format shows. Percentages are fractions of
// 1. A number that is absent is null, and Notes holds its path and the reason.
type Report struct {
	Schema  string  `json:"schema"`
	Program Program `json:"program"`
	Made
	Data             Data                `json:"data"`
	Settings         ReportSettings      `json:"settings"`
	Input            Input               `json:"input"`
	Verdict          Verdict             `json:"verdict"`
	Alignment        Alignment           `json:"alignment"`
	Indicators       []Breakdown         `json:"indicators"`
	Lessons          []Breakdown         `json:"lessons"`
	Boundaries       []BoundaryAgreement `json:"boundaries"`
	Raters           []Rater             `json:"raters"`
	Habits           *HabitSearch        `json:"habits,omitempty"`
	Groups           []Group             `json:"groups,omitempty"`
	BetweenGroups    *Between            `json:"between_groups,omitempty"`
	GroupSplits      []Split             `json:"group_splits,omitempty"`
	RaterIndicators  []RaterIndicator    `json:"rater_indicators"`
	RaterMarks       []RaterMark         `json:"rater_marks,omitempty"`
	Pairs            []Pair              `json:"pairs"`
	Camps            *Camps              `json:"camps"`
	Without          []Without           `json:"without"`
	Master           *Master             `json:"master,omitempty"`
	Causes           *Causes             `json:"causes,omitempty"`
	Coefficients     []Coefficient       `json:"coefficients"`
	Plan             *Plan               `json:"plan,omitempty"`
	Reasons          *Reasons            `json:"reasons"`
	Since            *Since              `json:"since,omitempty"`
	Meeting          *Meeting            `json:"meeting"`
	Agenda           []AgendaItem        `json:"agenda"`
	NotObservedItems []NotObserved       `json:"not_observed_items"`
	Ratings          []Cell              `json:"ratings"`
	Notes            []Note              `json:"notes"`
}

// Program says what made the report.
type Program struct {
	Version string `json:"version"`
}

// Data identifies the ratings: the same ratings and seed give the same hash.
type Data struct {
	SHA256 string `json:"sha256"`
}

// ReportSettings are the choices that shaped a report.
type ReportSettings struct {
	Settings
	Standard string `json:"standard"`
	Names    bool   `json:"names"`
	Quotes   string `json:"quotes"`  // all or none
	Minutes  int    `json:"minutes"` // of the meeting
	Items    int    `json:"items"`   // to settle in it; 0 means as many as fit
	Start    string `json:"start"`   // of the meeting, as 14:10; "" where it is not known
	Master   string `json:"master"`  // where the answer key is from: file, rater, or "" without one
	IDKey    bool   `json:"id_key"`  // raters stand under ids that follow them, by a key
}

// Settings are the choices that shaped the numbers.
type Settings struct {
	ReadSettings
	Confidence float64    `json:"confidence"`
	Seed       uint64     `json:"seed"`
	Bootstrap  int        `json:"bootstrap"`
	Unit       stats.Unit `json:"unit"`
	Inference  string     `json:"inference"`
	By         string     `json:"by"`
	Round      string     `json:"round"`
}

// Input counts what was read.
type Input struct {
	Ratings      int            `json:"ratings"`
	Raters       int            `json:"raters"`
	Lessons      int            `json:"lessons"`
	Indicators   int            `json:"indicators"`
	Items        int            `json:"items"`
	ItemsInPairs int            `json:"items_in_pairs"`
	Blank        int            `json:"blank"`
	NotObserved  int            `json:"not_observed"`
	Absent       int            `json:"absent"`
	Duplicates   int            `json:"duplicates"`
	Repairs      int            `json:"repairs"`
	Reasons      int            `json:"reasons"`
	Layout       string         `json:"layout"`
	Day          string         `json:"day,omitempty"` // the one day of all ratings, as 2025-09-14, or as the file writes it
	Scales       []rating.Scale `json:"scales"`
	RatersAre    string         `json:"raters_are,omitempty"` // who they were taken to be; without names unless Names
	LeftOut      []LeftOut      `json:"left_out,omitempty"`
	Nominal      bool           `json:"nominal,omitempty"` // the levels are codes without an order
}

// LeftOut is something in the input that no rating was read from.
type LeftOut struct {
	What  string `json:"what" csv:"what"`
	Count int    `json:"count" csv:"count"`
	Why   string `json:"why" csv:"why"`
}

// Alignment holds the figures of the whole.
type Alignment struct {
	Figures
	TypicalGap stats.Number `json:"typical_gap"`
	Distance   Interval     `json:"distance"`
	Cost       Cost         `json:"cost"`
}

// Cost says what would have changed had a different colleague walked in: the
// share of ratings, and the share of lessons' overall level.
type Cost struct {
	RatingChanges      stats.Number `json:"rating_changes"`
	LessonLevelChanges stats.Number `json:"lesson_level_changes"`
}

// A Pair is two raters over the items that both rated.
type Pair struct {
	A              string       `json:"a" csv:"a"`
	B              string       `json:"b" csv:"b"`
	Items          int          `json:"items" csv:"items"`
	Exact          stats.Number `json:"exact" csv:"exact"`
	WithinOne      stats.Number `json:"within_one" csv:"within_one"`
	MeanDifference stats.Number `json:"mean_difference" csv:"mean_difference"`
	Kappa          stats.Number `json:"kappa" csv:"kappa"`
	DistanceShare  stats.Number `json:"distance_share" csv:"distance_share"`
}

// NotObserved is an item where "not observed" stands against a score.
type NotObserved struct {
	Lesson      string       `json:"lesson" csv:"lesson"`
	Indicator   string       `json:"indicator" csv:"indicator"`
	NotObserved int          `json:"not_observed" csv:"not_observed"`
	Levels      []LevelCount `json:"levels" csv:"-"`
}

// A Cell is one rating as it was read.
type Cell struct {
	Rater     string       `json:"rater" csv:"rater"`
	Lesson    string       `json:"lesson" csv:"lesson"`
	Indicator string       `json:"indicator" csv:"indicator"`
	Round     string       `json:"round,omitempty" csv:"round"` // with segments, the segment: lesson, indicator and round are the item
	Segment   string       `json:"segment,omitempty" csv:"segment"`
	Score     stats.Number `json:"score" csv:"score"`
	State     string       `json:"state" csv:"state"`
}
