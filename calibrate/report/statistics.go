package report

import (
	"io"

	"github.com/cb401426/calibrate/calibrate"
)

// A StatisticsFormat writes the coefficients alone.
type StatisticsFormat = FormatOf[*calibrate.Statistics]

// StatisticsFormats lists the formats of the coefficients; the first is the
// default.
var StatisticsFormats = []StatisticsFormat{
	{"text", "for the terminal", ".txt", asText(ViewStatistics)},
	{"json", "all of it, " + calibrate.StatisticsSchema, ".json", asJSON[*calibrate.Statistics]},
	{"csv", "one table", ".csv", writeStatisticsCSV},
}

// LookupStatistics returns the format with a name; the error lists what there
// is.
func LookupStatistics(id string) (*StatisticsFormat, error) { return lookup(StatisticsFormats, id) }

// StatisticsTables lists what CSV can print of the coefficients, the first by
// default.
var StatisticsTables = []TableOf[*calibrate.Statistics]{
	{"coefficients", func(s *calibrate.Statistics) any { return s.Coefficients }},
	{"items", func(s *calibrate.Statistics) any { return s.Items }},
	{"levels", func(s *calibrate.Statistics) any { return s.Levels }},
	{"pairs", func(s *calibrate.Statistics) any { return s.Pairs }},
	{"comparisons", func(s *calibrate.Statistics) any { return s.Comparisons }},
	{"tests", func(s *calibrate.Statistics) any { return s.Tests }},
	{"notes", func(s *calibrate.Statistics) any { return s.Notes }},
}

// writeStatisticsCSV writes the table that the options name, under the names
// of the JSON.
func writeStatisticsCSV(w io.Writer, s *calibrate.Statistics, o Options) error {
	return writeTable(w, StatisticsTables, o.Table, s)
}
