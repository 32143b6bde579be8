package report

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/section"
)

// Full is the whole report, for the facilitator and the statistician.
var Full = Shape[*calibrate.Report]{
	Document: section.View,
	Private:  true,
	Tables: []TableOf[*calibrate.Report]{
		{"indicators", func(r *calibrate.Report) any { return r.Indicators }},
		{"lessons", func(r *calibrate.Report) any { return r.Lessons }},
		{"boundaries", func(r *calibrate.Report) any { return r.Boundaries }},
		{"raters", func(r *calibrate.Report) any { return r.Raters }},
		{"findings", findingRows},
		{"groups", func(r *calibrate.Report) any { return r.Groups }},
		{"group_splits", splitRows},
		{"rater_indicators", func(r *calibrate.Report) any { return r.RaterIndicators }},
		{"rater_marks", func(r *calibrate.Report) any { return r.RaterMarks }},
		{"without", func(r *calibrate.Report) any { return r.Without }},
		{"pairs", func(r *calibrate.Report) any { return r.Pairs }},
		{"master_indicators", func(r *calibrate.Report) any { return orEmpty(r.Master).Indicators }},
		{"master_levels", func(r *calibrate.Report) any { return orEmpty(r.Master).Levels }},
		{"coefficients", func(r *calibrate.Report) any { return r.Coefficients }},
		{"alignment", alignmentRows},
		{"verdict", verdictRows},
		{"criteria", func(r *calibrate.Report) any { return r.Verdict.Standard.Criteria }},
		{"settings", settingRows},
		{"inputs", func(r *calibrate.Report) any { return r.Inputs }},
		{"gates", func(r *calibrate.Report) any { return r.Gates }},
		{"scales", scaleRows},
		{"distributions", distributionRows},
		{"not_observed_items", notObservedRows},
		{"reasons", reasonRows},
		{"agenda", func(r *calibrate.Report) any { return r.Agenda }},
		{"ratings", func(r *calibrate.Report) any { return r.Ratings }},
		{"notes", noteRows},
	},
}

// orEmpty is a master section, empty where there is none.
func orEmpty(m *calibrate.Master) *calibrate.Master {
	if m == nil {
		return &calibrate.Master{}
	}
	return m
}
