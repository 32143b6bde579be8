package recognize

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// findPeople lists the columns that can name a respondent, and gives rows
// without a name a person of their own: by the form's number for the answer,
// else by their place among the nameless in the order of what they say.
func findPeople(f *column.Frame, b *layout.Block, p *layout.Plan) {
	b.People = []int{}
	for _, i := range f.Pick(layout.Rater, 0.4, func(c *column.Column) bool { return c.Scoring }) {
		if b.Columns[i].Field == layout.Rater || b.Columns[i].Field == layout.Ignored {
			b.People = append(b.People, f.Columns[i].Index)
		}
	}
	if b.Columns != nil && len(b.People) == 0 {
		if c, ok := b.First(layout.Rater); ok {
			b.People = append(b.People, c.Index)
		}
	}
	b.Nameless = map[int]string{}
	id, numbered := b.First(layout.Respond)
	var rows []int
	for _, row := range b.Rows {
		if !slices.ContainsFunc(b.People, func(c int) bool { return !header.IsAnonymous(f.Sheet.At(row, c)) }) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(x, y int) int {
		return cmp.Compare(strings.Join(f.Sheet.Rows[x].Cells, "\x1f"), strings.Join(f.Sheet.Rows[y].Cells, "\x1f"))
	})
	for k, row := range rows {
		b.Nameless[row] = fmt.Sprintf("Respondent %d", k+1)
		if number := f.Sheet.At(row, id.Index); numbered && number != "" {
			b.Nameless[row] = "Respondent " + number
		}
	}
	if len(rows) > 0 {
		p.Doubts = append(p.Doubts, layout.Doubt{
			Row: -1, Code: "anonymous_rows",
			Text: fmt.Sprintf("%d of %d answers have no name: each counts as one person", len(rows), len(b.Rows)),
		})
	}
}
