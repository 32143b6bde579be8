package sheets

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/reshape"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
)

// Plan finds the layout of every sheet, and returns those that are read. Of the
// beginning of an input some is not expected.
func Plan(all []*Sheet, o *settings.Options, j *problem.Journal, beginning bool) []*Sheet {
	p := &planner{options: o, journal: j, sheets: all, beginning: beginning}
	p.recognize()
	return p.sheets
}

// A planner finds out how the sheets of an input are read.
type planner struct {
	options   *settings.Options
	journal   *problem.Journal
	sheets    []*Sheet
	beginning bool // of an input is all there is
}

// layoutOptions returns what the layout stage has to know: of the sheet, it may
// say what its cells are.
func (r *planner) layoutOptions(x *Sheet) *layout.Options {
	o := r.options
	key := recognize.Key(o.Layout)
	if x.Tallied && key == "" {
		key = recognize.Key(recognize.Counts)
	}
	return &layout.Options{
		Columns: o.Columns, Scale: o.Scale, Rubric: o.Rubric, Layout: key, Missing: o.AllMissing(),
		Settled: o.Duplicates != "", Several: len(r.sheets) > 1, Partial: r.beginning,
	}
}

// recognize finds the layout of every sheet.
func (r *planner) recognize() {
	r.leaveOwnOut()
	r.reshape()
	if !r.checkColumns() {
		return
	}
	for _, x := range r.sheets {
		if r.isSurvey(x) {
			continue
		}
		x.Plan = recognize.Sheet(x.Sheet, x.Lexer, r.layoutOptions(x))
		if x.Plan == nil && (!x.Broken || len(x.Rows) > 1) {
			r.unrecognized(x)
		}
	}
	before := len(r.sheets)
	r.arrange()
	if before > 1 && len(r.sheets) == 1 { // one sheet alone is judged as such
		x := r.sheets[0]
		x.Plan = recognize.Sheet(x.Sheet, x.Lexer, r.layoutOptions(x))
	}
	for _, x := range r.sheets {
		if x.Plan != nil {
			r.checkPlan(x)
		}
	}
}

// reshape rewrites sheets of a shape of their own, unless the user names a column
// that is there no more.
func (r *planner) reshape() {
	for _, x := range r.sheets {
		before := x.Sheet
		s, changes := reshape.Apply(before)
		if changes == nil || r.options.Survey != nil && r.options.Survey(before) {
			continue
		}
		x.Sheet = s
		if _, gone := r.unknownColumn(); gone {
			x.Sheet = before
			continue
		}
		for _, c := range changes {
			r.journal.Add(x.Place(c.Row, c.Column, x.At(c.Row, c.Column)), "reshaped", "", "", "%s", c.Text)
		}
	}
}

// unknownColumn returns a header that --columns names and no sheet has.
func (r *planner) unknownColumn() (string, bool) {
	for _, choice := range r.options.Columns {
		for _, want := range choice.Headers {
			if _, found := r.headersLike(want); !found {
				return want, true
			}
		}
	}
	return "", false
}

// isSurvey reports whether a sheet is a survey of where a team is and should be,
// and not ratings of a lesson: what the user said of its columns holds.
func (r *planner) isSurvey(x *Sheet) bool {
	if r.options.Survey == nil || !r.options.Survey(x.Sheet) || r.options.Layout != "" || r.options.Columns != nil {
		return false
	}
	r.journal.Add(problem.Place{Sheet: x.Index, Name: x.Title()}, "survey", "", "",
		"it asks where a team is and where it should be, and holds no ratings of a lesson")
	return true
}

// unrecognized reports a sheet that no layout fits.
func (r *planner) unrecognized(s *Sheet) {
	var seen []string
	for i := range s.Rows {
		for c := range s.Rows[i].Cells {
			if text := s.At(i, c); text != "" && len(seen) < 8 {
				seen = append(seen, text)
			}
		}
		if len(seen) > 1 {
			break
		}
	}
	if len(s.Rows) == 1 {
		r.journal.Add(s.Place(0, -1, ""), "no_rows", "", "", "a header and no rows below it: %s", problem.QuoteAll(seen))
		return
	}
	r.journal.Add(problem.Place{Sheet: s.Index, Name: s.Title()}, "unrecognised", "", "",
		"no ratings by several raters are recognized; the first cells are %s", problem.QuoteAll(seen))
}

// checkPlan reports what is odd about a plan before any cell is read.
func (r *planner) checkPlan(x *Sheet) {
	p := x.Plan
	for _, d := range p.Doubts {
		r.doubt(x, d)
	}
	for _, f := range p.Missing {
		r.doubt(x, p.Absent[f])
	}
	whole := problem.Place{Sheet: x.Index, Name: x.Title()}
	if len(p.Blocks) == 0 {
		return
	}
	if !p.Says(layout.Lesson) && x.Stands != layout.Lesson {
		r.journal.Add(whole, "one_lesson", "", "", "no column names the lesson: all is of one")
	}
	if !p.Says(layout.Indicator) {
		r.journal.Add(whole, "one_indicator", "", "", "no column names the indicator: there is one")
	}
	rows := 0
	for _, b := range p.Blocks {
		rows += len(b.Rows)
	}
	if rows == 0 && !x.Broken {
		r.journal.Add(whole, "no_rows", "", "", "a header and no rows below it")
	}
	if x.Ragged {
		r.checkRagged(x)
	}
}

// doubt reports what the layout stage found.
func (r *planner) doubt(x *Sheet, d layout.Doubt) {
	at := x.Place(d.Row, d.Col, d.Header)
	if d.Code == "no_pairs" && !r.options.Shared {
		d.Code = "no_shared_items"
	}
	if d.Header == "" {
		at.Col = 0
	}
	r.journal.Offer(at, d.Code, d.Value, d.Hint, curesOf(d.Cures), "%s", d.Text)
}

// curesOf turns the flags of the layout stage into those of a reading.
func curesOf(all []layout.Cure) (out []problem.Cure) {
	for _, c := range all {
		out = append(out, problem.Cure{Flags: c.Flags, Says: c.Says, Apply: func(o *settings.Options) {
			l := layout.Options{Columns: o.Columns, Layout: o.Layout}
			c.Apply(&l)
			o.Columns, o.Layout = l.Columns, l.Layout
			if l.Settled {
				o.Duplicates = "latest"
			}
		}})
	}
	return out
}

// checkColumns reports headers that --columns names and no sheet has.
func (r *planner) checkColumns() (ok bool) {
	ok = true
	if len(r.sheets) == 0 {
		return true
	}
	for _, choice := range r.options.Columns {
		for _, want := range choice.Headers {
			headers, found := r.headersLike(want)
			if found {
				continue
			}
			hint := ""
			if near := spelling.Nearest(want, headers); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			r.journal.Add(problem.Place{}, "no_such_column", want, hint, "no column is called %q, which --columns names for the %s", want, choice.Field)
			ok = false
		}
	}
	return ok
}

// headersLike returns cells of the first rows, and whether one is a header.
func (r *planner) headersLike(want string) (headers []string, found bool) {
	key := cell.Fold(want)
	for _, x := range r.sheets {
		if letter, ok := strings.CutPrefix(want, "@"); ok {
			for c := range x.Width() {
				if strings.EqualFold(layout.Letters(c), letter) {
					return nil, true
				}
			}
		}
		for i := range min(len(x.Rows), 30) {
			for c := range x.Rows[i].Cells {
				text := x.At(i, c)
				if text == "" {
					continue
				}
				if cell.Fold(text) == key {
					return nil, true
				}
				if len(headers) < 200 {
					headers = append(headers, text)
				}
			}
		}
		for i := 0; i+1 < min(len(x.Rows), 30); i++ { // a header of two rows
			for c := range x.Rows[i+1].Cells {
				if below := x.At(i+1, c); below != "" && strings.HasSuffix(key, cell.Fold(below)) && strings.Contains(key, " ") {
					return nil, true
				}
			}
		}
	}
	return headers, false
}

// checkRagged reports rows whose number of cells is not the header's: more is
// an error, for the cells have moved; fewer is one where a score is missing.
func (r *planner) checkRagged(x *Sheet) {
	for k := range x.Plan.Blocks {
		b := &x.Plan.Blocks[k]
		width, last, scores := 0, 0, 0
		for _, c := range b.Columns {
			width = max(width, c.Index+1)
			switch c.Field {
			case layout.Score:
				scores++
				last = max(last, c.Index)
			case layout.Rater, layout.Lesson, layout.Indicator:
				last = max(last, c.Index)
			}
		}
		for _, i := range b.Rows {
			n := len(x.Rows[i].Cells)
			switch {
			case n == width:
			case n > width && strings.TrimSpace(strings.Join(x.Rows[i].Cells[width:], "")) != "":
				r.journal.Add(x.Place(i, -1, ""), "ragged_row", "", "", "%d cells where the header has %d", n, width)
			case n <= last && scores <= 1:
				r.journal.Add(x.Place(i, -1, ""), "ragged_row", "", "a cell is missing, or a line break cuts the row: put the cell with it in quotation marks",
					"%d cells where the header has %d", n, width)
			case n < width:
				r.journal.Add(x.Place(i, -1, ""), "short_row", "", "", "%d cells where the header has %d: the rest is read as empty", n, width)
			}
		}
	}
}

// leaveOwnOut leaves what this program wrote out of several files: nobody
// rated on it.
func (r *planner) leaveOwnOut() {
	if len(r.sheets) < 2 {
		return
	}
	others := slices.ContainsFunc(r.sheets, func(x *Sheet) bool { return !recognize.IsOwn(x.Sheet) && !recognize.IsOwnRatings(x.Sheet) })
	r.sheets = slices.DeleteFunc(r.sheets, func(x *Sheet) bool {
		if x.Book > 0 || !recognize.IsOwn(x.Sheet) && !(others && recognize.IsOwnRatings(x.Sheet)) {
			return false
		}
		r.journal.Forget(x.Index)
		r.journal.Add(problem.Place{Sheet: x.Index, Name: x.Title()}, "own_file", "", "", "a table of results that calibrate wrote: not read")
		return true
	})
}
