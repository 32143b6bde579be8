// Simulate measures how often a line between two levels is said to be shared,
// or not shared, where it is otherwise, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/boundaries -date 2026-11-29 > docs/simulations-boundaries.md
//
// It is not part of the tests: it takes minutes.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/resample"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of all draws")
	teams := flag.Int("teams", 150, "teams a row")
	date := flag.String("date", "", "the date to print")
	flag.Parse()
	fmt.Printf(preface, *date, *seed, *teams)
	stream := uint64(0)
	for _, w := range worlds {
		for _, z := range sizes {
			stream++
			c, err := w.simulate(z, *seed^stream<<20, *teams)
			if err != nil {
				fmt.Fprintln(os.Stderr, "simulate:", err)
				os.Exit(1)
			}
			n := float64(*teams) / 100
			fmt.Printf("| %s | %d × %d × %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n", w.name, z.raters, z.lessons, z.indicators,
				float64(c.shared)/n, float64(c.falselyShared)/n, float64(c.apart)/n, float64(c.falselyApart)/n, float64(c.both)/n, float64(c.turned)/n)
		}
	}
}

// A count is of teams.
type count struct {
	shared, falselyShared int // a line is said to be shared; one that is not
	apart, falselyApart   int
	both, turned          int // of one line the one, of another the other; and they are the other way round
}

// simulate draws teams, a file of each, and counts what is said of them.
func (w world) simulate(z size, seed uint64, teams int) (count, error) {
	counts := make([]count, teams)
	group, ctx := errgroup.WithContext(context.Background())
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range counts {
		group.Go(func() (err error) {
			counts[i], err = w.team(ctx, z, resample.Rand(seed, i))
			return err
		})
	}
	var sum count
	if err := group.Wait(); err != nil {
		return sum, err
	}
	for _, c := range counts {
		sum.shared += c.shared
		sum.falselyShared += c.falselyShared
		sum.apart += c.apart
		sum.falselyApart += c.falselyApart
		sum.both += c.both
		sum.turned += c.turned
	}
	return sum, nil
}

// nearlyAll is how many indicators, or lessons, stand for all there are.
const nearlyAll = 400

// team draws one, what is true of its lines, and what is said of one file.
func (w world) team(ctx context.Context, z size, rng *rand.Rand) (c count, err error) {
	t := newTeam(w, z, rng)
	o := stats.Options{Unit: inference.UnitFor(z.lessons), Workers: 1}
	truth, err := lines(ctx, t, nearlyAll, rng, stats.Options{Variance: stats.Linearized, Workers: 1})
	if err != nil {
		return c, err
	}
	list, err := lines(ctx, t, z.clusters(), rng, o)
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
