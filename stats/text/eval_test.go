package text

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func readCSV(t testing.TB, name string) []map[string]string {
	f, err := os.Open(filepath.Join("../../testdata/reasons", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, h := range rows[0] {
			m[h] = r[i]
		}
		out = append(out, m)
	}
	return out
}

func TestDev(t *testing.T) {
	show := os.Getenv("SHOW")
	for _, set := range []struct {
		name, file string
		from, to   int
	}{
		{"Adev", "statements.csv", 0, 75}, {"Ahold", "statements.csv", 75, 150},
		{"Bdev", "own_statements.csv", 0, 98}, {"Bhold", "own_statements.csv", 98, 197},
	} {
		rows := readCSV(t, set.file)[set.from:set.to]
		m := map[Class]map[Class]int{}
		ok := 0
		for _, r := range rows {
			c := English().Classify(r["text"])
			want := Class(r["label"])
			if m[want] == nil {
				m[want] = map[Class]int{}
			}
			m[want][c.Class]++
			if c.Class == want {
				ok++
			} else if show == set.name {
				fmt.Printf("%s %s -> %s | %s\n", r["id"], want, c.Class, r["text"])
				for _, s := range c.Statements {
					fmt.Printf("      %s %q\n", s.Class, s.Words)
				}
			}
		}
		fmt.Printf("%s acc %d/%d", set.name, ok, len(rows))
		for _, k := range []Class{Evidence, Opinion, Mixed, Empty} {
			tp, p, n := m[k][k], 0, 0
			for _, w := range []Class{Evidence, Opinion, Mixed, Empty} {
				p += m[w][k]
				n += m[k][w]
			}
			fmt.Printf("  %s P %.2f R %.2f (%d)", k, float64(tp)/float64(max(p, 1)), float64(tp)/float64(max(n, 1)), n)
		}
		fmt.Println()
	}
}
