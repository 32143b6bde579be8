package column

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

const (
	mostCompared = 12  // columns among which any two are compared
	mostSummed   = 200 // columns that a sum may be of
	computedRows = 400 // rows that are looked at
	leastRows    = 3   // in which a rule must hold
)

// settleComputed finds the columns that are computed from others: sums, means,
// differences, and whether two agree.
func settleComputed(f *Frame) {
	var scores []int
	for i := range f.Columns {
		if c := &f.Columns[i]; (c.Scoring && c.Numbers > 0 || c.Role == "" && c.HoldsNumbers()) && !c.isID() {
			scores = append(scores, i)
		}
	}
	if len(scores) > mostSummed {
		return
	}
	rows := region.Sample(f.Rows, computedRows)
	values := map[int][]float64{}
	for _, i := range scores {
		values[i] = numbersOf(f, rows, i)
	}
	low, high := commonRange(f, scores)
	words := wordColumns(f, rows)
	for _, i := range slices.Backward(scores) {
		c := &f.Columns[i]
		if c.User || c.Role != "" {
			continue
		}
		why := computedFrom(f, i, scores, values, low, high)
		if why == "" {
			why = countOf(f, i, words, values[i])
		}
		if why != "" {
			c.notScored(layout.Computed, why)
		}
	}
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Role == "" && !c.User && header.Compares(c.Text) && !c.More && len(c.Distinct) <= mostCompared {
			c.notScored(layout.Computed, "it compares others")
		}
	}
}

// numbersOf returns the numbers of a column in some rows; NaN where there is
// none.
func numbersOf(f *Frame, rows []int, i int) []float64 {
	out := make([]float64, len(rows))
	for k, row := range rows {
		out[k] = math.NaN()
		if t := f.Lexer.Lex(f.Sheet.At(row, f.Columns[i].Index)); t.Kind == cell.Number {
			out[k] = t.Value
		}
	}
	return out
}

// commonRange returns the lowest number of most columns, and the highest.
func commonRange(f *Frame, which []int) (low, high float64) {
	var lows, highs []float64
	for _, i := range which {
		if c := &f.Columns[i]; c.Numbers > 0 && c.Scoring {
			lows, highs = append(lows, c.low), append(highs, c.High)
		}
	}
	if len(highs) == 0 {
		return 0, 0
	}
	slices.Sort(lows)
	slices.Sort(highs)
	return lows[len(lows)/2], highs[(len(highs)-1)/2]
}

// computedFrom says what a column is computed from, or "".
func computedFrom(f *Frame, i int, scores []int, values map[int][]float64, low, high float64) string {
	c := &f.Columns[i]
	off := c.High > high || c.low < min(low, 0) || c.Decimals*2 > c.Numbers
	known := !overall(c.Text) && (header.LooksRater(c.Text) >= 0.5 || header.LooksItem(c.Text) >= 0.7)
	var others []int
	for _, k := range scores {
		if k != i && f.Columns[k].Scoring && f.Columns[k].Role == "" {
			others = append(others, k)
		}
	}
	trust := off || header.Compares(c.Text) || c.Decimals > 0 && wholeNumbers(f, scores, i) || overall(c.Text)
	pair := namesTwo(f, i, others)
	switch {
	case pair != nil:
		known, trust = false, true
	case known && !off && !header.Compares(c.Text):
		return ""
	}
	test := func(of []int, what string, rule func(xs []float64) float64) string {
		same, rows, different := 0, 0, map[float64]bool{}
		inputs := map[string]bool{}
		xs := make([]float64, len(of))
		for k, y := range values[i] {
			if math.IsNaN(y) {
				continue
			}
			missing := false
			for n, o := range of {
				xs[n] = values[o][k]
				missing = missing || math.IsNaN(xs[n])
			}
			if missing {
				continue
			}
			rows++
			different[y] = true
			if len(inputs) < 20 {
				inputs[fmt.Sprint(xs)] = true
			}
			if want := rule(xs); math.Abs(want-y) < 0.006+1e-9 || c.Decimals == 0 && math.Abs(want-y) <= 0.05 && y != math.Trunc(y) {
				same++
			} else if rows > 8 && same*2 < rows {
				return ""
			}
		}
		if rows < leastRows || same*100 < rows*97 || len(different) < 2 || len(inputs) < 4 || (!trust || known) && len(inputs) < 8 {
			return ""
		}
		return what
	}
	if pair != nil {
		for _, r := range pairRules {
			if why := test(pair, "it is "+r.name, r.of); why != "" {
				return why
			}
		}
	}
	for _, run := range runs(others, i) {
		for _, r := range rules {
			if len(run) < r.least {
				continue
			}
			if why := test(run, "it is the "+r.name+" of others", r.of); why != "" {
				return why
			}
		}
	}
	if len(others) > mostCompared {
		return ""
	}
	for a := range others {
		for b := a + 1; b < len(others); b++ {
			for _, r := range pairRules {
				if why := test([]int{others[a], others[b]}, "it is "+r.name, r.of); why != "" {
					return why
				}
			}
		}
	}
	return ""
}

// wholeNumbers reports whether all other scores are whole numbers.
func wholeNumbers(f *Frame, scores []int, i int) bool {
	return !slices.ContainsFunc(scores, func(k int) bool { return k != i && f.Columns[k].Scoring && f.Columns[k].Decimals > 0 })
}

// overall reports whether a header is a word for all of them together.
func overall(header string) bool {
	words := cell.Words(header)
	return len(words) > 0 && len(words) < 4 && slices.ContainsFunc(words, func(w string) bool {
		return w == "overall" || w == "composite" || w == "holistic" || w == "combined" || w == "summative"
	})
}

// runs are the columns that a sum can be of: all others, and those that stand
// right before it.
func runs(others []int, i int) [][]int {
	out := [][]int{others}
	var before []int
	for _, k := range others {
		if k < i {
			before = append(before, k)
		}
	}
	if len(before) < len(others) {
		out = append(out, before)
	}
	for n := 2; n < len(before) && n <= mostCompared; n++ {
		out = append(out, before[len(before)-n:])
	}
	return out
}

// A rule computes a number from others.
type rule struct {
	name  string
	least int
	of    func(xs []float64) float64
}

// rules are what columns behind the scores hold.
var rules = []rule{
	{"sum", 2, sum},
	{"mean", 2, func(xs []float64) float64 { return sum(xs) / float64(len(xs)) }},
	{"standard deviation", 3, deviation},
	{"range", 3, func(xs []float64) float64 { return slices.Max(xs) - slices.Min(xs) }},
	{"median", 3, median},
}

// pairRules are what columns hold that compare two raters.
var pairRules = []rule{
	{"the difference of two", 2, func(x []float64) float64 { return x[0] - x[1] }},
	{"the difference of two", 2, func(x []float64) float64 { return x[1] - x[0] }},
	{"the distance of two", 2, func(x []float64) float64 { return math.Abs(x[0] - x[1]) }},
	{"whether two agree", 2, func(x []float64) float64 { return Yes(x[0] == x[1]) }},
	{"whether two differ", 2, func(x []float64) float64 { return Yes(x[0] != x[1]) }},
	{"whether two are near", 2, func(x []float64) float64 { return Yes(math.Abs(x[0]-x[1]) <= 1) }},
	{"the sum of two", 2, sum},
	{"the mean of two", 2, func(x []float64) float64 { return (x[0] + x[1]) / 2 }},
}

func sum(xs []float64) float64 {
	s := 0.0
	for _, x := range xs {
		s += x
	}
	return s
}

func median(xs []float64) float64 {
	sorted := slices.Sorted(slices.Values(xs))
	n := len(sorted)
	return (sorted[n/2] + sorted[(n-1)/2]) / 2
}

// deviation is the standard deviation of a sample.
func deviation(xs []float64) float64 {
	mean, s := sum(xs)/float64(len(xs)), 0.0
	for _, x := range xs {
		s += (x - mean) * (x - mean)
	}
	return math.Sqrt(s / float64(len(xs)-1))
}

func Yes(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}
