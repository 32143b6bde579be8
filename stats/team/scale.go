package team

import (
	"math"

	"github.com/cb401426/calibrate/stats/rating"
)

// nearness says how near two scores are.
func (s *Scale) nearness(x, y float64) Shares {
	switch difference := math.Abs(x - y); {
	case difference < s.Step*1e-9:
		return Shares{Exact: 1, WithinOne: 1}
	case difference <= s.Step*(1+1e-9):
		return Shares{WithinOne: 1}
	}
	return Shares{TwoApart: 1}
}

// Item is how far the raters of one item are apart. The shares are over its
// pairs and stand for items with two ratings or more.
type Item struct {
	Ratings   int
	pairs     int
	Exact     float64
	withinOne float64
	twoApart  float64
	Gap       float64 // mean |x - y| in steps
	distance  float64 // D_u: mean squared difference over the squared range
	Commonest float64 // share of the raters on the commonest level
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

// Shares are the three ways in which two ratings can be near.
type Shares struct{ Exact, WithinOne, TwoApart float64 }

// tally measures one item from the count of its ratings on each level.
func (s *Scale) tally(counts []int, n int) Item {
	it := Item{Ratings: n, pairs: n * (n - 1) / 2}
	if n < 2 {
		return it
	}
	top := 0
	s.eachPair(counts, func(near Shares, gap, distance, weight float64) {
		it.Exact += weight * near.Exact
		it.withinOne += weight * near.WithinOne
		it.twoApart += weight * near.TwoApart
		it.Gap += weight * gap
		it.distance += weight * distance
	})
	for _, c := range counts {
		top = max(top, c)
	}
	it.Commonest = float64(top) / float64(n)
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
	s.eachPair(counts, func(near Shares, _, distance, weight float64) {
		s.chance.Exact += weight * near.Exact
		s.chance.WithinOne += weight * near.WithinOne
		s.chance.TwoApart += weight * near.TwoApart
		s.expected += weight * distance
	})
}

// eachPair calls f for each two levels that occur, with how near they are and
// the share of the ordered pairs of ratings that are on them.
func (s *Scale) eachPair(counts []int, f func(near Shares, gap, distance, weight float64)) {
	n := 0
	for _, c := range counts {
		n += c
	}
	pairs := float64(n) * float64(n-1)
	for k, nk := range counts {
		if nk == 0 {
			continue
		}
		if nk > 1 {
			f(Shares{Exact: 1, WithinOne: 1}, 0, 0, float64(nk)*float64(nk-1)/pairs)
		}
		for l := k + 1; l < len(counts); l++ {
			if counts[l] == 0 {
				continue
			}
			near, gap, distance := s.compare(k, l)
			f(near, gap, distance, 2*float64(nk)*float64(counts[l])/pairs)
		}
	}
}

// compare says how near two levels are: the gap in steps, the distance as the
// squared difference over the squared range.
func (s *Scale) compare(k, l int) (near Shares, gap, distance float64) {
	if k == l {
		return Shares{Exact: 1, WithinOne: 1}, 0, 0
	}
	difference := math.Abs(s.Levels.Levels[k].Value - s.Levels.Levels[l].Value)
	if difference <= s.Step*(1+1e-9) {
		near.WithinOne = 1
	} else {
		near.TwoApart = 1
	}
	relative := difference / s.Levels.Range()
	return near, difference / s.Step, relative * relative
}
