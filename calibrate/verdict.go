package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// StandardResult is a standard held against the team.
type StandardResult struct {
	ID       string      `json:"id" csv:"id"`
	Title    string      `json:"title" csv:"title"` // its name and its criteria in words
	Criteria []Criterion `json:"criteria" csv:"-"`
}

// A Criterion is one line of a standard: a figure that must reach the target,
// or, with AtMost, not pass it.
type Criterion struct {
	Figure string       `json:"figure" csv:"figure"`
	Target float64      `json:"target" csv:"target"`
	AtMost bool         `json:"at_most" csv:"at_most"`
	Value  stats.Number `json:"value" csv:"value"`
	Met    Answer       `json:"met" csv:"met"`
}

// A Verdict says whether the team is aligned, by a printed rule.
type Verdict struct {
	ID          VerdictID      `json:"id"`
	Clear       bool           `json:"clear"` // the interval leaves the target on one side
	Sentence    string         `json:"sentence"`
	Because     []string       `json:"because"`
	PointsToGo  float64        `json:"points_to_go"` // a fraction of 1; 0 where the standard's figure is met
	Standard    StandardResult `json:"standard"`
	Next        string         `json:"next,omitempty"`  // how many more lessons would tell
	Worst       string         `json:"worst,omitempty"` // the indicator with the largest part of the distance
	Without     VerdictID      `json:"without_worst,omitempty"`
	NotObserved VerdictID      `json:"not_observed_as_lowest"`
}

// A VerdictID is one of the four verdicts.
type VerdictID string

// The verdicts.
const (
	Aligned       VerdictID = "aligned"
	PartlyAligned VerdictID = "partly_aligned"
	NotYetAligned VerdictID = "not_yet_aligned"
	CannotTell    VerdictID = "cannot_tell"
)

// Words returns the verdict as people say it.
func (id VerdictID) Words() string {
	return map[VerdictID]string{
		Aligned: "aligned", PartlyAligned: "partly aligned",
		NotYetAligned: "not yet aligned", CannotTell: "cannot tell",
	}[id]
}
