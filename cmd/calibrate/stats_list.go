package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats/benchmark"
)

// statsList names the coefficients, weights and benchmarks.
func statsList(a *command.App) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "The coefficients, weights and benchmarks by id",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return command.Usage(fmt.Errorf("list takes no argument"), "for one coefficient: calibrate stats explain ID; a file called list is ./list")
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return a.Show(report.ViewCatalogue()) },
	}
}

// statsExplain prints the page of one of them.
func statsExplain(a *command.App) *cobra.Command {
	return &cobra.Command{
		Use:     "explain ID",
		Short:   "What a coefficient, weights, a benchmark or a model of raters are, and when they mislead",
		Example: "  calibrate stats explain fleiss_kappa\n  calibrate stats explain power:1.5\n  calibrate stats explain benchmark:fleiss",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return command.Usage(fmt.Errorf("explain takes one id"), "calibrate stats list names them")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			page, err := report.ViewOf(args[0])
			if err != nil {
				return command.Usage(err, "calibrate stats list names them")
			}
			return a.Show(page)
		},
	}
}

// findBenchmark returns the benchmark with an id, or the one that
// "good=0.75,fair=0.4,poor=-1" describes.
func findBenchmark(s string) (*benchmark.Benchmark, error) {
	if !strings.Contains(s, "=") {
		return benchmark.Lookup(s)
	}
	var bands []benchmark.Band
	for part := range strings.SplitSeq(s, ",") {
		name, from, _ := strings.Cut(strings.TrimSpace(part), "=")
		v, err := strconv.ParseFloat(strings.TrimSpace(from), 64)
		if err != nil || !(v >= -1 && v <= 1) {
			return nil, fmt.Errorf("benchmark %q: %q is not of the form name=from, from being between -1 and 1", s, part)
		}
		bands = append(bands, benchmark.Band{Name: strings.TrimSpace(name), From: v})
	}
	slices.SortStableFunc(bands, func(a, b benchmark.Band) int { return cmp.Compare(b.From, a.From) })
	return benchmark.Custom(bands...)
}
