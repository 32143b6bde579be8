package layout

import (
	"slices"
	"strconv"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// countsLayout is a row for each item and a column for each level, with the
// number of raters who gave it.
var countsLayout = Layout{
	ID: countsID, Title: "how many raters gave each level",
	read: readCounts,
}

// maxCount bounds one count.
const maxCount = 10000

func readCounts(f *frame) *reading {
	if f.form || slices.ContainsFunc(f.columns, func(c column) bool { return c.role == Rater || f.surely(c.pos, Rater) }) {
		return nil
	}
	if rows, _ := crossedLevels(f); rows != nil && f.options.Layout == "" {
		return nil // a contingency table
	}
	r := &reading{why: "its headers are levels and its cells are counts"}
	r.block = Block{Rows: f.rows, Counts: true, Facets: f.facets}
	b := &r.block
	known := true
	for i := range f.columns {
		c := &f.columns[i]
		x := Column{Index: c.index, Header: ColumnName(c.header, c.index), Reason: -1, Cells: c.filled}
		n := naming{}
		if len(c.named) > 0 {
			n = c.named[0]
		}
		first := len(b.Levels) == 0
		switch {
		case c.user, first && n.whole && (n.field == Lesson || n.field == Indicator || n.field == Round):
			x.Field, x.Why = n.field, "its header is a name for the "+string(n.field)
			if c.user {
				x.Field, x.Why = c.role, "--columns says so"
			}
		case IsSummary(c.text):
			x.Field, x.Why = Computed, "it sums up others"
		case c.text != "" && allCounts(f.table, f.rows, c.index) && c.filled > 0 && (isLevel(f.table, c.text) || cell.IsNotSeen(c.text) || len(c.named) == 0 && looksItem(c.text) < 0.7 && looksRater(c.text) < 0.3):
			x.Field, x.Facets.Score, x.Why = Score, c.text, "how many gave this level"
			if !cell.IsNotSeen(c.text) {
				b.Levels = append(b.Levels, c.text)
				known = known && isLevel(f.table, c.text)
			}
		case first && n.whole && n.field == Group:
			x.Field, x.Why = Group, "its header is a name for a group"
		case first && !hasField(b.Columns, Indicator):
			x.Field, x.Why = Indicator, "the labels of the rows"
		default:
			x.Field, x.Why = LeftOut, "neither a label nor a count"
		}
		b.Columns = append(b.Columns, x)
	}
	if len(b.Levels) < 2 || len(f.rows) == 0 {
		return nil
	}
	totals, zeros := rowTotals(f, b)
	rows := len(f.rows)
	if !known && (len(totals) > 1 || rows < 2) {
		return nil
	}
	r.signs = countsSigns(rows, totals, zeros, known)
	r.guess, r.uneven = !known, !zeros && rows > 2 && 2*len(totals) > rows
	r.doubts = []Doubt{{Row: -1, Code: "counts", Text: "counts say how many gave a level, not who: the raters are numbered anew"}}
	return r
}

func hasField(columns []Column, field Field) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Field == field })
}

// isLevel reports whether a text can be a level of a scale.
func isLevel(t *table, text string) bool {
	token := t.lexer.Lex(text)
	return text != "" && !IsSummary(text) &&
		(token.Kind == cell.Number || token.Kind == cell.Labelled || token.Kind == cell.Word && t.levels.Knows(cell.Fold(text)))
}

// allCounts reports whether the cells of a column are counts.
func allCounts(t *table, rows []int, c int) bool {
	return !slices.ContainsFunc(rows, func(i int) bool {
		text := t.sheet.At(i, c)
		n, err := strconv.Atoi(text)
		return text != "" && (err != nil || n < 0 || n > maxCount)
	})
}

// rowTotals counts the rows by how many raters they count; zeros says whether a
// level was given by nobody.
func rowTotals(f *frame, b *Block) (rows map[int]int, zeros bool) {
	rows = map[int]int{}
	levels := b.All(Score)
	for _, i := range f.rows {
		total := 0
		for _, c := range levels {
			n, _ := strconv.Atoi(f.sheet.At(i, c.Index))
			zeros = zeros || n == 0
			total += n
		}
		rows[total]++
	}
	return rows, zeros
}

// countsSigns says how much the numbers look like counts: most rows have the
// same number of raters, and some levels nobody.
func countsSigns(rows int, totals map[int]int, zeros, known bool) []Sign {
	most := 0
	for _, n := range totals {
		most = max(most, n)
	}
	signs := []Sign{{"headers are levels", 1, "the headers could be levels"}}
	if known {
		signs[0] = Sign{"headers are levels", 3, "the headers are levels"}
	}
	if zeros {
		signs = append(signs, Sign{"nobody", 1, "some levels were given by nobody"})
	}
	if rows > 1 {
		share := float64(most) / float64(rows)
		weight := 5*share - 2
		if share == 1 && rows > 2 {
			weight = 6
		}
		signs = append(signs, Sign{"row totals", weight, "the rows add up to the same number of raters"})
	}
	return signs
}
