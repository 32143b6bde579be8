package statistics

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// Named computes the coefficient with an id under the weights with an
// id.
func Named(ctx context.Context, data *agree.Data, id, weights string, o stats.Options) (stats.Result, error) {
	c, err := catalog.Lookup(id)
	if err != nil {
		return stats.Result{}, fmt.Errorf("coefficients: %w", err)
	}
	w, err := weight.Lookup(weights)
	if err != nil {
		return stats.Result{}, fmt.Errorf("coefficients: %w", err)
	}
	o.Weights = w
	return data.Estimate(ctx, c, o)
}

// CoefficientOf turns a result into the report's form.
func CoefficientOf(r stats.Result) calibrate.Coefficient {
	weights := &r.Weights
	if r.Weights == "" {
		weights = nil // it takes none
	}
	return calibrate.Coefficient{
		ID: r.ID, Weights: weights, Value: r.Value, SE: r.SE, Lower: r.Lower, Upper: r.Upper,
		PValue: r.P, Observed: r.Observed, Expected: r.Expected,
		Items: r.Items, Raters: r.Raters, Unit: stats.Unit(r.Unit), Method: r.Method,
	}
}

// Boundaries returns the agreement at each boundary of ratings on one scale.
func Boundaries(ctx context.Context, d *agree.Data, of *calibrate.Of, scale string, o stats.Options) ([]calibrate.BoundaryAgreement, error) {
	list, err := d.Boundaries(ctx, o)
	if err != nil {
		return nil, err
	}
	var boundaries []calibrate.BoundaryAgreement
	for _, b := range list {
		boundaries = append(boundaries, calibrate.BoundaryAgreement{
			Of: of, Scale: scale, Below: b.Below, Above: b.Above, Exact: b.Exact, Chance: b.Chance,
			Kappa: b.Kappa.Value, SE: b.Kappa.SE, Lower: b.Kappa.Lower, Upper: b.Kappa.Upper, Items: b.Kappa.Items,
		})
	}
	return boundaries, nil
}
