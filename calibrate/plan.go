package calibrate

import (
	"strings"

	"github.com/cb401426/calibrate/stats"
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

// PlanSchema names the shape of a plan's JSON.
const PlanSchema = "calibrate.plan/v1"

// A Planning is a plan on its own, as `calibrate plan` prints it.
type Planning struct {
	Schema  string  `json:"schema"`
	Program Program `json:"program"`
	Made
	Settings ReportSettings `json:"settings"`
	Input    Input          `json:"input"`
	Causes   *Causes        `json:"causes"`
	Plan     *Plan          `json:"plan"`
	Notes    []Note         `json:"notes"`
}

// Planning returns the plan of a report on its own.
func (r *Report) Planning() *Planning {
	p := &Planning{
		Schema: PlanSchema, Program: r.Program, Made: r.Made, Settings: r.Settings, Input: r.Input,
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
