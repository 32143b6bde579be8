package rounds

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/stats"
)

// SinceOf sums up a trend for the report of its last round: the change from the
// round before it, and of all rounds where there are more.
func SinceOf(t *Trend) *calibrate.Since {
	n := len(t.Rounds)
	last := t.Changes[n-2]
	s := &calibrate.Since{
		From: last.From, To: last.To, Movement: string(last.Movement), Sentence: last.Sentence, Limits: t.Limits,
		Indicators: []calibrate.SinceIndicator{}, Agreed: []calibrate.Agreement{},
	}
	if n > 2 {
		s.Sentence += " " + t.Sentence
	}
	for _, i := range t.Indicators {
		before, after := i.Exact[n-2], i.Exact[n-1]
		if before.OK() && after.OK() {
			s.Indicators = append(s.Indicators, calibrate.SinceIndicator{ID: i.Indicator, Name: i.Name, Before: before, After: after, Movement: string(i.Movement)})
		}
	}
	return s
}

// Agreements holds what was agreed in earlier meetings against a report of what
// was rated since: the last agreement on each indicator, and every commitment.
func Agreements(list []decisions.Decision, r *calibrate.Report) []calibrate.Agreement {
	out := []calibrate.Agreement{}
	agreed := decisions.Latest(list, func(d *decisions.Decision) bool { return d.Settled() || d.Commitment != "" })
	for _, d := range agreed {
		a := calibrate.Agreement{
			Round: d.Round, Lesson: d.Lesson, Indicator: d.Indicator, Name: d.Name, Level: d.Level, Wording: d.Wording,
			Commitment: d.Commitment, Who: d.Who, Due: d.Due,
			Exact: stats.None(stats.NotApplicable), Held: calibrate.NoAnswer(stats.NotApplicable),
		}
		again := slices.ContainsFunc(r.Lessons, func(l calibrate.Breakdown) bool { return same(l.ID, d.Lesson) })
		for i := range r.Indicators {
			if p := &r.Indicators[i]; same(p.ID, d.Indicator) && !again {
				a.Name, a.Exact = p.Name, p.Exact.Value
				if d.Settled() {
					a.Held = p.Meets
				}
			}
		}
		out = append(out, a)
	}
	return out
}

// AddAgreed gives a study what was agreed before, for the agenda and the private
// sheets.
func AddAgreed(study *calibrate.Study, list []decisions.Decision) {
	of := map[string][]string{}
	for id, said := range study.Agreed {
		of[id] = slices.Clone(said)
	}
	for _, d := range decisions.Latest(list, (*decisions.Decision).Settled) {
		for _, id := range study.Table.Indicators() {
			if said := d.Said(); same(id, d.Indicator) && !slices.Contains(of[id], said) {
				of[id] = append(of[id], said)
			}
		}
	}
	study.Agreed = of
}
