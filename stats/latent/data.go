package latent

import (
	"math"
	"sort"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Data are ratings as codes: rating n is of item Item[n] by rater Rater[n] and
// is level Level[n]. A rater may rate an item again.
type Data struct {
	Items, Raters int
	Values        []float64 // of the levels, ascending
	Item, Rater   []int32
	Level         []uint16
	Lesson        []int32 // of each item
}

// FromTable returns the ratings on one scale of a table. Items are numbered as
// those of the table that at returns; raters are the table's.
func FromTable(t *rating.Table, scale int) (d *Data, at []int) {
	d = &Data{Raters: len(t.Raters()), Values: t.Scales()[scale].Values()}
	for i, item := range t.Items() {
		raters, levels := t.Row(i)
		if t.ScaleOf(item.Indicator) != scale || len(raters) == 0 {
			continue
		}
		at = append(at, i)
		d.Lesson = append(d.Lesson, item.Lesson)
		for k, g := range raters {
			d.Item = append(d.Item, int32(d.Items))
			d.Rater = append(d.Rater, g)
			d.Level = append(d.Level, levels[k])
		}
		d.Items++
	}
	return d, at
}

// OneLesson: items of one lesson share what is particular to it.
const OneLesson stats.Reason = "one_lesson"

// fewestItems is from how many items on levels are told from raters.
const fewestItems = 10

// reason returns why no model can be fitted, or "".
func (d *Data) reason() stats.Reason {
	lessons, raters := map[int32]bool{}, map[int32]bool{}
	for _, l := range d.Lesson {
		lessons[l] = true
	}
	constant := true
	for n, g := range d.Rater {
		raters[g] = true
		constant = constant && d.Level[n] == d.Level[0]
	}
	switch {
	case len(raters) < 3:
		return stats.NeedsThreeRaters
	case d.Items < fewestItems:
		return stats.TooFewItems
	case len(lessons) < 2:
		return OneLesson
	case constant:
		return stats.NoVariation
	}
	return ""
}

// medians returns the median of each item's ratings, in level values; between
// two levels their middle.
func (d *Data) medians() []float64 {
	of := make([][]float64, d.Items)
	for n, i := range d.Item {
		of[i] = append(of[i], d.Values[d.Level[n]])
	}
	medians := make([]float64, d.Items)
	for i, values := range of {
		sort.Float64s(values)
		if m := len(values); m > 0 {
			medians[i] = (values[(m-1)/2] + values[m/2]) / 2
		}
	}
	return medians
}

// shares returns the share of each level among an item's ratings: the start
// that Dawid and Skene use.
func (d *Data) shares() [][]float64 {
	shares := square(d.Items, len(d.Values))
	for n, i := range d.Item {
		shares[i][d.Level[n]]++
	}
	for _, s := range shares {
		normalize(s)
	}
	return shares
}

// nearMedians returns a start from the medians: the nearest level, or both.
func (d *Data) nearMedians() [][]float64 {
	start := square(d.Items, len(d.Values))
	for i, median := range d.medians() {
		for k, v := range d.Values {
			start[i][k] = math.Exp(-2 * math.Abs(v-median))
		}
		normalize(start[i])
	}
	return start
}

func square(rows, columns int) [][]float64 {
	all := make([]float64, rows*columns)
	m := make([][]float64, rows)
	for i := range m {
		m[i] = all[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return m
}

// normalize makes values add up to 1, equal where they are all 0.
func normalize(values []float64) {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	for k := range values {
		if sum > 0 {
			values[k] /= sum
		} else {
			values[k] = 1 / float64(len(values))
		}
	}
}
