package recognize

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
)

// setTitle takes the lesson from the title of a frame, or from the corner of
// its header.
func setTitle(f *column.Frame, several bool) {
	g := &f.Region
	if header.LooksLesson(g.Title) || several && g.Title != "" {
		f.Facets.Lesson = g.Title
	}
	if len(f.Columns) == 0 {
		return
	}
	if corner := f.Columns[0].Text; header.LooksLesson(corner) && !f.Columns[0].Scoring {
		f.Facets.Lesson = corner
		f.Columns[0].Text, f.Columns[0].Named = "", nil
	}
}

// blockOf turns a reading into a block.
func blockOf(f *column.Frame, r *hypothesis.Reading) layout.Block {
	b := r.Block
	b.Rows, b.Facets, b.ReasonRows = f.Rows, f.Facets, f.Region.Reasons
	score := map[int]int{}
	for k, i := range r.Scores {
		score[i] = k
	}
	keys := map[int]layout.Field{}
	for field, list := range map[layout.Field][]int{layout.Rater: r.Keys.Rater, layout.Lesson: r.Keys.Lesson, layout.Indicator: r.Keys.Indicator, layout.Round: r.Keys.Round, layout.Stage: r.Keys.Stage, layout.Segment: r.Keys.Segment, layout.Master: r.Master} {
		for _, i := range list {
			keys[i] = field
		}
	}
	b.Columns = make([]layout.Column, len(f.Columns))
	for i := range f.Columns {
		c := &f.Columns[i]
		x := layout.Column{Index: c.Index, Header: layout.ColumnName(c.Header, c.Index), Reason: -1, Cells: c.Filled}
		k, scored := score[i]
		switch field := keys[i]; {
		case scored:
			x.Field, x.Facets, x.Why = layout.Score, r.Facets[k], whyScore(c, r)
			if r.Scales != nil {
				x.Scale = r.Scales[k]
			}
		case field != "":
			x.Field, x.Why, x.Facets = field, whyKey(c, field), r.Agreed[i]
		default:
			x.Field, x.Why = restOf(c, r)
		}
		b.Columns[i] = x
	}
	oneOfEach(f, &b)
	for i := range b.Columns {
		b.Columns[i].Unread = unread(&f.Columns[i], &b.Columns[i])
	}
	if f.Region.Options > 0 {
		takeOptions(f, &b)
	}
	return b
}

func whyScore(c *column.Column, r *hypothesis.Reading) string {
	switch {
	case c.User:
		return "--columns says so"
	case r.Layout == hypothesis.LongID && r.Score > 0:
		return "its header is a name for the score"
	case r.Across && r.Layout == hypothesis.ColumnsID:
		return "the scores of one rater"
	}
	return "it holds scores"
}

func whyKey(c *column.Column, field layout.Field) string {
	switch n, ok := c.Naming(field); {
	case c.User:
		return "--columns says so"
	case c.Role == field && c.Field != "":
		return "the export calls it so"
	case ok && n.Whole:
		return "its header is a name for the " + string(field)
	case ok:
		return "words of its header name the " + string(field)
	case field == layout.Lesson:
		return "only with it is every row a rating of its own"
	case field == layout.Rater:
		return "its cells look like people"
	}
	return "the labels of the rows"
}

// restOf says what a column holds that is neither a score nor a key.
func restOf(c *column.Column, r *hypothesis.Reading) (layout.Field, string) {
	if c.Role == layout.Rater && !c.User {
		return layout.Ignored, "another column is the rater"
	}
	if c.Role != "" {
		return c.Role, c.Why
	}
	n := c.Surest()
	switch {
	case c.Filled == 0 && n.Field != layout.Group:
		return layout.Ignored, "it is empty"
	case n.Field == layout.Rater && n.Whole && !c.Counts:
		return layout.Ignored, "another column is the rater"
	case c.Counts:
		return layout.Group, "numbers that count or describe"
	case c.Scoring && c.Numbers > 0 && !(n.Whole && n.Sure > 0.6 && n.Field != layout.Score):
		return layout.LeftOut, "it holds numbers, and other columns are the scores"
	case c.Long*2 > c.Filled:
		return layout.LeftOut, "text that belongs to no rating"
	case c.Times*2 > c.Filled:
		return layout.Time, "it holds times"
	case c.Text == "":
		return layout.LeftOut, "it has no header"
	case n.Field == layout.Lesson || n.Field == layout.Round:
		return layout.Group, "another column is the " + string(n.Field)
	}
	return layout.Group, "a further column"
}

// oneOfEach leaves one column each for the time, the date and the number of
// the form: the plainest.
func oneOfEach(f *column.Frame, b *layout.Block) {
	for _, one := range []layout.Field{layout.Time, layout.Date, layout.Respond} {
		best := -1
		for i := range b.Columns {
			if b.Columns[i].Field == one && (best < 0 || plainer(f, i, best)) {
				best = i
			}
		}
		for i := range b.Columns {
			if b.Columns[i].Field == one && i != best {
				b.Columns[i].Field, b.Columns[i].Why = layout.Ignored, "another column is the "+string(one)
			}
		}
	}
}

// plainer reports whether the header of one column is a plainer word than that
// of another.
func plainer(f *column.Frame, a, b int) bool {
	x, y := &f.Columns[a], &f.Columns[b]
	if (x.Filled == 0) != (y.Filled == 0) {
		return x.Filled > 0
	}
	if x.User != y.User {
		return x.User
	}
	return header.PhraseRank()[header.Key(x.Text)] < header.PhraseRank()[header.Key(y.Text)]
}

// unread reports whether a column holds numbers or sentences that no rating is
// read from, though the user did not say so.
func unread(c *column.Column, x *layout.Column) bool {
	if x.Field == layout.LeftOut && c.Field == layout.LeftOut {
		return c.Filled > 0
	}
	switch x.Field {
	case layout.Computed, layout.LeftOut, layout.Group:
		return !c.User && c.Filled > 0 && (c.Numbers*2 > c.Filled || c.Long*2 > c.Filled || x.Field != layout.Group)
	case layout.Reason:
		return false
	}
	return false
}

// takeOptions gives columns of scores the scale that the options under their
// header list.
func takeOptions(f *column.Frame, b *layout.Block) {
	for i := range b.Columns {
		text := f.Sheet.At(f.Region.Options, b.Columns[i].Index)
		s, ok := header.ParseOptions(text)
		if !ok || b.Columns[i].Field != layout.Score {
			continue
		}
		same := slices.IndexFunc(b.Columns[:i], func(c layout.Column) bool { return c.Scale != nil && slices.Equal(c.Scale.Levels, s.Levels) })
		if same >= 0 {
			b.Columns[i].Scale = b.Columns[same].Scale
		} else {
			b.Columns[i].Scale = &s
		}
	}
}

// finishPlan adds what is odd about a reading.
func finishPlan(f *column.Frame, p *layout.Plan, r *hypothesis.Reading) {
	b := &p.Blocks[0]
	p.Doubts = append(p.Doubts, pairReasons(f, b)...)
	if r.Asked && r.Layout == hypothesis.WideID {
		text := "columns with the same header: each time is read as another lesson"
		if f.Form {
			text = "the form asks the same questions again: each time is read as another lesson"
		}
		p.Doubts = append(p.Doubts, layout.Doubt{Row: headerOf(f), Code: "repeated_question", Text: text})
	}
	masterRows(f, b, r)
	if f.Form {
		findPeople(f, b, p)
	}
	freeReasons(b)
	for _, field := range p.Missing {
		if p.Absent == nil {
			p.Absent = map[layout.Field]layout.Doubt{}
		}
		p.Absent[field] = missingDoubt(f, field, r)
	}
	p.Doubts = append(p.Doubts, doubles(f, r)...)
	if len(r.Missing) == 0 {
		p.Doubts = append(p.Doubts, clashing(f, r)...)
	}
}

func headerOf(f *column.Frame) int {
	if f.Form {
		return -1
	}
	return f.Region.Header
}

// freeReasons lists the columns of reasons that are for the one column of
// scores together.
func freeReasons(b *layout.Block) {
	if scores := b.All(layout.Score); len(scores) != 1 || scores[0].Reason >= 0 {
		return
	}
	for _, c := range b.All(layout.Reason) {
		b.Free = append(b.Free, c.Index)
	}
}
