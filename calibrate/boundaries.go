package calibrate

import "github.com/cb401426/calibrate/stats"

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
// a pair of different levels stands in two cells.
type ConfusionCell struct {
	Of    *Of     `json:"of,omitempty" csv:"of"`
	Scale string  `json:"scale,omitempty" csv:"scale"`
	Level float64 `json:"level" csv:"level"`
	Other float64 `json:"other" csv:"other"`
	Pairs float64 `json:"pairs" csv:"pairs"`
}

// What a line between two levels must have to count as shared or not: the share
// of pairs on the same side that NAEP asks of a scale of two levels, and that
// the district standard asks, with a kappa that is surely not poor (.40), or
// surely not excellent (.75: Fleiss, Levin & Paik 2003, Statistical Methods for
// Rates and Proportions, p. 604).
const (
	sharedSide, apartSide   = 0.85, 0.75
	sharedKappa, apartKappa = 0.40, 0.75
)

// enoughItems is on how many items nobody must disagree for a boundary to count
// as shared: there is no interval then.
const enoughItems = 10

// SharedBoundaries returns the boundaries that the team shares (85% of pairs on
// the same side, kappa surely at .40 or above) and those that it does not (under
// 75%, kappa surely below .75). Of the others the ratings cannot tell.
func SharedBoundaries(list []BoundaryAgreement) (shared, apart []BoundaryAgreement) {
	for _, b := range list {
		side := b.Exact.Or(0.8)
		lower, ok := b.Lower.Value()
		upper, has := b.Upper.Value()
		switch {
		case b.Kappa.Or(0) == 1 && b.Items >= enoughItems,
			ok && side >= sharedSide && lower >= sharedKappa:
			shared = append(shared, b)
		case has && side < apartSide && upper < apartKappa:
			apart = append(apart, b)
		}
	}
	return shared, apart
}
