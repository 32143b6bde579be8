package main

import (
	"math/rand/v2"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats/dispersion"
)

// A world is a team's effects; its latent score is cut so that 5, 40, 53 and
// 2% of ratings fall on four levels.
type world struct {
	name string
	simulation.Effects
	deviating float64 // share of the clusters that are rated at random; the rest are all alike
}

var worlds = []world{
	{name: "aligned", Effects: simulation.Aligned},
	{name: "typical", Effects: simulation.Typical},
	{name: "unaligned", Effects: simulation.Unaligned},
	{name: "a tenth deviate", deviating: 0.1},
}

var cuts = []float64{-1.64, -0.13, 2.05}

const levels = 4

// A sum is a cluster with what agreement needs: the sum of the items' shares
// of pairs that agree, and the number of items.
type sum struct {
	dispersion.Cluster
	same, items float64
	shares      []float64 // of the pairs of each item that agree
}

// cluster draws a cluster of the team's ratings.
func (w world) cluster(t *simulation.Team, rng *rand.Rand) sum {
	s := sum{Cluster: dispersion.Cluster{Counts: make([]float64, levels)}}
	var counts [levels]float64
	deviates := false
	t.Cluster(rng, func() { deviates = rng.Float64() < w.deviating }, func(_, _ int, score float64) {
		level := 0
		for _, cut := range cuts {
			if score > cut {
				level++
			}
		}
		if w.deviating > 0 {
			level = 2
			if deviates {
				level = rng.IntN(levels)
			}
		}
		counts[level]++
	}, func() {
		s.add(counts[:])
		counts = [levels]float64{}
	})
	return s
}

// add takes in an item.
func (s *sum) add(counts []float64) {
	n, same, squared := 0.0, 0.0, 0.0
	for k, x := range counts {
		n += x
		same += x * (x - 1)
		s.Counts[k] += x
		for l, y := range counts {
			squared += x * y * quadratic[k][l]
		}
	}
	s.Ratings += n
	s.Within += squared / (n - 1)
	s.same += same / (n * (n - 1))
	s.shares = append(s.shares, same/(n*(n-1)))
	s.items++
}

// nominal is the same cluster with another disagreement within items.
func (s *sum) nominal(raters float64) dispersion.Cluster {
	c := s.Cluster
	c.Within = raters * (s.items - s.same)
	return c
}
