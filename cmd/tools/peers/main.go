//go:build unix

// Command peers measures calibrate beside other programs on the same file, in
// turn, and prints the ratios: make bench-peers. What is not installed is
// named and left out.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 1 && len(os.Args[1]) > 1 && os.Args[1][0] != '-' {
		standIn(os.Args[1:])
		return
	}
	calibrate := flag.String("calibrate", "bin/calibrate", "the program to measure")
	rows := flag.Int("rows", 10_000_000, "rows of the large file")
	runs := flag.Int("runs", 5, "runs of each, in turn")
	duckdb := flag.String("duckdb", "duckdb", "DuckDB's command, or bin/duckdb of make duckdb")
	flag.Parse()
	if err := measure(*calibrate, *duckdb, *rows, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// A contest is one goal: our command, the peer's, and the ratios to reach.
type contest struct {
	name      string
	ours      []string
	peer      string   // what has to be there
	theirs    []string // nil: no stand-in
	needs     []string // a command that succeeds where the peer is there
	wall, cpu float64  // ratios to reach; 0 for none
	peak      float64
	above     float64 // seconds of wall time above the peer's; 0 for none
}

// contests lists the goals over the files of a directory.
func contests(calibrate, duckdb, self, dir string, rows int) []contest {
	file := func(name string) string { return filepath.Join(dir, name) }
	large, shuffled, million, small := file("large.csv"), file("shuffled.csv"), file("million.csv"), file("small.csv")
	usual := func(path string, more ...string) []string {
		return append([]string{calibrate, "stats", "--coefficient", "krippendorff_alpha,gwet_ac,fleiss_kappa", path}, more...)
	}
	alpha := func(path string, more ...string) []string {
		return append([]string{calibrate, "stats", "--coefficient", "krippendorff_alpha", path}, more...)
	}
	count := func(path string) []string {
		return []string{duckdb, "-c", "set threads=2; select count(*), sum(n) from (select lesson, indicator, score, count(*) n " +
			"from read_csv('" + path + "') group by all)"}
	}
	python := []string{"python3", "-c", "import krippendorff, pandas"}
	big := strconv.Itoa(rows) + " rows"
	return []contest{
		{"reading and counting " + big, usual(large), "DuckDB", count(large), []string{duckdb, "-c", "select 1"}, 0.4, 0.45, 0.6, 0},
		{"the same in random order", usual(shuffled), "DuckDB", count(shuffled), []string{duckdb, "-c", "select 1"}, 0.9, 0, 0, 0},
		{"against encoding/csv only reading it", usual(large), "encoding/csv", []string{self, "read", large}, nil, 0, 0.9, 0, 0},
		{"1,000 replicates over items against none", usual(large, "--bootstrap", "1000", "--unit", "item"), "calibrate", usual(large), nil, 1.25, 0, 0, 0},
		{"1,000 replicates over lessons against none", usual(large, "--bootstrap", "1000"), "calibrate", usual(large), nil, 0, 0, 0, 0},
		{"alpha of 1,000,000 rows", alpha(million), "fast-krippendorff", pythonAlpha(million, 0), python, 0.2, 0, 0, 0},
		{"the same with 1,000 replicates", alpha(million, "--bootstrap", "1000", "--unit", "item"), "fast-krippendorff", pythonAlpha(million, 1000), python, 0.04, 0, 0, 0},
		{
			"10,000 rows with 1,000 replicates", alpha(small, "--bootstrap", "1000"), "R loading irr",
			[]string{"Rscript", "-e", "library(irr)"},
			[]string{"Rscript", "-e", "library(irr)"},
			0.25, 0, 0, 0,
		},
		{
			"the same against R loading nothing", alpha(small, "--bootstrap", "1000"), "R",
			[]string{"Rscript", "-e", "invisible(1)"},
			[]string{"Rscript", "-e", "invisible(1)"},
			0, 0, 0, 0,
		},
		{"--version against a bare cobra program", []string{calibrate, "--version"}, "cobra", []string{self, "bare", "--version"}, nil, 0, 0, 0, 0.003},
	}
}

// pythonAlpha computes alpha by fast-krippendorff from counts, so often.
func pythonAlpha(path string, replicates int) []string {
	return []string{"python3", "-c", "import krippendorff, pandas as pd, numpy as np\n" +
		"d = pd.read_csv('" + path + "', usecols=['lesson', 'indicator', 'score'])\n" +
		"c = d.groupby(['lesson', 'indicator', 'score']).size().unstack(fill_value=0).to_numpy()\n" +
		"print(krippendorff.alpha(value_counts=c, level_of_measurement='nominal'))\n" +
		"for i in range(" + strconv.Itoa(replicates) + "):\n" +
		"    krippendorff.alpha(value_counts=c[np.random.randint(len(c), size=len(c))], level_of_measurement='nominal')\n"}
}

// measure makes the files and runs the contests.
func measure(calibrate, duckdb string, rows, runs int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "calibrate-peers-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, f := range []struct {
		name     string
		rows     int
		shuffled bool
	}{{"large.csv", rows, false}, {"shuffled.csv", rows, true}, {"million.csv", 1_000_000, false}, {"small.csv", 10_000, false}} {
		// By another process: the memory that this one ever had counts for its
		// children too.
		if err := exec.Command(self, "write", filepath.Join(dir, f.name), strconv.Itoa(f.rows), strconv.FormatBool(f.shuffled)).Run(); err != nil {
			return err
		}
	}
	fmt.Println("| what | peer | wall s | cpu s | peak MiB | peer wall s | peer cpu s | peer peak MiB | wall | cpu | peak | goal |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|---|---|")
	for _, c := range contests(calibrate, duckdb, self, dir, rows) {
		if c.needs != nil && exec.Command(c.needs[0], c.needs[1:]...).Run() != nil {
			fmt.Printf("| %s | %s | is not installed: `%s` fails |\n", c.name, c.peer, strings.Join(c.needs, " "))
			continue
		}
		if err := c.run(runs); err != nil {
			return err
		}
	}
	return nil
}

// A usage is what one run took.
type usage struct{ wall, cpu, peak float64 }

// run measures both sides in turn, after one run of each that does not count,
// and prints medians and the median of the ratios of a pair.
func (c *contest) run(runs int) error {
	var ours, theirs, ratios []usage
	for i := range runs + 1 {
		a, err := spend(c.ours)
		if err != nil {
			return err
		}
		b, err := spend(c.theirs)
		if err != nil {
			return err
		}
		if i > 0 {
			ours, theirs = append(ours, a), append(theirs, b)
			ratios = append(ratios, usage{a.wall / b.wall, a.cpu / b.cpu, a.peak / b.peak})
		}
	}
	a, b, r := median(ours), median(theirs), median(ratios)
	var goals []string
	for _, g := range []struct {
		name      string
		got, want float64
	}{{"wall", r.wall, c.wall}, {"cpu", r.cpu, c.cpu}, {"peak", r.peak, c.peak}} {
		if g.want > 0 {
			goals = append(goals, fmt.Sprintf("%s %.4g%s", g.name, g.want, map[bool]string{true: " reached", false: " missed"}[g.got <= g.want]))
		}
	}
	if c.above > 0 {
		more := a.wall - b.wall
		goals = append(goals, fmt.Sprintf("%.1f ms above, goal %.3g%s", 1000*more, 1000*c.above, map[bool]string{true: " reached", false: " missed"}[more <= c.above]))
	}
	fmt.Printf("| %s | %s | %.3f | %.3f | %.0f | %.3f | %.3f | %.0f | %.3f | %.3f | %.3f | %s |\n",
		c.name, c.peer, a.wall, a.cpu, a.peak, b.wall, b.cpu, b.peak, r.wall, r.cpu, r.peak, strings.Join(goals, ", "))
	return nil
}

// spend runs a command and returns what it took.
func spend(command []string) (usage, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stderr = os.Stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w", strings.Join(command, " "), err)
	}
	u := usage{wall: time.Since(start).Seconds()}
	u.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = float64(r.Maxrss) / 1024
	}
	return u, nil
}

// median returns the median of each part.
func median(list []usage) usage {
	of := func(part func(usage) float64) float64 {
		var values []float64
		for _, u := range list {
			values = append(values, part(u))
		}
		slices.Sort(values)
		if len(values) == 0 {
			return math.NaN()
		}
		return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
	}
	return usage{
		of(func(u usage) float64 { return u.wall }),
		of(func(u usage) float64 { return u.cpu }), of(func(u usage) float64 { return u.peak }),
	}
}
