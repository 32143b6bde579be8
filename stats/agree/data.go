package agree

import (
	"sync"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
)

// Data is a Matrix prepared for coefficients, so that several share the work
// of counting. It is safe for concurrent use.
type Data struct {
	matrix   *rating.Matrix
	values   []float64 // of the levels
	raters   []int32   // the Matrix's raters, ascending
	code     []int32   // position of a rater in raters
	cluster  []int32   // lesson of each item, coded 0 to clusters−1
	clusters int

	base   *base
	origin []int32 // row of each item in the base's matrix; nil means the same

	byCounts, byRatings func() *frame
	draws               *draws
	meetings            func() *meetings
}

// View returns the Data of prepared ratings, which all coefficients of this
// package share.
func View(d *stats.Data) *Data { return stats.View(d, Prepare) }

// Prepare returns the Data of m.
func Prepare(m *rating.Matrix) *Data {
	d := &Data{matrix: m, values: m.Values()}
	var finding parallel.Group
	finding.Go(func() { d.cluster, d.clusters = clustersOf(m) })
	d.raters = m.Raters()
	finding.Wait()
	if len(d.raters) > 0 {
		d.code = make([]int32, d.raters[len(d.raters)-1]+1)
	}
	for g, id := range d.raters {
		d.code[id] = int32(g)
	}
	d.base = &base{m, d.cluster, d.clusters}
	d.draws = &draws{}
	d.byCounts = sync.OnceValue(func() *frame {
		return newFrame(m, m.ByCounts(), d.code, len(d.raters))
	})
	d.byRatings = sync.OnceValue(func() *frame {
		return newFrame(m, m.ByRatings(), d.code, len(d.raters))
	})
	d.meetings = sync.OnceValue(func() *meetings { return newMeetings(d.byRatings()) })
	return d
}

// Matrix returns the Matrix that the Data was prepared from.
func (d *Data) Matrix() *rating.Matrix { return d.matrix }

// inTwo returns the Data on a scale of two levels, the second those for which
// upper is true.
func inTwo(d *Data, upper func(level int) bool) *Data {
	two := *d
	two.values = []float64{0, 1}
	f := d.byCounts().inTwo(upper)
	two.byCounts = func() *frame { return f }
	two.byRatings = sync.OnceValue(func() *frame { return d.byRatings().inTwo(upper) })
	two.meetings = sync.OnceValue(func() *meetings { return newMeetings(two.byRatings()) })
	return &two
}

// Items returns the number of rated items, n.
func (d *Data) Items() int { return int(total(d.byCounts().times)) }

// Paired returns the number of items with two ratings or more, n'.
func (d *Data) Paired() int {
	f := d.byCounts()
	return int(f.paired(f.times))
}

// Raters returns the number of raters with a rating, r.
func (d *Data) Raters() int {
	standing := 0
	for _, often := range d.byCounts().often {
		if often > 0 {
			standing++
		}
	}
	return standing
}

// Clusters returns the number of lessons.
func (d *Data) Clusters() int {
	f := d.byCounts()
	return clustersWhere(d, func(pattern int32) bool { return f.times[pattern] > 0 }, f)
}

// constant reports whether all ratings are one level.
func constant(d *Data) bool { return d.byCounts().used(false) <= 1 }

// clustersOf returns the cluster of each item, numbered in the order of the
// clusters' codes, and their number.
func clustersOf(m *rating.Matrix) ([]int32, int) {
	cluster := make([]int32, m.Items())
	var code []int32 // of each cluster of the Matrix
	for i := range cluster {
		cluster[i] = m.Cluster(i)
		if n := int(cluster[i]) + 1; n > len(code) {
			code = append(code, make([]int32, n-len(code))...)
		}
		code[cluster[i]] = 1
	}
	clusters := int32(0)
	for c, met := range code {
		code[c] = clusters
		clusters += met
	}
	for i, c := range cluster {
		cluster[i] = code[c]
	}
	return cluster, int(clusters)
}

// patternsByCluster returns the pattern of each item of each lesson.
func patternsByCluster(d *Data, f *frame) [][]int32 {
	patterns := make([][]int32, d.clusters)
	for i, p := range f.of {
		if f.times[p] > 0 {
			patterns[d.cluster[i]] = append(patterns[d.cluster[i]], p)
		}
	}
	return patterns
}

// pairedClusters counts the lessons with an item that two raters rated: only
// they say anything on agreement.
func pairedClusters(d *Data, f *frame) int {
	return clustersWhere(d, func(pattern int32) bool { return f.pairs[pattern] > 0 }, f)
}

// clustersWhere counts the lessons with an item whose pattern is such.
func clustersWhere(d *Data, such func(pattern int32) bool, f *frame) int {
	seen := make([]bool, d.clusters)
	lessons := 0
	for i, p := range f.of {
		if c := d.cluster[i]; !seen[c] && such(p) {
			seen[c] = true
			lessons++
		}
	}
	return lessons
}

// A base is what two Data of the same Matrix have in common.
type base struct {
	matrix   *rating.Matrix
	cluster  []int32
	clusters int
}
