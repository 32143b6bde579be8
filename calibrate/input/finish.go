package input

import (
	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// finish makes the Table of the entries, and lists all problems.
func (r *reader) finish() (*Reading, error) {
	sheets.LearnDates(r.Sheets, &r.Clock)
	r.result.IndicatorNames = r.SplitIndicators(r.options.Rubric)
	r.SameNames(r.options, &r.journal)
	r.DateRounds()
	found := r.scales() // of the whole input, whichever round is read
	r.ChooseRound(r.options, &r.journal)
	values, replaced := settle(r.Entries, read(r.Entries, found.Meters, &r.journal), r.options, &r.journal)
	r.result.Duplicates = replaced
	r.describe(values)
	r.result.Day = dayOf(r.Entries, writtenBeside(r.Entries, values), daysInNames(r.Entries, values))
	r.reportNames()
	r.reportDropped()
	r.result.LeftOut = sheets.ReportLeftOut(r.Sheets, &r.journal)
	r.warnRaters(values)
	r.readMasters(found.Meters)
	if !r.journal.Fatal() {
		r.build(values, found)
	}
	return r.conclude()
}

// build makes the Table.
func (r *reader) build(values []value, found scales.Found) {
	scales, scaleOf := r.finalScales(values, found)
	if r.journal.Fatal() {
		return
	}
	t, ok := coded(r.Entries, values, scales, scaleOf)
	if !ok {
		t = built(r.Entries, values, scales, scaleOf)
	}
	r.setTable(t)
	r.checkPairs(t)
}

// setTable sets the Table, and counts the cells without a score.
func (r *reader) setTable(t *rating.Table) {
	for _, m := range t.Marks() {
		if m.State == rating.Blank {
			r.result.Blank++
		} else {
			r.result.NotObserved++
		}
	}
	r.result.Table, r.result.Absent = t, t.Absent()
}

// checkPairs reports that nobody shares an item with anybody.
func (r *reader) checkPairs(t *rating.Table) {
	for item := range t.Items() {
		if raters, _ := t.Row(item); len(raters) > 1 {
			return
		}
	}
	code := "no_shared_items"
	if r.options.Shared {
		code = "no_pairs"
	}
	if len(t.Raters()) > 1 && !r.journal.Has(code) {
		r.journal.Add(problem.Place{}, code, "", "", "no two raters rated the same item: %d raters, %d lessons, %d indicators",
			len(t.Raters()), len(t.Lessons()), len(t.Indicators()))
	}
}

// warnRaters warns of raters without a score, and of one alone.
func (r *reader) warnRaters(values []value) {
	met, rated := make([]bool, r.Raters.Count()), make([]bool, r.Raters.Count())
	for _, v := range values {
		g := r.All[v.entry].Rater
		met[g] = true
		rated[g] = rated[g] || v.verdict.State == rating.Scored
	}
	r.warnUnrated(r.Raters.Names(), met, rated)
}

// warnUnrated warns of the raters who were met and gave no score, and of one
// who gave scores alone.
func (r *reader) warnUnrated(names []string, met, rated []bool) {
	alone := 0
	for g, name := range names {
		if rated[g] {
			alone++
		} else if met[g] {
			r.journal.Add(problem.Place{}, "rater_without_ratings", name, "", "%s gave no score", name)
		}
	}
	if alone != 1 {
		return
	}
	code := "one_rater"
	if r.options.Shared {
		code = "lone_rater"
	}
	r.journal.Add(problem.Place{}, code, "", "", "one rater only: there is nobody to agree with")
}

// reportNames lists spellings that were read as one.
func (r *reader) reportNames() {
	r.Raters.ReportLike(&r.journal)
	r.WarnLikeThings(r.options, &r.journal)
	r.Raters.Report(&r.journal, "rater")
	r.Lessons.Report(&r.journal, "lesson")
	r.Indicators.Report(&r.journal, "indicator")
	for i := range r.Groups {
		r.Groups[i].Values.Report(&r.journal, r.Groups[i].Name)
	}
}

// reportDropped lists the rows that were left out.
func (r *reader) reportDropped() {
	for _, x := range r.Sheets {
		if x.Plan == nil {
			continue
		}
		for _, d := range x.Plan.Dropped {
			r.journal.Add(x.Place(d.Row, -1, ""), "dropped_row", sheets.FirstCell(x, d.Row), "", "left out: %s", d.Why)
		}
		r.result.DroppedRows += len(x.Plan.Dropped)
	}
}

// conclude fills in the counts and decides on the error.
func (r *reader) conclude() (*Reading, error) {
	r.result.Rounds, r.result.Segments = r.RoundsRead, r.InParts
	for _, x := range r.Sheets {
		if p := x.Plan; p != nil {
			l, _ := recognize.ByID(p.Layout)
			x.About.Layout, x.About.Sure, x.About.Why = p.Layout, p.Sure, p.Why
			x.About.Dropped = len(p.Dropped)
			for _, b := range p.Blocks {
				x.About.Rows += len(b.Rows)
			}
			if r.result.Layout == "" {
				r.result.Layout, r.result.LayoutTitle = l.ID, l.Title
			}
		}
		r.result.Files = append(r.result.Files, x.About)
	}
	r.result.Problems = r.journal.Problems()
	for _, p := range r.result.Problems {
		if p.Severity == problem.Repair {
			r.result.Repairs++
		}
	}
	faults := problem.FaultsOf(r.result.Problems, r.options.Strict)
	if len(faults) > 0 {
		r.result.Table = nil
		return r.result, &faults
	}
	return r.result, nil
}

// finalScales returns the scales in use, and which indicator is on which. An
// open scale gets the levels that the range of what occurs has.
func (r *reader) finalScales(values []value, found scales.Found) ([]rating.Scale, map[string]int) {
	any := false
	for _, v := range values {
		if v.verdict.State != rating.Scored {
			continue
		}
		any = true
		e := &r.All[v.entry]
		if m := found.Meters[e.Indicator]; !m.Use(v.verdict.Value) {
			r.journal.Add(r.At(e), "off_scale", r.Cell(e), "--duplicates highest, lowest or drop stay on the scale",
				"%s: the mean, %v, is not on the scale %s", r.Whose(e), v.verdict.Value, m.Describe())
		}
	}
	if !any {
		r.journal.Add(problem.Place{}, "no_ratings", "", blankHint(values), "%s", noScore(values))
		return nil, nil
	}
	return found.Final(r.Indicators.Names(), r.options.Levels == settings.ObservedLevels, &r.journal)
}

// scales finds the scale of every indicator.
func (r *reader) scales() scales.Found {
	found := scales.Find(r.ForScales(r.result.IndicatorNames), r.options, &r.journal)
	r.result.Rubric, r.result.Detected, r.result.Nominal = found.Rubric, found.Detected, found.Nominal
	return found
}
