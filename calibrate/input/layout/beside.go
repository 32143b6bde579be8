package layout

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// How the cells of a column, or the headers of two, say that the same was rated
// again on another occasion: a training between, not a talk.
var (
	beforehand = wordSet(`pre prior preliminary`)
	afterwards = wordSet(`post following revised revision`)
)

// isOccasion reports whether a column says of each row whether it is from before
// or after something: all its cells begin with a word for the one or the other.
func (c *column) isOccasion() bool {
	if c.more || len(c.distinct) < 2 || len(c.distinct) > 4 || c.namesMore() {
		return false
	}
	before, after := false, false
	for text := range c.distinct {
		words := cell.Words(text)
		if len(words) == 0 || len(words) > 4 || !beforehand[words[0]] && !afterwards[words[0]] {
			return false
		}
		before, after = before || beforehand[words[0]], after || afterwards[words[0]]
	}
	return before && after
}

// besideRatings are words for what people say of a rating, and not of what they
// rate.
var besideRatings = wordSet(`confidence certainty confident certain sure difficulty familiarity minutes seconds`)

// settleBeside takes out of the scores the columns that say something of the
// ratings beside them: "2a confidence" beside "2a rating" or "2a".
func (f *frame) settleBeside() {
	type parts struct{ stem, word string }
	of := func(c *column) (p parts, ok bool) {
		if c.split {
			return parts{cell.Fold(c.outer), cell.Fold(c.inner)}, true
		}
		k := strings.LastIndexAny(c.text, " _:-(")
		if k <= 0 {
			return p, false
		}
		return parts{cell.Fold(strings.TrimRight(c.text[:k], " _:-(")), cell.Fold(strings.Trim(c.text[k+1:], " )"))}, true
	}
	rated, bare := map[string]bool{}, map[string]bool{} // by stem
	words := map[string][]int{}
	for i := range f.columns {
		c := &f.columns[i]
		if !c.scoring || c.role != "" {
			continue
		}
		bare[cell.Fold(c.text)] = true
		if p, ok := of(c); ok {
			if g, named := named(p.word); named && g == Score {
				rated[p.stem] = true
			}
			words[p.word] = append(words[p.word], i)
		}
	}
	f.votesAgain(words, func(i int) string { p, _ := of(&f.columns[i]); return p.stem })
	first := map[string][]int{} // "Initial score" beside "Final score"
	for i := range f.columns {
		if c := &f.columns[i]; c.scoring && c.role == "" {
			word, _, _ := strings.Cut(cell.Fold(c.text), " ")
			first[word] = append(first[word], i)
		}
	}
	f.votesAgain(first, func(i int) string { _, rest, _ := strings.Cut(cell.Fold(f.columns[i].text), " "); return rest })
	for word, columns := range words {
		if g, ok := named(word); ok && g == Score || aspects.MatchString(word) || looksLesson(word) || looksRater(word) >= 0.5 {
			continue
		}
		known := besideRatings[word]
		apart := slices.ContainsFunc(columns, func(i int) bool {
			p, _ := of(&f.columns[i])
			return !rated[p.stem] && !(known && bare[p.stem]) || f.columns[i].user
		})
		if apart || len(columns) < 2 && !known {
			continue
		}
		for _, i := range columns {
			f.setAside(&f.columns[i], "it stands beside the rating and says something of it")
		}
	}
}

// votesAgain takes out of the scores those that were given again: after a talk,
// as what counts was given alone, or before an occasion, as the last round is
// read.
func (f *frame) votesAgain(words map[string][]int, stem func(i int) string) {
	stems := func(is func(word string) bool) map[string]bool {
		out := map[string]bool{}
		for word, columns := range words {
			for _, i := range columns {
				out[stem(i)] = out[stem(i)] || is(word)
			}
		}
		return out
	}
	for _, x := range []struct {
		drop, keep func(word string) bool
		why        string
	}{
		{isVote(SecondTime), isVote(FirstVote), "it was given after the talk, and what is read was given before it"},
		{has(beforehand), has(afterwards), "it was given again afterwards, and of several rounds the last is read"},
	} {
		kept := stems(x.keep)
		for word, columns := range words {
			apart := slices.ContainsFunc(columns, func(i int) bool { return !kept[stem(i)] || f.columns[i].user })
			if !x.drop(word) || apart {
				continue
			}
			for _, i := range columns {
				f.setAside(&f.columns[i], x.why)
			}
		}
	}
}

// isVote reports whether a word in a header is of one vote: numbers may count
// anything, and a consensus is an answer key.
func isVote(which string) func(string) bool {
	words := wordSet(`before after initial final independent revote`)
	return func(w string) bool { return words[w] && VoteOf(w) == which }
}

func has(set map[string]bool) func(string) bool { return func(w string) bool { return set[w] } }
