// Simulate measures how often the limits of the distance, and of what stands
// beside it, hold the truth, and prints a page of Markdown:
//
//	go run -C cmd/tools ./simulate/distance -date 2026-11-29 > docs/simulations-distance.md
//
// It is not part of the tests: it takes minutes.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strings"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/dispersion"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/resample"
)

// files is how many a team has.
var files = flag.Int("files", 20, "files a team")

func main() { simulation.Main(100, "teams a row", run) }

var sizes = simulation.Sizes(
	[3]int{8, 1, 8}, [3]int{12, 1, 10}, [3]int{25, 1, 22}, [3]int{8, 2, 8}, [3]int{12, 2, 10}, [3]int{12, 3, 10}, [3]int{25, 3, 22},
	[3]int{12, 5, 10}, [3]int{25, 5, 22}, [3]int{12, 10, 10}, [3]int{8, 10, 8}, [3]int{6, 20, 8},
	[3]int{2, 1, 12}, [3]int{2, 1, 20}, [3]int{4, 1, 20}, [3]int{4, 1, 40}, [3]int{2, 1, 60}, [3]int{4, 40, 1}, [3]int{4, 80, 1},
)

var quadratic, identity = func() (q, n [][]float64) {
	for k := range levels {
		q, n = append(q, make([]float64, levels)), append(n, make([]float64, levels))
		for l := range levels {
			d := float64(k-l) / (levels - 1)
			q[k][l] = d * d
			if k != l {
				n[k][l] = 1
			}
		}
	}
	return q, n
}()

// figures are those whose limits are watched.
var figures = []string{
	"distance (1 − interval alpha)", "nominal alpha", "distance, jackknife's t", "nominal alpha, jackknife's t",
	"exact", "exact, t on K − 1", "exact, by item", "AC1", "AC1, t on K − 1",
}

// An interval is a file's for each figure.
type interval struct{ lower, upper float64 } // NaN where there is none

func run(ctx context.Context, s simulation.Settings, out io.Writer) error {
	fmt.Fprintf(out, preface, s.Date, s.Seed, s.Runs, *files, s.Runs**files, strings.Join(figures, " | "), strings.Repeat("---|", len(figures)))
	stream := uint64(0)
	for _, w := range worlds {
		for _, z := range sizes {
			stream++
			row := fmt.Sprintf("| %s | %d × %d × %d |", w.name, z.Raters, z.Lessons, z.Indicators)
			if !strings.Contains(row, s.Only) {
				continue
			}
			counts := make([][]count, s.Runs)
			err := simulation.Each(ctx, s.Runs, func(_ context.Context, i int) error {
				counts[i] = w.team(z, resample.Rand(s.Seed^stream<<20, i))
				return nil
			})
			if err != nil {
				return err
			}
			fmt.Fprint(out, row)
			for f := range figures {
				var all count
				for _, c := range counts {
					all.add(c[f])
				}
				if f == 0 {
					fmt.Fprintf(out, " %.2f | %.2f | %.0f |", all.mean(all.truth), all.width/float64(all.files-all.absent), 100*all.mean(float64(all.absent)))
				}
				fmt.Fprintf(out, " %s |", all)
			}
			fmt.Fprintln(out)
		}
	}
	return nil
}

// A count is of a figure's intervals.
type count struct {
	files, below, above, absent int // below: the interval lies below the truth
	truth, width                float64
}

func (c *count) add(d count) {
	c.files += d.files
	c.below += d.below
	c.above += d.above
	c.absent += d.absent
	c.truth += d.truth
	c.width += d.width
}

func (c count) mean(sum float64) float64 { return sum / float64(c.files) }

func (c count) String() string {
	n := float64(c.files-c.absent) / 100
	return fmt.Sprintf("**%.1f** −%.1f +%.1f", 100-float64(c.below+c.above)/n, float64(c.below)/n, float64(c.above)/n)
}

// nearlyAll is how many clusters stand for all there are.
const nearlyAll = 2000

// team draws one, its truth and its files.
func (w world) team(z simulation.Size, rng *rand.Rand) []count {
	t := simulation.NewTeam(w.Effects, z, rng, func() {})
	draw := func(n int) []sum {
		list := make([]sum, n)
		for c := range list {
			list[c] = w.cluster(t, rng)
		}
		return list
	}
	truth := values(draw(nearlyAll), -1)
	counts := make([]count, len(figures))
	for range *files {
		for f, in := range intervals(draw(z.Clusters()), z) {
			c := &counts[f]
			v := []float64{truth.distance, truth.alpha, truth.distance, truth.alpha, truth.exact, truth.exact, truth.exact, truth.ac1, truth.ac1}[f]
			c.files++
			c.truth += v
			switch {
			case math.IsNaN(in.lower):
				c.absent++
				continue
			case in.upper < v:
				c.below++
			case in.lower > v:
				c.above++
			}
			c.width += in.upper - in.lower
		}
	}
	return counts
}

// A value is of each figure.
type value struct{ distance, alpha, exact, ac1 float64 }

// values computes the figures without one cluster.
func values(list []sum, without int) value {
	var all sum
	all.Counts = make([]float64, levels)
	for c, x := range list {
		if c == without {
			continue
		}
		all.Ratings += x.Ratings
		all.Within += x.Within
		all.same += x.same
		all.items += x.items
		for k, n := range x.Counts {
			all.Counts[k] += n
		}
	}
	squared, same, gwet := 0.0, 0.0, 0.0
	for k, x := range all.Counts {
		p := x / all.Ratings
		same += p * p
		gwet += p * (1 - p) / (levels - 1)
		for l, y := range all.Counts {
			squared += p * y / all.Ratings * quadratic[k][l]
		}
	}
	exact, n := all.same/all.items, all.Ratings/(all.Ratings-1)
	return value{all.Within / all.Ratings / squared / n, 1 - (1-exact)/(1-same)/n, exact, (exact - gwet) / (1 - gwet)}
}

func intervals(list []sum, z simulation.Size) []interval {
	var squared, nominal []dispersion.Cluster
	var distances, alphas, exact, ac1 []float64
	for c := range list {
		squared = append(squared, list[c].Cluster)
		nominal = append(nominal, list[c].nominal(float64(z.Raters)))
		v := values(list, c)
		distances, alphas = append(distances, v.distance), append(alphas, v.alpha)
		exact, ac1 = append(exact, v.exact), append(ac1, v.ac1)
	}
	all, k := values(list, -1), float64(len(list))
	df := inference.Degrees(k, stats.Options{Unit: inference.UnitFor(z.Lessons)})
	distance := dispersion.Interval(squared, quadratic, 0.95)
	alpha := dispersion.Interval(nominal, identity, 0.95).Mirrored()
	return []interval{
		{distance.Lower.Or(math.NaN()), distance.Upper.Or(math.NaN())},
		{alpha.Lower.Or(math.NaN()), alpha.Upper.Or(math.NaN())},
		student(all.distance, distances, k-1), student(all.alpha, alphas, k-1),
		student(all.exact, exact, df), student(all.exact, exact, k-1), byItem(list),
		student(all.ac1, ac1, df), student(all.ac1, ac1, k-1),
	}
}

// byItem is the t interval of exact over the items, as if each were drawn for
// itself.
func byItem(list []sum) interval {
	var shares []float64
	for _, c := range list {
		shares = append(shares, c.shares...)
	}
	mean, sd := stat.MeanStdDev(shares, nil)
	n := float64(len(shares))
	half := inference.Critical(n-1, 0.95) * sd / math.Sqrt(n)
	if half < 1e-10 {
		return interval{math.NaN(), math.NaN()}
	}
	return interval{mean - half, mean + half}
}

// student is the jackknife's t interval.
func student(v float64, without []float64, df float64) interval {
	n, mean, squares := float64(len(without)), 0.0, 0.0
	for _, x := range without {
		mean += x / n
	}
	for _, x := range without {
		squares += (x - mean) * (x - mean)
	}
	if !(squares >= 1e-20) {
		return interval{math.NaN(), math.NaN()}
	}
	half := inference.Critical(df, 0.95) * math.Sqrt((n-1)/n*squares)
	return interval{v - half, v + half}
}
