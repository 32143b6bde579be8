package layout

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// settleUnlike takes out of the scores the columns of numbers whose range is
// not that of the others: ids, minutes, percents. Where their headers could
// well be an indicator's or a rater's, that is a doubt.
func (f *frame) settleUnlike() {
	var scores []int
	for i := range f.columns {
		if c := &f.columns[i]; c.scoring && c.role == "" && c.numbers > 0 && !c.isID() {
			scores = append(scores, i)
		}
	}
	if len(scores) < 2 {
		return
	}
	high, precise := f.usualHigh(scores), f.mostlyPrecise(scores)
	for _, i := range scores {
		c := &f.columns[i]
		above, far := 0, max(2*high, high+3) // most of its numbers are, not a slip or a code
		for text, n := range c.distinct {
			if t := f.lexer.Lex(text); t.Kind == cell.Number && t.Value > far {
				above += n
			}
		}
		switch {
		case c.decimals*2 > c.numbers && !precise:
			f.setAside(c, "its numbers have decimals, the scores have none")
		case above*2 > c.numbers || c.more && c.high > far && c.low > high:
			if item := looksItem(c.text); item >= 0.9 || looksRater(c.text) > 0.5 {
				continue // its own scale, or a doubt of the scale
			}
			f.setAside(c, fmt.Sprintf("its numbers, %v to %v, are not on the scale of the others", c.low, c.high))
		}
	}
}

func (f *frame) setAside(c *column, why string) {
	c.scoring, c.role, c.why = false, LeftOut, why
}

// usualHigh is the highest number of a column in the middle.
func (f *frame) usualHigh(scores []int) float64 {
	var highs []float64
	for _, i := range scores {
		highs = append(highs, f.columns[i].high)
	}
	slices.Sort(highs)
	return highs[(len(highs)-1)/2]
}

// mostlyPrecise reports whether most columns have numbers of several decimals,
// as a slider gives.
func (f *frame) mostlyPrecise(scores []int) bool {
	n := 0
	for _, i := range scores {
		if c := &f.columns[i]; c.decimals*2 > c.numbers {
			n++
		}
	}
	return 2*n > len(scores)
}
