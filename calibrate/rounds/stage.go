package rounds

import (
	"strings"
	"unicode"
)

// revoteWords end or begin the name of a round that is a second vote, after the
// talk; the longer before those that they hold.
var revoteWords = []string{
	"after the talk", "after talk", "after discussion", "after the discussion", "second vote", "re vote", "revote", "vote 2", "consensus",
}

// independentWords are of the first vote, where both are named.
var independentWords = []string{
	"before the talk", "before talk", "before discussion", "before the discussion", "first vote", "independent", "vote 1",
}

// stageOf takes the name of a round apart: the round, and whether it is a vote
// after the talk.
func stageOf(name string) (round string, revote bool) {
	words := strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
	for _, of := range []struct {
		words  []string
		revote bool
	}{{revoteWords, true}, {independentWords, false}} {
		for _, w := range of.words {
			if rest, ok := strings.CutSuffix(words, w); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
				return strings.TrimSpace(rest), of.revote
			}
			if rest, ok := strings.CutPrefix(words, w+" "); ok {
				return strings.TrimSpace(rest), of.revote
			}
		}
	}
	return words, false
}

// stages splits rounds into those of independent votes, in their order, and the
// second votes that belong to them. A second vote without a first is left out.
func (s *series) stages() (order []int32, revotes map[int32]int32, alone []string) {
	revotes = map[int32]int32{}
	first := map[string]int32{}
	for _, code := range s.order {
		if base, revote := stageOf(s.table.Rounds()[code]); !revote {
			first[base] = code
			order = append(order, code)
		}
	}
	for _, code := range s.order {
		base, revote := stageOf(s.table.Rounds()[code])
		if !revote {
			continue
		}
		if of, ok := first[base]; ok {
			revotes[of] = code
		} else {
			alone = append(alone, s.table.Rounds()[code])
		}
	}
	return order, revotes, alone
}
