package class

import (
	"strings"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// An agent is who does what a verb says.
type agent uint8

const (
	nobodyKnown agent = iota // no subject is near
	person                   // a teacher, a student, a name
	rater                    // I, we
	thing                    // papers, directions: somebody else does it
	implied                  // none, at the start: "Greets every child"
)

// reach is how many tokens a verb may stand from its subject.
const reach = 7

// agentOf returns who does what the verb at token i says.
func agentOf(s *statement, i int) agent {
	start := s.clauseOf(i)
	j := i - 1
	for j >= start && mayStandBetween(s, j) {
		j--
	}
	if s.at(start).Is(token.Demonstrative) && start < i && j <= start {
		return nobodyKnown // "That hurts": a word on what was said before
	}
	if j < start {
		return carried(s, start)
	}
	if t := s.at(j); t.Is(token.Joint) {
		return carried(s, j)
	}
	return nearestAgent(s, j, max(start, i-reach))
}

// mayStandBetween reports whether token j may stand between a subject and its verb.
func mayStandBetween(s *statement, j int) bool {
	t := s.at(j)
	return t.Is(token.Auxiliary|token.Negation) || t.Kind == token.Word && isAdverb(s.lang, t.Lower)
}

func isAdverb(lang *language.Language, w string) bool {
	_, ok := lang.Ends(w, "adverb")
	return ok && len(w) > 4
}

// nearestAgent returns the agent that the tokens from j back to low name.
func nearestAgent(s *statement, j, low int) agent {
	who := nobodyKnown
	for ; j >= low; j-- {
		switch t := s.at(j); {
		case t.Owner:
		case t.Is(token.Self):
			return rater
		case t.Is(token.People), isNamed(s, j):
			return person
		case t.Is(token.Object | token.Place):
			who = thing
		case t.Is(token.Advice | token.Stance):
			return who
		}
	}
	return who
}

// carried returns the agent of a verb without a subject of its own: that of
// the clause before, or whoever the note is about.
func carried(s *statement, start int) agent {
	for i := start - 1; i >= s.from; i-- {
		if t := s.at(i); t.Is(token.Self) {
			return rater
		} else if t.Is(token.People) {
			return person
		}
	}
	return implied
}

// isNamed reports whether token i looks like a name: a capital that the start
// of the sentence does not explain, or a capital that no list explains.
func isNamed(s *statement, i int) bool {
	t := s.at(i)
	if t.Kind != token.Word || !t.Capital || t.Upper || t.Tags != 0 || s.lang.In(language.Capitals, t.Lower) {
		return false
	}
	return i > s.from || s.lang.In(language.Names, withoutOwner(s.lang, t.Lower))
}

// acts reports whether the word at token i is a verb that somebody other than
// the rater is told to do.
func acts(s *statement, i int) bool {
	t := s.at(i)
	if s.at(i-1).Is(token.Verdict|token.Infer) || t.Is(token.People|token.Object) && !s.at(i-1).Is(token.People) {
		return false // "well planned", "clearly explains": a verdict on it
	}
	switch who := agentOf(s, i); {
	case t.Is(token.OtherForm) && who == person:
		return true
	case t.Is(token.OtherForm) && who == implied:
		return !t.Is(token.Object | token.People | token.BaseForm)
	case t.Is(token.BaseForm) && s.at(i-1).Is(token.Negation) && s.at(i-2).Is(token.Auxiliary): // "did not circulate"
		return who == person || who == implied
	case t.Is(token.BaseForm):
		return who == person && follows(s, i, token.Many)
	case t.Is(token.Nonfinite):
		return who == person && (follows(s, i, token.People) || s.at(i-1).Is(token.Auxiliary))
	default:
		return false
	}
}

// follows reports whether right before the verb at token i, but for words that
// may stand between, is a word of one of the tags.
func follows(s *statement, i int, of token.Tag) bool {
	j := i - 1
	for j >= s.clauseOf(i) && mayStandBetween(s, j) {
		j--
	}
	return j >= s.clauseOf(i) && (s.at(j).Is(of) || isNamed(s, j))
}

// withoutOwner returns a word without its possessive ending.
func withoutOwner(lang *language.Language, w string) string {
	stem, _ := lang.Ends(strings.ReplaceAll(w, "’", "'"), "owner")
	return stem
}

// toldWithin reports whether a verb of something seen stands in the tokens from i to
// j: what follows it is what was done, and no verdict on it.
func toldWithin(s *statement, i, j int) bool {
	for ; i < j; i++ {
		if t := s.toks[i]; t.Is(token.Observed|token.Telling) && !t.Is(token.People|token.Object) && !t.granted && (acts(s, i) || i == s.from) {
			return true
		}
	}
	return false
}
