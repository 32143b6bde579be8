package text

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// readRows reads a file of testdata/reasons as one map a row.
func readRows(t testing.TB, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reasons", name))
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

// A proportion is k of n, with its Wilson 95% interval.
type proportion struct{ k, n int }

func (s proportion) value() float64 { return float64(s.k) / float64(max(1, s.n)) }

// interval is Wilson, E. B. (1927), JASA 22, 209-212.
func (s proportion) interval() (low, high float64) {
	const z = 1.959963984540054
	n, p := float64(max(1, s.n)), s.value()
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return middle - half, middle + half
}
