// Simulate shows how well package variance recovers components it is given:
// bias, standard errors, and the coverage of every interval.
//
//	go run -C cmd/tools ./simulate/variance > docs/simulations-variance.md
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "simulate:", err)
		os.Exit(1)
	}
}

// run writes the report of all scenarios.
func run(ctx context.Context, args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("simulate", flag.ContinueOnError)
	runs := flags.Int("runs", 1000, "data sets a scenario")
	seed := flags.Uint64("seed", 1, "seed of the random numbers")
	date := flags.String("date", "2026-11-21", "date to print")
	output := flags.String("o", "", "file to write instead of standard output")
	only := flags.String("only", "", "name of the one scenario to run")
	if err := flags.Parse(args); err != nil {
		return err
	}
	r := report{runs: *runs, seed: *seed, date: *date}
	for i, s := range scenarios {
		if *only != "" && s.name != *only {
			continue
		}
		fits, err := repeat(ctx, s, uint64(i), *runs, *seed)
		if err != nil {
			return err
		}
		r.add(s, fits)
	}
	if *output == "" {
		_, err := io.WriteString(stdout, r.String())
		return err
	}
	return os.WriteFile(*output, []byte(r.String()), 0o644)
}

// repeat fits the data sets of a scenario, in parallel, by their index.
func repeat(ctx context.Context, s scenario, id uint64, runs int, seed uint64) ([]outcome, error) {
	outcomes := make([]outcome, runs)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range outcomes {
		group.Go(func() (err error) {
			outcomes[i], err = s.fit(ctx, generator(seed, id, uint64(i)))
			return err
		})
	}
	return outcomes, group.Wait()
}
