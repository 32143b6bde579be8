// Simulate shows how well package variance recovers components it is given:
// bias, standard errors, and the coverage of every interval.
//
//	go run -C cmd/tools ./simulate/variance > docs/simulations-variance.md
package main

import (
	"context"
	"io"
	"strings"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
)

func main() { simulation.Main(1000, "data sets a scenario", run) }

// run writes the report of all scenarios.
func run(ctx context.Context, settings simulation.Settings, out io.Writer) error {
	r := report{runs: settings.Runs, seed: settings.Seed, date: settings.Date}
	for i, s := range scenarios {
		if !strings.Contains(s.name, settings.Only) {
			continue
		}
		fits, err := repeat(ctx, s, uint64(i), settings.Runs, settings.Seed)
		if err != nil {
			return err
		}
		r.add(s, fits)
	}
	_, err := io.WriteString(out, r.String())
	return err
}

// repeat fits the data sets of a scenario, in parallel, by their index.
func repeat(ctx context.Context, s scenario, id uint64, runs int, seed uint64) ([]outcome, error) {
	outcomes := make([]outcome, runs)
	err := simulation.Each(ctx, runs, func(ctx context.Context, i int) (err error) {
		outcomes[i], err = s.fit(ctx, generator(seed, id, uint64(i)))
		return err
	})
	return outcomes, err
}
