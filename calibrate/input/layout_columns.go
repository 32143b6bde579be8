package input

// columnsLayout is a row for each indicator, and a column for each rater.
var columnsLayout = Layout{
	ID: "raters_as_columns", Title: "indicators as rows, raters as columns",
	recognise: recogniseColumns,
}

func recogniseColumns(r *recogniser) *plan {
	segments, dropped := r.segments()
	p := &plan{dropped: dropped, why: "each row is an indicator, each column a rater"}
	var sure float64
	for _, g := range segments {
		b, how, ok := r.columnsBlock(g, len(segments) > 1)
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
	return p
}

// columnsBlock reads one segment, and says from 0 to 1 how much its columns
// look like raters and its rows like indicators.
func (r *recogniser) columnsBlock(g segment, several bool) (block, float64, bool) {
	s := r.sheet
	b := block{rows: g.rows}
	if looksLesson(g.title) || several && g.title != "" {
		b.facets.lesson = g.title
	}
	people, scores := 0.0, 0
	for c := range s.Rows[g.header].Cells {
		text := s.At(g.header, c)
		col := column{index: c, header: columnName(text, c), reason: -1}
		h := r.heading(c, text)
		switch p := r.profileColumn(g.rows, c); {
		case h.user || c > 0 && (h.field == fieldLesson || h.field == fieldIndicator || h.field == fieldRound):
			col.field, col.why = h.field, r.whyNamed(h, h.field)
		case isSummary(text):
			col.field, col.why = fieldIgnored, "it sums up others"
		case scores == 0 && (c == 0 || !p.holdsScores() && p.filled > p.na):
			r.rowLabel(&b, &col, text)
		case p.holdsScores() || p.filled == p.na && text != "":
			col.field, col.facets.rater, col.why = fieldScore, clean(text), "the scores of one rater"
			people += looksPerson(text)
			scores++
		default:
			col.field, col.why = fieldLeftOut, "neither a label nor scores"
		}
		b.columns = append(b.columns, col)
	}
	if scores == 0 || hasField(b.columns, fieldRater) {
		return b, 0, false
	}
	return b, (people/float64(scores) + r.rowItems(&b)) / 2, true
}

// rowLabel says what a column of labels holds: its header says, or the lesson
// stands in the header itself, or it is the indicators.
func (r *recogniser) rowLabel(b *block, col *column, text string) {
	f, _ := named(text)
	switch {
	case looksLesson(text):
		b.facets.lesson = clean(text)
		col.field, col.why = fieldIndicator, "the labels of the rows, under the name of a lesson"
	case f == fieldLesson || f == fieldIndicator || f == fieldRound || f == fieldRater:
		col.field, col.why = f, "its header is a name for the "+string(f)
	case hasField(b.columns, fieldIndicator):
		if first, _ := b.first(fieldIndicator); first.index == 0 && !hasField(b.columns, fieldLesson) {
			b.columns[0].field, b.columns[0].why = fieldLesson, "the first of two columns of labels"
			col.field, col.why = fieldIndicator, "the second of two columns of labels"
			return
		}
		col.field, col.why = fieldLeftOut, "a further label"
	default:
		col.field, col.why = fieldIndicator, "the labels of the rows"
	}
}

// rowItems returns how much the labels of the rows look like indicators or
// lessons.
func (r *recogniser) rowItems(b *block) float64 {
	best := 0.0
	for _, f := range []field{fieldIndicator, fieldLesson} {
		c, ok := b.first(f)
		if !ok {
			continue
		}
		if named, ok := named(c.header); ok && named == f {
			return 1
		}
		sum := 0.0
		for _, i := range b.rows {
			cell := r.sheet.At(i, c.index)
			look := looksItem(cell)
			if looksLesson(cell) {
				look = 0.9
			}
			sum += look / float64(len(b.rows))
		}
		best = max(best, sum)
	}
	return best
}
