package teamtest

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
)

// Team builds a table of scores by item and rater on 1 to levels, all on one
// lesson; 0 is a gap.
func Team(levels int, rows ...string) *rating.Table {
	b := rating.NewBuilder()
	for i, row := range rows {
		for g, c := range strings.ReplaceAll(row, " ", "") {
			if c != '0' {
				b.Add(rating.Record{
					Rater: string(rune('a' + g)), Lesson: "lesson", Indicator: fmt.Sprintf("i%d", i+1), Score: float64(c - '0'),
				})
			}
		}
	}
	values := make([]float64, levels)
	for k := range values {
		values[k] = float64(k + 1)
	}
	return b.Build([]rating.Scale{rating.NewScale("s", rating.Declared, values...)}, nil)
}

// Reference reads a data set of testdata/ref.
func Reference(t testing.TB, name string) *rating.Table { return ref.Table(t, name) }

// Fails is what the checks need of a test.
type Fails interface{ Errorf(string, ...any) }

// RecordsOf returns the ratings of a table.
func RecordsOf(table *rating.Table) []rating.Record {
	var records []rating.Record
	for _, r := range table.All() {
		it := table.Items()[r.Item]
		records = append(records, rating.Record{
			Rater: table.Raters()[r.Rater], Lesson: table.Lessons()[it.Lesson], Indicator: table.Indicators()[it.Indicator],
			Score: table.Value(int(r.Item), r.Level),
		})
	}
	return records
}

// Fatal is what ends a test of testing or rapid.
type Fatal interface {
	Helper()
	Fatal(...any)
}

// Near fails unless two numbers are the same to 1e-12, or absent alike.
func Near(t interface{ Errorf(string, ...any) }, what string, got, want stats.Number) {
	if got.OK() != want.OK() || got.Reason() != want.Reason() || math.Abs(got.Or(0)-want.Or(0)) > 1e-12 {
		t.Errorf("%s: %v (%s), want %v (%s)", what, got, got.Reason(), want, want.Reason())
	}
}
