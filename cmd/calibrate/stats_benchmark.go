package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats/benchmark"
)

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
