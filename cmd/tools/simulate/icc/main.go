// Command icc counts how often the intervals of intraclass correlations hold
// the truth, on files drawn from known variances, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/icc -date 2026-11-30 > docs/simulations-icc.md
package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/resample"
)

var ids = []string{"icc_1_1", "icc_a_1", "icc_c_1", "icc_c_k0"}

const preface = `# Do the intervals of intraclass correlations hold the truth?

Simulated on %s, seed %d: %d made-up files a row. To run it again:

    go run -C cmd/tools ./simulate/icc -date DATE > docs/simulations-icc.md

Scores are normal, with variances of %g (lesson), %g (indicator within the lesson), %g (rater) and %g (the rest); of one lesson the first two are its indicators'. The F interval of ICC(A,·) speaks of other raters too, the other intervals of these raters.

Per cent of intervals at 95%% that hold the truth; in brackets those below it and those above it.

`

func main() { simulation.Main(500, "files a design", run) }

func run(ctx context.Context, s simulation.Settings, out io.Writer) error {
	fmt.Fprintf(out, preface, s.Date, s.Seed, s.Runs, lessonVariance, itemVariance, raterVariance, residualVariance)
	fmt.Fprintf(out, "| design | method | %s |\n", strings.Join(ids, " | "))
	fmt.Fprintf(out, "|---|---|%s\n", strings.Repeat("---|", len(ids)))
	for _, d := range designs {
		if !strings.Contains(d.name(), s.Only) {
			continue
		}
		counts, err := d.count(ctx, s.Runs, s.Seed)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "| %s | %s |", d.name(), d.method())
		for _, c := range counts {
			fmt.Fprintf(out, " %.1f (%.1f, %.1f) |", 100*c.holds/c.files, 100*c.below/c.files, 100*c.above/c.files)
		}
		fmt.Fprintln(out)
	}
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
