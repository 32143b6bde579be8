package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// setTitle takes the lesson from the title of a frame, or from the corner of
// its header.
func setTitle(f *frame, several bool) {
	g := &f.region
	if LooksLesson(g.title) || several && g.title != "" {
		f.facets.Lesson = g.title
	}
	if len(f.columns) == 0 {
		return
	}
	if corner := f.columns[0].text; LooksLesson(corner) && !f.columns[0].scoring {
		f.facets.Lesson = corner
		f.columns[0].text, f.columns[0].named = "", nil
	}
}

// labels returns the labels of a region's header; under a banner that repeats
// or groups them, with the banner as their outer part.
func labelsOf(t *table, g *region) []label {
	s := t.sheet
	width := len(s.Rows[g.header].Cells) + g.shift
	for _, row := range g.banners {
		width = max(width, len(s.Rows[row].Cells))
	}
	labels := make([]label, 0, width)
	under := map[string]int{}
	for c := range width {
		text := ""
		if c >= g.shift {
			text = s.At(g.header, c-g.shift)
		}
		labels = append(labels, newLabel(c, text))
		under[cell.Fold(text)]++
	}
	for _, row := range slices.Backward(g.banners) {
		banner := ""
		for c := range labels {
			if b := s.At(row, c); b != "" {
				banner = cell.Clean(b)
			}
			l := &labels[c]
			if own := s.At(row, c); l.text == "" && own != "" { // the one header of a column without a second
				*l = newLabel(c, own)
				continue
			}
			grouped := under[cell.Fold(l.text)] > 1 || LooksLesson(banner) || raterName.MatchString(banner)
			if banner != "" && !l.split && l.text != "" && grouped {
				l.outer, l.inner, l.split, l.banner = banner, l.text, true, true
				l.header = banner + " " + l.text
			}
		}
	}
	return labels
}

// blockOf turns a reading into a block.
func blockOf(f *frame, r *reading) Block {
	b := r.block
	b.Rows, b.Facets, b.ReasonRows = f.rows, f.facets, f.region.reasons
	score := map[int]int{}
	for k, i := range r.scores {
		score[i] = k
	}
	keys := map[int]Field{}
	for field, list := range map[Field][]int{Rater: r.keys.rater, Lesson: r.keys.lesson, Indicator: r.keys.indicator, Round: r.keys.round, Stage: r.keys.stage, Segment: r.keys.segment, Master: r.master} {
		for _, i := range list {
			keys[i] = field
		}
	}
	b.Columns = make([]Column, len(f.columns))
	for i := range f.columns {
		c := &f.columns[i]
		x := Column{Index: c.index, Header: ColumnName(c.header, c.index), Reason: -1, Cells: c.filled}
		k, scored := score[i]
		switch field := keys[i]; {
		case scored:
			x.Field, x.Facets, x.Why = Score, r.facets[k], whyScore(c, r)
			if r.scales != nil {
				x.Scale = r.scales[k]
			}
		case field != "":
			x.Field, x.Why, x.Facets = field, whyKey(c, field), r.agreed[i]
		default:
			x.Field, x.Why = restOf(c, r)
		}
		b.Columns[i] = x
	}
	oneOfEach(f, &b)
	for i := range b.Columns {
		b.Columns[i].Unread = unread(&f.columns[i], &b.Columns[i])
	}
	if f.region.options > 0 {
		takeOptions(f, &b)
	}
	return b
}

func whyScore(c *column, r *reading) string {
	switch {
	case c.user:
		return "--columns says so"
	case r.layout == longID && r.score > 0:
		return "its header is a name for the score"
	case r.across && r.layout == columnsID:
		return "the scores of one rater"
	}
	return "it holds scores"
}

func whyKey(c *column, field Field) string {
	switch n, ok := c.naming(field); {
	case c.user:
		return "--columns says so"
	case c.role == field && c.field != "":
		return "the export calls it so"
	case ok && n.whole:
		return "its header is a name for the " + string(field)
	case ok:
		return "words of its header name the " + string(field)
	case field == Lesson:
		return "only with it is every row a rating of its own"
	case field == Rater:
		return "its cells look like people"
	}
	return "the labels of the rows"
}

// restOf says what a column holds that is neither a score nor a key.
func restOf(c *column, r *reading) (Field, string) {
	if c.role == Rater && !c.user {
		return Ignored, "another column is the rater"
	}
	if c.role != "" {
		return c.role, c.why
	}
	n := naming{}
	if len(c.named) > 0 {
		n = c.named[0]
	}
	switch {
	case c.filled == 0 && n.field != Group:
		return Ignored, "it is empty"
	case n.field == Rater && n.whole && !c.counts:
		return Ignored, "another column is the rater"
	case c.counts:
		return Group, "numbers that count or describe"
	case c.scoring && c.numbers > 0 && !(n.whole && n.sure > 0.6 && n.field != Score):
		return LeftOut, "it holds numbers, and other columns are the scores"
	case c.long*2 > c.filled:
		return LeftOut, "text that belongs to no rating"
	case c.times*2 > c.filled:
		return Time, "it holds times"
	case c.text == "":
		return LeftOut, "it has no header"
	case n.field == Lesson || n.field == Round:
		return Group, "another column is the " + string(n.field)
	}
	return Group, "a further column"
}

// oneOfEach leaves one column each for the time, the date and the number of
// the form: the plainest.
func oneOfEach(f *frame, b *Block) {
	for _, one := range []Field{Time, Date, Respond} {
		best := -1
		for i := range b.Columns {
			if b.Columns[i].Field == one && (best < 0 || plainer(f, i, best)) {
				best = i
			}
		}
		for i := range b.Columns {
			if b.Columns[i].Field == one && i != best {
				b.Columns[i].Field, b.Columns[i].Why = Ignored, "another column is the "+string(one)
			}
		}
	}
}

// plainer reports whether the header of one column is a plainer word than that
// of another.
func plainer(f *frame, a, b int) bool {
	x, y := &f.columns[a], &f.columns[b]
	if (x.filled == 0) != (y.filled == 0) {
		return x.filled > 0
	}
	if x.user != y.user {
		return x.user
	}
	return phraseRank()[headerKey(x.text)] < phraseRank()[headerKey(y.text)]
}

// unread reports whether a column holds numbers or sentences that no rating is
// read from, though the user did not say so.
func unread(c *column, x *Column) bool {
	if x.Field == LeftOut && c.field == LeftOut {
		return c.filled > 0
	}
	switch x.Field {
	case Computed, LeftOut, Group:
		return !c.user && c.filled > 0 && (c.numbers*2 > c.filled || c.long*2 > c.filled || x.Field != Group)
	case Reason:
		return false
	}
	return false
}

// takeOptions gives columns of scores the scale that the options under their
// header list.
func takeOptions(f *frame, b *Block) {
	for i := range b.Columns {
		text := f.sheet.At(f.region.options, b.Columns[i].Index)
		s, ok := parseOptions(text)
		if !ok || b.Columns[i].Field != Score {
			continue
		}
		same := slices.IndexFunc(b.Columns[:i], func(c Column) bool { return c.Scale != nil && slices.Equal(c.Scale.Levels, s.Levels) })
		if same >= 0 {
			b.Columns[i].Scale = b.Columns[same].Scale
		} else {
			b.Columns[i].Scale = &s
		}
	}
}

// finishPlan adds what is odd about a reading.
func finishPlan(f *frame, p *Plan, r *reading) {
	b := &p.Blocks[0]
	p.Doubts = append(p.Doubts, pairReasons(f, b)...)
	if f.asked && r.layout == wideID {
		text := "columns with the same header: each time is read as another lesson"
		if f.form {
			text = "the form asks the same questions again: each time is read as another lesson"
		}
		p.Doubts = append(p.Doubts, Doubt{Row: headerOf(f), Code: "repeated_question", Text: text})
	}
	masterRows(f, b, r)
	if f.form {
		findPeople(f, b, p)
	}
	freeReasons(b)
	for _, field := range p.Missing {
		if p.Absent == nil {
			p.Absent = map[Field]Doubt{}
		}
		p.Absent[field] = missingDoubt(f, field, r)
	}
	p.Doubts = append(p.Doubts, doubles(f, r)...)
	if len(r.missing) == 0 {
		p.Doubts = append(p.Doubts, clashing(f, r)...)
	}
}

func headerOf(f *frame) int {
	if f.form {
		return -1
	}
	return f.region.header
}

// findPeople lists the columns that can name a respondent, and gives rows
// without a name a person of their own: by the form's number for the answer,
// else by their place among the nameless in the order of what they say.
func findPeople(f *frame, b *Block, p *Plan) {
	b.People = []int{}
	for _, i := range f.pick(Rater, 0.4, func(c *column) bool { return c.scoring }) {
		if b.Columns[i].Field == Rater || b.Columns[i].Field == Ignored {
			b.People = append(b.People, f.columns[i].index)
		}
	}
	if b.Columns != nil && len(b.People) == 0 {
		if c, ok := b.First(Rater); ok {
			b.People = append(b.People, c.Index)
		}
	}
	b.Nameless = map[int]string{}
	id, numbered := b.First(Respond)
	var rows []int
	for _, row := range b.Rows {
		if !slices.ContainsFunc(b.People, func(c int) bool { return !IsAnonymous(f.sheet.At(row, c)) }) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(x, y int) int {
		return cmp.Compare(strings.Join(f.sheet.Rows[x].Cells, "\x1f"), strings.Join(f.sheet.Rows[y].Cells, "\x1f"))
	})
	for k, row := range rows {
		b.Nameless[row] = fmt.Sprintf("Respondent %d", k+1)
		if number := f.sheet.At(row, id.Index); numbered && number != "" {
			b.Nameless[row] = "Respondent " + number
		}
	}
	if len(rows) > 0 {
		p.Doubts = append(p.Doubts, Doubt{
			Row: -1, Code: "anonymous_rows",
			Text: fmt.Sprintf("%d of %d answers have no name: each counts as one person", len(rows), len(b.Rows)),
		})
	}
}

// freeReasons lists the columns of reasons that are for the one column of
// scores together.
func freeReasons(b *Block) {
	if scores := b.All(Score); len(scores) != 1 || scores[0].Reason >= 0 {
		return
	}
	for _, c := range b.All(Reason) {
		b.Free = append(b.Free, c.Index)
	}
}
