package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// A Breakdown is an indicator or a lesson: where the team is together or apart.
type Breakdown struct {
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
	Figures
	TypicalGap    stats.Number `json:"typical_gap" csv:"typical_gap"`
	RWG           stats.Number `json:"rwg" csv:"rwg"`
	AD            stats.Number `json:"ad" csv:"ad"`
	DistanceShare stats.Number `json:"distance_share" csv:"distance_share"`
	ExpectedShare stats.Number `json:"expected_share" csv:"expected_share"`
	Alpha         stats.Number `json:"alpha" csv:"alpha"`
	Settled       Settled      `json:"settled" csv:"settled"`
	Meets         Answer       `json:"meets" csv:"meets"`
	Rank          int          `json:"rank" csv:"rank"`
	Discuss       bool         `json:"discuss" csv:"discuss"`
}

// Settled says what agreeing on this place would win for the whole.
type Settled struct {
	Exact    stats.Number `json:"exact" csv:"exact"`
	Distance stats.Number `json:"distance" csv:"distance"`
}
