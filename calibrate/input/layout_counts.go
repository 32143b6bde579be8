package input

import (
	"slices"
	"strconv"
)

// countsLayout is a row for each item and a column for each level, with the
// number of raters who gave it.
var countsLayout = Layout{
	ID: "counts", Title: "how many raters gave each level",
	recognise: recogniseCounts,
}

// maxCount bounds one count.
const maxCount = 10000

func recogniseCounts(r *recogniser) *plan {
	segments, dropped := r.segments()
	if len(segments) != 1 {
		return nil
	}
	g := segments[0]
	if rows, _ := r.crossed(&g); rows != nil && r.options.Layout == "" {
		return nil // a contingency table
	}
	b := block{rows: g.rows, counts: true}
	levels, known := 0, 0
	for c := range r.sheet.Rows[g.header].Cells {
		text := r.sheet.At(g.header, c)
		col := column{index: c, header: columnName(text, c), reason: -1}
		h := r.heading(c, text)
		t := r.lex(text)
		switch {
		case levels == 0 && (h.field == fieldLesson || h.field == fieldIndicator || h.field == fieldRound || h.user):
			col.field, col.why = h.field, r.whyNamed(h, h.field)
		case h.field == fieldRater:
			return nil
		case isSummary(text):
			col.field, col.why = fieldIgnored, "it sums up others"
		case (t.kind == kindNumber || t.kind == kindLabelled || t.kind == kindWord && r.knows(fold(text)) || t.kind == kindNotObserved) && r.allCounts(g.rows, c):
			col.field, col.facets.score, col.why = fieldScore, text, "how many gave this level"
			levels++
			known++
		case levels == 0 && !hasField(b.columns, fieldIndicator):
			col.field, col.why = fieldIndicator, "the labels of the rows"
		default:
			col.field, col.why = fieldLeftOut, "neither a label nor a count"
		}
		b.columns = append(b.columns, col)
	}
	if levels < 2 || len(g.rows) == 0 {
		return nil
	}
	p := &plan{blocks: []block{b}, dropped: dropped, why: "its headers are levels and its cells are counts"}
	p.sure = r.countsSure(&b)
	p.remarks = []remark{{row: -1, code: "counts", text: "counts say how many gave a level, not who: the raters are numbered anew"}}
	return p
}

// allCounts reports whether the cells of a column are counts.
func (r *recogniser) allCounts(rows []int, c int) bool {
	return !slices.ContainsFunc(rows, func(i int) bool {
		cell := r.sheet.At(i, c)
		n, err := strconv.Atoi(cell)
		return cell != "" && (err != nil || n < 0 || n > maxCount)
	})
}

// countsSure says how much the numbers look like counts: most rows have the
// same number of raters, and some levels nobody.
func (r *recogniser) countsSure(b *block) float64 {
	totals := map[int]int{}
	zeros := false
	for _, i := range b.rows {
		total := 0
		for _, c := range b.all(fieldScore) {
			n, _ := strconv.Atoi(r.sheet.At(i, c.index))
			zeros = zeros || n == 0
			total += n
		}
		totals[total]++
	}
	most := 0
	for _, n := range totals {
		most = max(most, n)
	}
	sure := 0.45
	if zeros {
		sure += 0.1
	}
	if len(b.rows) > 1 {
		sure += 0.35 * float64(most) / float64(len(b.rows))
	}
	return sure
}
