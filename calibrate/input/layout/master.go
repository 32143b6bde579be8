package layout

import "slices"

// masterWords are what an answer key is surely called; others, such as Gold
// and Key, are names of people too.
var masterWords = wordSet(`master consensus adjudicated resolved agreed goldstandard answerkey groundtruth reconciled`)

// jointly are words for those who agreed on an answer key.
var jointly = wordSet(`group team panel committee district state our joint final whole everyone all`)

// masterName reports whether a name is that of an answer key and of nobody.
func masterName(s string) bool {
	tokens := joinPairs(Tokens(s))
	if len(tokens) == 0 || len(tokens) > 4 {
		return false
	}
	surely := false
	for _, t := range tokens {
		known := masterWords[t]
		for _, m := range meanings()[t] {
			known = known || m.field == Master || m.field == Score || m.field == Rater && m.sure >= 0.6
		}
		known = known || jointly[t]
		if _, qualifies := qualifiers[t]; !known && !qualifies {
			return false
		}
		surely = surely || masterWords[t]
	}
	return surely
}

// derived reports whether the score of a header is what several came to, or one of before:
// FinalScore, Previous score.
func derived(header string) bool {
	return slices.ContainsFunc(Tokens(header), func(t string) bool {
		return earlier[t] || slices.ContainsFunc(meanings()[t], func(m meaning) bool { return m.field == Master })
	})
}

var earlier = wordSet(`previous prior old last weighted scaled adjusted standardized total sum average mean`)
