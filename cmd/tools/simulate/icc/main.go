// Command coverage counts how often the intervals of intraclass correlations
// hold the truth, on files drawn from known variances, and prints a table in
// Markdown.
//
//	go run -C cmd/tools ./simulate/icc -runs 2000
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/resample"
)

var ids = []string{"icc_1_1", "icc_a_1", "icc_c_1", "icc_c_k0"}

func main() {
	runs := flag.Int("runs", 1000, "files a design")
	seed := flag.Uint64("seed", 1, "of the random numbers")
	flag.Parse()
	if err := run(context.Background(), *runs, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, runs int, seed uint64) error {
	fmt.Printf("| design | method | %s |\n", strings.Join(ids, " | "))
	fmt.Printf("|---|---|%s\n", strings.Repeat("---|", len(ids)))
	for _, d := range designs {
		counts, err := d.count(ctx, runs, seed)
		if err != nil {
			return err
		}
		fmt.Printf("| %s | %s |", d.name(), d.method())
		for _, c := range counts {
			fmt.Printf(" %.1f (%.1f, %.1f) |", 100*c.holds/c.files, 100*c.below/c.files, 100*c.above/c.files)
		}
		fmt.Println()
	}
	fmt.Println("\nPer cent of intervals at 95% that hold the truth; in brackets, those below it and above it.")
	return nil
}

// A tally counts the intervals of one coefficient.
type tally struct{ files, holds, below, above float64 }

// count draws files and tallies the intervals of each coefficient.
func (d design) count(ctx context.Context, runs int, seed uint64) ([]tally, error) {
	plan := resample.Plan{Replicates: runs, Seed: seed}
	files, err := resample.Run(ctx, plan, func() func(*rand.Rand) []tally {
		return func(rng *rand.Rand) []tally { return d.file(ctx, rng) }
	})
	total := make([]tally, len(ids))
	for _, file := range files {
		for i, t := range file {
			total[i].files += t.files
			total[i].holds += t.holds
			total[i].below += t.below
			total[i].above += t.above
		}
	}
	return total, err
}

// file tallies the intervals of one file.
func (d design) file(ctx context.Context, rng *rand.Rand) []tally {
	out := make([]tally, len(ids))
	m, truth := d.draw(rng)
	data := stats.Prepare(m)
	for i, id := range ids {
		c, err := catalog.Lookup(id)
		if err != nil {
			panic(err)
		}
		r, err := c.Estimate(ctx, data, stats.Options{Unit: d.unit, Bootstrap: d.bootstrap, Workers: 1})
		if err != nil || !r.Lower.OK() {
			continue
		}
		want := truth(id, r.K.Or(1))
		out[i] = tally{files: 1}
		switch {
		case r.Upper.Or(0) < want:
			out[i].below = 1
		case r.Lower.Or(0) > want:
			out[i].above = 1
		default:
			out[i].holds = 1
		}
	}
	return out
}
