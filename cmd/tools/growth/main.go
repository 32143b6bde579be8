//go:build unix

// Growth measures how the work of a report grows with the ratings, and prints a
// table of Markdown for docs/performance.md: make growth.
//
// One thing is doubled at a time, from 10,000 ratings to a million, and the CPU
// time of each part is taken. The growth is the slope of a line through the
// logarithms of both: 1 is in step with the ratings, 2 with their square. What
// a part takes in under a hundredth of a second is too little to be measured.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/stats/team"
)

func main() {
	most := flag.Int("most", 1_000_000, "ratings of the largest team")
	only := flag.String("only", "", "what is doubled: one of raters, meetings, neighbors, lessons, indicators, reasons")
	alone := flag.String("part", "", "one part alone, such as severity")
	flag.Parse()
	fmt.Println("| doubled | part | growth | CPU at 10⁴ | at the largest |")
	fmt.Println("|---|---|---|---|---|")
	for _, d := range doublings {
		if *only != "" && !strings.HasPrefix(d.name, *only) {
			continue
		}
		if *alone != "" {
			d.parts = []string{*alone}
		}
		if err := d.measure(*most); err != nil {
			fmt.Fprintln(os.Stderr, "growth:", err)
			os.Exit(1)
		}
	}
}

// A doubling is what grows: the world of a factor.
type doubling struct {
	name  string
	world func(factor int) world
	parts []string // nil: all
}

var doublings = []doubling{
	{"raters: all see the same 20 lessons", func(k int) world { return world{raters: 25 * k, lessons: 20, seen: 25 * k, indicators: 20} }, nil},
	{"meetings: raters and lessons, 10 a lesson at random", func(k int) world {
		return world{raters: 50 * k, lessons: 50 * k, seen: 10, indicators: 20, mixed: true}
	}, nil},
	{"neighbors: raters and lessons, 10 a lesson, as in a ring", func(k int) world {
		return world{raters: 50 * k, lessons: 50 * k, seen: 10, indicators: 20}
	}, []string{"severity"}},
	{"lessons: 50 raters, 10 a lesson", func(k int) world { return world{raters: 50, lessons: 50 * k, seen: 10, indicators: 20} }, nil},
	{"indicators: 20 raters see 25 lessons", func(k int) world { return world{raters: 20, lessons: 25, seen: 20, indicators: 20 * k} }, nil},
	{"reasons: 50 raters, 10 a lesson, all with a reason", func(k int) world {
		return world{raters: 50, lessons: 50 * k, seen: 10, indicators: 20, reasons: true}
	}, []string{"report"}},
}

// A part is something that a report computes.
type part struct {
	name string
	run  func(context.Context, calibrate.Study) error
}

// parts leaves to each its own Stats: nothing is computed for another.
var parts = []part{
	{"severity", of(func(m *team.Stats) { team.Severities(m) })},
	{"pairs", of(func(m *team.Stats) {
		if len(m.Table.Raters()) <= 300 { // more are not listed, and a note says so
			team.Pairs(m)
		}
	})},
	{"camps", func(ctx context.Context, s calibrate.Study) error {
		_, err := team.FindCamps(ctx, stats(s))
		return err
	}},
	{"`--by`", of(func(m *team.Stats) {
		sides := make([]int, len(m.Table.Raters()))
		for g := range sides {
			sides[g] = g % 3
		}
		_, share, _ := team.Across(m, sides)
		team.PermuteGroups(m, sides, share)
		for side := range 3 {
			sub := team.Among(m, func(rater int32) bool { return sides[rater] == side })
			sub.Figures(sub.All(), m.Unit)
		}
	})},
	{"report", func(ctx context.Context, s calibrate.Study) error {
		_, err := analysis.Analyse(ctx, s, calibrate.Options{})
		return err
	}},
}

func stats(s calibrate.Study) *team.Stats {
	return team.New(s.Table, team.Options{Confidence: 0.95, Seed: 1})
}

func of(f func(*team.Stats)) func(context.Context, calibrate.Study) error {
	return func(_ context.Context, s calibrate.Study) error {
		f(stats(s))
		return nil
	}
}

// least is the CPU time, in seconds, from which on a part is measured.
const least = 0.01

// measure prints a line a part.
func (d doubling) measure(most int) error {
	sizes, times := map[string][]float64{}, map[string][]float64{}
	for k := 1; ; k *= 2 {
		study := d.world(k).study()
		ratings := study.Table.Ratings()
		for _, p := range parts {
			if d.parts != nil && !slices.Contains(d.parts, p.name) {
				continue
			}
			t, err := spent(func() error { return p.run(context.Background(), study) })
			if err != nil {
				return err
			}
			sizes[p.name], times[p.name] = append(sizes[p.name], float64(ratings)), append(times[p.name], t)
		}
		fmt.Fprintf(os.Stderr, "%s: %d ratings\n", d.name, ratings)
		if 2*ratings > most*13/10 {
			break
		}
	}
	for _, p := range parts {
		t := times[p.name]
		if len(t) > 0 {
			fmt.Printf("| %s | %s | %s | %s | %s |\n", d.name, p.name, growth(sizes[p.name], t), seconds(t[0]), seconds(t[len(t)-1]))
		}
	}
	return nil
}

// growth is the slope of log time on log ratings, of what can be measured.
func growth(ratings, times []float64) string {
	var x, y []float64
	for i, t := range times {
		if t >= least {
			x, y = append(x, math.Log(ratings[i])), append(y, math.Log(t))
		}
	}
	if len(x) < 3 {
		return "–"
	}
	_, slope := stat.LinearRegression(x, y, nil, false)
	return fmt.Sprintf("%.2f", slope)
}

func seconds(t float64) string {
	if t < least {
		return "under 0.01 s"
	}
	return fmt.Sprintf("%.2f s", t)
}

// spent is the CPU time of f, the least of up to three runs.
func spent(f func() error) (float64, error) {
	best := math.Inf(1)
	for range 3 {
		runtime.GC()
		before := used()
		if err := f(); err != nil {
			return 0, err
		}
		best = min(best, used()-before)
		if best > 0.5 {
			break // long enough to be told from the noise
		}
	}
	return best, nil
}

func used() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return math.NaN()
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
