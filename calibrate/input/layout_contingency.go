package input

import (
	"slices"
	"strconv"
)

// contingencyLayout is a table of two raters: a row for each level that the
// one gave, a column for each that the other gave, and how many items they
// rated so.
var contingencyLayout = Layout{
	ID: "contingency", Title: "a contingency table of two raters",
	recognise: recogniseContingency,
}

func recogniseContingency(r *recogniser) *plan {
	segments, dropped := r.segments()
	if len(segments) != 1 {
		return nil
	}
	g := segments[0]
	rows, columns := r.crossed(&g)
	if len(columns) < 2 {
		return nil
	}
	b := block{rows: rows, crossed: true}
	b.columns = append(b.columns, column{
		index: 0, header: columnName(r.sheet.At(g.header, 0), 0), field: fieldIgnored, reason: -1, why: "the levels of the first rater",
	})
	for c := 1; c < len(r.sheet.Rows[g.header].Cells); c++ {
		text := r.sheet.At(g.header, c)
		col := column{index: c, header: columnName(text, c), field: fieldLeftOut, reason: -1, why: "no level"}
		if columns[c] {
			col.field, col.facets.score, col.why = fieldScore, text, "how many items the second rater gave this level"
		}
		b.columns = append(b.columns, col)
	}
	for _, i := range g.rows {
		if !slices.Contains(rows, i) {
			dropped = append(dropped, drop{i, "a summary"})
		}
	}
	p := &plan{blocks: []block{b}, dropped: dropped, sure: 0.9, why: "its rows and columns are the same levels and its cells are counts"}
	p.remarks = []remark{{row: -1, code: "counts", text: "a table of two raters: the items are numbered anew"}}
	return p
}

// crossed returns the rows and columns of a table of two raters: the levels
// in the header stand again before the rows, and the cells are counts. There
// are none where the segment is something else.
func (r *recogniser) crossed(g *segment) (rows []int, columns map[int]bool) {
	columns = map[int]bool{}
	levels := map[string]bool{}
	for c := 1; c < len(r.sheet.Rows[g.header].Cells); c++ {
		if text := r.sheet.At(g.header, c); r.isLevel(text) && !levels[fold(text)] {
			columns[c] = true
			levels[fold(text)] = true
		}
	}
	met := map[string]bool{}
	for _, i := range g.rows {
		if label := fold(r.sheet.At(i, 0)); levels[label] && !met[label] {
			met[label] = true
			rows = append(rows, i)
		} else if !isSummary(label) {
			return nil, nil
		}
	}
	for c := range columns {
		if !r.allCounts(rows, c) {
			return nil, nil
		}
	}
	if len(rows) != len(levels) {
		return nil, nil
	}
	return rows, columns
}

// isLevel reports whether a text can be a level of a scale.
func (r *recogniser) isLevel(text string) bool {
	t := r.lex(text)
	return text != "" && !isSummary(text) &&
		(t.kind == kindNumber || t.kind == kindLabelled || t.kind == kindWord && r.knows(fold(text)))
}

// nextCrossed returns the next of the ratings that a row of a contingency
// table stands for, two an item, or nil at the row's end.
func (c *canonicalReader) nextCrossed(b *block) []string {
	row := b.rows[c.row]
	for ; c.col < len(c.extractor.scores); c.col, c.counted = c.col+1, 0 {
		column := c.extractor.scores[c.col]
		n, _ := strconv.Atoi(c.sheet.At(row, column.index))
		if c.counted >= 2*n {
			continue
		}
		cells := c.extractor.cells(row, c.col)
		cells[0], cells[4] = "Rater 1", c.sheet.At(row, 0)
		if c.counted%2 == 1 {
			cells[0], cells[4] = "Rater 2", column.facets.score
		} else {
			c.items++
		}
		c.counted++
		cells[2], cells[9], cells[11] = "Item "+strconv.Itoa(c.items), strconv.Itoa(row), strconv.Itoa(c.block)
		return cells
	}
	return nil
}
