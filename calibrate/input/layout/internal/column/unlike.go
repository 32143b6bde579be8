package column

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// settleUnlike takes out of the scores the columns of numbers whose range is
// not that of the others: ids, minutes, percents. Where their headers could
// well be an indicator's or a rater's, that is a doubt.
func settleUnlike(f *Frame) {
	var scores []int
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Scoring && c.Role == "" && c.Numbers > 0 && !c.isID() {
			scores = append(scores, i)
		}
	}
	if len(scores) < 2 {
		return
	}
	high, precise := usualHigh(f, scores), mostlyPrecise(f, scores)
	for _, i := range scores {
		c := &f.Columns[i]
		above, far := 0, max(2*high, high+3) // most of its numbers are, not a slip or a code
		for text, n := range c.Distinct {
			if t := f.Lexer.Lex(text); t.Kind == cell.Number && t.Value > far {
				above += n
			}
		}
		switch {
		case c.Decimals*2 > c.Numbers && !precise:
			c.notScored(layout.LeftOut, "its numbers have decimals, the scores have none")
		case above*2 > c.Numbers || c.More && c.High > far && c.low > high:
			if item := header.LooksItem(c.Text); item >= 0.9 || header.LooksRater(c.Text) > 0.5 {
				continue // its own scale, or a doubt of the scale
			}
			c.notScored(layout.LeftOut, fmt.Sprintf("its numbers, %v to %v, are not on the scale of the others", c.low, c.High))
		}
	}
}

// usualHigh is the highest number of a column in the middle.
func usualHigh(f *Frame, scores []int) float64 {
	var highs []float64
	for _, i := range scores {
		highs = append(highs, f.Columns[i].High)
	}
	slices.Sort(highs)
	return highs[(len(highs)-1)/2]
}

// mostlyPrecise reports whether most columns have numbers of several decimals,
// as a slider gives.
func mostlyPrecise(f *Frame, scores []int) bool {
	n := 0
	for _, i := range scores {
		if c := &f.Columns[i]; c.Decimals*2 > c.Numbers {
			n++
		}
	}
	return 2*n > len(scores)
}

// besideRatings are words for what people say of a rating, and not of what they
// rate.
var besideRatings = header.WordSet(`confidence certainty confident certain sure difficulty familiarity minutes seconds`)

// settleBeside takes out of the scores the columns that say something of the
// ratings beside them: "2a confidence" beside "2a rating" or "2a".
func settleBeside(f *Frame) {
	rated, bare := map[string]bool{}, map[string]bool{}
	words, stem := map[string][]int{}, map[int]string{} // "confidence", and what it is of
	for i := range f.Columns {
		c := &f.Columns[i]
		if !c.Scoring || c.Role != "" {
			continue
		}
		bare[cell.Fold(c.Text)] = true
		if of, word, ok := ofWhat(c); ok {
			words[word], stem[i] = append(words[word], i), of
			if g, named := header.Named(word); named && g == layout.Score {
				rated[of] = true
			}
		}
	}
	votesAgain(f, words, stem)
	first, rest := map[string][]int{}, map[int]string{} // "Initial score" beside "Final score"
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Scoring && c.Role == "" {
			word, behind, _ := strings.Cut(cell.Fold(c.Text), " ")
			first[word], rest[i] = append(first[word], i), behind
		}
	}
	votesAgain(f, first, rest)
	for word, columns := range words {
		if g, ok := header.Named(word); ok && g == layout.Score || header.Aspects.MatchString(word) || header.LooksLesson(word) || header.LooksRater(word) >= 0.5 {
			continue
		}
		known := besideRatings[word]
		apart := slices.ContainsFunc(columns, func(i int) bool {
			return !rated[stem[i]] && !(known && bare[stem[i]]) || f.Columns[i].User
		})
		if apart || len(columns) < 2 && !known {
			continue
		}
		for _, i := range columns {
			f.Columns[i].notScored(layout.LeftOut, "it stands beside the rating and says something of it")
		}
	}
}

// ofWhat parts a header into what it is of and its last word, or line, folded.
func ofWhat(c *Column) (of, word string, ok bool) {
	of, word, ok = c.Outer, c.Inner, true
	if !c.Split {
		of, word, ok = header.LastWord(c.Text)
	}
	return cell.Fold(of), cell.Fold(word), ok
}
