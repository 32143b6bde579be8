package text

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
		{"C", "more_statements.csv", 0, 999},
		{"D", "more2_statements.csv", 0, 999},
		{"E", "more3_statements.csv", 0, 999},
		{"F", "more4_statements.csv", 0, 999},
		{"Adev", "statements.csv", 0, 75}, {"Ahold", "statements.csv", 75, 150},
		{"Bdev", "own_statements.csv", 0, 98}, {"Bhold", "own_statements.csv", 98, 197},
	} {
		rows := readCSV(t, set.file)
		rows = rows[set.from:min(set.to, len(rows))]
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

func TestLessonShow(t *testing.T) {
	if os.Getenv("SHOW") != "lesson" {
		t.Skip()
	}
	for _, r := range readCSV(t, "lesson.csv") {
		if r["reason"] == "" {
			continue
		}
		c := English().Classify(r["reason"])
		fmt.Printf("%s %s: %s | %s\n", r["rater"], r["indicator"], c.Class, r["reason"])
		for _, s := range c.Statements {
			fmt.Printf("      %s %q\n", s.Class, s.Words)
		}
	}
}

func TestUnsettled(t *testing.T) {
	m := map[string]int{}
	for _, f := range []string{"more_statements.csv", "more2_statements.csv", "more3_statements.csv", "more4_statements.csv", "own_statements.csv"} {
		for _, r := range readCSV(t, f) {
			p := English().passage(r["text"])
			ss := p.statements()
			if len(ss) != 1 {
				continue
			}
			s := newStatement(p, ss[0][0], ss[0][1])
			pt := s.classify()
			if pt.class == Empty || pt.settled {
				m[fmt.Sprintf("settled=%v %s -> %s", pt.settled, r["label"], pt.class)]++
				continue
			}
			var w [2]int
			for _, c := range pt.cues {
				w[c.side]++
			}
			m[fmt.Sprintf("weak f%d j%d : %s", w[0], w[1], r["label"])]++
		}
	}
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Println(k, m[k])
	}
}
