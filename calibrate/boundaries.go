package calibrate

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
)

// A BoundaryAgreement is how far raters agree on which side of a line between
// two levels an item is. Kappa is Fleiss' of the scale cut in two there, with
// its error and limits.
type BoundaryAgreement struct {
	Of     *Of          `json:"of,omitempty" csv:"of"`
	Scale  string       `json:"scale,omitempty" csv:"scale"`
	Below  float64      `json:"below" csv:"below"`
	Above  float64      `json:"above" csv:"above"`
	Exact  stats.Number `json:"exact" csv:"exact"`
	Chance stats.Number `json:"chance" csv:"chance"`
	Kappa  stats.Number `json:"kappa" csv:"kappa"`
	SE     stats.Number `json:"se" csv:"se"`
	Lower  stats.Number `json:"lower" csv:"lower"`
	Upper  stats.Number `json:"upper" csv:"upper"`
	Items  int          `json:"items" csv:"items"`
}

// A ConfusionCell counts the pairs of ratings of the same item on two levels;
// a pair of different levels stands in two cells. Of two raters A and B it
// counts the items to which A gave Level and B gave Other.
type ConfusionCell struct {
	Of    *Of     `json:"of,omitempty" csv:"of"`
	Scale string  `json:"scale,omitempty" csv:"scale"`
	Level float64 `json:"level" csv:"level"`
	Other float64 `json:"other" csv:"other"`
	Pairs float64 `json:"pairs" csv:"pairs"`
	A     string  `json:"a,omitempty" csv:"a"`
	B     string  `json:"b,omitempty" csv:"b"`
}

// SharedBoundaries returns the boundaries that the team shares and those that it
// does not, by the rule of package agree. Of the others the ratings cannot tell.
func SharedBoundaries(list []BoundaryAgreement) (shared, apart []BoundaryAgreement) {
	for _, b := range list {
		line := agree.Boundary{
			Exact: b.Exact, Kappa: stats.Result{Value: b.Kappa, Lower: b.Lower, Upper: b.Upper, Items: b.Items},
		}
		switch {
		case line.Shared():
			shared = append(shared, b)
		case line.Apart():
			apart = append(apart, b)
		}
	}
	return shared, apart
}
