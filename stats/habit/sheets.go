package habit

import (
	"math/rand/v2"
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/resample"
)

// sheets are a team's ratings in levels, over the items that two raters or
// more share.
type sheets struct {
	options                     Options
	table                       *rating.Table
	raters, lessons, indicators int
	ratings                     int
	items                       []item
	value                       func(item int, level uint16) (float64, bool)
}

// An item is a row of the sheets; there may be millions.
type item struct {
	index     int32 // in the table
	lesson    int32 // by position among the lessons (of a round) that occur
	indicator int32
}

// ratersOf returns the raters of an item.
func (s *sheets) ratersOf(it *item) []int32 {
	raters, _ := s.table.Row(int(it.index))
	return raters
}

// scoresOf returns what stands for the ratings of an item, in the room of list.
func (s *sheets) scoresOf(it *item, list []float64) []float64 {
	_, levels := s.table.Row(int(it.index))
	list = slices.Grow(list[:0], len(levels))
	for _, level := range levels {
		v, _ := s.value(int(it.index), level)
		list = append(list, v)
	}
	return list
}

// newSheets reads a table; value says what stands for a rating, in levels.
func newSheets(t *rating.Table, o Options, value func(item int, level uint16) (float64, bool)) *sheets {
	s := &sheets{options: o, table: t, raters: len(t.Raters()), indicators: len(t.Indicators()), value: value}
	s.items = make([]item, 0, len(t.Items()))
	last := rating.Item{Lesson: -1} // items stand by round and lesson
	for i, it := range t.Items() {
		raters, levels := t.Row(i)
		if len(raters) < 2 {
			continue
		}
		if slices.ContainsFunc(levels, func(level uint16) bool { _, ok := value(i, level); return !ok }) {
			continue
		}
		if it.Round != last.Round || it.Lesson != last.Lesson {
			s.lessons++
			last = it
		}
		s.items = append(s.items, item{index: int32(i), lesson: int32(s.lessons - 1), indicator: it.Indicator})
		s.ratings += len(raters)
	}
	return s
}

// Bounds on the work of a test.
const (
	mostDraws   = 1999
	fewestDraws = 199        // so that a p value of .005 can be reached
	mostVisits  = 10_000_000 // ratings looked at in all draws together
	mostRatings = 50_000     // up to which all kinds are looked for
)

// draws is how often to draw where a draw looks at so many values.
func (s *sheets) draws(values int) int {
	if s.options.Draws > 0 {
		return s.options.Draws
	}
	return max(fewestDraws, min(mostDraws, mostVisits/max(1, values)))
}

// rand returns the generator of one test.
func (s *sheets) rand(test int) *rand.Rand { return resample.Rand(s.options.Seed^stream, test) }

// stream sets the draws of this package apart from others of the same seed.
const stream = 0x9fb21c651e98df25

// One generator a test.
const (
	drawSeverity = iota
	drawPilot
	drawSpread
	drawReading
	drawMaster
	drawOwn // and one more a rater
)

// apart returns how far above the mean of the others each rating of an item
// is, in the room of list.
func (s *sheets) apart(it *item, list []float64) []float64 {
	list = s.scoresOf(it, list)
	n, sum := float64(len(list)), 0.0
	for _, v := range list {
		sum += v
	}
	for k, v := range list {
		list[k] = v - (sum-v)/(n-1)
	}
	return list
}

// several reports whether there are lessons enough to tell a habit from a
// reading of a lesson.
func (s *sheets) several() bool { return s.lessons >= severalLessons }

// rated counts the items and the lessons of each rater.
func (s *sheets) rated() (items, lessons []int) {
	items, lessons = make([]int, s.raters), make([]int, s.raters)
	last := make([]int32, s.raters) // lesson + 1; items stand by round and lesson
	for i := range s.items {
		it := &s.items[i]
		for _, g := range s.ratersOf(it) {
			items[g]++
			if last[g] != it.lesson+1 {
				last[g] = it.lesson + 1
				lessons[g]++
			}
		}
	}
	return items, lessons
}
