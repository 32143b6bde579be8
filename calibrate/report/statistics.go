package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/calibrate"
)

// A StatisticsFormat writes the coefficients alone.
type StatisticsFormat struct {
	ID    string
	Title string
	Write func(io.Writer, *calibrate.Statistics, Options) error
}

// StatisticsFormats lists the formats of the coefficients; the first is the
// default.
var StatisticsFormats = []StatisticsFormat{
	{"text", "for the terminal", writeStatisticsText},
	{"json", "all of it, " + calibrate.StatisticsSchema, writeStatisticsJSON},
	{"csv", "one table", writeStatisticsCSV},
}

// LookupStatistics returns the format with a name; the error lists what there
// is.
func LookupStatistics(id string) (*StatisticsFormat, error) {
	var ids []string
	for i := range StatisticsFormats {
		if StatisticsFormats[i].ID == id {
			return &StatisticsFormats[i], nil
		}
		ids = append(ids, StatisticsFormats[i].ID)
	}
	return nil, fmt.Errorf("no format %q: there are %s", id, strings.Join(ids, ", "))
}

func writeStatisticsText(w io.Writer, s *calibrate.Statistics, o Options) error {
	return WriteText(w, ViewStatistics(s), o)
}

func writeStatisticsJSON(w io.Writer, s *calibrate.Statistics, _ Options) error {
	return WriteJSON(w, s)
}

// StatisticsTables lists what CSV can print of the coefficients, the first by
// default.
var StatisticsTables = []struct {
	ID   string
	Rows func(*calibrate.Statistics) any
}{
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
	var ids []string
	for i, t := range StatisticsTables {
		if t.ID == o.Table || o.Table == "" && i == 0 {
			return gocsv.MarshalCSV(t.Rows(s), &csvWriter{w: csv.NewWriter(w)})
		}
		ids = append(ids, t.ID)
	}
	return fmt.Errorf("no table %q: there are %s", o.Table, strings.Join(ids, ", "))
}
