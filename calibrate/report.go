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
	Schema           string           `json:"schema"`
	Program          Program          `json:"program"`
	Data             Data             `json:"data"`
	Settings         Settings         `json:"settings"`
	Input            Input            `json:"input"`
	Verdict          Verdict          `json:"verdict"`
	Alignment        Alignment        `json:"alignment"`
	Indicators       []Place          `json:"indicators"`
	Lessons          []Place          `json:"lessons"`
	Raters           []Rater          `json:"raters"`
	Groups           []Group          `json:"groups,omitempty"`
	BetweenGroups    *Between         `json:"between_groups,omitempty"`
	RaterIndicators  []RaterIndicator `json:"rater_indicators"`
	Pairs            []Pair           `json:"pairs"`
	Camps            *Camps           `json:"camps"`
	Without          []Without        `json:"without"`
	Master           *Master          `json:"master,omitempty"`
	Causes           *Causes          `json:"causes,omitempty"`
	Coefficients     []Coefficient    `json:"coefficients"`
	Plan             *Plan            `json:"plan,omitempty"`
	Reasons          *Reasons         `json:"reasons"`
	Meeting          *Meeting         `json:"meeting"`
	Agenda           []AgendaItem     `json:"agenda"`
	NotObservedItems []NotObserved    `json:"not_observed_items"`
	Ratings          []Cell           `json:"ratings"`
	Notes            []Note           `json:"notes"`
}

// Program says what made the report.
type Program struct {
	Version string `json:"version"`
}

// Data identifies the ratings: the same ratings and seed give the same hash.
type Data struct {
	SHA256 string `json:"sha256"`
}

// Settings are the choices that shaped the numbers.
type Settings struct {
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
	Scales       []rating.Scale `json:"scales"`
}

// A Figure is a share of pairs of ratings with what chance would give, its
// interval and the number of pairs it rests on.
type Figure struct {
	Value  stats.Number `json:"value" csv:"value"`
	Chance stats.Number `json:"chance" csv:"chance"`
	Lower  stats.Number `json:"lower" csv:"lower"`
	Upper  stats.Number `json:"upper" csv:"upper"`
	Pairs  int          `json:"pairs" csv:"pairs"`
}

// An Interval is a value with its limits.
type Interval struct {
	Value stats.Number `json:"value" csv:"value"`
	Lower stats.Number `json:"lower" csv:"lower"`
	Upper stats.Number `json:"upper" csv:"upper"`
}

// Alignment holds the figures of the whole.
type Alignment struct {
	Exact      Figure       `json:"exact"`
	WithinOne  Figure       `json:"within_one"`
	TwoApart   Figure       `json:"two_apart"`
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

// A Place is an indicator or a lesson: where the team is together or apart.
type Place struct {
	ID              string       `json:"id" csv:"id"`
	Name            string       `json:"name,omitempty" csv:"name"`
	Scale           string       `json:"scale,omitempty" csv:"scale"`
	Items           int          `json:"items" csv:"items"`
	Ratings         int          `json:"ratings" csv:"ratings"`
	Mean            stats.Number `json:"mean" csv:"mean"`
	Median          stats.Number `json:"median" csv:"median"`
	SD              stats.Number `json:"sd" csv:"sd"`
	Distribution    Distribution `json:"distribution" csv:"distribution"`
	NotObserved     int          `json:"not_observed" csv:"not_observed"` // marked so, and so on
	Blank           int          `json:"blank" csv:"blank"`
	Absent          int          `json:"absent" csv:"absent"`
	CommonestShare  stats.Number `json:"commonest_share" csv:"commonest_share"`
	CommonestChance stats.Number `json:"commonest_chance" csv:"commonest_chance"`
	Exact           Figure       `json:"exact" csv:"exact"`
	WithinOne       Figure       `json:"within_one" csv:"within_one"`
	TwoApart        Figure       `json:"two_apart" csv:"two_apart"`
	TypicalGap      stats.Number `json:"typical_gap" csv:"typical_gap"`
	RWG             stats.Number `json:"rwg" csv:"rwg"`
	AD              stats.Number `json:"ad" csv:"ad"`
	DistanceShare   stats.Number `json:"distance_share" csv:"distance_share"`
	ExpectedShare   stats.Number `json:"expected_share" csv:"expected_share"`
	Alpha           stats.Number `json:"alpha" csv:"alpha"`
	Settled         Settled      `json:"settled" csv:"settled"`
	Meets           Answer       `json:"meets" csv:"meets"`
	Rank            int          `json:"rank" csv:"rank"`
	Discuss         bool         `json:"discuss" csv:"discuss"`
}

// Settled says what agreeing on this place would win for the whole.
type Settled struct {
	Exact    stats.Number `json:"exact" csv:"exact"`
	Distance stats.Number `json:"distance" csv:"distance"`
}

// A Rater is one administrator, under a pseudonym.
type Rater struct {
	ID            string       `json:"id" csv:"id"`
	Name          string       `json:"name,omitempty" csv:"name"`
	Group         Label        `json:"group,omitzero" csv:"group"`
	Ratings       int          `json:"ratings" csv:"ratings"`
	Mean          stats.Number `json:"mean" csv:"mean"`
	Severity      stats.Number `json:"severity" csv:"severity"`
	SeveritySE    stats.Number `json:"severity_se" csv:"severity_se"`
	SeverityLower stats.Number `json:"severity_lower" csv:"severity_lower"`
	SeverityUpper stats.Number `json:"severity_upper" csv:"severity_upper"`
	Exact         Figure       `json:"exact" csv:"exact"`
	DistanceShare stats.Number `json:"distance_share" csv:"distance_share"`
	ExpectedShare stats.Number `json:"expected_share" csv:"expected_share"`
	LevelsUsed    int          `json:"levels_used" csv:"levels_used"`
	SD            stats.Number `json:"sd" csv:"sd"`
	Findings      []Finding    `json:"findings" csv:"-"`
}

// A Group is the raters with one value of the --by column.
type Group struct {
	ID      string       `json:"id" csv:"id"`
	Raters  int          `json:"raters" csv:"raters"`
	Ratings int          `json:"ratings" csv:"ratings"`
	Mean    stats.Number `json:"mean" csv:"mean"`
	Exact   Figure       `json:"exact" csv:"exact"`
}

// Between compares groups: what the pairs across them add to the distance,
// and, of two groups, the difference of their mean severity.
type Between struct {
	Exact         stats.Number `json:"exact"`
	DistanceShare stats.Number `json:"distance_share"`
	ExpectedShare stats.Number `json:"expected_share"`
	Difference    stats.Number `json:"difference"`
	Lower         stats.Number `json:"lower"`
	Upper         stats.Number `json:"upper"`
	PValue        stats.Number `json:"p_value"`
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

// A Coefficient is one agreement coefficient over all items of a scale.
type Coefficient struct {
	ID       string       `json:"id" csv:"id"`
	Weights  *string      `json:"weights" csv:"weights"`
	Scale    string       `json:"scale,omitempty" csv:"scale"`
	Value    stats.Number `json:"value" csv:"value"`
	SE       stats.Number `json:"se" csv:"se"`
	Lower    stats.Number `json:"lower" csv:"lower"`
	Upper    stats.Number `json:"upper" csv:"upper"`
	PValue   stats.Number `json:"p_value" csv:"p_value"`
	Observed stats.Number `json:"observed" csv:"observed"`
	Expected stats.Number `json:"expected" csv:"expected"`
	Items    int          `json:"items" csv:"items"`
	Raters   int          `json:"raters" csv:"raters"`
	// K is the number of ratings whose mean an average form is of.
	K      stats.Number `json:"k,omitzero" csv:"k"`
	Unit   stats.Unit   `json:"unit" csv:"unit"`
	Method string       `json:"method" csv:"method"`
	// Benchmark is the band of the scale that was asked for.
	Benchmark *Benchmark `json:"benchmark,omitempty" csv:"benchmark"`
	// Of is the part of the ratings, where the coefficient is not of all.
	Of *Of `json:"of,omitempty" csv:"of"`
}

// A Benchmark is the highest band of a published scale that the coefficient is
// in, or above, with a probability of 95% or more; Probability is that one.
// Point is the band of the value as it stands.
type Benchmark struct {
	Scale       string       `json:"scale" csv:"scale"`
	Band        Label        `json:"band" csv:"band"`
	Probability stats.Number `json:"probability" csv:"probability"`
	Point       string       `json:"point" csv:"point"`
}

// NotObserved is an item where "not observed" stands against a score.
type NotObserved struct {
	Lesson      string       `json:"lesson" csv:"lesson"`
	Indicator   string       `json:"indicator" csv:"indicator"`
	NotObserved int          `json:"not_observed" csv:"not_observed"`
	Levels      []LevelCount `json:"levels" csv:"-"`
}

// LevelCount is how many raters gave a level.
type LevelCount struct {
	Value float64 `json:"value"`
	Count int     `json:"count"`
}

// A Cell is one rating as it was read.
type Cell struct {
	Rater     string       `json:"rater" csv:"rater"`
	Lesson    string       `json:"lesson" csv:"lesson"`
	Indicator string       `json:"indicator" csv:"indicator"`
	Round     string       `json:"round,omitempty" csv:"round"`
	Score     stats.Number `json:"score" csv:"score"`
	State     string       `json:"state" csv:"state"`
}
