package input

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/rating"
)

// wideLayout is a row for each rater, or for each rater and lesson, and a
// column for each indicator.
var wideLayout = Layout{
	ID: "wide", Title: "raters as rows, indicators as columns",
	recognise: recogniseWide,
}

func recogniseWide(r *recogniser) *plan {
	segments, dropped := r.segments()
	p := &plan{dropped: dropped, why: "each row is a rater, each column an indicator"}
	var sure float64
	for _, g := range segments {
		b, how, ok := r.wideBlock(p, g, len(segments) > 1)
		if !ok {
			return nil
		}
		sure += how / float64(len(segments))
		p.blocks = append(p.blocks, b)
	}
	if len(p.blocks) == 0 {
		return nil
	}
	p.sure = min(0.25+0.65*sure, 0.88)
	if !p.says(fieldRater) {
		p.missing = append(p.missing, fieldRater)
		p.sure -= 0.2
	}
	return p
}

// wideBlock reads one segment, and says from 0 to 1 how much its columns look
// like indicators and its rows like raters.
func (r *recogniser) wideBlock(p *plan, g segment, several bool) (block, float64, bool) {
	f := &frame{rows: g.rows, labels: r.labels(g)}
	if looksLesson(g.title) || several && g.title != "" {
		f.facets.lesson = g.title
	}
	if corner := r.sheet.At(g.header, 0); looksLesson(corner) && f.facets.lesson == "" {
		f.facets.lesson = corner
		f.labels[0].text = ""
	}
	columns := r.classify(f)
	people := r.firstPeople(f, columns)
	scores := scoresOf(columns)
	if len(scores) == 0 {
		return block{}, 0, false
	}
	r.nameScores(f, columns)
	p.remarks = append(p.remarks, r.pairReasons(f, columns)...)
	if f.asked {
		p.remarks = append(p.remarks, remark{row: g.header, code: "repeated_question", text: "columns with the same header: each time is read as another lesson"})
	}
	if g.options >= 0 {
		r.takeOptions(g.options, columns)
	}
	items := 0.0
	for _, i := range scores {
		items += looksItem(columns[i].facets.indicator) / float64(len(scores))
	}
	if hasField(columns, fieldIndicator) {
		items = 0.05
	}
	return block{columns: columns, rows: g.rows, facets: f.facets}, (items + people) / 2, true
}

// labels returns the labels of a segment's header; under a banner that
// repeats for every lesson, with the banner as their outer part.
func (r *recogniser) labels(g segment) []label {
	s := r.sheet
	labels := make([]label, 0, len(s.Rows[g.header].Cells))
	under := map[string]int{}
	for c := range s.Rows[g.header].Cells {
		labels = append(labels, newLabel(c, s.At(g.header, c)))
		under[fold(s.At(g.header, c))]++
	}
	if g.banner < 0 {
		return labels
	}
	banner := ""
	for c := range labels {
		if b := s.At(g.banner, c); b != "" {
			banner = b
		}
		l := &labels[c]
		if banner != "" && !l.split && under[fold(l.text)] > 1 {
			l.outer, l.inner, l.split = banner, l.text, true
			l.text = banner + " " + l.text
			l.header = l.text
		}
	}
	return labels
}

// firstPeople makes the first column that is not yet anything else the
// raters', where none is, and says how much it looks like people.
func (r *recogniser) firstPeople(f *frame, columns []column) float64 {
	for _, c := range columns {
		if c.field == fieldRater {
			if h := r.heading(c.index, c.header); h.field == fieldRater {
				return 1
			}
			return r.meanPerson(f.rows, c.index)
		}
	}
	for i, c := range columns {
		if c.field == fieldScore || i > 2 {
			break
		}
		if c.field == fieldGroup && (f.labels[i].text == "" || r.meanPerson(f.rows, c.index) > 0.6) {
			columns[i].field, columns[i].why = fieldRater, "the first column, and its cells look like people"
			return r.meanPerson(f.rows, c.index)
		}
	}
	return 0
}

// meanPerson returns how much the cells of a column look like people.
func (r *recogniser) meanPerson(rows []int, col int) float64 {
	sum, n := 0.0, 0
	for _, i := range rows {
		if cell := r.sheet.At(i, col); cell != "" {
			sum += looksPerson(cell)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// takeOptions gives columns of scores the scale that the options under their
// header list.
func (r *recogniser) takeOptions(row int, columns []column) {
	scales := map[string]*rating.Scale{}
	for i := range columns {
		cell := r.sheet.At(row, columns[i].index)
		s, ok := parseOptions(cell)
		if !ok || columns[i].field != fieldScore && columns[i].field != fieldGroup {
			continue
		}
		key := fmt.Sprint(s.Levels)
		if scales[key] == nil {
			scales[key] = &s
		}
		columns[i].scale = scales[key]
	}
}
