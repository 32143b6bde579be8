package recognize

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
)

// example says what the first rating would be.
func example(f *column.Frame, r *hypothesis.Reading) string {
	if r.Block.Counts || r.Block.Crossed {
		return "the cells count raters or items"
	}
	if len(f.Rows) == 0 || len(r.Scores) == 0 {
		return "there is nothing to read"
	}
	row := f.Rows[0]
	cellsOf := func(which []int) string {
		var all []string
		for _, i := range which {
			all = append(all, f.Sheet.At(row, f.Columns[i].Index))
		}
		return strings.Join(all, " / ")
	}
	x := r.Facets[0]
	rater := cmp.Or(x.Rater, cellsOf(r.Keys.Rater), "somebody")
	item := strings.Join(slices.DeleteFunc([]string{cmp.Or(x.Lesson, cellsOf(r.Keys.Lesson)), cmp.Or(x.Indicator, cellsOf(r.Keys.Indicator))},
		func(s string) bool { return s == "" }), ", ")
	return fmt.Sprintf("%s gave %s to %s", rater, f.Sheet.At(row, f.Columns[r.Scores[0]].Index), cmp.Or(item, "the first"))
}
