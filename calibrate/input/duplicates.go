package input

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// duplicatePolicies are the ways out where the same rater scored an item
// twice and no time says which is the later.
var duplicatePolicies = []string{"highest", "lowest", "mean", "drop"}

// A cellValue is an entry and what it comes to.
type cellValue struct {
	*entry
	verdict
}

// settle returns one value for each rater and item. Cells without a mark give
// way to those with one; then the latest time counts; then the way the user
// chose. Whatever is left over is an error: nothing may hang on the order of
// the rows.
func (r *reader) settle(values []cellValue) []cellValue {
	slices.SortStableFunc(values, func(a, b cellValue) int {
		return cmp.Or(cmp.Compare(a.round, b.round), cmp.Compare(a.lesson, b.lesson),
			cmp.Compare(a.indicator, b.indicator), cmp.Compare(a.rater, b.rater))
	})
	out := values[:0]
	for len(values) > 0 {
		n := 1
		for n < len(values) && values[0].same(values[n]) {
			n++
		}
		if n == 1 {
			out = append(out, values[0])
		} else if v, ok := r.settleCell(slices.Clone(values[:n])); ok {
			out = append(out, v)
		}
		values = values[n:]
	}
	return out
}

// same reports whether two values are of the same rater and item.
func (v cellValue) same(w cellValue) bool {
	return v.round == w.round && v.lesson == w.lesson && v.indicator == w.indicator && v.rater == w.rater
}

// settleCell returns the one value of a rater and item, or false where there
// is none.
func (r *reader) settleCell(all []cellValue) (cellValue, bool) {
	marked := slices.DeleteFunc(slices.Clone(all), func(v cellValue) bool { return v.state == rating.Blank && v.reason == "" })
	if len(marked) == 0 {
		return all[0], true
	}
	if len(marked) == 1 {
		return marked[0], true
	}
	if last, ok := r.latest(marked); ok {
		for _, v := range marked {
			if v.entry != last.entry {
				r.result.Duplicates++
				r.journal.add(r.at(v.entry), "superseded_rating", v.cell, "",
					"%s; the later answer in row %d, %q, counts", r.whose(v), r.at(last.entry).row, shorten(last.cell))
			}
		}
		return last, true
	}
	return r.settleByChoice(marked)
}

// latest returns the value with the latest time.
func (r *reader) latest(all []cellValue) (cellValue, bool) {
	last := all[0]
	for _, v := range all[1:] {
		order, ok := r.clock.compare(v.time, last.time)
		if !ok {
			return last, false
		}
		if order > 0 {
			last = v
		}
	}
	return last, true
}

// settleByChoice settles by --duplicates, or reports an error.
func (r *reader) settleByChoice(all []cellValue) (cellValue, bool) {
	slices.SortFunc(all, func(a, b cellValue) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(a.value, b.value), strings.Compare(a.reason, b.reason))
	})
	if r.options.Duplicates == "" {
		r.reportDuplicates(all)
		return all[0], true
	}
	r.result.Duplicates += len(all) - 1
	for _, v := range all {
		r.journal.add(r.at(v.entry), "dropped_duplicate", v.cell, "", "%s: --duplicates %s", r.whose(v), r.options.Duplicates)
	}
	scored := slices.DeleteFunc(slices.Clone(all), func(v cellValue) bool { return v.state != rating.Scored })
	switch {
	case r.options.Duplicates == "drop":
		r.result.Duplicates++
		return all[0], false
	case len(scored) == 0:
		return all[0], true
	case r.options.Duplicates == "lowest":
		return scored[0], true
	case r.options.Duplicates == "highest":
		return scored[len(scored)-1], true
	}
	mean := scored[0]
	mean.value = 0
	for _, v := range scored {
		mean.value += v.value / float64(len(scored))
	}
	return mean, true
}

// reportDuplicates says where the same rater scored an item again.
func (r *reader) reportDuplicates(all []cellValue) {
	rows := make([]string, len(all))
	slices.SortFunc(all, func(a, b cellValue) int {
		return cmp.Or(cmp.Compare(a.reading, b.reading), cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	for i, v := range all {
		rows[i] = fmt.Sprintf("%q in row %d", shorten(v.cell), r.at(v.entry).row)
		if v.reading != all[0].reading {
			rows[i] += " of " + r.sheets[v.reading].sheet.Title()
		}
	}
	r.journal.add(r.at(all[1].entry), "duplicate_rating", all[1].cell, "",
		"%s more than once: %s", r.whose(all[0]), strings.Join(rows, ", "))
}

// whose names the rater and the item of a value.
func (r *reader) whose(v cellValue) string {
	return fmt.Sprintf("%s scored %s of %s", r.raters.name(v.rater), r.indicators.name(v.indicator), r.lessons.name(v.lesson))
}

// at returns the place of an entry.
func (r *reader) at(e *entry) place {
	x := r.sheets[e.reading]
	header := ""
	for _, b := range x.plan.blocks {
		for _, c := range b.columns {
			if c.index == int(e.col) && header == "" {
				header = c.header
			}
		}
	}
	return x.sheet.place(int(e.row), int(e.col), header)
}
