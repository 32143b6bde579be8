// Package texttest is what the tests of stats/text share: the labeled reasons,
// the baselines, and the tables of docs/reasons.md.
package texttest

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// Rows reads a file of testdata/reasons as one map a row.
func Rows(t testing.TB, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(root(t), "testdata", "reasons", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(records))
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// A Proportion is k of n, with its Wilson 95% interval.
type Proportion struct{ K, N int }

// Value is the share.
func (s Proportion) Value() float64 { return float64(s.K) / float64(max(1, s.N)) }

// Interval is Wilson, E. B. (1927), JASA 22, 209-212.
func (s Proportion) Interval() (low, high float64) {
	const z = 1.959963984540054
	n, p := float64(max(1, s.N)), s.Value()
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return middle - half, middle + half
}

// LogShare logs a share with its interval.
func LogShare(t testing.TB, what string, p Proportion) {
	t.Helper()
	low, high := p.Interval()
	t.Logf("%-20s %.3f [%.3f, %.3f] %d/%d", what, p.Value(), low, high, p.K, p.N)
}

// root is the directory of the module.
func root(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}
