package input

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/stats/rating"
)

// settle returns one value for each rater and item, in the order of rounds,
// lessons, indicators and raters. Cells without a mark give way to those with
// one; then the latest time counts; then the way the user chose. Whatever is
// left over is an error: nothing may hang on the order of the rows. It counts the
// ratings that another replaced.
func settle(e *entries.Entries, values []value, o *Options, j *problem.Journal) (one []value, replaced int) {
	r := &settler{Entries: e, options: o, journal: j}
	r.keyed(values)
	slices.SortFunc(values, func(a, b value) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.entry, b.entry)) })
	out := values[:0]
	for len(values) > 0 {
		n := 1
		for n < len(values) && values[0].key == values[n].key {
			n++
		}
		if n == 1 {
			out = append(out, values[0])
		} else if v, ok := r.settleCell(slices.Clone(values[:n])); ok {
			out = append(out, v)
		}
		values = values[n:]
	}
	return out, r.replaced
}

// A settler decides between the answers of one rater for one item.
type settler struct {
	*entries.Entries
	options  *Options
	journal  *problem.Journal
	replaced int // ratings that another of the same rater replaced
}

// keyed sets the key of every value: its codes as one number.
func (r *settler) keyed(values []value) {
	segments, lessons, indicators, raters := uint64(r.Segments.Count()), uint64(r.Lessons.Count()), uint64(r.Indicators.Count()), uint64(r.Raters.Count())
	for i := range values {
		e := &r.All[values[i].entry]
		values[i].key = (((uint64(e.Round)*segments+uint64(e.Segment))*lessons+uint64(e.Lesson))*indicators+uint64(e.Indicator))*raters + uint64(e.Rater)
	}
}

// settleCell returns the one value of a rater and item, or false where there
// is none.
func (r *settler) settleCell(all []value) (value, bool) {
	marked := slices.DeleteFunc(slices.Clone(all), func(v value) bool {
		return v.verdict.State == rating.Blank && r.Reason(&r.All[v.entry]) == ""
	})
	if len(marked) == 0 {
		return all[0], true
	}
	if len(marked) == 1 {
		return marked[0], true
	}
	if last, ok := r.latest(marked); ok {
		for _, v := range marked {
			if v.entry != last.entry {
				e := &r.All[v.entry]
				r.replaced++
				r.journal.Add(r.At(e), "superseded_rating", r.Cell(e), "",
					"%s; the later answer in row %d, %q, counts", r.Whose(e), r.At(&r.All[last.entry]).Row, layout.Shorten(r.Cell(&r.All[last.entry])))
			}
		}
		return last, true
	}
	return r.settleByChoice(marked)
}

// latest returns the value with the latest time.
func (r *settler) latest(all []value) (value, bool) {
	last := all[0]
	for _, v := range all[1:] {
		order, ok := r.Clock.Compare(r.timeOf(v), r.timeOf(last))
		if !ok {
			return last, false
		}
		if order > 0 {
			last = v
		}
	}
	return last, true
}

// timeOf returns when a value was given: the time of the answer, else its
// date.
func (r *settler) timeOf(v value) string {
	e := &r.All[v.entry]
	x := r.Sheets[e.Sheet]
	b := &x.Plan.Blocks[e.Block]
	for _, field := range []layout.Field{layout.Time, layout.Date} {
		if c, ok := b.First(field); ok {
			if text := x.At(int(e.Row), c.Index); text != "" {
				return text
			}
		}
	}
	return ""
}

// settleByChoice settles by --duplicates, or reports an error.
func (r *settler) settleByChoice(all []value) (value, bool) {
	slices.SortFunc(all, func(a, b value) int {
		return cmp.Or(cmp.Compare(a.verdict.State, b.verdict.State), cmp.Compare(a.verdict.Value, b.verdict.Value),
			strings.Compare(r.Reason(&r.All[a.entry]), r.Reason(&r.All[b.entry])))
	})
	if r.options.Duplicates == "" || r.options.Duplicates == "latest" {
		r.reportDuplicates(all)
		return all[0], true
	}
	r.replaced += len(all) - 1
	for _, v := range all {
		e := &r.All[v.entry]
		r.journal.Add(r.At(e), "dropped_duplicate", r.Cell(e), "", "%s: --duplicates %s", r.Whose(e), r.options.Duplicates)
	}
	scored := slices.DeleteFunc(slices.Clone(all), func(v value) bool { return v.verdict.State != rating.Scored })
	switch {
	case r.options.Duplicates == "drop":
		r.replaced++
		return all[0], false
	case len(scored) == 0:
		return all[0], true
	case r.options.Duplicates == "lowest":
		return scored[0], true
	case r.options.Duplicates == "highest":
		return scored[len(scored)-1], true
	}
	mean := scales.Verdict{State: rating.Scored}
	for _, v := range scored {
		mean.Value += v.verdict.Value / float64(len(scored))
	}
	return value{entry: scored[0].entry, key: scored[0].key, verdict: &mean}, true
}

// reportDuplicates says where the same rater scored an item again.
func (r *settler) reportDuplicates(all []value) {
	slices.SortFunc(all, func(a, b value) int { return cmp.Compare(a.entry, b.entry) })
	rows := make([]string, len(all))
	first := &r.All[all[0].entry]
	several := slices.ContainsFunc(all, func(v value) bool { return r.All[v.entry].Sheet != first.Sheet })
	for i, v := range all {
		e := &r.All[v.entry]
		rows[i] = fmt.Sprintf("%q in row %d", layout.Shorten(r.Cell(e)), r.At(e).Row)
		if several {
			rows[i] += " of " + r.Sheets[e.Sheet].Title()
		}
	}
	second := &r.All[all[1].entry]
	r.journal.Offer(r.At(second), "duplicate_rating", r.Cell(second), "", duplicateCures,
		"%s more than once: %s", r.Whose(first), strings.Join(rows, ", "))
}

// duplicateCures are the ways out of a few double ratings.
var duplicateCures = []problem.Cure{
	{Flags: "--duplicates highest", Says: "if the higher counts", Apply: func(o *Options) { o.Duplicates = "highest" }},
	{Flags: "--duplicates lowest", Says: "if the lower does", Apply: func(o *Options) { o.Duplicates = "lowest" }},
	{Flags: "--duplicates drop", Says: "if neither does", Apply: func(o *Options) { o.Duplicates = "drop" }},
}
