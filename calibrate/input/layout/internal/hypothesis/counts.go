package hypothesis

import (
	"slices"
	"strconv"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// Counts is a row for each item and a column for each level, with the
// number of raters who gave it.
var Counts = Layout{
	ID: CountsID, Title: "how many raters gave each level",
	Read: readCounts,
}

// maxCount bounds one count.
const maxCount = 10000

func readCounts(f *column.Frame) *Reading {
	if f.Form || slices.ContainsFunc(f.Columns, func(c column.Column) bool { return c.Role == layout.Rater || f.Surely(c.Pos, layout.Rater) }) {
		return nil
	}
	if rows, _ := crossedLevels(f); rows != nil && f.Options.Layout == "" {
		return nil // a contingency table
	}
	r := &Reading{Why: "its headers are levels and its cells are counts"}
	r.Block = layout.Block{Rows: f.Rows, Counts: true, Facets: f.Facets}
	b := &r.Block
	known := true
	for i := range f.Columns {
		c := &f.Columns[i]
		x := layout.Column{Index: c.Index, Header: layout.ColumnName(c.Header, c.Index), Reason: -1, Cells: c.Filled}
		n := c.Surest()
		first := len(b.Levels) == 0
		switch {
		case c.User, first && n.Whole && (n.Field == layout.Lesson || n.Field == layout.Indicator || n.Field == layout.Round):
			x.Field, x.Why = n.Field, "its header is a name for the "+string(n.Field)
			if c.User {
				x.Field, x.Why = c.Role, "--columns says so"
			}
		case header.IsSummary(c.Text):
			x.Field, x.Why = layout.Computed, "it sums up others"
		case c.Text != "" && allCounts(f.Table, f.Rows, c.Index) && c.Filled > 0 && (isLevel(f.Table, c.Text) || cell.IsNotSeen(c.Text) || len(c.Named) == 0 && header.LooksItem(c.Text) < 0.7 && header.LooksRater(c.Text) < 0.3):
			x.Field, x.Facets.Score, x.Why = layout.Score, c.Text, "how many gave this level"
			if !cell.IsNotSeen(c.Text) {
				b.Levels = append(b.Levels, c.Text)
				known = known && isLevel(f.Table, c.Text)
			}
		case first && n.Whole && n.Field == layout.Group:
			x.Field, x.Why = layout.Group, "its header is a name for a group"
		case first && !hasField(b.Columns, layout.Indicator):
			x.Field, x.Why = layout.Indicator, "the labels of the rows"
		default:
			x.Field, x.Why = layout.LeftOut, "neither a label nor a count"
		}
		b.Columns = append(b.Columns, x)
	}
	if len(b.Levels) < 2 || len(f.Rows) == 0 {
		return nil
	}
	totals, zeros := rowTotals(f, b)
	rows := len(f.Rows)
	if !known && (len(totals) > 1 || rows < 2) {
		return nil
	}
	r.Signs = countsSigns(rows, totals, zeros, known)
	r.Guess, r.Uneven = !known, !zeros && rows > 2 && 2*len(totals) > rows
	r.Doubts = []layout.Doubt{{Row: -1, Code: "counts", Text: "counts say how many gave a level, not who: the raters are numbered anew"}}
	return r
}

func hasField(columns []layout.Column, field layout.Field) bool {
	return slices.ContainsFunc(columns, func(c layout.Column) bool { return c.Field == field })
}

// isLevel reports whether a text can be a level of a scale.
func isLevel(t *region.Table, text string) bool {
	token := t.Lexer.Lex(text)
	return text != "" && !header.IsSummary(text) &&
		(token.Kind == cell.Number || token.Kind == cell.Labelled || token.Kind == cell.Word && t.Levels.Knows(cell.Fold(text)))
}

// allCounts reports whether the cells of a column are counts.
func allCounts(t *region.Table, rows []int, c int) bool {
	return !slices.ContainsFunc(rows, func(i int) bool {
		text := t.Sheet.At(i, c)
		n, err := strconv.Atoi(text)
		return text != "" && (err != nil || n < 0 || n > maxCount)
	})
}

// rowTotals counts the rows by how many raters they count; zeros says whether a
// level was given by nobody.
func rowTotals(f *column.Frame, b *layout.Block) (rows map[int]int, zeros bool) {
	rows = map[int]int{}
	levels := b.All(layout.Score)
	for _, i := range f.Rows {
		total := 0
		for _, c := range levels {
			n, _ := strconv.Atoi(f.Sheet.At(i, c.Index))
			zeros = zeros || n == 0
			total += n
		}
		rows[total]++
	}
	return rows, zeros
}

// countsSigns says how much the numbers look like counts: most rows have the
// Same number of raters, and some levels nobody.
func countsSigns(rows int, totals map[int]int, zeros, known bool) []layout.Sign {
	most := 0
	for _, n := range totals {
		most = max(most, n)
	}
	signs := []layout.Sign{{Name: "headers are levels", Weight: 1, Text: "the headers could be levels"}}
	if known {
		signs[0] = layout.Sign{Name: "headers are levels", Weight: 3, Text: "the headers are levels"}
	}
	if zeros {
		signs = append(signs, layout.Sign{Name: "nobody", Weight: 1, Text: "some levels were given by nobody"})
	}
	if rows > 1 {
		share := float64(most) / float64(rows)
		weight := 5*share - 2
		if share == 1 && rows > 2 {
			weight = 6
		}
		signs = append(signs, layout.Sign{Name: "row totals", Weight: weight, Text: "the rows add up to the same number of raters"})
	}
	return signs
}
