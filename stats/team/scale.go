package team

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

// nearness says how near two scores are.
func (s *Scale) nearness(x, y float64) Shares {
	if x == y { // on a scale of one level there is no step
		return sharesAt(0)
	}
	return sharesAt(math.Abs(x-y) / s.Step)
}

// Item is how far the raters of one item are apart. The shares are over its
// pairs and stand for items with two ratings or more.
type Item struct {
	Shares
	Ratings   int
	pairs     int
	Gap       float64 // mean |x - y| in steps
	distance  float64 // D_u: mean squared difference over the squared range
	Commonest float64 // share of the raters on the commonest level
	rwg, ad   stats.Number
}

// Scale is what two ratings drawn without replacement from the
// pairable ratings of a scale would show.
type Scale struct {
	Levels   *rating.Scale
	Step     float64
	whole    []float64 // its whole levels
	pairable int
	chance   Shares
	ok       bool // two pairable ratings or more
	expected float64
}

// tally measures one item from the count of its ratings on each level.
func (s *Scale) tally(counts []int, n int) Item {
	it := Item{Ratings: n, pairs: n * (n - 1) / 2}
	if n < 2 {
		return it
	}
	it.Shares, it.Gap, it.distance = s.average(counts, n)
	top := 0
	for _, c := range counts {
		top = max(top, c)
	}
	it.Commonest = float64(top) / float64(n)
	var values []float64
	for level, c := range counts {
		values = append(values, slices.Repeat([]float64{s.Levels.Levels[level].Value}, c)...)
	}
	it.rwg = within.RWG(values, s.Levels.Values())
	it.ad, _ = within.AverageDeviation(values)
	return it
}

// draw sets what two ratings drawn at random would show.
func (s *Scale) draw(counts []int) {
	for _, c := range counts {
		s.pairable += c
	}
	s.ok = s.pairable >= 2
	if !s.ok {
		return
	}
	s.chance, _, s.expected = s.average(counts, s.pairable)
}

// average returns how near two of n ratings are, with the mean gap and
// distance, from the count of ratings on each level. Pairs are counted whole
// and divided once, so that all of them are a share of 1.
func (s *Scale) average(counts []int, n int) (near Shares, gap, distance float64) {
	add := func(k, l int, pairs float64) {
		steps, d := s.compare(k, l)
		near = near.Plus(sharesAt(steps), pairs)
		gap += pairs * steps
		distance += pairs * d
	}
	for k, nk := range counts {
		if nk == 0 {
			continue
		}
		add(k, k, float64(nk)*float64(nk-1))
		for l := k + 1; l < len(counts); l++ {
			if counts[l] > 0 {
				add(k, l, 2*float64(nk)*float64(counts[l]))
			}
		}
	}
	all := float64(n) * float64(n-1)
	return near.Over(all), gap / all, distance / all
}

// compare says how far two levels are apart: the gap in steps, the distance as
// the squared difference over the squared range.
func (s *Scale) compare(k, l int) (steps, distance float64) {
	if k == l {
		return 0, 0
	}
	difference := math.Abs(s.Levels.Levels[k].Value - s.Levels.Levels[l].Value)
	relative := difference / s.Levels.Range()
	return difference / s.Step, relative * relative
}
