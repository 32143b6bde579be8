package sheets

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
)

// A workbook or several files can be one set: a sheet a rater, or a sheet a
// lesson. Others hold one sheet of ratings among notes and sums.

// aside are the names of sheets that are not the ratings.
var aside = strings.Fields(`summary summaries dashboard pivot chart charts instructions readme lists list options key codes lookup
	results analysis report template averages totals notes legend rubric help about settings overview overall combined comparison`)

// closeSure is how near two sheets are in sureness where neither is the one
// that is meant.
const closeSure = 0.08

// arrange decides which sheets of each workbook are read, and what the names
// of sheets and files stand for.
func (r *planner) arrange() {
	books := 0
	for _, x := range r.sheets {
		books = max(books, x.Book)
	}
	for book := 1; book <= books; book++ {
		var all []*Sheet
		for _, x := range r.sheets {
			if x.Book == book {
				all = append(all, x)
			}
		}
		r.chooseSheets(all)
	}
	r.sheets = slices.DeleteFunc(r.sheets, func(x *Sheet) bool { return x.aside })
	r.nameSheets()
}

// chooseSheets leaves out the sheets of a workbook that are not ratings, and
// asks where two could be.
func (r *planner) chooseSheets(all []*Sheet) {
	var rated []*Sheet
	for _, x := range all {
		if x.Plan != nil && x.Plan.Sure >= 0.5 {
			rated = append(rated, x)
		}
	}
	if len(rated) == 0 || len(r.options.Sheets) > 0 {
		return // each has said why, or the user has chosen
	}
	if main := slices.DeleteFunc(slices.Clone(rated), func(x *Sheet) bool { return isAside(x.Name) || gathers(x, rated) }); len(main) > 0 {
		rated = main
	}
	if len(rated) > 1 && !alike(rated) {
		best := slices.MaxFunc(rated, func(a, b *Sheet) int { return cmp.Compare(a.Plan.Sure, b.Plan.Sure) })
		var others []string
		for _, x := range rated {
			if best.Plan.Sure-x.Plan.Sure < closeSure {
				others = append(others, x.Name)
			}
		}
		if len(others) > 1 {
			r.journal.Offer(problem.Place{Sheet: best.Index, Name: best.File}, "ambiguous_sheet", "", "", sheetCures(others),
				"several sheets look like ratings: %s", problem.QuoteAll(others))
		}
		rated = []*Sheet{best}
	}
	for _, x := range all {
		if slices.Contains(rated, x) {
			continue
		}
		x.aside = true
		r.journal.Forget(x.Index)
		r.journal.Add(problem.Place{Sheet: x.Index, Name: x.Title()}, "sheet_left_out", x.Name, "",
			"the sheet is not read: it does not look like the ratings")
	}
}

// sheetCures are the flags that choose one of several sheets.
func sheetCures(names []string) (out []problem.Cure) {
	for _, name := range names {
		out = append(out, problem.Cure{Flags: "--sheet " + layout.ShellWord(name), Says: "if that is the one", Apply: func(o *settings.Options) { o.Sheets = []string{name} }})
	}
	return out
}

// isAside reports whether a sheet's name says that it is not the ratings.
func isAside(name string) bool {
	return slices.ContainsFunc(cell.Words(name), func(w string) bool { return slices.Contains(aside, w) })
}

// gathers reports whether a sheet sums up the others: their names are its
// headers.
func gathers(x *Sheet, all []*Sheet) bool {
	heads := map[string]bool{}
	for i := range min(len(x.Rows), 30) {
		for c := range x.Rows[i].Cells {
			heads[cell.Fold(x.At(i, c))] = true
		}
	}
	named := 0
	for _, other := range all {
		if other != x && heads[cell.Fold(other.Name)] {
			named++
		}
	}
	return named > 1 && named == len(all)-1
}

// alike reports whether sheets are laid out in one way, with mostly the same
// columns: then they are one set.
func alike(all []*Sheet) bool {
	for _, x := range all[1:] {
		if x.Plan.Layout != all[0].Plan.Layout || shared(x.Plan, all[0].Plan) < 0.5 {
			return false
		}
	}
	return true
}

// shared returns the share of columns that two plans have in common. Of
// sheets with raters as columns that is no matter: they have other raters.
func shared(a, b *layout.Plan) float64 {
	headers := func(p *layout.Plan) map[string]bool {
		set := map[string]bool{}
		for _, block := range p.Blocks {
			for _, c := range block.Columns {
				if c.Facets.Rater == "" && c.Index > 0 {
					set[string(c.Field)+cell.Fold(c.Header)] = true
				}
			}
		}
		return set
	}
	x, y := headers(a), headers(b)
	both := 0
	for h := range x {
		if y[h] {
			both++
		}
	}
	if n := max(len(x), len(y)); n > 0 {
		return float64(both) / float64(n)
	}
	return 1
}

// nameSheets says what the names of several sheets or files stand for: the
// rater, where no column says who rated; the lesson, where none says which
// and the same people stand in several, or the names are those of lessons.
func (r *planner) nameSheets() {
	if len(r.sheets) < 2 {
		return
	}
	lessons, planned := true, 0
	people, again := map[string]int{}, false
	for i, x := range r.sheets {
		if x.Plan == nil {
			continue
		}
		planned++
		lessons = lessons && header.LooksLesson(x.Stem)
		for name := range peopleOf(x) {
			if before, ok := people[name]; ok && before != i {
				again = true
			}
			people[name] = i
		}
	}
	for _, x := range r.sheets {
		if x.Plan == nil || planned < 2 {
			continue
		}
		switch {
		case !x.Plan.Says(layout.Rater):
			x.Stands = layout.Rater
			x.Plan.Missing = slices.DeleteFunc(x.Plan.Missing, func(f layout.Field) bool { return f == layout.Rater })
			r.journal.Add(problem.Place{Sheet: x.Index, Name: x.Title()}, "name_is_rater", x.Stem, "",
				"no column says who rated: it is %q, by the name", x.Stem)
		case !x.Plan.Says(layout.Lesson) && (lessons || again):
			x.Stands = layout.Lesson
			r.journal.Add(problem.Place{Sheet: x.Index, Name: x.Title()}, "name_is_lesson", x.Stem, "",
				"no column says which lesson: it is %q, by the name", x.Stem)
		}
	}
}

// peopleOf returns the raters of a planned sheet.
func peopleOf(x *Sheet) map[string]bool {
	set := map[string]bool{}
	for _, b := range x.Plan.Blocks {
		for _, c := range b.All(layout.Score) {
			if c.Facets.Rater != "" {
				set[cell.Fold(c.Facets.Rater)] = true
			}
		}
		if c, ok := b.First(layout.Rater); ok {
			for _, row := range b.Rows {
				if text := x.At(row, c.Index); text != "" {
					set[cell.Fold(text)] = true
				}
			}
		}
	}
	return set
}
