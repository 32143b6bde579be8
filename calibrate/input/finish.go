package input

import (
	"fmt"
	"slices"

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
	values := r.settle(r.values(found.Meters))
	r.describe(values)
	r.result.Day = r.day(r.writtenBeside(values), r.daysInNames(values))
	r.reportNames()
	r.reportDropped()
	r.reportLeftOut()
	r.warnRaters(values)
	r.readMasters(found.Meters)
	if !r.journal.Fatal() {
		r.build(values, found)
	}
	return r.conclude()
}

// A value is an entry and what it comes to: positions in the reader's lists.
type value struct {
	entry   int32
	verdict *scales.Verdict
	key     uint64 // of round, segment, lesson, indicator and rater
}

// values reads every entry with its indicator's meter.
func (r *reader) values(meters []*scales.Meter) []value {
	type key struct {
		m    *scales.Meter
		text int32
	}
	seen := map[key]*scales.Verdict{}
	last, verdictOfLast := key{}, (*scales.Verdict)(nil)
	out := make([]value, 0, len(r.All))
	for i := range r.All {
		e := &r.All[i]
		k := key{meters[e.Indicator], e.Text}
		v := verdictOfLast
		if v == nil || k != last {
			var ok bool
			if v, ok = seen[k]; !ok {
				read := k.m.Read(r.Token(e))
				v = &read
				seen[k] = v
			}
			last, verdictOfLast = k, v
		}
		if v.Told {
			continue
		}
		if v.Code != "" {
			r.journal.Offer(r.At(e), v.Code, r.Cell(e), v.Hint, v.Cures, "%s", v.Text)
			if c, _ := problem.CodeByID(v.Code); c.Severity == problem.Fatal {
				continue
			}
		}
		out = append(out, value{entry: int32(i), verdict: v})
	}
	return out
}

// build makes the Table.
func (r *reader) build(values []value, found scales.Found) {
	scales, scaleOf := r.finalScales(values, found)
	if r.journal.Fatal() {
		return
	}
	t, ok := r.coded(values, scales, scaleOf)
	if !ok {
		t = r.built(values, scales, scaleOf)
	}
	r.setTable(t)
	r.checkPairs(t)
}

// built makes the Table of scales with very many levels.
func (r *reader) built(values []value, scales []rating.Scale, scaleOf map[string]int) *rating.Table {
	names := make([]string, len(r.Groups))
	groups := make([][]string, len(r.Groups))
	for i := range r.Groups {
		names[i], groups[i] = r.Groups[i].Name, r.Groups[i].Values.Names()
	}
	raters, lessons, indicators, rounds := r.Raters.Names(), r.Lessons.Names(), r.Indicators.Names(), r.RoundNames()
	b := rating.NewBuilder(names...)
	columns := make([]string, len(names))
	for _, v := range values {
		e := &r.All[v.entry]
		for i := range columns {
			columns[i] = ""
			if code := r.GroupCode(e, i); code >= 0 {
				columns[i] = groups[i][code]
			}
		}
		b.Add(rating.Record{
			Rater: raters[e.Rater], Lesson: lessons[e.Lesson], Indicator: indicators[e.Indicator],
			Round: rounds(e), State: v.verdict.State, Score: v.verdict.Value, Reason: r.Reason(e), Columns: columns,
		})
	}
	return b.Build(scales, scaleOf)
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

// noScore says that there is not one score, and that nobody has filled in the
// sheet where every cell for one is blank.
func noScore(values []value) string {
	if allBlank(values) {
		return fmt.Sprintf("nobody has filled in this sheet yet: all %d cells for a score are blank", len(values))
	}
	return "there is not one score"
}

// blankHint is what to do with a blank sheet; else the problem's own hint.
func blankHint(values []value) string {
	if allBlank(values) {
		return "hand it to the raters, and score it when they have rated; where the scores stand in another column: --columns score=…"
	}
	return ""
}

func allBlank(values []value) bool {
	return len(values) > 0 && !slices.ContainsFunc(values, func(v value) bool { return v.verdict.State != rating.Blank })
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
