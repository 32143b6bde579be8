package input

import (
	"iter"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/reshape"
	"github.com/cb401426/calibrate/stats/rating"
)

// A row of a table of patterns stands for all items with these counts: it is
// read once, and here each of its items gets a number and ratings of its own.

// An unfolding says how many items each item stands for.
type unfolding struct {
	times   []int // by item
	first   []int // the first of them, among all
	total   int   // of items
	ratings int
}

// unfold returns how many items each of some items stands for.
func unfold(r *entries.Entries, values []value, items []rating.Item, itemOf []int32) *unfolding {
	u := &unfolding{times: make([]int, len(items)), first: make([]int, len(items))}
	for k := range values {
		e := &r.All[values[k].entry]
		n := max(1, r.Sheets[e.Sheet].Rows[e.Row].Times)
		u.times[itemOf[k]] = n
		u.ratings += n
	}
	for i, n := range u.times {
		u.first[i] = u.total
		u.total += n
	}
	return u
}

// items sets the items of a Table: those of a row that stands for many are
// indicators with numbers, in the order of their rows.
func (u *unfolding) items(out *rating.Codes, items []rating.Item) {
	times := make([]int, len(out.Indicators))
	for i, item := range items {
		times[item.Indicator] = max(times[item.Indicator], u.times[i])
	}
	var first []int32
	out.Indicators, out.ScaleOf, first = renamed(out.Indicators, out.ScaleOf, times)
	out.Cells = u.total
	out.Items = func(yield func(rating.Item) bool) {
		for i, item := range items {
			item.Indicator = first[item.Indicator]
			for range u.times[i] {
				if !yield(item) {
					return
				}
				item.Indicator++
			}
		}
	}
}

// renamed repeats the indicators that stand for many, with the numbers that come
// after theirs, and returns where the first of each is.
func renamed(names []string, scaleOf []int, times []int) (all []string, scales []int, first []int32) {
	for i, name := range names {
		first = append(first, int32(len(all)))
		all, scales = append(all, name), append(scales, scaleOf[i])
		if times[i] < 2 {
			continue
		}
		number, _ := strconv.Atoi(strings.TrimPrefix(name, reshape.Item))
		for n := range times[i] - 1 {
			all, scales = append(all, reshape.Item+strconv.Itoa(number+1+n)), append(scales, scaleOf[i])
		}
	}
	return all, scales, first
}

// A place is a rating of one of the items that an item stands for.
type place struct{ value, item int }

// all yields the ratings of all items, item by item.
func (u *unfolding) all(itemOf []int32) iter.Seq2[int, place] {
	return func(yield func(int, place) bool) {
		k := 0
		for from := 0; from < len(itemOf); {
			item := itemOf[from]
			to := from
			for to < len(itemOf) && itemOf[to] == item {
				to++
			}
			for t := range u.times[item] {
				for v := from; v < to; v++ {
					if !yield(k, place{v, u.first[item] + t}) {
						return
					}
					k++
				}
			}
			from = to
		}
	}
}
