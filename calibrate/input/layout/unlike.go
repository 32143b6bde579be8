package layout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// settleUnlike takes out of the scores the columns of numbers whose range is
// not that of the others: ids, minutes, percents. Where their headers could
// well be an indicator's or a rater's, that is a doubt.
func settleUnlike(f *frame) {
	var scores []int
	for i := range f.columns {
		if c := &f.columns[i]; c.scoring && c.role == "" && c.numbers > 0 && !c.isID() {
			scores = append(scores, i)
		}
	}
	if len(scores) < 2 {
		return
	}
	high, precise := usualHigh(f, scores), mostlyPrecise(f, scores)
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
			setAside(c, "its numbers have decimals, the scores have none")
		case above*2 > c.numbers || c.more && c.high > far && c.low > high:
			if item := looksItem(c.text); item >= 0.9 || looksRater(c.text) > 0.5 {
				continue // its own scale, or a doubt of the scale
			}
			setAside(c, fmt.Sprintf("its numbers, %v to %v, are not on the scale of the others", c.low, c.high))
		}
	}
}

// usualHigh is the highest number of a column in the middle.
func usualHigh(f *frame, scores []int) float64 {
	var highs []float64
	for _, i := range scores {
		highs = append(highs, f.columns[i].high)
	}
	slices.Sort(highs)
	return highs[(len(highs)-1)/2]
}

// mostlyPrecise reports whether most columns have numbers of several decimals,
// as a slider gives.
func mostlyPrecise(f *frame, scores []int) bool {
	n := 0
	for _, i := range scores {
		if c := &f.columns[i]; c.decimals*2 > c.numbers {
			n++
		}
	}
	return 2*n > len(scores)
}

// besideRatings are words for what people say of a rating, and not of what they
// rate.
var besideRatings = wordSet(`confidence certainty confident certain sure difficulty familiarity minutes seconds`)

// settleBeside takes out of the scores the columns that say something of the
// ratings beside them: "2a confidence" beside "2a rating" or "2a".
func settleBeside(f *frame) {
	rated, bare := map[string]bool{}, map[string]bool{}
	words, stem := map[string][]int{}, map[int]string{} // "confidence", and what it is of
	for i := range f.columns {
		c := &f.columns[i]
		if !c.scoring || c.role != "" {
			continue
		}
		bare[cell.Fold(c.text)] = true
		if of, word, ok := lastWord(c); ok {
			words[word], stem[i] = append(words[word], i), of
			if g, named := Named(word); named && g == Score {
				rated[of] = true
			}
		}
	}
	votesAgain(f, words, stem)
	first, rest := map[string][]int{}, map[int]string{} // "Initial score" beside "Final score"
	for i := range f.columns {
		if c := &f.columns[i]; c.scoring && c.role == "" {
			word, behind, _ := strings.Cut(cell.Fold(c.text), " ")
			first[word], rest[i] = append(first[word], i), behind
		}
	}
	votesAgain(f, first, rest)
	for word, columns := range words {
		if g, ok := Named(word); ok && g == Score || aspects.MatchString(word) || LooksLesson(word) || looksRater(word) >= 0.5 {
			continue
		}
		known := besideRatings[word]
		apart := slices.ContainsFunc(columns, func(i int) bool {
			return !rated[stem[i]] && !(known && bare[stem[i]]) || f.columns[i].user
		})
		if apart || len(columns) < 2 && !known {
			continue
		}
		for _, i := range columns {
			setAside(&f.columns[i], "it stands beside the rating and says something of it")
		}
	}
}

// lastWord parts a header into what it is of and its last word, or line.
func lastWord(c *column) (of, word string, ok bool) {
	if c.split {
		return cell.Fold(c.outer), cell.Fold(c.inner), true
	}
	k := strings.LastIndexAny(c.text, " _:-(")
	if k <= 0 {
		return "", "", false
	}
	return cell.Fold(strings.TrimRight(c.text[:k], " _:-(")), cell.Fold(strings.Trim(c.text[k+1:], " )")), true
}
