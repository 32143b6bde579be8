package input

import (
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// finish makes the Table of the entries, and lists all problems.
func (r *reader) finish() (*Reading, error) {
	for i := range r.entries {
		r.clock.learn(r.entries[i].time)
		r.clock.learn(r.entries[i].date)
	}
	r.splitIndicators()
	r.dateRounds()
	r.chooseRound()
	meters := r.meters()
	values := r.settle(r.values(meters))
	r.describe(values, meters)
	r.reportNames()
	r.reportDropped()
	r.warnRaters(values)
	if !r.journal.fatal() {
		r.build(values, meters)
	}
	return r.conclude()
}

// values reads every entry with its indicator's meter.
func (r *reader) values(meters []*meter) []cellValue {
	type key struct {
		m *meter
		t token
	}
	seen := map[key]verdict{}
	out := make([]cellValue, 0, len(r.entries))
	for i := range r.entries {
		e := &r.entries[i]
		k := key{meters[e.indicator], e.token}
		v, ok := seen[k]
		if !ok {
			v = k.m.read(e.token)
			seen[k] = v
		}
		if v.code != "" {
			r.journal.add(r.at(e), v.code, e.cell, v.hint, "%s", v.text)
			if c, _ := codeByID(v.code); c.Severity == Fatal {
				continue
			}
		}
		out = append(out, cellValue{e, v})
	}
	return out
}

// build makes the Table.
func (r *reader) build(values []cellValue, meters []*meter) {
	scales, scaleOf := r.finalScales(values, meters)
	if r.journal.fatal() {
		return
	}
	names := make([]string, len(r.groups))
	for i, g := range r.groups {
		names[i] = g.name
	}
	raters, lessons := r.raters.names(), r.lessons.names()
	indicators, rounds := r.indicators.names(), r.rounds.names()
	groups := make([][]string, len(r.groups))
	for i := range r.groups {
		groups[i] = r.groups[i].values.names()
	}
	b := rating.NewBuilder(names...)
	columns := make([]string, len(names))
	for _, v := range values {
		for i := range columns {
			columns[i] = ""
			if i < len(v.groups) && v.groups[i] >= 0 {
				columns[i] = groups[i][v.groups[i]]
			}
		}
		b.Add(rating.Record{
			Rater: raters[v.rater], Lesson: lessons[v.lesson], Indicator: indicators[v.indicator],
			Round: rounds[v.round], State: v.state, Score: v.value, Reason: v.reason, Columns: columns,
		})
	}
	r.setTable(b.Build(scales, scaleOf))
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

// maxLevels is the number of levels of a scale up to which ratings can be
// compared level by level.
const maxLevels = 1000

// finalScales returns the scales in use, and which indicator is on which. An
// open scale gets the levels that occur.
func (r *reader) finalScales(values []cellValue, meters []*meter) ([]rating.Scale, map[string]int) {
	occur := map[*meter][]float64{}
	half := false
	for _, v := range values {
		if v.state != rating.Scored {
			continue
		}
		m := meters[v.indicator]
		if v.value != math.Trunc(v.value) && m.open {
			half = true
		}
		if _, ok := m.scale.Index(v.value); !ok && !m.open {
			r.journal.add(r.at(v.entry), "off_scale", v.cell, "--duplicates highest, lowest or drop stay on the scale",
				"%s: the mean, %v, is not on the scale %s", r.whose(v), v.value, describe(m.scale))
			continue
		}
		occur[m] = append(occur[m], v.value)
	}
	if len(occur) == 0 {
		r.journal.add(place{}, "no_ratings", "", "", "there is not one score")
		return nil, nil
	}
	if half {
		r.journal.add(place{}, "half_points", "", "", "there are scores between the whole points")
	}
	var scales []rating.Scale
	scaleOf := map[string]int{}
	placed := map[*meter]int{}
	for _, code := range r.indicatorOrder() {
		m := meters[code]
		position, ok := placed[m]
		if !ok {
			scale := m.final(occur[m])
			if n := len(scale.Levels); n > maxLevels {
				r.journal.add(place{}, "too_many_levels", "", "", "%d different scores of %s: more than %d",
					n, r.indicators.name(code), maxLevels)
			}
			position = slices.IndexFunc(scales, func(s rating.Scale) bool { return s.ID == scale.ID && slices.Equal(s.Levels, scale.Levels) })
			if position < 0 {
				position = len(scales)
				scales = append(scales, scale)
			}
			placed[m] = position
		}
		scaleOf[r.indicators.name(code)] = position
	}
	return scales, scaleOf
}

// indicatorOrder returns the codes of the indicators in natural order.
func (r *reader) indicatorOrder() []int32 {
	names := r.indicators.names()
	codes := make([]int32, len(names))
	for i := range codes {
		codes[i] = int32(i)
	}
	slices.SortFunc(codes, func(a, b int32) int { return rating.CompareNatural(names[a], names[b]) })
	return codes
}

// final returns the scale of a meter: where it is open, the levels that occur
// with the words that stand beside them.
func (m *meter) final(occur []float64) rating.Scale {
	if !m.open {
		return m.scale
	}
	s := rating.NewScale(m.scale.ID, m.scale.Source, occur...)
	for word, value := range m.words {
		if i, ok := s.Index(value); ok && !m.doubtful[word] && (s.Levels[i].Label == "" || m.written[word] < s.Levels[i].Label) {
			s.Levels[i].Label = m.written[word]
		}
	}
	return s
}

// warnRaters warns of raters without a score, and of one alone.
func (r *reader) warnRaters(values []cellValue) {
	met, rated := make([]bool, r.raters.count()), make([]bool, r.raters.count())
	for _, v := range values {
		met[v.rater] = true
		rated[v.rater] = rated[v.rater] || v.state == rating.Scored
	}
	r.warnUnrated(r.raters.names(), met, rated)
}

// warnUnrated warns of the raters who were met and gave no score, and of one
// who gave scores alone.
func (r *reader) warnUnrated(names []string, met, rated []bool) {
	alone := 0
	for g, name := range names {
		if rated[g] {
			alone++
		} else if met[g] {
			r.journal.add(place{}, "rater_without_ratings", name, "", "%s gave no score", name)
		}
	}
	if alone == 1 {
		r.journal.add(place{}, "one_rater", "", "", "one rater only: there is nobody to agree with")
	}
}

// reportNames lists spellings that were read as one.
func (r *reader) reportNames() {
	r.warnLikeNames()
	r.raters.report(&r.journal, "rater")
	r.lessons.report(&r.journal, "lesson")
	r.indicators.report(&r.journal, "indicator")
	for i := range r.groups {
		r.groups[i].values.report(&r.journal, r.groups[i].name)
	}
}

// reportDropped lists the rows that were left out.
func (r *reader) reportDropped() {
	for _, x := range r.sheets {
		if x.plan == nil {
			continue
		}
		for _, d := range x.plan.dropped {
			r.journal.add(x.sheet.place(d.row, -1, ""), "dropped_row", x.sheet.firstCell(d.row), "", "left out: %s", d.why)
		}
		r.result.DroppedRows += len(x.plan.dropped)
	}
}

// conclude fills in the counts and decides on the error.
func (r *reader) conclude() (*Reading, error) {
	for i, x := range r.sheets {
		if p := x.plan; p != nil {
			layout, _ := layoutByID(p.layout)
			x.file.Layout, x.file.Sure, x.file.Why = p.layout, p.sure, p.why
			x.file.Dropped = len(p.dropped)
			for _, b := range p.blocks {
				x.file.Rows += len(b.rows)
			}
			if r.result.Layout == "" {
				r.result.Layout, r.result.LayoutTitle = layout.ID, layout.Title
			}
		}
		x.file.Sheet = r.sheets[i].sheet.Name
		r.result.Files = append(r.result.Files, x.file)
	}
	r.result.Problems = r.journal.problems()
	var faults Faults
	for _, p := range r.result.Problems {
		switch {
		case p.Severity == Repair:
			r.result.Repairs++
			if r.options.Strict {
				p.Hint = strings.TrimSpace("--strict refuses repairs. " + p.Hint)
				faults = append(faults, p)
			}
		case p.Severity == Fatal:
			faults = append(faults, p)
		}
	}
	if len(faults) > 0 {
		r.result.Table = nil
		return &r.result, &faults
	}
	return &r.result, nil
}
