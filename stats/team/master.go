package team

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// A MasterScore is a line of an answer key: the agreed score of an indicator
// of a lesson, in one round or, with Round "", in every one.
type MasterScore struct {
	Lesson, Indicator, Round string
	Score                    float64
}

// Master is the ratings against an answer key.
type Master struct {
	M       *Stats
	ByItem  []*Compared // nil without an agreed score or a rating
	chances []Shares    // by scale
}

// CompareWithMaster compares the ratings with an answer key; without one it is
// nil.
func CompareWithMaster(m *Stats, scores []MasterScore) *Master {
	if len(scores) == 0 {
		return nil
	}
	agreed := map[[3]string]float64{} // by round, lesson and indicator; round "" is every one
	for _, s := range scores {
		agreed[[3]string{s.Round, s.Lesson, s.Indicator}] = s.Score
	}
	k := &Master{M: m, ByItem: make([]*Compared, len(m.Table.Items()))}
	for _, i := range m.All() {
		it := m.Table.Items()[i]
		lesson, indicator := m.Table.Lessons()[it.Lesson], m.Table.Indicators()[it.Indicator]
		score, ok := agreed[[3]string{m.Table.Rounds()[it.Round], lesson, indicator}]
		if !ok {
			score, ok = agreed[[3]string{"", lesson, indicator}]
		}
		if ok {
			k.ByItem[i] = compareItem(m, i, score)
		}
	}
	k.chances = k.drawChances()
	return k
}

// Compared is the ratings of an item against its agreed score.
type Compared struct {
	Item       int
	Score      float64
	Scores     []float64 // of the raters, in the order of the row
	Near       []Shares
	mean       Shares
	difference float64
}

// compareItem compares the ratings of an item with its agreed score.
func compareItem(m *Stats, i int, score float64) *Compared {
	_, levels := m.Table.Row(i)
	c, n := &Compared{Item: i, Score: score}, float64(len(levels))
	for _, level := range levels {
		v := m.Table.Value(i, level)
		near := m.ScaleOf(i).nearness(v, score)
		c.Scores, c.Near = append(c.Scores, v), append(c.Near, near)
		c.mean = c.mean.Plus(near, 1)
		c.difference += (v - score) / n
	}
	c.mean = c.mean.Over(n)
	return c
}

// Compared returns those of some items that have an agreed score and a rating.
func (k *Master) Compared(items []int) []*Compared {
	var list []*Compared
	if k == nil {
		return nil
	}
	for _, i := range items {
		if c := k.ByItem[i]; c != nil {
			list = append(list, c)
		}
	}
	return list
}

// Score returns the agreed score of an item, if there is one.
func (k *Master) Score(item int) (score float64, ok bool) {
	if c := k.ByItem[item]; c != nil {
		return c.Score, true
	}
	return 0, false
}

// All returns all items that have an agreed score and a rating.
func (k *Master) All() []*Compared {
	if k == nil {
		return nil
	}
	return k.Compared(k.M.All())
}

// Figures are the figures of items against the answer key: for
// each item the share of its ratings, then the plain mean over items. Chance
// is a rating and an agreed score of the scale drawn apart from each other.
func (k *Master) Figures(items []int) Figures {
	list := k.Compared(items)
	if len(list) == 0 {
		var f Figures
		for kind := range Kinds {
			*Kinds[kind].Of(&f) = Figure{}.orNoMaster()
		}
		return f
	}
	m := k.M
	one := func(kind int) Figure {
		var f Figure
		var values, chance []inference.Observation
		for _, c := range list {
			it := m.Table.Items()[c.Item]
			values = append(values, inference.Observation{Value: c.mean[kind], Paired: true, Lesson: it.Lesson})
			chance = append(chance, inference.Observation{Value: k.chances[m.Table.ScaleOf(it.Indicator)][kind], Paired: true, Lesson: it.Lesson})
			f.Pairs += len(c.Near)
		}
		f.Value, f.Chance = inference.Mean(values), inference.Mean(chance)
		f.Lower, f.Upper = limits(values, m.Unit, m.Options.Confidence)
		return f.orNoMaster()
	}
	var f Figures
	for kind := range Kinds {
		*Kinds[kind].Of(&f) = one(kind)
	}
	if v, ok := f.Exact.Value.Value(); ok && v == 1 {
		f.unanimous(len(list), m.Options.Confidence)
	}
	return f
}

// drawChances is, for each scale, how near a rating and an agreed score are
// that are drawn apart from each other, from all that are compared.
func (k *Master) drawChances() []Shares {
	type margins struct {
		ratings, agreed map[float64]int
		n               float64
	}
	m := k.M
	scales := make([]margins, len(m.Scales))
	for _, c := range k.All() {
		s := &scales[m.Table.ScaleOf(m.Table.Items()[c.Item].Indicator)]
		if s.ratings == nil {
			s.ratings, s.agreed = map[float64]int{}, map[float64]int{}
		}
		for _, v := range c.Scores {
			s.ratings[v]++
			s.agreed[c.Score]++
			s.n++
		}
	}
	list := make([]Shares, len(scales))
	for at, s := range scales {
		for _, x := range sortedKeys(s.ratings) {
			for _, y := range sortedKeys(s.agreed) {
				list[at] = list[at].Plus(m.Scales[at].nearness(x, y), float64(s.ratings[x])*float64(s.agreed[y]))
			}
		}
		if s.n > 0 {
			list[at] = list[at].Over(s.n * s.n)
		}
	}
	return list
}

// sortedKeys returns the keys of a count in order.
func sortedKeys(count map[float64]int) []float64 {
	keys := make([]float64, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// RatersOf counts the raters of compared items.
func (k *Master) RatersOf(list []*Compared) int {
	seen := map[int32]bool{}
	for _, c := range list {
		raters, _ := k.M.Table.Row(c.Item)
		for _, g := range raters {
			seen[g] = true
		}
	}
	return len(seen)
}

// Difference is the mean over items of rating minus agreed score.
func (k *Master) Difference(list []*Compared) stats.Number {
	if len(list) == 0 {
		return stats.None(NoMaster)
	}
	if len(k.M.Scales) > 1 && k.onSeveralScales(list) {
		return stats.None(SeveralScales)
	}
	sum := 0.0
	for _, c := range list {
		sum += c.difference
	}
	return stats.Of(sum / float64(len(list)))
}

func (k *Master) onSeveralScales(list []*Compared) bool {
	return slices.ContainsFunc(list, func(c *Compared) bool { return k.M.ScaleOf(c.Item) != k.M.ScaleOf(list[0].Item) })
}

// Kappa is weighted kappa with quadratic weights of the ratings against
// the agreed scores, all ratings pooled: 1 - Σ (x - y)² / Σ of that for a
// rating and an agreed score drawn apart (Cohen 1968,
// Psychological Bulletin 70, pp. 213-220).
func (k *Master) Kappa(list []*Compared) stats.Number {
	if k.onSeveralScales(list) {
		return stats.None(SeveralScales)
	}
	var n, observed, x, y, xx, yy float64
	for _, c := range list {
		for _, v := range c.Scores {
			observed += (v - c.Score) * (v - c.Score)
			x += v
			y += c.Score
			xx += v * v
			yy += c.Score * c.Score
			n++
		}
	}
	expected := xx + yy - 2*x*y/n // n times the mean of (x - y)² over all draws
	if expected < 1e-12 {
		return stats.None(stats.NoVariation)
	}
	return stats.Of(1 - observed/expected)
}
