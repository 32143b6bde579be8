package agree

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats/weight"
)

// A Choice is a coefficient under a scheme of weights, nil where it takes
// none.
type Choice struct {
	Coefficient *Coefficient
	Weights     *weight.Scheme
}

// Choices returns each coefficient with each scheme that it takes, in the
// order given; without schemes, with identity.
func Choices(coefficients []*Coefficient, schemes []*weight.Scheme) []Choice {
	if len(schemes) == 0 {
		schemes = weight.Schemes[:1]
	}
	var choices []Choice
	for _, c := range coefficients {
		if !c.TakesWeights {
			choices = append(choices, Choice{c, nil})
			continue
		}
		for _, w := range schemes {
			if !w.DependsOnData() || c.byData {
				choices = append(choices, Choice{c, w})
			}
		}
	}
	return choices
}

// EstimateAll computes several choices, one a worker, and returns the Results
// in their order.
func (d *Data) EstimateAll(ctx context.Context, choices []Choice, o Options) ([]Result, error) {
	results := make([]Result, len(choices))
	group, ctx := errgroup.WithContext(ctx)
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	group.SetLimit(workers)
	if workers = min(workers, len(choices)); workers > 1 {
		o.Workers = 1 // the bootstraps run side by side
	}
	for i, c := range choices {
		group.Go(func() (err error) {
			results[i], err = d.Estimate(ctx, c.Coefficient, c.Weights, o)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return results, nil
}
