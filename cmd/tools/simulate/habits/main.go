// Simulate measures how often package habit names a rater who has no habit,
// and how often it finds one who has, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/habits -date 2026-11-29 > docs/simulations-habits.md
//
// It is not part of the tests: it takes an hour.
package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats/habit"
	"github.com/cb401426/calibrate/stats/resample"
)

func main() { simulation.Main(200, "teams a row", run) }

// A study is a run of the simulation.
type study struct {
	context.Context
	simulation.Settings
}

// found is how many teams have a finding of each kind: of anyone, and of the
// first rater.
type found struct{ anyone, first map[habit.Kind]int }

// teamsWith draws the teams of a world and counts findings.
func (s *study) teamsWith(w world, stream uint64) (found, error) {
	lists := make([][]habit.Finding, s.Runs)
	err := simulation.Each(s, s.Runs, func(_ context.Context, i int) error {
		rng := resample.Rand(s.Seed^stream<<20, i)
		rows := w.levels(rng)
		t := w.table(rows)
		o := habit.Options{Seed: rng.Uint64()}
		lists[i] = habit.Find(t, o).Findings
		key := w.key(rows, rng)
		master := func(item int) (float64, bool) { return key[item], true }
		lists[i] = append(lists[i], habit.Far(t, master, o).Findings...)
		return nil
	})
	f := found{map[habit.Kind]int{}, map[habit.Kind]int{}}
	for _, list := range lists {
		anyone, first := map[habit.Kind]int{}, map[habit.Kind]int{}
		for _, x := range list {
			anyone[x.Kind] = 1
			if x.Rater == 0 {
				first[x.Kind] = 1
			}
		}
		for _, k := range habit.Kinds {
			f.anyone[k] += anyone[k]
			f.first[k] += first[k]
		}
		f.anyone["any"] += max(anyone[habit.Severity], anyone[habit.OneLevel], anyone[habit.NarrowRange], anyone[habit.ReadingOfIndicator])
		f.anyone["not severity"] += max(anyone[habit.OneLevel], anyone[habit.NarrowRange], anyone[habit.ReadingOfIndicator])
		f.anyone["spread"] += max(anyone[habit.OneLevel], anyone[habit.NarrowRange])
		f.first["spread"] += max(first[habit.OneLevel], first[habit.NarrowRange])
	}
	return f, err
}

// key is an answer key: of each item a level drawn from its ratings, so that
// the raters are as far from it as from each other.
func (w *world) key(rows [][]int, rng *rand.Rand) []float64 {
	list := make([]float64, len(rows))
	for i, row := range rows {
		for list[i] == 0 {
			list[i] = float64(row[rng.IntN(len(row))])
		}
	}
	return list
}

func (s *study) percent(n int) string {
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(s.Runs))
}

// A size is a design.
type size struct{ raters, lessons, indicators int }

func (z size) String() string {
	return fmt.Sprintf("%d × %d × %d", z.raters, z.lessons, z.indicators)
}

var sizes = []size{
	{8, 1, 8}, {12, 1, 10}, {25, 1, 22}, {12, 2, 10}, {8, 3, 8}, {12, 3, 10}, {25, 3, 22}, {12, 5, 10},
}

// run prints the page.
func run(ctx context.Context, settings simulation.Settings, out io.Writer) error {
	s := &study{ctx, settings}
	fmt.Fprintf(out, preface, s.Date, s.Seed, s.Runs)
	if err := s.nulls(out); err != nil {
		return err
	}
	return s.power(out)
}

// nulls are the teams without habits.
var nulls = []struct {
	name  string
	world world
}{
	{"alike", world{noise: 1}},
	{"severity only", world{severity: 0.6, noise: 0.8}},
	{"readings of lessons", world{ofLesson: 0.6, noise: 0.8}},
	{"one slip", world{slip: true}},
	{"one unsteady rater", world{noise: 1, unsteady: true}},
}

var gaps = []string{"complete", "a fifth at random", "two forms", "two came late", "lessons in turn"}

func (s *study) nulls(out io.Writer) error {
	fmt.Fprint(out, nullHead)
	stream := uint64(0)
	for _, null := range nulls {
		for _, gap := range gaps {
			for _, agreement := range []float64{0.45, 0.6, 0.75, 0.85, 0.93, 0.97} {
				if null.world.slip && agreement < 0.97 || null.world.unsteady && gap != gaps[0] {
					continue
				}
				w := null.world
				w.gaps, w.cuts = gap, usual
				w = w.tuned(agreement)
				for _, z := range sizes {
					stream++
					w.raters, w.lessons, w.indicators = z.raters, z.lessons, z.indicators
					share := fmt.Sprintf("%.0f", 100*agreement)
					if w.slip {
						share = "–"
					}
					row := fmt.Sprintf("| %s | %s | %s | %s", null.name, gap, z, share)
					if gap == "lessons in turn" && z.lessons < 3 || !strings.Contains(row, s.Only) {
						continue
					}
					f, err := s.teamsWith(w, stream)
					if err != nil {
						return err
					}
					severity, any, master := s.percent(f.anyone[habit.Severity]), f.anyone["any"], s.percent(f.anyone[habit.FarFromMaster])
					if w.severity > 0 || w.ofLesson > 0 && z.lessons < 3 {
						severity, any, master = "("+severity+")", f.anyone["not severity"], "("+master+")"
					}
					if w.unsteady {
						master = "(" + master + ")"
					}
					reading := s.percent(f.anyone[habit.ReadingOfIndicator])
					if z.lessons < 3 {
						reading = "–"
					}
					fmt.Fprintf(out, "%s | %s | %s | %s | **%s** | %s |\n", row, severity, s.percent(f.anyone["spread"]), reading, s.percent(any), master)
				}
			}
		}
	}
	return nil
}

// habits are what the first rater does.
var habits = []struct {
	name string
	kind habit.Kind
	cuts []float64
	does func(level, levels, indicator int, rng *rand.Rand) int
}{
	{"severity of one level", habit.Severity, usual, func(level, _, _ int, _ *rand.Rand) int { return max(1, level-1) }},
	{"severity of half a level", habit.Severity, usual, func(level, _, _ int, rng *rand.Rand) int { return max(1, level-rng.IntN(2)) }},
	{"the middle levels only, ends common", "spread", flat, func(level, levels, _ int, _ *rand.Rand) int {
		return min(levels-1, max(2, level))
	}},
	{"level 3 throughout", "spread", usual, func(_, _, _ int, _ *rand.Rand) int { return 3 }},
	{"one indicator one level lower", habit.ReadingOfIndicator, usual, func(level, _, i int, _ *rand.Rand) int {
		if i == 0 {
			return max(1, level-1)
		}
		return level
	}},
}

func (s *study) power(out io.Writer) error {
	fmt.Fprint(out, powerHead)
	stream := uint64(1 << 20)
	for _, h := range habits {
		for _, agreement := range []float64{0.6, 0.75, 0.85, 0.93} {
			w := world{severity: 0.3, ofLesson: 0.3, noise: 0.9, cuts: h.cuts}.tuned(agreement)
			w.habit = h.does
			for _, z := range append(sizes, size{8, 5, 8}, size{25, 5, 22}) {
				stream++
				w.raters, w.lessons, w.indicators = z.raters, z.lessons, z.indicators
				row := fmt.Sprintf("| %s | %s | %.0f", h.name, z, 100*agreement)
				if h.kind == habit.ReadingOfIndicator && z.lessons < 3 || !strings.Contains(row, s.Only) {
					continue
				}
				f, err := s.teamsWith(w, stream)
				if err != nil {
					return err
				}
				fmt.Fprintf(out, "%s | %s |\n", row, s.percent(f.first[h.kind]))
			}
		}
	}
	return nil
}
