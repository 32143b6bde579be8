package habit

import (
	"math/rand/v2"

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
}

// An item is a row of the sheets.
type item struct {
	index     int // in the table
	lesson    int // by position among the lessons (of a round) that occur
	indicator int
	raters    []int32
	scores    []float64
}

// newSheets reads a table; value says what stands for a rating, in levels.
func newSheets(t *rating.Table, o Options, value func(item int, level uint16) (float64, bool)) *sheets {
	s := &sheets{options: o, table: t, raters: len(t.Raters()), indicators: len(t.Indicators())}
	lessons := map[[2]int32]int{}
	for i, it := range t.Items() {
		raters, levels := t.Row(i)
		if len(raters) < 2 {
			continue
		}
		row := item{index: i, indicator: int(it.Indicator), raters: raters}
		for _, level := range levels {
			v, ok := value(i, level)
			if !ok {
				break
			}
			row.scores = append(row.scores, v)
		}
		if len(row.scores) < len(raters) {
			continue
		}
		key := [2]int32{it.Round, it.Lesson}
		if _, ok := lessons[key]; !ok {
			lessons[key] = len(lessons)
		}
		row.lesson = lessons[key]
		s.items = append(s.items, row)
		s.ratings += len(raters)
	}
	s.lessons = len(lessons)
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

// apart returns how far above the mean of the others each rating is.
func (it *item) apart() []float64 {
	n, sum := float64(len(it.scores)), 0.0
	for _, v := range it.scores {
		sum += v
	}
	list := make([]float64, len(it.scores))
	for k, v := range it.scores {
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
	last := make([]int, s.raters) // lesson + 1; items stand by round and lesson
	for _, it := range s.items {
		for _, g := range it.raters {
			items[g]++
			if last[g] != it.lesson+1 {
				last[g] = it.lesson + 1
				lessons[g]++
			}
		}
	}
	return items, lessons
}
