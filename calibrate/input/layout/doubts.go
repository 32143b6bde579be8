package layout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// nameOf is a header by which a column can be named: its own, or its letter
// where it has none or another has the same.
func nameOf(f *frame, i int) string {
	c := &f.columns[i]
	for k := range f.columns {
		if k != i && strings.EqualFold(f.columns[k].header, c.header) {
			return "@" + Letters(c.index)
		}
	}
	if c.header == "" {
		return "@" + Letters(c.index)
	}
	return c.header
}

// mostCures is how many ways out a message offers.
const mostCures = 4

// missingDoubt says that no column holds a field, with those that could.
func missingDoubt(f *frame, field Field, r *reading) Doubt {
	d := Doubt{Row: -1, Col: -1, Code: "missing_column", Value: string(field), Text: "no column says who rated"}
	if field != Rater {
		d.Text = fmt.Sprintf("no column holds the %s", field)
	}
	d.Cures = append(d.Cures, candidates(f, field, r)...)
	var others []string
	for i := range f.columns {
		if c := &f.columns[i]; c.header != "" && len(others) < 8 && !c.user {
			others = append(others, fmt.Sprintf("%q", Shorten(c.header)))
		}
	}
	d.Hint = "name the column: --columns " + string(field) + "=…; the columns are " + strings.Join(others, ", ")
	return d
}

// candidates returns the flags that name columns which could hold a field, the
// likeliest first.
func candidates(f *frame, field Field, r *reading) (out []Cure) {
	type candidate struct {
		column int
		worth  float64
	}
	var all []candidate
	for i := range f.columns {
		c := &f.columns[i]
		if c.filled == 0 || c.user || c.long*2 > c.filled || c.role == Reason || c.role == Computed || c.role == Ignored {
			continue
		}
		worth := 0.0
		switch field {
		case Rater:
			if c.scoring && c.numbers > 0 && slices.Contains(r.scores, i) && len(r.scores) > 1 || c.role == Time || c.role == Date || c.counts {
				continue
			}
			n, _ := c.naming(Rater)
			worth = n.sure + looksPeople(c) - float64(c.pos)/100
			if teacher, ok := c.naming(Lesson); ok && n.sure < 0.5 {
				worth -= teacher.sure / 2
			}
			if len(c.named) > 0 && c.named[0].whole && c.named[0].sure > 0.9 && c.named[0].field != Rater && n.sure == 0 {
				continue
			}
			if c.constant() || c.alone() && len(r.keys.lesson) > 0 {
				worth -= 0.5
			}
		default:
			n, _ := c.naming(field)
			worth = n.sure + yes(c.scoring || field == Score && c.counts && len(c.named) == 0) + yes(near(c.text, string(field)))
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
		header := nameOf(f, c.column)
		out = append(out, NameColumn(field, header, fmt.Sprintf("if it is %q", Shorten(header))))
	}
	return out
}

// clashing is the doubt that many rows are of the same rater and item, and
// that no item has two raters.
func clashing(f *frame, r *reading) (out []Doubt) {
	few := r.shape.same <= 2 || r.shape.clash() <= 0.1
	switch {
	case r.shape.rows == 0 || f.options.Settled:
	case !few && f.form && f.hasTime() != nil:
		if 2*r.shape.same >= r.shape.rows && r.shape.raters > 2 && len(r.keys.lesson) == 0 {
			out = append(out, Doubt{
				Row: -1, Col: -1, Code: "same_rows",
				Text:  fmt.Sprintf("most people sent the form several times (%d answers of %d people), and no column says of which lesson", r.shape.rows, r.shape.raters),
				Hint:  "if a column is the lesson, name it: --columns lesson=…",
				Cures: []Cure{{"--duplicates latest", "if the last answer of each counts", func(o *Options) { o.Settled = true }}},
			})
		}
	case !few:
		what := "rater, lesson and indicator"
		if r.across {
			what = "lesson and indicator"
		}
		d := Doubt{
			Row: -1, Col: -1, Code: "same_rows",
			Text: fmt.Sprintf("%d of %d rows are of the same %s as another, and no column tells them apart", r.shape.same, r.shape.rows, what),
			Hint: "if columns together are the lesson, name them: --columns lesson=…+…",
		}
		if d.Cures = apart(f, r); len(d.Cures) > 0 {
			d.Text = fmt.Sprintf("%d of %d rows are of the same %s as another", r.shape.same, r.shape.rows, what)
		}
		out = append(out, d)
	}
	if r.shape.rows > 0 && r.shape.paired == 0 && !f.options.Several && !f.options.Partial && len(f.rows) > 1 && (r.across || r.shape.raters > 1) {
		if d := noPairs(f, r); len(d.Cures) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// apart are the ways to name a column that tells the rows apart: as what was
// rated, or a day as the round.
func apart(f *frame, r *reading) (cures []Cure) {
	var across []int
	if r.across {
		across = r.scores
	}
	for i := range f.columns {
		c := &f.columns[i]
		if c.user || c.scoring || c.filled == 0 || c.constant() || slices.Contains(r.keys.all(), i) ||
			c.role != "" && c.role != Group && c.role != Date || c.long > 0 {
			continue
		}
		k := r.keys
		k.lesson = append(slices.Clone(k.lesson), i)
		if s := structure(f, k, across); s.clash() > 0.02 {
			continue
		} else if s.paired > 0 && len(r.keys.lesson) == 0 {
			cures = append(cures, NameColumn(Lesson, nameOf(f, i), fmt.Sprintf("if each %q is a lesson", Shorten(c.header))))
		}
		if c.role == Date {
			cures = append(cures, NameColumn(Round, nameOf(f, i), "if the same was rated again on another day"))
		}
	}
	return cures[:min(len(cures), mostCures)]
}

// noPairs is the doubt that no item has two raters, with the columns that
// would give some.
func noPairs(f *frame, r *reading) Doubt {
	d := Doubt{
		Row: -1, Col: -1, Code: "no_pairs", Text: "no two raters rated the same item",
		Hint: "agreement needs two raters of the same lesson: check which column is the lesson, --columns lesson=…",
	}
	var across []int
	if r.across {
		across = r.scores
	}
	for i := range f.columns {
		c := &f.columns[i]
		if c.user || c.scoring || c.filled == 0 || c.constant() || slices.Contains(r.keys.rater, i) || slices.Contains(r.keys.lesson, i) ||
			c.role != "" && c.role != Group && c.role != Date || c.long > 0 {
			continue
		}
		k := r.keys
		k.lesson = []int{i}
		if s := structure(f, k, across); s.paired > 0 && s.clash() < 0.1 {
			d.Cures = append(d.Cures, NameColumn(Lesson, nameOf(f, i), fmt.Sprintf("if %q is the lesson", Shorten(c.header))))
		}
	}
	if len(r.keys.lesson) == 1 {
		k := r.keys
		k.lesson = nil
		if s := structure(f, k, across); s.paired > 0 && s.clash() < 0.1 {
			d.Cures = append(d.Cures, NameColumn(Ignored, nameOf(f, r.keys.lesson[0]), "if all rows are of one lesson"))
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
func doubles(f *frame, r *reading) (out []Doubt) {
	if r.layout != longID {
		return nil
	}
	for _, x := range []struct {
		field Field
		which []int
	}{{Score, r.scores}, {Rater, r.keys.rater}, {Lesson, r.keys.lesson}, {Indicator, r.keys.indicator}} {
		if len(x.which) == 0 || f.columns[x.which[0]].user {
			continue
		}
		first := &f.columns[x.which[0]]
		for i := range f.columns {
			c := &f.columns[i]
			if i == x.which[0] || headerKey(c.text) != headerKey(first.text) || slices.Contains(x.which, i) || c.filled == 0 {
				continue
			}
			a, b := min(first.index, c.index), max(first.index, c.index)
			out = append(out, Doubt{
				Row: f.region.header, Col: b, Code: "double_column", Header: c.header,
				Text: "two columns are called \"" + c.header + "\" (" + Letters(a) + " and " + Letters(b) + "): which is the " + string(x.field) + "?",
				Cures: []Cure{
					NameColumn(x.field, "@"+Letters(a), ""), NameColumn(x.field, "@"+Letters(b), ""),
				},
			})
			break
		}
	}
	return out
}
