package layout

import (
	"slices"
	"strings"
	"unicode"
)

// secondVotes end or begin the name of a round that is a vote after the talk;
// the longer stand before those that they hold.
var secondVotes = []string{
	"after the talk", "after talk", "after the discussion", "after discussion", "second vote", "re vote", "revote", "vote 2", "consensus",
}

// firstVotes are of the vote before it, where both are named.
var firstVotes = []string{
	"before the talk", "before talk", "before the discussion", "before discussion", "first vote", "independent", "vote 1",
}

// SecondVote takes the name of a round apart: the round, in lower case, and
// whether it is a vote after the talk.
func SecondVote(name string) (round string, second bool) {
	words := strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
	for _, of := range []struct {
		words  []string
		second bool
	}{{secondVotes, true}, {firstVotes, false}} {
		for _, w := range of.words {
			if rest, ok := strings.CutSuffix(words, w); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
				return strings.TrimSpace(rest), of.second
			}
			if rest, ok := strings.CutPrefix(words, w+" "); ok {
				return strings.TrimSpace(rest), of.second
			}
		}
	}
	return words, false
}

// What a cell of a column of stages says of its row.
const (
	FirstVote  = "first vote"
	SecondTime = "revote"
)

// VoteOf is FirstVote or SecondTime of a cell in a column of stages, or "".
func VoteOf(text string) string {
	key := headerKey(text)
	switch {
	case slices.Contains([]string{"after", "second", "2", "discussed", "final"}, key):
		return SecondTime
	case slices.Contains([]string{"before", "first", "1", "alone", "individual", "initial"}, key):
		return FirstVote
	}
	round, second := SecondVote(text)
	switch {
	case round != "" || key == "":
		return ""
	case second:
		return SecondTime
	}
	return FirstVote
}

// stageHeaders are headers of a column that says before or after the talk.
var stageHeaders = []string{"stage", "vote", "votes", "ballot", "vote stage", "stage of vote", "before or after the talk", "before or after"}

// tellsVotes reports whether a column says of every row whether it was rated
// before the talk or after it: by its header, or by cells that say so whatever
// the header is.
func tellsVotes(_ *frame, c *column) (Field, string) {
	called := slices.Contains(stageHeaders, headerKey(c.text))
	if c.filled == 0 || c.numbers > 0 || c.more || !called && (len(c.distinct) != 2 || c.namesMore()) {
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
func (c *column) namesMore() bool {
	return slices.ContainsFunc(c.named, func(n naming) bool {
		return n.sure > 0.9 && slices.Contains([]Field{Lesson, Indicator, Rater, Score, Reason, Round}, n.field)
	})
}
