package input

import (
	"fmt"
	"slices"
)

// A workbook or several files can be one set: a sheet a rater, or a sheet a
// lesson. Others hold one sheet of ratings among notes and sums.

// aside are the names of sheets that are not the ratings.
var aside = wordSet(`summary summaries dashboard pivot chart charts instructions readme lists list options key codes lookup
	results analysis report template averages totals notes legend rubric help about settings overview`)

// arrange decides which sheets of each workbook are read, and what the names
// of sheets and files stand for.
func (r *reader) arrange() {
	for book := 1; book <= r.books; book++ {
		var all []*reading
		for _, x := range r.sheets {
			if x.book == book {
				all = append(all, x)
			}
		}
		r.chooseSheets(all)
	}
	r.sheets = slices.DeleteFunc(r.sheets, func(x *reading) bool { return x.aside })
	r.nameSheets()
}

// chooseSheets leaves out the sheets of a workbook that are not ratings, and
// asks where two could be.
func (r *reader) chooseSheets(all []*reading) {
	var rated []*reading
	for _, x := range all {
		if x.plan != nil && x.plan.sure >= 0.5 {
			rated = append(rated, x)
		}
	}
	if len(rated) == 0 {
		return // each has said why
	}
	if main := slices.DeleteFunc(slices.Clone(rated), func(x *reading) bool { return isAside(x.sheet.Name) }); len(main) > 0 {
		rated = main
	}
	if len(rated) > 1 && !alike(rated) {
		best := slices.MaxFunc(rated, func(a, b *reading) int { return compareFloat(a.plan.sure, b.plan.sure) })
		var others []string
		for _, x := range rated {
			if best.plan.sure-x.plan.sure < doubt {
				others = append(others, x.sheet.Name)
			}
		}
		if len(others) > 1 {
			r.journal.add(place{sheet: best.sheet.Index, name: best.sheet.File}, "ambiguous_sheet", "",
				fmt.Sprintf("--sheet %s decides", shellWord(others[0])), "several sheets look like ratings: %s", quoteAll(others))
		}
		rated = []*reading{best}
	}
	for _, x := range all {
		if slices.Contains(rated, x) {
			continue
		}
		x.aside = true
		r.journal.forget(x.sheet.Index)
		r.journal.add(place{sheet: x.sheet.Index, name: x.sheet.Title()}, "sheet_left_out", x.sheet.Name, "",
			"the sheet is not read: it does not look like the ratings")
	}
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// isAside reports whether a sheet's name says that it is not the ratings.
func isAside(name string) bool {
	return slices.ContainsFunc(words(name), func(w string) bool { return aside[w] })
}

// alike reports whether sheets are laid out in one way, with mostly the same
// columns: then they are one set.
func alike(all []*reading) bool {
	for _, x := range all[1:] {
		if x.plan.layout != all[0].plan.layout || shared(x.plan, all[0].plan) < 0.5 {
			return false
		}
	}
	return true
}

// shared returns the share of columns that two plans have in common. Of
// sheets with raters as columns that is no matter: they have other raters.
func shared(a, b *plan) float64 {
	headers := func(p *plan) map[string]bool {
		set := map[string]bool{}
		for _, block := range p.blocks {
			for _, c := range block.columns {
				if c.facets.rater == "" && c.index > 0 {
					set[string(c.field)+fold(c.header)] = true
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
func (r *reader) nameSheets() {
	if len(r.sheets) < 2 {
		return
	}
	lessons, planned := true, 0
	people, again := map[string]int{}, false
	for i, x := range r.sheets {
		if x.plan == nil {
			continue
		}
		planned++
		lessons = lessons && looksLesson(x.sheet.Stem)
		for name := range r.peopleOf(x) {
			if before, ok := people[name]; ok && before != i {
				again = true
			}
			people[name] = i
		}
	}
	for _, x := range r.sheets {
		if x.plan == nil || planned < 2 {
			continue
		}
		switch {
		case !x.plan.says(fieldRater):
			x.stands = fieldRater
			x.plan.missing = slices.DeleteFunc(x.plan.missing, func(f field) bool { return f == fieldRater })
			r.journal.add(place{sheet: x.sheet.Index, name: x.sheet.Title()}, "name_is_rater", x.sheet.Stem, "",
				"no column says who rated: it is %q, by the name", x.sheet.Stem)
		case !x.plan.says(fieldLesson) && (lessons || again):
			x.stands = fieldLesson
			r.journal.add(place{sheet: x.sheet.Index, name: x.sheet.Title()}, "name_is_lesson", x.sheet.Stem, "",
				"no column says which lesson: it is %q, by the name", x.sheet.Stem)
		}
	}
}

// peopleOf returns the raters of a planned sheet.
func (r *reader) peopleOf(x *reading) map[string]bool {
	set := map[string]bool{}
	for _, b := range x.plan.blocks {
		for _, c := range b.all(fieldScore) {
			if c.facets.rater != "" {
				set[fold(c.facets.rater)] = true
			}
		}
		if c, ok := b.first(fieldRater); ok {
			for _, row := range b.rows {
				if cell := x.sheet.At(row, c.index); cell != "" {
					set[fold(cell)] = true
				}
			}
		}
	}
	return set
}

// forget drops the problems of a sheet that is not read.
func (j *journal) forget(sheet int) {
	j.entries = slices.DeleteFunc(j.entries, func(e journalEntry) bool {
		if e.sheet == sheet {
			j.count[e.Code]--
		}
		return e.sheet == sheet
	})
}
