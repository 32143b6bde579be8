package layout

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// How the cells of a column say that the same was rated again.
var (
	beforehand = wordSet(`before pre prior initial independent preliminary`)
	afterwards = wordSet(`after post following final revote revised revision`)
)

// isStage reports whether a column says of each row whether it is from before
// or after something: all its cells begin with a word for the one or the other.
func (c *column) isStage() bool {
	if c.more || len(c.distinct) < 2 || len(c.distinct) > 4 {
		return false
	}
	for _, n := range c.named {
		if n.sure > 0.9 && (n.field == Lesson || n.field == Indicator || n.field == Rater || n.field == Score || n.field == Reason) {
			return false
		}
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
	f.earlierVotes(words, func(i int) string { p, _ := of(&f.columns[i]); return p.stem })
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

// earlierVotes takes out of the scores those of before, where the same were
// given again after: of several rounds the last is read.
func (f *frame) earlierVotes(words map[string][]int, stem func(i int) string) {
	later := map[string]bool{}
	for word, columns := range words {
		if afterwards[word] {
			for _, i := range columns {
				later[stem(i)] = true
			}
		}
	}
	for word, columns := range words {
		apart := slices.ContainsFunc(columns, func(i int) bool { return !later[stem(i)] || f.columns[i].user })
		if !beforehand[word] || apart {
			continue
		}
		for _, i := range columns {
			f.setAside(&f.columns[i], "it was given again afterwards, and of several rounds the last is read")
		}
	}
}
