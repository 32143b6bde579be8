package calibrate

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/variance"
)

// What a plan aims at where nothing else is asked for.
const (
	DefaultDependability = 0.8
	DefaultHalfWidth     = 0.1
)

// A Plan says what more would help: how many raters would make a score
// dependable, and how many lessons would narrow the interval of exact
// agreement, from the team's own data.
type Plan struct {
	Sentence string    `json:"sentence"`
	Raters   Need      `json:"raters"`
	Lessons  Need      `json:"lessons"`
	Table    []PlanRow `json:"table"`
}

// A Need is a number of raters or lessons that attains a target, with the
// interval of that number. The number is absent where none attains it.
type Need struct {
	Of     string       `json:"of"` // what is scored: "lesson", "item", or "exact"
	Target float64      `json:"target"`
	Number stats.Number `json:"number"`
	Lower  stats.Number `json:"lower"`
	Upper  stats.Number `json:"upper"`
}

// A PlanRow is what so many raters, or so many lessons, would give.
type PlanRow struct {
	Raters             int          `json:"raters,omitempty" csv:"raters"`
	Lessons            int          `json:"lessons,omitempty" csv:"lessons"`
	Dependability      stats.Number `json:"dependability,omitzero" csv:"dependability"`
	DependabilityLower stats.Number `json:"dependability_lower,omitzero" csv:"dependability_lower"`
	DependabilityUpper stats.Number `json:"dependability_upper,omitzero" csv:"dependability_upper"`
	HalfWidth          stats.Number `json:"half_width,omitzero" csv:"half_width"`
	HalfWidthLower     stats.Number `json:"half_width_lower,omitzero" csv:"half_width_lower"`
	HalfWidthUpper     stats.Number `json:"half_width_upper,omitzero" csv:"half_width_upper"`
	Attains            stats.Number `json:"attains,omitzero" csv:"attains"` // probability that the target is met
}

// PlanOptions are the targets of a plan. Zero stands for the defaults.
type PlanOptions struct {
	Dependability float64 // Φ of a lesson's mean over its indicators
	HalfWidth     float64 // of the interval of exact agreement
}

// plan plans from the fit of the causes. The sentence on lessons also stands
// in the verdict.
func (a *analysis) plan(context.Context) error {
	a.report.Plan = a.m.planOf(a.fit, a.options.Plan)
	a.report.Verdict.Next = a.report.Plan.Sentence
	return nil
}

// planOf returns the plan of a fit and of the lessons' exact agreement.
func (m *measures) planOf(fit *variance.Fit, o PlanOptions) *Plan {
	if o.Dependability == 0 {
		o.Dependability = DefaultDependability
	}
	if o.HalfWidth == 0 {
		o.HalfWidth = DefaultHalfWidth
	}
	p := &Plan{Table: []PlanRow{}}
	p.planRaters(fit, o.Dependability)
	means := m.lessonMeans()
	p.planLessons(means, o.HalfWidth, m.options.confidence)
	p.Sentence = p.Lessons.sentence(len(means), m.options.confidence)
	return p
}

// planRaters adds how many raters make a lesson's mean dependable; with one
// lesson, an item's.
func (p *Plan) planRaters(fit *variance.Fit, target float64) {
	p.Raters = Need{Of: "lesson", Target: target}
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
		p.Table = append(p.Table, PlanRow{
			Raters: row.Raters, Dependability: row.Phi.Value,
			DependabilityLower: row.Phi.Lower, DependabilityUpper: row.Phi.Upper, Attains: row.Attains,
		})
	}
}

// planLessons adds how many lessons bring the interval to a half-width.
func (p *Plan) planLessons(means []float64, width, confidence float64) {
	p.Lessons = Need{Of: exactFigure, Target: width}
	plan := variance.Lessons(means, width, confidence, nil)
	p.Lessons.Number, p.Lessons.Lower, p.Lessons.Upper = plan.Needed.N, plan.Needed.Lower, plan.Needed.Upper
	if !plan.Needed.N.OK() {
		return
	}
	for _, row := range variance.Lessons(means, width, confidence, variance.Steps(plan.Needed.N)).Rows {
		if !row.HalfWidth.Value.OK() {
			continue // one lesson has no interval
		}
		p.Table = append(p.Table, PlanRow{
			Lessons: row.Lessons, HalfWidth: row.HalfWidth.Value,
			HalfWidthLower: row.HalfWidth.Lower, HalfWidthUpper: row.HalfWidth.Upper, Attains: row.Attains,
		})
	}
}

// lessonMeans returns the exact agreement of each lesson that has pairs.
func (m *measures) lessonMeans() []float64 {
	var means []float64
	for code := range m.table.Lessons() {
		items := m.ofLesson[code]
		if v, ok := m.meanOver(items, func(it *item) float64 { return it.exact }).Value(); ok {
			means = append(means, v)
		}
	}
	return means
}

// sentence says how many more lessons would tell.
func (n Need) sentence(lessons int, confidence float64) string {
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

// PlanSchema names the shape of a plan's JSON.
const PlanSchema = "calibrate.plan/v1"

// A Planning is a plan on its own, as `calibrate plan` prints it.
type Planning struct {
	Schema   string   `json:"schema"`
	Program  Program  `json:"program"`
	Settings Settings `json:"settings"`
	Input    Input    `json:"input"`
	Causes   *Causes  `json:"causes"`
	Plan     *Plan    `json:"plan"`
	Notes    []Note   `json:"notes"`
}

// Planning returns the plan of a report on its own.
func (r *Report) Planning() *Planning {
	p := &Planning{
		Schema: PlanSchema, Program: r.Program, Settings: r.Settings, Input: r.Input,
		Causes: r.Causes, Plan: r.Plan, Notes: []Note{},
	}
	for _, n := range r.Notes {
		for _, part := range []string{"/plan", "/causes", "/input"} {
			if n.Path == part || strings.HasPrefix(n.Path, part+"/") {
				p.Notes = append(p.Notes, n)
			}
		}
	}
	return p
}
