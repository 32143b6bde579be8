package agree

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Summary is all that the coefficients of counts need to know of ratings:
// how many items show each pattern (how many raters gave each level), and how
// often two patterns stand in one lesson. It is as small as there are patterns,
// however many the ratings, and holds whole numbers alone: Summaries of parts
// that hold whole lessons merge by addition, in any order and grouping, to the
// same bits. Where parts cut through items, a Tally merges them first.
type Summary struct {
	values   []float64
	declared bool
	items    map[string]int64    // by pattern
	together map[[2]string]int64 // items of one pattern times those of another, summed over lessons; the lower first
	paired   int64               // lessons with an item that two raters rated
}

// Summarise returns the Summary of a Matrix.
func Summarise(m *rating.Matrix) *Summary {
	s := newSummary(m.Values(), m.Declared())
	patterns := m.ByCounts()
	keys := make([]string, len(patterns.First))
	for p, row := range patterns.First {
		counts := make([]uint32, m.Levels())
		_, levels := m.Row(int(row))
		for _, k := range levels {
			counts[k]++
		}
		keys[p] = patternKey(counts)
	}
	cluster, clusters := clustersOf(m)
	byLesson := make([][]int32, clusters)
	for i, p := range patterns.Of {
		byLesson[cluster[i]] = append(byLesson[cluster[i]], p)
	}
	lesson := map[string]int64{}
	for _, of := range byLesson {
		clear(lesson)
		for _, p := range of {
			lesson[keys[p]]++
		}
		s.add(lesson)
	}
	return s
}

func newSummary(values []float64, declared bool) *Summary {
	return &Summary{
		values: slices.Clone(values), declared: declared,
		items: map[string]int64{}, together: map[[2]string]int64{},
	}
}

// add adds a lesson, of which so many items show each pattern.
func (s *Summary) add(lesson map[string]int64) {
	keys := slices.Sorted(maps.Keys(lesson))
	paired := false
	for i, p := range keys {
		s.items[p] += lesson[p]
		paired = paired || ratingsOf(p) > 1
		for _, q := range keys[i:] {
			s.together[[2]string{p, q}] += lesson[p] * lesson[q]
		}
	}
	if paired {
		s.paired++
	}
}

// Merge adds another Summary, of other lessons on the same levels.
func (s *Summary) Merge(other *Summary) error {
	if !slices.Equal(s.values, other.values) || s.declared != other.declared {
		return errLevels
	}
	for p, n := range other.items {
		s.items[p] += n
	}
	for pair, n := range other.together {
		s.together[pair] += n
	}
	s.paired += other.paired
	return nil
}

var errLevels = errors.New("agree: summaries on different levels do not merge")

// Mergeable reports whether a coefficient can be computed from a Summary: it
// asks how many raters gave each level, and not who.
func Mergeable(c *stats.Coefficient) bool {
	_, ours := c.Estimator.(modelOf)
	return ours && c.Traits&(stats.Whose|stats.TwoRaters) == 0
}

// Estimate computes a Mergeable coefficient under a scheme of weights, with the
// linearised error over items or over lessons. Another coefficient, another
// error and a bootstrap are absent as not applicable. The number of raters is
// not known to a Summary.
func (s *Summary) Estimate(c *stats.Coefficient, o stats.Options) stats.Result {
	o = o.WithDefaults()
	f := s.frame()
	d := &Data{matrix: rating.Levels(s.values, s.declared), values: s.values, byCounts: func() *frame { return f }}
	if !Mergeable(c) || o.Bootstrap > 0 || o.Variance == stats.Jackknife || o.Inference == stats.OverRaters || o.Inference == stats.OverBoth {
		return stats.Result{ID: c.ID, Unit: string(o.Unit)}.Without(stats.NotApplicable)
	}
	j, r := d.job(c, o)
	r.Raters = 0
	if !r.Value.OK() {
		return r
	}
	return s.spread(f, j, o).Around(untested(c, r, o), reach, o)
}

// spread is the linearised error: over lessons
//
//	v = U/(U − 1) Σ_l (Σ_i∈l ψ_i/n)² = U/(U − 1) Σ_pq m_pq ψ_p ψ_q/n²,
//
// m_pq the number of pairs of items of one lesson of which the first shows
// pattern p and the second q.
func (s *Summary) spread(f *frame, j job, o stats.Options) inference.Spread {
	units := j.parts.items
	if o.Unit == stats.ByLesson {
		units = float64(s.paired)
	}
	if f.paired(f.times) < 2 || units < 2 {
		return inference.None(stats.TooFewItems)
	}
	psi := j.model.influence(j.parts, o.Variance)
	if psi == nil {
		return inference.None(stats.NotApplicable)
	}
	var squares, size float64
	if o.Unit == stats.ByLesson {
		of := map[string]float64{}
		for p, key := range s.keys() {
			of[key] = psi[p]
		}
		for _, pair := range slices.SortedFunc(maps.Keys(s.together), comparePairs) {
			product := of[pair[0]] * of[pair[1]] * float64(s.together[pair])
			if pair[0] != pair[1] {
				product *= 2
			}
			squares += product
			size += math.Abs(product)
		}
		if squares < rounding*size { // what is left of terms that cancel
			squares = 0
		}
	} else {
		for p, n := range f.times {
			squares += n * psi[p] * psi[p]
		}
	}
	drawn := inference.Drawn(int(j.parts.items), o.PopulationItems)
	return inference.Spread{
		Method: "linearisation", DF: inference.Degrees(units, o), Census: drawn == 1,
		Variance: (1 - drawn) * units / (units - 1) * squares / (j.parts.items * j.parts.items),
	}
}

// rounding is the part of the terms of a sum up to which the sum is rounding.
const rounding = 1e-13

func comparePairs(a, b [2]string) int { return slices.Compare(a[:], b[:]) }

// keys returns the patterns in order.
func (s *Summary) keys() []string { return slices.Sorted(maps.Keys(s.items)) }

// frame returns the frame of the patterns.
func (s *Summary) frame() *frame {
	f := &frame{levels: len(s.values)}
	for _, key := range s.keys() {
		n := 0.0
		for _, count := range patternCounts(key, len(s.values)) {
			f.counts = append(f.counts, float64(count))
			n += float64(count)
		}
		f.size, f.pairs = append(f.size, n), append(f.pairs, n*(n-1))
		f.times = append(f.times, float64(s.items[key]))
	}
	return f
}

// patternKey writes a pattern's counts as a key.
func patternKey(counts []uint32) string {
	var key []byte
	for _, n := range counts {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return string(key)
}

// patternCounts reads a key.
func patternCounts(key string, levels int) []uint64 {
	counts := make([]uint64, 0, levels)
	for rest := []byte(key); len(rest) > 0; {
		n, size := binary.Uvarint(rest)
		counts, rest = append(counts, n), rest[size:]
	}
	return counts
}

// ratingsOf returns the number of ratings of a pattern's item.
func ratingsOf(key string) (n uint64) {
	for _, count := range patternCounts(key, 0) {
		n += count
	}
	return n
}

// A Tally counts the ratings of each item on each level. Tallies of any parts
// of a file merge by addition, also of parts that cut through items, in any
// order and grouping, to the same counts. It does not know who rated: that
// nobody rated an item twice is for the reading to see.
type Tally struct {
	values []float64
	items  map[tallied][]uint32
}

// tallied is an item of a lesson.
type tallied struct{ lesson, item string }

// NewTally returns an empty Tally on the levels with the given values,
// ascending.
func NewTally(values ...float64) *Tally {
	return &Tally{values: slices.Clone(values), items: map[tallied][]uint32{}}
}

// Add adds n ratings of an item of a lesson; level is the position of their
// value.
func (t *Tally) Add(lesson, item string, level int, n uint32) {
	if n == 0 {
		return // no rating makes no item
	}
	key := tallied{lesson, item}
	if t.items[key] == nil {
		t.items[key] = make([]uint32, len(t.values))
	}
	t.items[key][level] += n
}

// Merge adds another Tally on the same levels.
func (t *Tally) Merge(other *Tally) error {
	if !slices.Equal(t.values, other.values) {
		return errLevels
	}
	for key, counts := range other.items {
		for level, n := range counts {
			if n > 0 {
				t.Add(key.lesson, key.item, level, n)
			}
		}
	}
	return nil
}

// Summary returns the Summary of what was tallied, on a declared scale.
func (t *Tally) Summary() *Summary {
	lessons := map[string]map[string]int64{}
	for key, counts := range t.items {
		if lessons[key.lesson] == nil {
			lessons[key.lesson] = map[string]int64{}
		}
		lessons[key.lesson][patternKey(counts)]++
	}
	s := newSummary(t.values, true)
	for _, lesson := range lessons {
		s.add(lesson)
	}
	return s
}
