package analysis

import (
	"context"
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/variance"
)

// plan plans from the fit of the causes. The sentence on lessons also stands
// in the verdict.
func plan(a *work, _ context.Context) error {
	a.report.Plan = planOf(a.m, a.fit, a.options.Plan)
	a.report.Verdict.Next = a.report.Plan.Sentence
	return nil
}

// planOf returns the plan of a fit and of the lessons' exact agreement.
func planOf(m *team.Stats, fit *variance.Fit, o calibrate.PlanOptions) *calibrate.Plan {
	if o.Dependability == 0 {
		o.Dependability = calibrate.DefaultDependability
	}
	if o.HalfWidth == 0 {
		o.HalfWidth = calibrate.DefaultHalfWidth
	}
	p := &calibrate.Plan{Table: []calibrate.PlanRow{}}
	planRaters(p, fit, o.Dependability)
	means := team.LessonMeans(m)
	planLessons(p, means, o.HalfWidth, m.Options.Confidence)
	p.Sentence = sentence(p.Lessons, len(means), m.Options.Confidence)
	return p
}

// planRaters adds how many raters make a lesson's mean dependable; with one
// lesson, an item's.
func planRaters(p *calibrate.Plan, fit *variance.Fit, target float64) {
	p.Raters = calibrate.Need{Of: "lesson", Target: target}
	if fit.Reason != "" {
		none := stats.None(fit.Reason)
		p.Raters.Number, p.Raters.Lower, p.Raters.Upper = none, none, none
		return
	}
	design := fit.Design()
	if design.Object != variance.Lesson {
		p.Raters.Of = "item"
	}
	needed := fit.Needed(design, variance.Rater, target)
	p.Raters.Number, p.Raters.Lower, p.Raters.Upper = needed.N, needed.Lower, needed.Upper
	for _, row := range fit.RaterPlan(design, target, variance.Steps(needed.N)).Rows {
		p.Table = append(p.Table, calibrate.PlanRow{
			Raters: row.Raters, Dependability: row.Phi.Value,
			DependabilityLower: row.Phi.Lower, DependabilityUpper: row.Phi.Upper, Attains: row.Attains,
		})
	}
}

// planLessons adds how many lessons bring the interval to a half-width.
func planLessons(p *calibrate.Plan, means []float64, width, confidence float64) {
	p.Lessons = calibrate.Need{Of: calibrate.ExactFigure, Target: width}
	plan := variance.Lessons(means, width, confidence, nil)
	p.Lessons.Number, p.Lessons.Lower, p.Lessons.Upper = plan.Needed.N, plan.Needed.Lower, plan.Needed.Upper
	if !plan.Needed.N.OK() {
		return
	}
	for _, row := range variance.Lessons(means, width, confidence, variance.Steps(plan.Needed.N)).Rows {
		if !row.HalfWidth.Value.OK() {
			continue // one lesson has no interval
		}
		p.Table = append(p.Table, calibrate.PlanRow{
			Lessons: row.Lessons, HalfWidth: row.HalfWidth.Value,
			HalfWidthLower: row.HalfWidth.Lower, HalfWidthUpper: row.HalfWidth.Upper, Attains: row.Attains,
		})
	}
}

// sentence says how many more lessons would tell.
func sentence(n calibrate.Need, lessons int, confidence float64) string {
	if lessons < 2 {
		return "One lesson cannot say how many more would tell; from five on, the intervals speak of lessons."
	}
	number, ok := n.Number.Value()
	if !ok {
		return "These lessons do not say how many more would tell."
	}
	interval := fmt.Sprintf("the %s interval of exact agreement to ± %.0f points", wording.Confidence(confidence), n.Target*100)
	more := int(math.Round(number)) - lessons
	if more <= 0 {
		return fmt.Sprintf("These lessons are enough to bring %s.", interval)
	}
	s := fmt.Sprintf("%s more like these would bring %s", wording.Capital(wording.Counted(more, "lesson")), interval)
	lower, okLower := n.Lower.Value()
	upper, okUpper := n.Upper.Value()
	switch {
	case okLower && okUpper:
		s += fmt.Sprintf(" (%d to %d more, as far as they can say)", max(0, int(lower)-lessons), max(0, int(upper)-lessons))
	case okLower:
		s += fmt.Sprintf(" (%d or more, as far as they can say)", max(0, int(lower)-lessons))
	}
	return s + "."
}
