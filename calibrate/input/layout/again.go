package layout

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// stageHeaders are headers of a column that says before or after the talk.
var stageHeaders = []string{"stage", "vote", "votes", "ballot", "vote stage", "stage of vote", "before or after the talk", "before or after"}

// tellsVotes reports whether a column says of every row whether it was rated
// before the talk or after it: by its header, or by cells that say so whatever
// the header is.
func tellsVotes(_ *frame, c *column) (Field, string) {
	called := slices.Contains(stageHeaders, headerKey(c.text))
	if c.filled == 0 || c.numbers > 0 || c.more || !called && (len(c.distinct) != 2 || namesMore(c)) {
		return "", ""
	}
	met := map[string]bool{}
	for text := range c.distinct {
		vote := VoteOf(text)
		if vote == "" {
			return "", ""
		}
		met[vote] = true
	}
	if !called && len(met) < 2 {
		return "", ""
	}
	return Stage, "it says before or after the talk"
}

// namesMore reports whether a header surely names who rated or what.
func namesMore(c *column) bool {
	return slices.ContainsFunc(c.named, func(n naming) bool {
		return n.sure > 0.9 && slices.Contains([]Field{Lesson, Indicator, Rater, Score, Reason, Round}, n.field)
	})
}

// How the cells of a column, or the headers of two, say that the same was rated
// again on another occasion: a training between, not a talk.
var (
	beforehand = wordSet(`pre prior preliminary`)
	afterwards = wordSet(`post following revised revision`)
)

// isOccasion reports whether a column says of each row whether it is from before
// or after something: all its cells begin with a word for the one or the other.
func isOccasion(c *column) bool {
	if c.more || len(c.distinct) < 2 || len(c.distinct) > 4 || namesMore(c) {
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

// Words in headers that are of a vote alone or after the talk: numbers may count
// anything, and a consensus is an answer key.
var (
	alone     = wordSet(`before initial independent`)
	discussed = wordSet(`after final revote`)
)

// votesAgain takes out of the scores those that were given again, by their word
// and by what they are of: after a talk, as what counts was given alone, or
// before an occasion, as the last round is read.
func votesAgain(f *frame, words map[string][]int, stem map[int]string) {
	for _, x := range []struct {
		drop, keep map[string]bool
		why        string
	}{
		{discussed, alone, "it was given after the talk, and what is read was given before it"},
		{beforehand, afterwards, "it was given again afterwards, and of several rounds the last is read"},
	} {
		kept := map[string]bool{}
		for word := range x.keep {
			for _, i := range words[word] {
				kept[stem[i]] = true
			}
		}
		for word := range x.drop {
			if slices.ContainsFunc(words[word], func(i int) bool { return !kept[stem[i]] || f.columns[i].user }) {
				continue
			}
			for _, i := range words[word] {
				setAside(&f.columns[i], x.why)
			}
		}
	}
}
