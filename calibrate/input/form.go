package input

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// formPlan reads a frame that a form exported: one row a person, or a person
// and a lesson.
func (r *recogniser) formPlan(f *frame, p *plan) *plan {
	f.form = true
	columns := r.classify(f)
	if len(scoresOf(columns)) == 0 {
		return nil
	}
	r.nameScores(f, columns)
	p.remarks = append(p.remarks, r.pairReasons(f, columns)...)
	b := block{columns: columns, rows: f.rows, facets: f.facets}
	if f.asked {
		p.remarks = append(p.remarks, remark{
			row: -1, code: "repeated_question",
			text: "the form asks the same questions again: each time is read as another lesson",
		})
	}
	r.findPeople(f, &b, p)
	p.blocks = []block{b}
	return p
}

// findPeople lists the columns that can name a respondent, and gives rows
// without a name a person of their own: by the form's number for the answer,
// else by their place among the nameless in the order of what they say.
func (r *recogniser) findPeople(f *frame, b *block, p *plan) {
	b.people = f.people
	if b.people == nil {
		b.people = []int{}
	}
	b.nameless = map[int]string{}
	id, numbered := b.first(fieldRespond)
	var rows []int
	for _, row := range b.rows {
		if !slices.ContainsFunc(b.people, func(c int) bool { return !isAnonymous(r.sheet.At(row, c)) }) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(x, y int) int {
		return cmp.Compare(strings.Join(r.sheet.Rows[x].Cells, "\x1f"), strings.Join(r.sheet.Rows[y].Cells, "\x1f"))
	})
	for k, row := range rows {
		b.nameless[row] = fmt.Sprintf("Respondent %d", k+1)
		if number := r.sheet.At(row, id.index); numbered && number != "" {
			b.nameless[row] = "Respondent " + number
		}
	}
	if len(rows) > 0 {
		p.remarks = append(p.remarks, remark{
			row: -1, code: "anonymous_rows",
			text: fmt.Sprintf("%d of %d answers have no name: each counts as one person", len(rows), len(b.rows)),
		})
	}
}

// dataRows returns the rows from one on that are not empty.
func (s *sheet) dataRows(from int) []int {
	var rows []int
	for i := from; i < len(s.Rows); i++ {
		if !s.Rows[i].Empty() {
			rows = append(rows, i)
		}
	}
	return rows
}

// headerRow returns the first row, among the few at the top, in which every
// one of the phrases stands as a header of its own.
func (s *sheet) headerRow(phrases ...string) int {
	for i := range min(len(s.Rows), 5) {
		found := 0
		for _, phrase := range phrases {
			if s.column(i, phrase) >= 0 {
				found++
			}
		}
		if found == len(phrases) {
			return i
		}
	}
	return -1
}

// column returns the column of a row whose words are one of the phrases,
// which bars separate, or -1.
func (s *sheet) column(row int, phrases string) int {
	for c := range s.Rows[row].Cells {
		key := strings.Join(words(s.At(row, c)), " ")
		for phrase := range strings.SplitSeq(phrases, "|") {
			if key == phrase {
				return c
			}
		}
	}
	return -1
}

// plainLabels returns the labels of a header row.
func (s *sheet) plainLabels(row int) []label {
	labels := make([]label, 0, len(s.Rows[row].Cells))
	for c := range s.Rows[row].Cells {
		labels = append(labels, newLabel(c, s.At(row, c)))
	}
	return labels
}

// dropWhere leaves out the rows of a frame for which why is not empty.
func (f *frame) dropWhere(p *plan, why func(row int) string) {
	f.rows = slices.DeleteFunc(f.rows, func(row int) bool {
		reason := why(row)
		if reason != "" {
			p.dropped = append(p.dropped, drop{row, reason})
		}
		return reason != ""
	})
}
