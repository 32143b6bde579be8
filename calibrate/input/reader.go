package input

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/stats/rating"
)

// A reader is one reading in the making.
type reader struct {
	odd     oddFile // why the input was not read in one pass
	options *Options
	limits  limits
	budget  *source.Budget
	journal journal
	recogn  *recogniser
	sheets  []*reading
	count   int // sheets met so far
	books   int // workbooks
	clock   clock

	raters, lessons, indicators, rounds nameSet
	groups                              []group
	groupOf                             map[string]int          // by folded header
	optionScales                        map[int32]*rating.Scale // of indicators whose options a sheet lists
	entries                             []entry
	result                              Reading
}

// A reading is a sheet and how it is read.
type reading struct {
	sheet  *sheet
	file   File
	plan   *plan
	book   int                   // of which workbook it is a sheet, 0 for none
	aside  bool                  // not read
	stands field                 // what the sheet's or file's name stands for
	broken bool                  // rows of it break the rules of CSV
	scales map[int]*rating.Scale // of columns with options
}

// A group is a further column of the input.
type group struct {
	name   string
	values nameSet
}

// What the only lesson and the only indicator are called where the input does
// not name them.
const (
	oneLesson    = "Lesson"
	oneIndicator = "Rating"
)

// An entry is the cell of a rater and an item, its names as codes.
type entry struct {
	rater, lesson, indicator, round int32
	token                           token
	cell, reason, time, date        string
	reading                         int32
	row, col                        int32
	groups                          []int32 // shared by the entries of a row
}

func newReader(o *Options) *reader {
	l := defaultLimits
	if o.limits != nil {
		l = *o.limits
	}
	return &reader{options: o, limits: l, recogn: newRecogniser(o), groupOf: map[string]int{}, optionScales: map[int32]*rating.Scale{}}
}

// plan recognises the layout of every sheet.
func (r *reader) plan() {
	r.recogn.several = len(r.sheets) > 1
	r.checkColumns()
	for _, x := range r.sheets {
		r.recogn.sheet = x.sheet
		best, other := r.recogn.choose()
		switch {
		case best == nil:
			if !x.broken || len(x.sheet.Rows) > 1 {
				r.unrecognised(x.sheet)
			}
		case other != nil:
			r.ambiguous(x.sheet, best, other)
		default:
			x.plan = best
		}
	}
	r.arrange()
	for _, x := range r.sheets {
		if x.plan != nil {
			r.checkPlan(x)
		}
	}
}

// unrecognised reports a sheet that no layout fits.
func (r *reader) unrecognised(s *sheet) {
	var seen []string
	for i := range s.Rows {
		for c := range s.Rows[i].Cells {
			if cell := s.At(i, c); cell != "" && len(seen) < 8 {
				seen = append(seen, cell)
			}
		}
		if len(seen) > 1 {
			break
		}
	}
	if len(s.Rows) == 1 {
		r.journal.add(s.place(0, -1, ""), "no_rows", "", "", "a header and no rows below it: %s", quoteAll(seen))
		return
	}
	r.journal.add(place{sheet: s.Index, name: s.Title()}, "unrecognised", "", "",
		"no ratings recognised; the first cells are %s", quoteAll(seen))
}

// ambiguous reports a sheet that two layouts fit.
func (r *reader) ambiguous(s *sheet, a, b *plan) {
	first, _ := layoutByID(a.layout)
	second, _ := layoutByID(b.layout)
	r.journal.add(place{sheet: s.Index, name: s.Title()}, "ambiguous_layout", "",
		fmt.Sprintf("--layout %s or --layout %s decides", first.ID, second.ID),
		"it reads as %s (%s) and as %s (%s)", first.Title, a.why, second.Title, b.why)
}

// checkPlan reports what is wrong with a plan before any cell is read.
func (r *reader) checkPlan(x *reading) {
	p, s := x.plan, x.sheet
	for _, m := range p.remarks {
		r.journal.add(s.place(m.row, m.col, m.header), m.code, m.value, m.hint, "%s", m.text)
	}
	for _, f := range p.missing {
		r.missingColumn(x, f)
	}
	if !p.says(fieldLesson) && x.stands != fieldLesson {
		r.journal.add(place{sheet: s.Index, name: s.Title()}, "one_lesson", "", "", "no column names the lesson: all is of one")
	}
	if !p.says(fieldIndicator) {
		r.journal.add(place{sheet: s.Index, name: s.Title()}, "one_indicator", "", "", "no column names the indicator: there is one")
	}
	rows := 0
	for _, b := range p.blocks {
		rows += len(b.rows)
	}
	if rows == 0 && !x.broken {
		r.journal.add(place{sheet: s.Index, name: s.Title()}, "no_rows", "", "", "a header and no rows below it")
	}
	if s.Ragged {
		r.checkRagged(x)
	}
}

// missingColumn reports a field that no column holds, with the header that
// may be meant.
func (r *reader) missingColumn(x *reading, f field) {
	at := place{sheet: x.sheet.Index, name: x.sheet.Title()}
	hint := fmt.Sprintf("name it: --columns %s=Header", f)
	var others []string
	for _, b := range x.plan.blocks {
		for _, c := range b.columns {
			if c.field == fieldGroup || c.field == fieldLeftOut {
				others = append(others, c.header)
			}
		}
	}
	wanted := string(f)
	if w := r.options.Columns[wanted]; w != "" {
		wanted = w
	}
	if near := nearest(wanted, others); near != "" {
		hint = fmt.Sprintf("if it is %q: --columns %s=%s", near, f, shellWord(near))
	} else if len(others) > 0 {
		hint += "; the other columns are " + quoteAll(others[:min(len(others), 8)])
	}
	r.journal.add(at, "missing_column", wanted, hint, "no column holds the %s", f)
}

// checkColumns reports headers that --columns names and no sheet has.
func (r *reader) checkColumns() {
	for _, f := range userFields {
		want := r.options.Columns[string(f)]
		if want == "" || len(r.sheets) == 0 {
			continue
		}
		var headers []string
		found := false
		for _, x := range r.sheets {
			for i := range min(len(x.sheet.Rows), headerSearch) {
				for c := range x.sheet.Rows[i].Cells {
					cell := x.sheet.At(i, c)
					found = found || fold(cell) == fold(want)
					if cell != "" && len(headers) < 200 {
						headers = append(headers, cell)
					}
				}
			}
		}
		if found {
			continue
		}
		hint := ""
		if near := nearest(want, headers); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		r.journal.add(place{}, "missing_column", want, hint, "no column is called %q, which --columns names for the %s", want, f)
	}
}

// shellWord puts a header in quotation marks where a shell would cut it.
func shellWord(s string) string {
	if strings.ContainsAny(s, " '&()*?[]$;|<>") {
		return strconv.Quote(s)
	}
	return s
}

// checkRagged reports rows whose number of cells is not the header's: more is
// an error, for the cells have moved; fewer is one where a score is missing.
func (r *reader) checkRagged(x *reading) {
	for _, b := range x.plan.blocks {
		width, last := 0, 0
		for _, c := range b.columns {
			width = max(width, c.index+1)
			if c.field == fieldScore || c.field == fieldRater || c.field == fieldLesson || c.field == fieldIndicator {
				last = max(last, c.index)
			}
		}
		wide := len(b.all(fieldScore)) > 1
		for _, i := range b.rows {
			n := len(x.sheet.Rows[i].Cells)
			at := x.sheet.place(i, -1, "")
			switch {
			case n > width && strings.TrimSpace(strings.Join(x.sheet.Rows[i].Cells[width:], "")) != "":
				r.journal.add(at, "ragged_row", "", "", "%d cells where the header has %d", n, width)
			case n <= last && !wide:
				r.journal.add(at, "ragged_row", "", "a cell is missing, or a line break cuts the row: put the cell with it in quotation marks",
					"%d cells where the header has %d", n, width)
			case n < width:
				r.journal.add(at, "short_row", "", "", "%d cells where the header has %d: the rest is read as empty", n, width)
			}
		}
	}
}

// read takes the cells of all planned sheets.
func (r *reader) read(ctx context.Context) error {
	for i, x := range r.sheets {
		if x.plan == nil || len(x.plan.missing) > 0 {
			continue
		}
		if err := r.readSheet(ctx, i, x); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// readSheet takes the cells of one sheet.
func (r *reader) readSheet(ctx context.Context, index int, x *reading) error {
	row, n := -1, 0
	x.scales = map[int]*rating.Scale{}
	for _, b := range x.plan.blocks {
		for _, c := range b.columns {
			if c.scale != nil {
				x.scales[c.index] = c.scale
			}
		}
	}
	var groups []int32
	has := map[field]bool{}
	for _, f := range []field{fieldRater, fieldLesson, fieldIndicator} {
		has[f] = x.plan.says(f)
	}
	for rec, err := range records(x.sheet, x.plan) {
		if err != nil {
			return fmt.Errorf("%s: %w", x.sheet.Title(), err)
		}
		if n++; n%chunk == 0 {
			r.options.tell(Progress{Rows: int64(n), Share: min(1, float64(row)/float64(len(x.sheet.Rows)))})
			if err := r.budget.Spend(source.Ratings, chunk); err != nil {
				return err
			}
		}
		i, _ := strconv.Atoi(rec.Row)
		block, _ := strconv.Atoi(rec.Block)
		if i != row {
			row = i
			groups = r.groupCodes(x, &x.plan.blocks[block], i)
		}
		r.take(index, x, rec, i, has, groups)
	}
	return nil
}

// take adds one canonical row to the entries.
func (r *reader) take(index int, x *reading, rec record, row int, has map[field]bool, groups []int32) {
	if !r.checkLengths(x, rec, row) {
		return
	}
	col, _ := strconv.Atoi(rec.Column)
	e := entry{
		token: r.recogn.lex(rec.Score), cell: rec.Score, reason: rec.Reason, time: rec.Time, date: rec.Date,
		reading: int32(index), row: int32(row), col: int32(col), groups: groups,
	}
	names := [3]string{rec.Rater, rec.Lesson, rec.Indicator}
	fields := [3]field{fieldRater, fieldLesson, fieldIndicator}
	stand := [3]string{"", oneLesson, oneIndicator}
	for k, f := range fields {
		switch {
		case names[k] != "" || has[f]:
		case x.stands == f:
			names[k] = x.sheet.Stem
		default:
			names[k] = stand[k]
		}
	}
	if names[0] == "" || names[1] == "" || names[2] == "" {
		r.nameless(x, &e, names)
		return
	}
	e.rater, e.lesson = r.raters.code(names[0]), r.lessons.code(names[1])
	e.indicator, e.round = r.indicators.code(names[2]), r.rounds.code(rec.Round)
	if s := x.scales[int(e.col)]; s != nil && r.optionScales[e.indicator] == nil {
		r.optionScales[e.indicator] = s
	}
	r.entries = append(r.entries, e)
}

// nameless reports a score without a rater, lesson or indicator; a row that
// has no score either is left out.
func (r *reader) nameless(x *reading, e *entry, names [3]string) {
	if e.token.kind == kindBlank && e.reason == "" {
		if n := len(x.plan.dropped); n == 0 || x.plan.dropped[n-1].row != int(e.row) {
			x.plan.dropped = append(x.plan.dropped, drop{int(e.row), "no name and no score"})
		}
		return
	}
	for k, f := range []field{fieldRater, fieldLesson, fieldIndicator} {
		if names[k] == "" {
			header := ""
			if c, ok := x.plan.blocks[0].first(f); ok {
				header = c.header
			}
			r.journal.add(x.sheet.place(int(e.row), -1, header), "missing_name", "", "",
				"a score and no %s", f)
		}
	}
}

// groupName is the header of a further column without the words of a
// question: "What is your role?" is role.
func groupName(header string) string {
	key := strings.TrimRight(clean(header), "?: ")
	for _, lead := range []string{"what is your ", "your "} {
		if len(key) > len(lead) && strings.EqualFold(key[:len(lead)], lead) {
			return key[len(lead):]
		}
	}
	return header
}

// groupCodes returns the codes of a row's further columns.
func (r *reader) groupCodes(x *reading, b *block, row int) []int32 {
	var codes []int32
	for _, c := range b.columns {
		if c.field != fieldGroup {
			continue
		}
		name := groupName(c.header)
		key := fold(name)
		g, ok := r.groupOf[key]
		if !ok {
			g = len(r.groups)
			r.groupOf[key] = g
			r.groups = append(r.groups, group{name: name})
		}
		for len(codes) <= g {
			codes = append(codes, -1)
		}
		if value := x.sheet.At(row, c.index); value != "" {
			codes[g] = r.groups[g].values.code(value)
		}
	}
	return codes
}
