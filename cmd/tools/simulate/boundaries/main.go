// Simulate measures how often a line between two levels is said to be shared,
// or not shared, where it is otherwise, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/boundaries -date 2026-11-29 > docs/simulations-boundaries.md
//
// It is not part of the tests: it takes minutes.
package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/resample"
)

func main() { simulation.Main(150, "teams a row", run) }

func run(ctx context.Context, s simulation.Settings, out io.Writer) error {
	fmt.Fprintf(out, preface, s.Date, s.Seed, s.Runs)
	stream := uint64(0)
	for _, w := range worlds {
		for _, z := range sizes {
			stream++
			row := fmt.Sprintf("| %s | %d × %d × %d |", w.name, z.Raters, z.Lessons, z.Indicators)
			if !strings.Contains(row, s.Only) {
				continue
			}
			c, err := w.simulate(ctx, z, s.Seed^stream<<20, s.Runs)
			if err != nil {
				return err
			}
			n := float64(s.Runs) / 100
			fmt.Fprintf(out, "%s %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n", row,
				float64(c.shared)/n, float64(c.falselyShared)/n, float64(c.apart)/n, float64(c.falselyApart)/n, float64(c.both)/n, float64(c.turned)/n)
		}
	}
	return nil
}

// A count is of teams.
type count struct {
	shared, falselyShared int // a line is said to be shared; one that is not
	apart, falselyApart   int
	both, turned          int // of one line the one, of another the other; and they are the other way round
}

// simulate draws teams, a file of each, and counts what is said of them.
func (w world) simulate(ctx context.Context, z simulation.Size, seed uint64, teams int) (sum count, err error) {
	counts := make([]count, teams)
	err = simulation.Each(ctx, teams, func(ctx context.Context, i int) (err error) {
		counts[i], err = w.team(ctx, z, resample.Rand(seed, i))
		return err
	})
	for _, c := range counts {
		sum.shared += c.shared
		sum.falselyShared += c.falselyShared
		sum.apart += c.apart
		sum.falselyApart += c.falselyApart
		sum.both += c.both
		sum.turned += c.turned
	}
	return sum, err
}

// nearlyAll is how many indicators, or lessons, stand for all there are.
const nearlyAll = 400

// team draws one, what is true of its lines, and what is said of one file.
func (w world) team(ctx context.Context, z simulation.Size, rng *rand.Rand) (c count, err error) {
	t := newTeam(w, z, rng)
	o := stats.Options{Unit: inference.UnitFor(z.Lessons), Workers: 1}
	truth, err := lines(ctx, t, nearlyAll, rng, stats.Options{Variance: stats.Linearized, Workers: 1})
	if err != nil {
		return c, err
	}
	list, err := lines(ctx, t, z.Clusters(), rng, o)
	if err != nil {
		return c, err
	}
	holds := map[float64]agree.Boundary{}
	for _, b := range truth {
		holds[b.Below] = b
	}
	for _, b := range list {
		is := holds[b.Below]
		switch {
		case b.Shared():
			c.shared = 1
			if is.Exact.Or(1) < agree.ApartSide || is.Kappa.Value.Or(1) < agree.SharedKappa {
				c.falselyShared = 1
			}
		case b.Apart():
			c.apart = 1
			if is.Exact.Or(0) >= agree.SharedSide || is.Kappa.Value.Or(0) >= agree.ApartKappa {
				c.falselyApart = 1
			}
		}
		for _, d := range list {
			if b.Shared() && d.Apart() {
				c.both = 1
				if is.Kappa.Value.Or(1) < holds[d.Below].Kappa.Value.Or(0) {
					c.turned = 1
				}
			}
		}
	}
	return c, nil
}

// lines computes the agreement at each line of a file of so many clusters.
func lines(ctx context.Context, t *team, clusters int, rng *rand.Rand, o stats.Options) ([]agree.Boundary, error) {
	return agree.Prepare(t.rate(clusters, rng)).Boundaries(ctx, o)
}
