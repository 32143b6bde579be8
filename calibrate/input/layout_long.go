package input

import (
	"fmt"
	"slices"
	"strings"
)

// longLayout is one row a rating: who, which lesson, which indicator, what.
var longLayout = Layout{
	ID: "long", Title: "one row a rating",
	recognise: recogniseLong,
}

// headerSearch is how many rows at the top may stand before the header.
const headerSearch = 30

func recogniseLong(r *recogniser) *plan {
	h, fields := r.longHeader()
	if h < 0 {
		return nil
	}
	all := r.headings(h)
	rows, dropped := r.longRows(h)
	b := block{rows: rows}
	score, why, found := r.longScore(all, rows)
	taken := map[int]bool{}
	take := func(hd heading, f field, why string) {
		taken[hd.index] = true
		b.columns = append(b.columns, column{
			index: hd.index, header: columnName(hd.text, hd.index), field: f, reason: -1, why: why,
		})
	}
	if found {
		take(score, fieldScore, why)
	}
	for _, f := range []field{fieldRater, fieldLesson, fieldIndicator, fieldRound, fieldTime} {
		if c := claimed(all, f); len(c) > 0 && !taken[c[0].index] {
			take(c[0], f, r.whyNamed(c[0], f))
		}
	}
	for _, c := range claimed(all, fieldReason) {
		if !taken[c.index] {
			take(c, fieldReason, r.whyNamed(c, fieldReason))
		}
	}
	r.longRest(all, taken, take)
	slices.SortFunc(b.columns, func(x, y column) int { return x.index - y.index })
	p := &plan{blocks: []block{b}, dropped: dropped}
	p.dropTitles(r.sheet, h)
	p.longSure(r, fields, found)
	p.doubles(h, all)
	return p
}

// longHeader returns the row that names most of the fields of a rating, and
// those it names; -1 where none names enough.
func (r *recogniser) longHeader() (row int, fields map[field]bool) {
	row = -1
	best := 1
	for i := range min(headerSearch, len(r.sheet.Rows)) {
		found := map[field]bool{}
		for _, h := range r.headings(i) {
			switch h.field {
			case fieldRater, fieldLesson, fieldIndicator, fieldScore, fieldReason:
				found[h.field] = true
			}
		}
		core := len(found)
		if !found[fieldScore] && !(found[fieldIndicator] && (found[fieldRater] || found[fieldLesson])) {
			continue
		}
		if core > best {
			row, fields, best = i, found, core
		}
	}
	return row, fields
}

// longRows returns the rows below the header, without those that are no
// ratings: empty ones, the header again, sums and notes.
func (r *recogniser) longRows(h int) (rows []int, dropped []drop) {
	s := r.sheet
	for i := h + 1; i < len(s.Rows); i++ {
		switch filled := s.Rows[i].Filled(); {
		case filled == 0:
		case r.sameRow(i, h):
			dropped = append(dropped, drop{i, "the header again"})
		case filled == 1 && len(s.Rows[h].Cells) > 2:
			dropped = append(dropped, drop{i, "a note"})
		case isSummary(s.firstCell(i)):
			dropped = append(dropped, drop{i, "a summary"})
		default:
			rows = append(rows, i)
		}
	}
	return rows, dropped
}

// sameRow reports whether two rows hold the same cells.
func (r *recogniser) sameRow(i, j int) bool {
	s := r.sheet
	for c := range max(len(s.Rows[i].Cells), len(s.Rows[j].Cells)) {
		if s.At(i, c) != s.At(j, c) {
			return false
		}
	}
	return true
}

// firstCell returns the first cell of a row that is not empty.
func (s *sheet) firstCell(r int) string {
	for c := range s.Rows[r].Cells {
		if cell := s.At(r, c); cell != "" {
			return cell
		}
	}
	return ""
}

// longScore returns the column of the scores: the one that says so, else the
// only one that holds scores and says nothing else.
func (r *recogniser) longScore(all []heading, rows []int) (heading, string, bool) {
	if c := claimed(all, fieldScore); len(c) > 0 {
		return c[0], r.whyNamed(c[0], fieldScore), true
	}
	var only []heading
	for _, h := range all {
		if h.field == "" && r.profileColumn(rows, h.index).holdsScores() {
			only = append(only, h)
		}
	}
	if len(only) == 1 {
		return only[0], "the only column that holds scores", true
	}
	return heading{}, "", false
}

// longRest gives the columns that are left a meaning: a date, or a group.
func (r *recogniser) longRest(all []heading, taken map[int]bool, take func(heading, field, string)) {
	for _, h := range all {
		if taken[h.index] {
			continue
		}
		switch h.field {
		case fieldDate:
			take(h, fieldDate, "the header says date")
		case fieldRespond, fieldIgnored:
			take(h, fieldIgnored, "belongs to the form, not to the ratings")
		case fieldRater, fieldReason, fieldScore:
			take(h, fieldLeftOut, fmt.Sprintf("another column is the %s", h.field))
		default:
			if h.text == "" {
				take(h, fieldLeftOut, "it has no header")
				continue
			}
			take(h, fieldGroup, "a further column")
		}
	}
}

// whyNamed says why a column has its field.
func (r *recogniser) whyNamed(h heading, f field) string {
	if h.user {
		return "--columns says so"
	}
	return fmt.Sprintf("its header is a name for the %s", f)
}

// longSure says what is missing, and how sure the plan is.
func (p *plan) longSure(r *recogniser, fields map[field]bool, found bool) {
	b := &p.blocks[0]
	p.sure = 0.4
	for _, f := range []struct {
		field
		worth float64
	}{{fieldScore, 0.2}, {fieldRater, 0.15}, {fieldIndicator, 0.2}, {fieldLesson, 0.05}} {
		if fields[f.field] {
			p.sure += f.worth
		}
	}
	if !found {
		p.missing = append(p.missing, fieldScore)
	}
	if _, ok := b.first(fieldRater); !ok {
		p.missing = append(p.missing, fieldRater)
	}
	p.sure = min(p.sure, 0.98)
	var names []string
	for _, c := range b.columns {
		if c.field != fieldGroup && c.field != fieldIgnored && c.field != fieldLeftOut {
			names = append(names, string(c.field))
		}
	}
	p.why = "the header names " + strings.Join(names, ", ")
	if fields[fieldIndicator] {
		return
	}
	// Without a column of indicators, other columns with scores speak for
	// a wide sheet.
	for _, c := range b.columns {
		if c.field == fieldGroup && r.profileColumn(b.rows, c.index).holdsScores() {
			p.sure -= 0.15
		}
	}
}

// doubles remarks on two columns with the very same header for a field that
// is read: neither can be preferred.
func (p *plan) doubles(h int, all []heading) {
	for _, f := range []field{fieldScore, fieldRater, fieldLesson, fieldIndicator} {
		c := claimed(all, f)
		if len(c) > 1 && headerKey(c[0].text) == headerKey(c[1].text) {
			p.remarks = append(p.remarks, remark{
				row: h, col: c[1].index, code: "double_column", header: c[1].text,
				text: fmt.Sprintf("two columns are called %q (%s and %s): which is the %s?",
					c[1].text, letters(c[0].index), letters(c[1].index), f),
				hint: "rename one of them",
			})
		}
	}
}

// dropTitles leaves out the rows above a header.
func (p *plan) dropTitles(s *sheet, h int) {
	for i := range h {
		if !s.Rows[i].Empty() {
			p.dropped = append(p.dropped, drop{i, "above the header"})
		}
	}
}
