// Package ref loads the reference data sets of testdata/ref for tests: data
// from the literature and simulations, with what independent software says of
// each. The README there says how far to trust which value.
package ref

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

// Names lists the data sets.
var Names = []string{
	"fleiss-1971", "gwet-2014-12x4", "one-lesson", "shrout-fleiss-1979",
	"six-lessons", "sparse", "two-raters-223", "video-20x4",
}

// Path returns the path of a file of a data set.
func Path(name, file string) string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "../../../testdata/ref", name, file)
}

// Table returns the ratings of a data set, on the given level values, or on
// those that occur.
func Table(t testing.TB, name string, values ...float64) *rating.Table {
	t.Helper()
	f, err := os.Open(Path(name, "ratings.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	b := rating.NewBuilder()
	for _, row := range rows[1:] {
		score, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			t.Fatal(err)
		}
		b.Add(rating.Record{Lesson: row[0], Indicator: row[1], Rater: row[2], Score: score})
	}
	if len(values) == 0 {
		return b.Build(nil, nil)
	}
	return b.Build([]rating.Scale{rating.NewScale("declared", rating.Declared, values...)}, nil)
}

// Matrix returns a data set as one Matrix.
func Matrix(t testing.TB, name string, values ...float64) *rating.Matrix {
	t.Helper()
	return Table(t, name, values...).Matrix(0, nil)
}

// Contingency makes the Matrix of a table of two raters, whose rows are the
// first rater's.
func Contingency(cells [][]int, values ...float64) *rating.Matrix {
	var scores [][]float64
	for k, row := range cells {
		for l, n := range row {
			for range n {
				scores = append(scores, []float64{values[k], values[l]})
			}
		}
	}
	return rating.NewMatrix(scores, values...)
}

// Values decodes the reference values of a data set into v.
func Values(t testing.TB, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(Path(name, "values.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
