package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

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
