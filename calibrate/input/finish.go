package input

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// finish makes the Table of the entries, and lists all problems.
func (r *reader) finish() (*Reading, error) {
	sheets.LearnDates(r.sheets, &r.clock)
	r.splitIndicators()
	r.sameNames()
	r.dateRounds()
	found := r.scales() // of the whole input, whichever round is read
	r.chooseRound()
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
	out := make([]value, 0, len(r.entries))
	for i := range r.entries {
		e := &r.entries[i]
		k := key{meters[e.indicator], e.text}
		v := verdictOfLast
		if v == nil || k != last {
			var ok bool
			if v, ok = seen[k]; !ok {
				read := k.m.Read(r.token(e))
				v = &read
				seen[k] = v
			}
			last, verdictOfLast = k, v
		}
		if v.Told {
			continue
		}
		if v.Code != "" {
			r.journal.Offer(r.at(e), v.Code, r.cell(e), v.Hint, v.Cures, "%s", v.Text)
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
	names := make([]string, len(r.groups))
	groups := make([][]string, len(r.groups))
	for i := range r.groups {
		names[i], groups[i] = r.groups[i].name, r.groups[i].values.Names()
	}
	raters, lessons, indicators, rounds := r.raters.Names(), r.lessons.Names(), r.indicators.Names(), r.roundNames()
	b := rating.NewBuilder(names...)
	columns := make([]string, len(names))
	for _, v := range values {
		e := &r.entries[v.entry]
		for i := range columns {
			columns[i] = ""
			if code := r.groupCode(e, i); code >= 0 {
				columns[i] = groups[i][code]
			}
		}
		b.Add(rating.Record{
			Rater: raters[e.rater], Lesson: lessons[e.lesson], Indicator: indicators[e.indicator],
			Round: rounds(e), State: v.verdict.State, Score: v.verdict.Value, Reason: r.reason(e), Columns: columns,
		})
	}
	return b.Build(scales, scaleOf)
}

// groupCode returns the code of an entry in a further column, -1 for none.
func (r *reader) groupCode(e *entry, group int) int32 {
	if e.groups < 0 || group >= len(r.groupRows[e.groups]) {
		return -1
	}
	return r.groupRows[e.groups][group]
}

// roundNames returns what an entry's round is called in the Table: the segment
// of the lesson where there are segments, behind the round where several are
// read.
func (r *reader) roundNames() func(e *entry) string {
	if !r.result.Segments {
		return func(e *entry) string { return r.rounds.Name(e.round) }
	}
	several := len(r.result.Rounds.Found) > 1 && strings.EqualFold(r.result.Rounds.Chosen, settings.AllRounds)
	return func(e *entry) string {
		if several {
			return strings.Trim(r.rounds.Name(e.round)+" / "+r.segments.Name(e.segment), " /")
		}
		return r.segments.Name(e.segment)
	}
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
	met, rated := make([]bool, r.raters.Count()), make([]bool, r.raters.Count())
	for _, v := range values {
		g := r.entries[v.entry].rater
		met[g] = true
		rated[g] = rated[g] || v.verdict.State == rating.Scored
	}
	r.warnUnrated(r.raters.Names(), met, rated)
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
	r.raters.ReportLike(&r.journal)
	r.warnLikeThings()
	r.raters.Report(&r.journal, "rater")
	r.lessons.Report(&r.journal, "lesson")
	r.indicators.Report(&r.journal, "indicator")
	for i := range r.groups {
		r.groups[i].values.Report(&r.journal, r.groups[i].name)
	}
}

// reportDropped lists the rows that were left out.
func (r *reader) reportDropped() {
	for _, x := range r.sheets {
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
	for _, x := range r.sheets {
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

// scales finds the scale of every indicator.
func (r *reader) scales() scales.Found {
	c := &scales.Cells{
		Indicators: r.indicators.Names(), LongNames: r.result.IndicatorNames, Listed: r.optionScales,
		Header: sheets.HeaderLevels(r.sheets), Across: sheets.AcrossColumns(r.sheets),
		Texts: r.texts.texts, Tokens: r.texts.tokens, Count: len(r.entries),
		At: func(i int) scales.Cell {
			c := scales.Cell{Indicator: r.entries[i].indicator, Text: r.entries[i].text, Times: 1}
			if r.times != nil {
				c.Times = r.times[i]
			}
			return c
		},
		Place: func(i int) problem.Place { return r.at(&r.entries[i]) },
	}
	found := scales.Find(c, r.options, &r.journal)
	r.result.Rubric, r.result.Detected, r.result.Nominal = found.Rubric, found.Detected, found.Nominal
	return found
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
		e := &r.entries[v.entry]
		if m := found.Meters[e.indicator]; !m.Use(v.verdict.Value) {
			r.journal.Add(r.at(e), "off_scale", r.cell(e), "--duplicates highest, lowest or drop stay on the scale",
				"%s: the mean, %v, is not on the scale %s", r.whose(e), v.verdict.Value, m.Describe())
		}
	}
	if !any {
		r.journal.Add(problem.Place{}, "no_ratings", "", blankHint(values), "%s", noScore(values))
		return nil, nil
	}
	return found.Final(r.indicators.Names(), r.options.Levels == settings.ObservedLevels, &r.journal)
}
