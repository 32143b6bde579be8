package main

import (
	"encoding/json"
	"fmt"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What a database sums up says the same as its rows, to 1e-12: counts by item
// and level, with a group or without, and patterns of counts.
func TestCountsSayTheSameAsRows(t *testing.T) {
	t.Chdir(t.TempDir())
	draw := rand.New(rand.NewPCG(22, 1))
	rows, tallies := []string{"rater,school,lesson,indicator,score"}, map[string]int{}
	items := map[string][]int{}
	for g := range 14 {
		school := []string{"North", "South"}[g%2]
		for lesson := range 6 {
			for _, indicator := range []string{"3a", "3b", "3c", "3d"} {
				if draw.IntN(5) == 0 {
					continue
				}
				score := 1 + min(3, (lesson+len(indicator)+draw.IntN(3))%4)
				rows = append(rows, fmt.Sprintf("Rater %d,%s,L%d,%s,%d", g, school, lesson, indicator, score))
				tallies[fmt.Sprintf("%s,L%d,%s,%d", school, lesson, indicator, score)]++
				item := fmt.Sprintf("L%d,%s", lesson, indicator)
				if items[item] == nil {
					items[item] = make([]int, 4)
				}
				items[item][score-1]++
			}
		}
	}
	byGroup, plain, patterns := []string{"school,lesson,indicator,score,n"}, []string{"lesson,indicator,score,n"}, map[string]int{}
	for key, n := range tallies {
		byGroup = append(byGroup, fmt.Sprintf("%s,%d", key, n))
	}
	for item, counts := range items {
		for level, n := range counts {
			if n > 0 {
				plain = append(plain, fmt.Sprintf("%s,%d,%d", item, level+1, n))
			}
		}
		patterns[strings.Trim(strings.ReplaceAll(fmt.Sprint(counts), " ", ","), "[]")]++
	}
	folded := []string{"1,2,3,4,items"}
	for p, n := range patterns {
		folded = append(folded, fmt.Sprintf("%s,%d", p, n))
	}
	for name, lines := range map[string][]string{"rows": rows, "groups": byGroup, "counts": plain, "patterns": folded} {
		slices.Sort(lines[1:])
		if err := os.WriteFile(name+".csv", []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	coefficients := []string{
		"stats", "--format", "json", "--quiet", "--scale", "1-4", "--unit", "item",
		"--coefficient", "percent_agreement,fleiss_kappa,krippendorff_alpha,gwet_ac,brennan_prediger", "--weights", "identity,quadratic",
	}
	want := coefficientNumbers(t, ran(t, []int{command.ExitDone}, append(coefficients, "rows.csv")...))
	for _, name := range []string{"counts", "groups", "patterns"} {
		same(t, name, want, coefficientNumbers(t, ran(t, []int{command.ExitDone}, append(coefficients, name+".csv")...)))
	}
	by := append(slices.Clone(coefficients), "--by", "school")
	same(t, "groups by school", coefficientNumbers(t, ran(t, []int{command.ExitDone}, append(by, "rows.csv")...)), coefficientNumbers(t, ran(t, []int{command.ExitDone}, append(by, "groups.csv")...)))
	archive := []string{"archive", "--by", "school", "--format", "json", "--quiet", "--scale", "1-4"}
	same(t, "archive", lineNumbers(t, ran(t, []int{command.ExitDone}, append(archive, "rows.csv")...)), lineNumbers(t, ran(t, []int{command.ExitDone}, append(archive, "groups.csv")...)))
	if _, err := os.Stat(filepath.Join(".", "rows.csv")); err != nil {
		t.Fatal(err)
	}
}

// coefficientNumbers are the coefficients with their errors and limits by name.
func coefficientNumbers(t *testing.T, content []byte) map[string]float64 {
	t.Helper()
	var s struct {
		Coefficients []struct {
			ID                      string
			Weights                 *string
			Of                      map[string]string
			Value, SE, Lower, Upper *float64
		}
	}
	if err := json.Unmarshal(content, &s); err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for _, c := range s.Coefficients {
		for name, v := range map[string]*float64{"value": c.Value, "se": c.SE, "lower": c.Lower, "upper": c.Upper} {
			if v != nil {
				all[fmt.Sprintf("%s/%s %v %s", c.ID, *c.Weights, c.Of, name)] = *v
			}
		}
	}
	return all
}

// lineNumbers are the figures of an archive's lines by name.
func lineNumbers(t *testing.T, content []byte) map[string]float64 {
	t.Helper()
	all := map[string]float64{}
	for line := range strings.Lines(string(content)) {
		var l map[string]any
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		for _, figure := range []string{"exact", "within_one", "two_apart", "distance"} {
			for name, v := range l[figure].(map[string]any) {
				if number, ok := v.(float64); ok {
					all[fmt.Sprint(l["part"], figure, name)] = number
				}
			}
		}
	}
	return all
}

func same(t *testing.T, what string, want, got map[string]float64) {
	t.Helper()
	if len(want) < 10 || len(got) != len(want) {
		t.Errorf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	for name, v := range want {
		if g, ok := got[name]; !ok || math.Abs(g-v) > 1e-12 {
			t.Errorf("%s: %s is %v, want %v", what, name, g, v)
		}
	}
}
