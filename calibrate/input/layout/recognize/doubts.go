package recognize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
)

// nameOf is a header by which a column can be named: its own, or its letter
// where it has none or another has the same.
func nameOf(f *column.Frame, i int) string {
	c := &f.Columns[i]
	for k := range f.Columns {
		if k != i && strings.EqualFold(f.Columns[k].Header, c.Header) {
			return "@" + layout.Letters(c.Index)
		}
	}
	if c.Header == "" {
		return "@" + layout.Letters(c.Index)
	}
	return c.Header
}

// mostCures is how many ways out a message offers.
const mostCures = 4

// missingDoubt says that no column holds a field, with those that could.
func missingDoubt(f *column.Frame, field layout.Field, r *hypothesis.Reading) layout.Doubt {
	d := layout.Doubt{Row: -1, Col: -1, Code: "missing_column", Value: string(field), Text: "no column says who rated"}
	if field != layout.Rater {
		d.Text = fmt.Sprintf("no column holds the %s", field)
	}
	d.Cures = append(d.Cures, candidates(f, field, r)...)
	var others []string
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Header != "" && len(others) < 8 && !c.User {
			others = append(others, fmt.Sprintf("%q", layout.Shorten(c.Header)))
		}
	}
	d.Hint = "name the column: --columns " + string(field) + "=…; the columns are " + strings.Join(others, ", ")
	return d
}

// candidates returns the flags that name columns which could hold a field, the
// likeliest first.
func candidates(f *column.Frame, field layout.Field, r *hypothesis.Reading) (out []layout.Cure) {
	type candidate struct {
		column int
		worth  float64
	}
	var all []candidate
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Filled == 0 || c.User || c.Long*2 > c.Filled || c.Role == layout.Reason || c.Role == layout.Computed || c.Role == layout.Ignored {
			continue
		}
		worth := 0.0
		switch field {
		case layout.Rater:
			if c.Scoring && c.Numbers > 0 && slices.Contains(r.Scores, i) && len(r.Scores) > 1 || c.Role == layout.Time || c.Role == layout.Date || c.Counts {
				continue
			}
			n, _ := c.Naming(layout.Rater)
			worth = n.Sure + hypothesis.LooksPeople(c) - float64(c.Pos)/100
			if teacher, ok := c.Naming(layout.Lesson); ok && n.Sure < 0.5 {
				worth -= teacher.Sure / 2
			}
			if c.Surest().Whole && c.Surest().Sure > 0.9 && c.Surest().Field != layout.Rater && n.Sure == 0 {
				continue
			}
			if c.Constant() || c.Alone() && len(r.Keys.Lesson) > 0 {
				worth -= 0.5
			}
		default:
			n, _ := c.Naming(field)
			worth = n.Sure + column.Yes(c.Scoring || field == layout.Score && c.Counts && len(c.Named) == 0) + column.Yes(near(c.Text, string(field)))
			if worth == 0 {
				continue
			}
		}
		all = append(all, candidate{i, worth})
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.worth > b.worth:
			return -1
		case a.worth < b.worth:
			return 1
		}
		return 0
	})
	for _, c := range all[:min(len(all), mostCures)] {
		name := nameOf(f, c.column)
		out = append(out, layout.NameColumn(field, name, fmt.Sprintf("if it is %q", layout.Shorten(name))))
	}
	return out
}

// clashing is the doubt that many rows are of the same rater and item, and
// that no item has two raters.
func clashing(f *column.Frame, r *hypothesis.Reading) (out []layout.Doubt) {
	few := r.Shape.Same <= 2 || r.Shape.Clash() <= 0.1
	switch {
	case r.Shape.Rows == 0 || f.Options.Settled:
	case !few && f.Timed():
		if 2*r.Shape.Same >= r.Shape.Rows && r.Shape.Raters > 2 && len(r.Keys.Lesson) == 0 {
			out = append(out, layout.Doubt{
				Row: -1, Col: -1, Code: "same_rows",
				Text:  fmt.Sprintf("most people sent the form several times (%d answers of %d people), and no column says of which lesson", r.Shape.Rows, r.Shape.Raters),
				Hint:  "if a column is the lesson, name it: --columns lesson=…",
				Cures: []layout.Cure{{Flags: "--duplicates latest", Says: "if the last answer of each counts", Apply: func(o *layout.Options) { o.Settled = true }}},
			})
		}
	case !few:
		what := "rater, lesson and indicator"
		if r.Across {
			what = "lesson and indicator"
		}
		d := layout.Doubt{
			Row: -1, Col: -1, Code: "same_rows",
			Text: fmt.Sprintf("%d of %d rows are of the same %s as another, and no column tells them apart", r.Shape.Same, r.Shape.Rows, what),
			Hint: "if columns together are the lesson, name them: --columns lesson=…+…",
		}
		if d.Cures = apart(f, r); len(d.Cures) > 0 {
			d.Text = fmt.Sprintf("%d of %d rows are of the same %s as another", r.Shape.Same, r.Shape.Rows, what)
		}
		out = append(out, d)
	}
	if r.Shape.Rows > 0 && r.Shape.Paired == 0 && !f.Options.Several && !f.Options.Partial && len(f.Rows) > 1 && (r.Across || r.Shape.Raters > 1) {
		if d := noPairs(f, r); len(d.Cures) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// apart are the ways to name a column that tells the rows apart: as what was
// rated, or a day as the round.
func apart(f *column.Frame, r *hypothesis.Reading) (cures []layout.Cure) {
	for i := range f.Columns {
		c := &f.Columns[i]
		if slices.Contains(r.Keys.All(), i) || !mayTell(c) {
			continue
		}
		k := r.Keys
		k.Lesson = append(slices.Clone(k.Lesson), i)
		if s := hypothesis.Structure(f, k, r.RaterColumns()); s.Clash() > 0.02 {
			continue
		} else if s.Paired > 0 && len(r.Keys.Lesson) == 0 {
			cures = append(cures, layout.NameColumn(layout.Lesson, nameOf(f, i), fmt.Sprintf("if each %q is a lesson", layout.Shorten(c.Header))))
		}
		if c.Role == layout.Date {
			cures = append(cures, layout.NameColumn(layout.Round, nameOf(f, i), "if the same was rated again on another day"))
		}
	}
	return cures[:min(len(cures), mostCures)]
}

// mayTell reports whether a column that is not read can tell lessons apart.
func mayTell(c *column.Column) bool {
	free := c.Role == "" || c.Role == layout.Group || c.Role == layout.Date
	return free && !c.User && !c.Scoring && c.Filled > 0 && !c.Constant() && c.Long == 0
}

// noPairs is the doubt that no item has two raters, with the columns that
// would give some.
func noPairs(f *column.Frame, r *hypothesis.Reading) layout.Doubt {
	d := layout.Doubt{
		Row: -1, Col: -1, Code: "no_pairs", Text: "no two raters rated the same item",
		Hint: "agreement needs two raters of the same lesson: check which column is the lesson, --columns lesson=…",
	}
	for i := range f.Columns {
		c := &f.Columns[i]
		if slices.Contains(r.Keys.Rater, i) || slices.Contains(r.Keys.Lesson, i) || !mayTell(c) {
			continue
		}
		k := r.Keys
		k.Lesson = []int{i}
		if s := hypothesis.Structure(f, k, r.RaterColumns()); s.Paired > 0 && s.Clash() < 0.1 {
			d.Cures = append(d.Cures, layout.NameColumn(layout.Lesson, nameOf(f, i), fmt.Sprintf("if %q is the lesson", layout.Shorten(c.Header))))
		}
	}
	if len(r.Keys.Lesson) == 1 {
		k := r.Keys
		k.Lesson = nil
		if s := hypothesis.Structure(f, k, r.RaterColumns()); s.Paired > 0 && s.Clash() < 0.1 {
			d.Cures = append(d.Cures, layout.NameColumn(layout.Ignored, nameOf(f, r.Keys.Lesson[0]), "if all rows are of one lesson"))
		}
	}
	d.Cures = d.Cures[:min(len(d.Cures), mostCures)]
	return d
}

// near reports whether a word may be a slip of the keyboard for another.
func near(word, want string) bool {
	return levenshtein.ComputeDistance(cell.Fold(word), want) <= 2
}

// doubles finds two columns with the very same header for a field that is
// read: neither can be preferred.
func doubles(f *column.Frame, r *hypothesis.Reading) (out []layout.Doubt) {
	if r.Layout != hypothesis.LongID {
		return nil
	}
	for _, x := range []struct {
		field layout.Field
		which []int
	}{{layout.Score, r.Scores}, {layout.Rater, r.Keys.Rater}, {layout.Lesson, r.Keys.Lesson}, {layout.Indicator, r.Keys.Indicator}} {
		if len(x.which) == 0 || f.Columns[x.which[0]].User {
			continue
		}
		first := &f.Columns[x.which[0]]
		for i := range f.Columns {
			c := &f.Columns[i]
			if i == x.which[0] || header.Key(c.Text) != header.Key(first.Text) || slices.Contains(x.which, i) || c.Filled == 0 {
				continue
			}
			a, b := min(first.Index, c.Index), max(first.Index, c.Index)
			out = append(out, layout.Doubt{
				Row: f.Region.Header, Col: b, Code: "double_column", Header: c.Header,
				Text: "two columns are called \"" + c.Header + "\" (" + layout.Letters(a) + " and " + layout.Letters(b) + "): which is the " + string(x.field) + "?",
				Cures: []layout.Cure{
					layout.NameColumn(x.field, "@"+layout.Letters(a), ""), layout.NameColumn(x.field, "@"+layout.Letters(b), ""),
				},
			})
			break
		}
	}
	return out
}
