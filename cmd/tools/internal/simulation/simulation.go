// Package simulation is what all simulations share: their flags, their work in
// parallel, and teams whose ratings are cut from a latent score.
package simulation

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Settings are the flags of a simulation.
type Settings struct {
	Seed uint64
	Runs int    // teams, series or files a row
	Date string // to print
	Only string // the rows that hold this
}

// Main runs a simulation that prints to standard output, with so many runs a
// row where -runs does not say. An interrupt ends it.
func Main(runs int, of string, run func(context.Context, Settings, io.Writer) error) {
	var s Settings
	flag.Uint64Var(&s.Seed, "seed", 1, "seed of all draws")
	flag.IntVar(&s.Runs, "runs", runs, of)
	flag.StringVar(&s.Date, "date", "", "the date to print")
	flag.StringVar(&s.Only, "only", "", "only the rows that hold this")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, s, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "simulate:", err)
		os.Exit(1)
	}
}

// Each does n things in parallel, and returns the first error.
func Each(ctx context.Context, n int, do func(ctx context.Context, i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error { return do(ctx, i) })
	}
	return group.Wait()
}
