// Simulate measures how often package rounds says a word of teams that did not
// move, and how often it finds a change, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/rounds -date 2026-11-29 > docs/simulations-rounds.md
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
	"github.com/cb401426/calibrate/stats/resample"
	"github.com/cb401426/calibrate/stats/rounds"
)

func main() { simulation.Main(1000, "series a row", run) }

// A study is a run of the simulation.
type study struct {
	context.Context
	simulation.Settings
	stream uint64
}

// share draws the series of a row and returns the shares of them in which each
// of what is asked holds.
func (s *study) share(n int, one func(rng *rand.Rand) []bool) ([]float64, error) {
	s.stream++
	list := make([][]bool, s.Runs)
	err := simulation.Each(s, s.Runs, func(_ context.Context, i int) error {
		list[i] = one(resample.Rand(s.Seed^s.stream<<20, i))
		return nil
	})
	shares := make([]float64, n)
	for _, row := range list {
		for k, yes := range row {
			if yes {
				shares[k] += 100 / float64(s.Runs)
			}
		}
	}
	return shares, err
}

// row prints a row of shares.
func (s *study) row(out io.Writer, name string, n int, one func(rng *rand.Rand) []bool) error {
	if !strings.Contains(name, s.Only) {
		s.stream++
		return nil
	}
	shares, err := s.share(n, one)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "| %s |", name)
	for _, v := range shares {
		fmt.Fprintf(out, " %.1f |", v)
	}
	fmt.Fprintln(out)
	return nil
}

// A size is a design: the lessons are those of each round.
type size struct{ raters, lessons, indicators int }

func (z size) String() string {
	return fmt.Sprintf("%d × %d × %d", z.raters, z.lessons, z.indicators)
}

var sizes = []size{
	{8, 1, 8}, {12, 1, 10}, {25, 1, 22}, {12, 2, 10}, {8, 3, 8}, {12, 3, 10}, {25, 3, 22}, {12, 6, 10},
}

func run(ctx context.Context, settings simulation.Settings, out io.Writer) error {
	s := &study{Context: ctx, Settings: settings}
	fmt.Fprintf(out, preface, s.Date, s.Seed, s.Runs)
	for _, part := range []func(io.Writer) error{s.still, s.moved, s.compared, s.single, s.talk} {
		if err := part(out); err != nil {
			return err
		}
	}
	return nil
}

// ones are rounds without change.
func ones(n int, scale float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = scale
	}
	return list
}

// order is that of the rounds of a table.
func order(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(i)
	}
	return list
}

// still are teams that do not move.
func (s *study) still(out io.Writer) error {
	fmt.Fprint(out, stillHead)
	for _, w := range []world{aligned, typical, unaligned} {
		for _, levels := range []int{4, 2, 7} {
			if levels != 4 && w != typical {
				continue
			}
			for _, z := range sizes {
				for _, n := range []int{2, 3, 5, 8} {
					if n > 3 && z.lessons > 3 || n == 8 && w != typical {
						continue
					}
					x := series{world: w, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: levels, scale: ones(n, 1)}
					name := fmt.Sprintf("%s | %d | %s | %d", w.name, levels, z, n)
					if err := s.row(out, name, 4, x.words); err != nil {
						return err
					}
				}
			}
		}
	}
	for _, z := range sizes {
		x := series{world: typical, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: 4, scale: ones(2, 1), exchanged: z.raters / 2}
		if err := s.row(out, fmt.Sprintf("typical, half exchanged | 4 | %s | 2", z), 4, x.words); err != nil {
			return err
		}
	}
	return nil
}

// words draws a series and reports whether the team is said to have moved from
// any round to the next or from the first to the last, whether the interval of exact from the first to the last holds no
// change, whether any indicator is said to have moved, and whether there is a
// trend.
func (x *series) words(rng *rand.Rand) []bool {
	t, n := x.table(rng), len(x.scale)
	any := false
	o := rounds.Options{Comparisons: rounds.Comparisons(n)}
	for b := 1; b < n; b++ {
		any = any || rounds.Between(t, order(n), b-1, b, o).Movement != rounds.CannotTell
	}
	last := rounds.Between(t, order(n), 0, n-1, o)
	any = any || last.Movement != rounds.CannotTell
	c := last.Exact
	indicator := false
	for _, i := range rounds.ByIndicator(t, order(n), 0, n-1, o) {
		indicator = indicator || i.Movement != rounds.CannotTell
	}
	trend := rounds.Trend(t, order(n), o)
	return []bool{any, c.Lower.Or(0) <= 0 && c.Upper.Or(0) >= 0, indicator, trend.P.Or(1) <= 0.05}
}

// moved are teams that come from an exact agreement of 50% to 65%.
func (s *study) moved(out io.Writer) error {
	fmt.Fprint(out, movedHead)
	before, after := scaleFor(0.50), scaleFor(0.65)
	for _, z := range sizes {
		x := series{world: typical, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: 4, scale: []float64{before, after}}
		name := fmt.Sprintf("50%% to 65%% | %s", z)
		if err := s.row(out, name, 2, func(rng *rand.Rand) []bool {
			c := rounds.Between(x.table(rng), order(2), 0, 1, rounds.Options{})
			return []bool{c.Movement == rounds.Together, c.Movement == rounds.Apart}
		}); err != nil {
			return err
		}
	}
	return nil
}

// scaleFor is the scale of the raters' part of a typical team whose pairs agree
// so often, by bisection.
func scaleFor(agreement float64) float64 {
	low, high := 0.0, 4.0
	for range 14 {
		x := series{world: typical, raters: 12, lessons: 60, indicators: 10, levels: 4, scale: []float64{(low + high) / 2}}
		if rounds.Of(x.table(rand.New(rand.NewPCG(7, 7))), 0, rounds.Selection{}).Exact.Or(0) > agreement {
			low = x.scale[0]
		} else {
			high = x.scale[0]
		}
	}
	return high
}

// single are drifts of a single rater.
func (s *study) single(out io.Writer) error {
	fmt.Fprint(out, singleHead)
	for _, z := range sizes {
		for _, drift := range []float64{0, 0.5, 1} {
			x := series{world: typical, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: 4, scale: ones(2, 1), drift: drift}
			name := fmt.Sprintf("%s | %.1f", z, drift)
			if err := s.row(out, name, 2, func(rng *rand.Rand) []bool {
				t := x.table(rng)
				list, _ := rounds.Drifts(t, order(2), 0, 1)
				var first, other bool
				for _, d := range list {
					if t.Raters()[d.Rater] == "0" && drift > 0 {
						first = d.Moved
					} else {
						other = other || d.Moved
					}
				}
				return []bool{first, other}
			}); err != nil {
				return err
			}
		}
	}
	return nil
}
