package header

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
	secondTime = "revote"
)

// VoteOf is FirstVote or secondTime of a cell in a column of stages, or "".
func VoteOf(text string) string {
	key := Key(text)
	switch {
	case slices.Contains([]string{"after", "second", "2", "discussed", "final"}, key):
		return secondTime
	case slices.Contains([]string{"before", "first", "1", "alone", "individual", "initial"}, key):
		return FirstVote
	}
	round, second := SecondVote(text)
	switch {
	case round != "" || key == "":
		return ""
	case second:
		return secondTime
	}
	return FirstVote
}
