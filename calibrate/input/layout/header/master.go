package header

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// masterWords are what an answer key is surely called; others, such as Gold
// and Key, are names of people too.
var masterWords = WordSet(`master consensus adjudicated resolved agreed goldstandard answerkey groundtruth reconciled`)

// jointly are words for those who agreed on an answer key.
var jointly = WordSet(`group team panel committee district state our joint final whole everyone all`)

// MasterName reports whether a name is that of an answer key and of nobody.
func MasterName(s string) bool {
	tokens := joinPairs(Tokens(s))
	if len(tokens) == 0 || len(tokens) > 4 {
		return false
	}
	surely := false
	for _, t := range tokens {
		known := masterWords[t]
		for _, m := range meanings()[t] {
			known = known || m.field == layout.Master || m.field == layout.Score || m.field == layout.Rater && m.sure >= 0.6
		}
		known = known || jointly[t]
		if _, qualifies := qualifiers[t]; !known && !qualifies {
			return false
		}
		surely = surely || masterWords[t]
	}
	return surely
}

// Derived reports whether the score of a header is what several came to, or one of before:
// FinalScore, Previous score.
func Derived(header string) bool {
	return slices.ContainsFunc(Tokens(header), func(t string) bool {
		return earlier[t] || slices.ContainsFunc(meanings()[t], func(m meaning) bool { return m.field == layout.Master })
	})
}

var earlier = WordSet(`previous prior old last weighted scaled adjusted standardized total sum average mean`)
