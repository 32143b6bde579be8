package team

import (
	"encoding/binary"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// CountTrue counts what is true.
func CountTrue(list []bool) int {
	n := 0
	for _, yes := range list {
		if yes {
			n++
		}
	}
	return n
}

// Stats is what every section reads: each item's agreement, and what
// chance gives on each scale.
type Stats struct {
	Table   *rating.Table
	Scales  []Scale
	Lessons int // lessons with a rating
	Options Options
	Unit    stats.Unit

	patterns []Item   // the items that differ
	pattern  []uint32 // of each item
	paired   int      // items with two ratings or more
	exact    float64  // their exact agreement, added up
	Pairable int      // N: ratings of items with two or more
	expected float64  // D_e: distance of two ratings drawn at random

	fitted     *Fit // of item and rater, when first asked for
	severities []severity
	only       []onlyScore // by rater
	rated      []int       // positions of the items with a rating
	// The same of each lesson, and of each indicator.
	OfLesson, OfIndicator [][]int
	apart                 stats.Number // the distance
}

// Options is how measures and their intervals are made.
type Options struct {
	Unit       stats.Unit // empty: lessons with five or more, else items
	Confidence float64
	Seed       uint64 // of what is drawn
}

// New computes the measures of a table.
func New(t *rating.Table, o Options) *Stats {
	m := &Stats{Table: t, Options: o}
	counts := make([][]int, len(t.Scales()))
	m.Scales = make([]Scale, len(t.Scales()))
	for s := range t.Scales() {
		scale := &t.Scales()[s]
		counts[s] = make([]int, len(scale.Levels))
		m.Scales[s] = Scale{Levels: scale, Step: scale.Step(), whole: scale.Whole()}
	}
	m.measure(counts)
	for s := range m.Scales {
		m.Scales[s].draw(counts[s])
		m.Pairable += m.Scales[s].pairable
	}
	for _, s := range m.Scales { // D_e averaged over the scales by N
		m.expected += s.expected * float64(s.pairable) / float64(max(m.Pairable, 1))
	}
	m.list()
	m.apart = sumDistance(m)
	m.Lessons = CountLessons(t)
	m.Unit = o.Unit
	if m.Unit == "" {
		m.Unit = inference.UnitFor(m.Lessons)
	}
	return m
}

// measure measures the items, those that have as many ratings on each level
// once, and counts the ratings of those that have two or more.
func (m *Stats) measure(counts [][]int) {
	t := m.Table
	m.pattern = make([]uint32, len(t.Items()))
	known := map[string]uint32{} // by scale and counts
	var key []byte
	rows := make([][]int, len(counts))
	for s := range counts {
		rows[s] = make([]int, len(counts[s]))
	}
	for i, item := range t.Items() {
		s := t.ScaleOf(item.Indicator)
		_, levels := t.Row(i)
		row := rows[s]
		clear(row)
		for _, level := range levels {
			row[level]++
		}
		key = binary.AppendUvarint(key[:0], uint64(s))
		for _, n := range row {
			key = binary.AppendUvarint(key, uint64(n))
		}
		p, ok := known[string(key)]
		if !ok {
			p = uint32(len(m.patterns))
			known[string(key)] = p
			m.patterns = append(m.patterns, m.Scales[s].tally(row, len(levels)))
		}
		m.pattern[i] = p
		if len(levels) >= 2 {
			m.paired++
			m.exact += m.patterns[p].Exact()
			for level, n := range row {
				counts[s][level] += n
			}
		}
	}
}

// Item returns the measures of an item. Read them only: items that look alike
// have them in common.
func (m *Stats) Item(i int) *Item { return &m.patterns[m.pattern[i]] }

// list lists the items with a rating, also those of each lesson and indicator.
func (m *Stats) list() {
	items := m.Table.Items()
	lessons, indicators := make([]int, len(m.Table.Lessons())), make([]int, len(m.Table.Indicators()))
	rated := 0
	for i, item := range items {
		if m.Item(i).Ratings > 0 {
			rated++
			lessons[item.Lesson]++
			indicators[item.Indicator]++
		}
	}
	m.rated = make([]int, 0, rated)
	m.OfLesson, m.OfIndicator = lists(lessons), lists(indicators)
	for i, item := range items {
		if m.Item(i).Ratings > 0 {
			m.rated = append(m.rated, i)
			m.OfLesson[item.Lesson] = append(m.OfLesson[item.Lesson], i)
			m.OfIndicator[item.Indicator] = append(m.OfIndicator[item.Indicator], i)
		}
	}
}

// lists returns empty lists with room for so many each, one behind another; nil
// where there are none.
func lists(sizes []int) [][]int {
	all := 0
	for _, n := range sizes {
		all += n
	}
	room, list := make([]int, all), make([][]int, len(sizes))
	for k, n := range sizes {
		if n > 0 {
			list[k], room = room[:0:n], room[n:]
		}
	}
	return list
}

// CountLessons counts the lessons with a rating.
func CountLessons(t *rating.Table) int {
	seen := make([]bool, len(t.Lessons()))
	for i, item := range t.Items() {
		if raters, _ := t.Row(i); len(raters) > 0 {
			seen[item.Lesson] = true
		}
	}
	return CountTrue(seen)
}

// ScaleOf returns the measures of the scale of an item.
func (m *Stats) ScaleOf(i int) *Scale {
	return &m.Scales[m.Table.ScaleOf(m.Table.Items()[i].Indicator)]
}

// All returns the positions of all items with a rating. Read it only.
func (m *Stats) All() []int { return m.rated }

// Extent counts the raters and the lessons of items.
func (m *Stats) Extent(items []int) (raters, lessons int) {
	rated := make([]bool, len(m.Table.Raters()))
	seen := make([]bool, len(m.Table.Lessons()))
	for _, i := range items {
		row, _ := m.Table.Row(i)
		for _, g := range row {
			rated[g] = true
		}
		seen[m.Table.Items()[i].Lesson] = true
	}
	return CountTrue(rated), CountTrue(seen)
}
