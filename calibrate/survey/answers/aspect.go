package answers

import (
	"slices"
	"strings"
	"unicode"
)

// An aspect is which of the two answers is asked for.
type aspect int

const (
	is aspect = iota
	should
)

// phrases are the words for an aspect, the longer before those that they hold.
// A word that means other things as well counts where it makes a pair.
var phrases = [2][]string{
	is: {
		"where do you believe we are", "where do you think we are", "where we currently are", "where we are now",
		"where we are today", "where are we now", "where we are", "where are we", "what we do", "we do this", "we are now",
		"are we now", "as it is", "as is", "in practice", "at present", "right now", "we are", "are we",
		"currently", "current state", "current", "actually", "actual", "today", "now", "reality",
		"present", "doing", "do", "is",
	},
	should: {
		"where do you believe we should be", "where do you think we should be", "where we should be",
		"where should we be", "where we want to be", "where do we want to be", "where we would like to be",
		"where we need to be", "where we ought to be", "we know this", "what we know", "we should be", "should we be",
		"want to be", "need to be", "would like to be", "ought to be", "as it should be", "should be", "ought",
		"ideally", "ideal state", "ideal", "desired state", "desired", "aspire", "aspiration", "aspirational",
		"future state", "in the future", "future", "wanted", "goal", "target", "vision", "to be", "should", "knowing", "know",
	},
}

// knowing are the phrases that ask what people know, beside what they do.
var knowing = map[string]bool{"we know this": true, "what we know": true, "knowing": true, "know": true}

// asksKnowing reports whether a header or cell asks what people know.
func asksKnowing(text string) bool {
	for _, s := range splits(text, [2]string{}) {
		if s.aspect == should {
			return knowing[phrases[should][s.rank-1]]
		}
	}
	return false
}

// weak are phrases that headers of other tables hold as well.
var weak = map[string]bool{
	"is": true, "do": true, "doing": true, "present": true, "goal": true, "target": true, "vision": true,
	"to be": true, "know": true, "knowing": true, "we are": true, "are we": true, "future": true, "actual": true,
}

// filler are words of a question that name no dimension.
var filler = map[string]bool{
	"where": true, "do": true, "does": true, "you": true, "your": true, "we": true, "our": true, "us": true, "the": true,
	"a": true, "an": true, "on": true, "of": true, "in": true, "at": true, "to": true, "be": true, "think": true, "believe": true,
	"feel": true, "are": true, "is": true, "this": true, "it": true, "how": true, "would": true, "say": true, "please": true,
	"rate": true, "for": true, "that": true, "should": true, "with": true, "regard": true, "respect": true, "what": true,
	"state": true, "place": true, "scale": true, "and": true, "with respect": true, "team": true, "district": true, "i": true,
	"currently": true, "score": true, "rating": true, "level": true, "position": true, "as": true, "each": true, "by": true,
}

// A token is a word of a header and where it stands.
type token struct {
	word     string
	from, to int
}

// tokens cuts a header into words, in lower case; camelCase and snake_case are
// words as well.
func tokens(header string) []token {
	var list []token
	start, before := -1, rune(0)
	end := func(at int) {
		if start >= 0 {
			list = append(list, token{strings.ToLower(header[start:at]), start, at})
		}
		start = -1
	}
	for i, r := range header {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’'
		if !letter || start >= 0 && unicode.IsUpper(r) && unicode.IsLower(before) {
			end(i)
		}
		if letter && start < 0 {
			start = i
		}
		before = r
	}
	end(len(header))
	return list
}

// A split is one way to take a header apart.
type split struct {
	aspect aspect
	key    string // the words of the dimension
	label  string // the same as written
	rank   int    // of the phrase: the lower, the surer
}

// splits lists the ways to take a header apart, the surest first. More words
// for an aspect are those that the user named.
func splits(header string, more [2]string) []split {
	all := tokens(header)
	var list []split
	for a := range phrases {
		for rank, phrase := range append([]string{strings.ToLower(more[a])}, phrases[a]...) {
			words := strings.Fields(phrase)
			for at := 0; len(words) > 0 && at+len(words) <= len(all); at++ {
				if matches(all[at:], words) {
					list = append(list, cut(header, all, at, len(words), aspect(a), rank))
				}
			}
		}
	}
	slices.SortStableFunc(list, func(x, y split) int { return x.rank - y.rank })
	return list
}

func matches(all []token, words []string) bool {
	for i, w := range words {
		if all[i].word != w {
			return false
		}
	}
	return true
}

// cut takes the words of an aspect, and what is filler, out of a header.
func cut(header string, all []token, at, n int, a aspect, rank int) split {
	s := split{aspect: a, rank: rank}
	var key []string
	from, to := -1, 0
	for i, t := range all {
		if i >= at && i < at+n || filler[t.word] {
			if from >= 0 && i == at { // the label ends before the aspect
				break
			}
			continue
		}
		if from < 0 {
			from = t.from
		}
		to = t.to
		key = append(key, t.word)
	}
	s.key = strings.Join(key, " ")
	if from >= 0 {
		s.label = header[from:to]
	}
	return s
}

// names reports whether a cell says nothing but an aspect.
func names(cell string, more [2]string) (aspect, bool) {
	for _, s := range splits(cell, more) {
		if s.key == "" {
			return s.aspect, true
		}
	}
	return 0, false
}
