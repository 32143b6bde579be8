package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

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
