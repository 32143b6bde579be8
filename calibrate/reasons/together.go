package reasons

import "github.com/cb401426/calibrate/stats/team"

// LeastApart is how much more alike the reasons of one group are than those of
// two before it is said that groups write of different things.
const LeastApart = partly

// mostTogether is the number of an item's reasons whose groups are compared.
const mostTogether = 60

// A Together is how alike the reasons of one item are that name something seen.
type Together struct {
	raters []int
	scores []float64
	alike  [][]float64 // of each with those before it
}

// Together returns the items with reasons enough to compare groups on.
func (a *Reader) Together() map[int]*Together {
	list := map[int]*Together{}
	for item, of := range a.Said.byItem {
		x := &Together{}
		for _, i := range of {
			s := &a.Said.said[i]
			if !s.evident() || len(x.raters) == mostTogether {
				continue
			}
			var alike []float64
			for _, j := range of {
				if j == i {
					break
				}
				if a.Said.said[j].evident() {
					alike = append(alike, a.Said.corpus.Similarity(i, j))
				}
			}
			x.raters, x.scores, x.alike = append(x.raters, int(s.rater)), append(x.scores, s.score), append(x.alike, alike)
		}
		if len(x.raters) >= 2*fewestAlike {
			list[int(item)] = x
		}
	}
	return list
}

// Voices are the ratings of those who wrote.
func (x *Together) Voices() []team.Voice {
	voices := make([]team.Voice, len(x.raters))
	for k, rater := range x.raters {
		voices[k] = team.Voice{Rater: rater, Value: x.scores[k]}
	}
	return voices
}

// Apart is how much more alike reasons of one side are than those of two, of
// the sides with at least so many; 0 with fewer than two such sides.
func (x *Together) Apart(sides []int, count, least int) float64 {
	n := make([]int, count)
	for _, rater := range x.raters {
		if side := sides[rater]; side >= 0 {
			n[side]++
		}
	}
	var within, across likenesses
	for k, rater := range x.raters {
		side := sides[rater]
		if side < 0 || n[side] < least {
			continue
		}
		for j, similarity := range x.alike[k] {
			switch other := sides[x.raters[j]]; {
			case other < 0 || n[other] < least:
			case other == side:
				within.add(similarity)
			default:
				across.add(similarity)
			}
		}
	}
	if within.pairs == 0 || across.pairs == 0 {
		return 0
	}
	return within.mean() - across.mean()
}
