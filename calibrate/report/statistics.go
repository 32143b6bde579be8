package report

import "github.com/cb401426/calibrate/calibrate"

// Statistics is the coefficients alone.
var Statistics = Shape[*calibrate.Statistics]{
	Document: viewStatistics,
	Private:  true,
	Tables: []TableOf[*calibrate.Statistics]{
		{"coefficients", func(s *calibrate.Statistics) any { return s.Coefficients }},
		{"items", func(s *calibrate.Statistics) any { return s.Items }},
		{"levels", func(s *calibrate.Statistics) any { return s.Levels }},
		{"pairs", func(s *calibrate.Statistics) any { return s.Pairs }},
		{"boundaries", func(s *calibrate.Statistics) any { return s.Boundaries }},
		{"confusion", func(s *calibrate.Statistics) any { return s.ConfusionCells }},
		{"comparisons", func(s *calibrate.Statistics) any { return s.Comparisons }},
		{"homogeneity", func(s *calibrate.Statistics) any { return s.Homogeneity }},
		{"tests", func(s *calibrate.Statistics) any { return s.Tests }},
		{"notes", func(s *calibrate.Statistics) any { return s.Notes }},
	},
}
