package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// Master compares the team with an answer key. Who is how far from it stands
// in private sheets only.
type Master struct {
	Raters  int `json:"raters"`
	Items   int `json:"items"`   // with an agreed score and a rating
	Ratings int `json:"ratings"` // of these items
	Figures
	Difference stats.Number      `json:"difference"` // mean of rating minus agreed score
	Kappa      stats.Number      `json:"kappa"`      // quadratic weights
	Indicators []MasterIndicator `json:"indicators"`
	Levels     []MasterLevel     `json:"levels"`
}

// MasterIndicator compares one indicator with the answer key.
type MasterIndicator struct {
	ID      string `json:"id" csv:"id"`
	Items   int    `json:"items" csv:"items"`
	Ratings int    `json:"ratings" csv:"ratings"`
	Figures
	Difference stats.Number `json:"difference" csv:"difference"`
}

// MasterLevel says what the team gave where the agreed score is Value: shares
// of the ratings that are below it, equal to it and above it.
type MasterLevel struct {
	Scale   string       `json:"scale,omitempty" csv:"scale"`
	Value   float64      `json:"value" csv:"value"`
	Ratings int          `json:"ratings" csv:"ratings"`
	Below   stats.Number `json:"below" csv:"below"`
	Exact   stats.Number `json:"exact" csv:"exact"`
	Above   stats.Number `json:"above" csv:"above"`
}
