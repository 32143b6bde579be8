package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// A Finding is a habit of one rater that stands out, with its evidence.
type Finding struct {
	Code     string `json:"code"`
	Text     string `json:"text"`
	Evidence string `json:"evidence"`
}

// A HabitSearch is what habits of single raters were looked for, and how often
// each is found in teams of this design: finding none means as much.
type HabitSearch struct {
	Tested []string `json:"tested"` // codes of findings
	// HalfLevel and OneLevel are the shares of such teams in which one who is
	// half a level, or one level, above or below the others throughout is named.
	HalfLevel stats.Number `json:"found_half_level"`
	OneLevel  stats.Number `json:"found_one_level"`
	// NarrowRange is the share in which one who keeps to the middle levels
	// where the others use the ends too is named, Reading that in which one who
	// reads one indicator a level lower is; absent under three lessons.
	NarrowRange stats.Number `json:"found_narrow_range"`
	Reading     stats.Number `json:"found_reading,omitzero"`
}

// A RaterIndicator is how one rater used one indicator: the mean score, and
// how far it lies above (positive) or below the medians of the same items, in
// levels. The group's median is not an answer key.
type RaterIndicator struct {
	Rater      string       `json:"rater" csv:"rater"`
	Indicator  string       `json:"indicator" csv:"indicator"`
	Ratings    int          `json:"ratings" csv:"ratings"`
	Mean       stats.Number `json:"mean" csv:"mean"`
	FromMedian stats.Number `json:"from_median" csv:"from_median"`
}

// A RaterMark is an indicator on which a rater gave no score: how often that was
// marked as not observed, and how often left blank.
type RaterMark struct {
	Rater       string `json:"rater" csv:"rater"`
	Indicator   string `json:"indicator" csv:"indicator"`
	NotObserved int    `json:"not_observed" csv:"not_observed"`
	Blank       int    `json:"blank" csv:"blank"`
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
	// RaschSeverity is in logits, where it was asked for: see calibrate/models.
	RaschSeverity stats.Number `json:"rasch_severity,omitzero" csv:"rasch_severity"`
	RaschSE       stats.Number `json:"rasch_se,omitzero" csv:"rasch_se"`
	Exact         Figure       `json:"exact" csv:"exact"`
	DistanceShare stats.Number `json:"distance_share" csv:"distance_share"`
	ExpectedShare stats.Number `json:"expected_share" csv:"expected_share"`
	LevelsUsed    int          `json:"levels_used" csv:"levels_used"`
	SD            stats.Number `json:"sd" csv:"sd"`
	Findings      []Finding    `json:"findings" csv:"-"`
}
