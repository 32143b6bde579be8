package report

import (
	"io"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/survey"
)

// A Series is a trend of ratings, of surveys, or of the schools of an archive.
type Series struct {
	Ratings *rounds.Trend
	Surveys *survey.Trend
	Schools *rounds.Schools
}

// Stamp says how it was made.
func (s Series) Stamp(stamp calibrate.Stamp) {
	switch {
	case s.Ratings != nil:
		s.Ratings.Stamp(stamp)
	case s.Surveys != nil:
		s.Surveys.Stamp(stamp)
	case s.Schools != nil:
		s.Schools.Stamp(stamp)
	}
}

// Hold says which gates were held against it.
func (s Series) Hold(held []calibrate.Gate, notes []calibrate.Note) {
	if s.Ratings != nil {
		s.Ratings.Hold(held, notes)
	}
}

// SeriesOf is the shape of what a series holds; of none, it has the tables of
// either. Full is the reading for the facilitator and the statistician.
func SeriesOf(s Series, full bool) Shape[Series] {
	ratings := inSeries(TrendOf(full), func(s Series) *rounds.Trend { return s.Ratings })
	surveys := inSeries(SurveyTrend, func(s Series) *survey.Trend { return s.Surveys })
	schools := inSeries(trendOfSchools, func(s Series) *rounds.Schools { return s.Schools })
	switch {
	case s.Ratings != nil:
		return ratings
	case s.Schools != nil:
		return schools
	case s.Surveys != nil:
		return surveys
	}
	return Shape[Series]{Tables: slices.Concat(ratings.Tables, surveys.Tables, schools.Tables)}
}

// inSeries is the shape of one of the two.
func inSeries[T any](shape Shape[T], of func(Series) T) Shape[Series] {
	s := Shape[Series]{
		Document: func(x Series) document.Document { return shape.Document(of(x)) },
		JSON:     func(w io.Writer, x Series) error { return shape.Of(of(x)).JSON(w) },
		Private:  shape.Private,
	}
	for _, t := range shape.Tables {
		s.Tables = append(s.Tables, TableOf[Series]{t.ID, func(x Series) any { return t.Rows(of(x)) }})
	}
	return s
}
