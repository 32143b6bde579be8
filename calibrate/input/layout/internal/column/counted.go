package column

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// namesTwo returns the two columns that a header names, and nothing else but
// words that stand between names: Ortiz minus Chen. It is nil where it does not.
func namesTwo(f *Frame, i int, others []int) []int {
	if len(others) > mostCompared {
		return nil
	}
	text := " " + strings.Join(header.Tokens(f.Columns[i].Text), " ") + " "
	var found []int
	for _, k := range others {
		name := " " + strings.Join(header.Tokens(f.Columns[k].Text), " ") + " "
		if len(name) > 2 && name != text && strings.Contains(text, name) {
			found = append(found, k)
			text = strings.Replace(text, name, " ", 1)
		}
	}
	if len(found) != 2 {
		return nil
	}
	for _, word := range strings.Fields(text) {
		if !between[word] && !header.Comparing[word] && !header.Fillers[word] {
			return nil
		}
	}
	return found
}

// between are words that stand between two names of a header.
var between = header.WordSet(`minus plus and vs versus v to from less by over x`)

// A wordColumn is a column of levels in words, by the rows that are looked at.
type wordColumn struct {
	position int
	cells    []string // folded
}

// wordColumns returns the columns whose scores are words.
func wordColumns(f *Frame, rows []int) (out []wordColumn) {
	for i := range f.Columns {
		c := &f.Columns[i]
		if !c.Scoring || c.Role != "" || c.Numbers > 0 || c.Filled == 0 || c.More || len(c.Distinct) > mostCodes {
			continue
		}
		w := wordColumn{i, make([]string, len(rows))}
		for k, row := range rows {
			w.cells[k] = cell.Fold(f.Sheet.At(row, c.Index))
		}
		out = append(out, w)
	}
	return out
}

// leastCounted is among how many columns at least a word is counted.
const leastCounted = 3

// countOf says which word a column of numbers counts in those beside it: 7 of ten
// Columns say Yes.
func countOf(f *Frame, i int, words []wordColumn, values []float64) string {
	var before, behind []wordColumn
	for _, w := range words {
		if w.position < i {
			before = append(before, w)
		} else {
			behind = append(behind, w)
		}
	}
	slices.Reverse(before)
	for _, run := range [][]wordColumn{before, behind, words} { // nearest first
		if word := countedIn(run, values); word != "" {
			return fmt.Sprintf("it counts %q in others", word)
		}
	}
	return ""
}

// countedIn returns the word that numbers count in the first columns of a run,
// however many: "" for none.
func countedIn(run []wordColumn, values []float64) string {
	seen := map[string]bool{}
	for _, w := range run {
		for _, text := range w.cells {
			seen[text] = true
		}
	}
	delete(seen, "")
	if len(seen) > mostCodes {
		return ""
	}
	different := map[float64]bool{}
	for _, v := range values {
		if !math.IsNaN(v) {
			different[v] = true
		}
	}
	if len(different) < 2 {
		return ""
	}
	for _, word := range slices.Sorted(maps.Keys(seen)) {
		counts := make([]float64, len(values))
		for n, w := range run {
			same, rows := 0, 0
			for k, v := range values {
				if w.cells[k] == word {
					counts[k]++
				}
				if !math.IsNaN(v) {
					rows++
					same += int(Yes(counts[k] == v))
				}
			}
			if n+1 >= leastCounted && rows > leastRows && same == rows {
				return word
			}
		}
	}
	return ""
}
