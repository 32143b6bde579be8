package class

import (
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// findAction finds verbs of what can be seen or heard, with who did it.
func findAction(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		switch {
		case t.Quoted || t.granted || t.reported || !t.Is(token.Verbs) && !unlisted(s, i):
		case t.Is(token.Having) && acts(s, i):
			add(i, i+1, holds(s, i))
		case t.Is(token.Observed):
			if acts(s, i) {
				add(i, i+t.Span, concrete(s, i))
			} else if !t.Is(token.BaseForm) && !t.Is(token.Object) {
				add(i, i+1, false)
			}
		case t.Is(token.Summary) && acts(s, i), unlisted(s, i) && (agentOf(s, i) == person || i == s.from && s.at(i+1).Kind == token.Word):
			add(i, i+1, false)
		}
	}
}

// holds reports whether a thing follows the verb at token i.
func holds(s *statement, i int) bool {
	for j := i + 1; j < min(i+5, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.Is(token.Verdict | token.Abstract | token.State | token.Degree) {
			return false
		} else if t.Is(token.Object) || t.Is(token.People) && j > i+1 {
			return true
		}
	}
	return false
}

// concrete reports whether the verb at token i tells of something that can be
// seen: what follows it in its clause is a person, a thing or a number before
// it is a verdict or a noun of the rubric, and no verdict went before. Of a
// light verb (give, make, set) nothing can be seen but what follows it.
func concrete(s *statement, i int) bool {
	for j := s.clauseOf(i); j < i; j++ {
		if s.toks[j].Is(token.Verdict|token.Degree) && !aboutSubject(s, j) {
			return false
		}
	}
	weak := s.at(i).Is(token.Light)
	for j := i + s.at(i).Span; j < s.clauseEnd(i); j++ {
		switch t := s.toks[j]; {
		case t.Is(token.People) && !t.Is(token.Object) && s.at(i).Is(token.Light):
			weak = false // "gave them": what?
		case t.Quoted, t.Is(token.Object|token.People|token.Place) && !t.Is(token.Abstract), t.Kind != token.Word && t.Kind != token.Mark:
			return true
		case aboutSubject(s, j):
			weak = false
		case t.Is(token.Verdict | token.Abstract | token.Degree | token.Infer | token.State):
			return false
		}
	}
	return !weak
}

// unlisted reports whether token i has the shape of a verb that no list
// names: "glued", "T glues", and at the start "Chunked the text".
func unlisted(s *statement, i int) bool {
	t := s.at(i)
	if t.Kind != token.Word || t.Tags != 0 || t.Capital && i > s.from || len(t.Lower) < 4 {
		return false
	}
	_, past := s.lang.Ends(t.Lower, "verb")
	return past || language.Plural(s.lang, t.Token) && agentOf(s, i) == person
}

// findSpeech finds verbs that report what somebody said.
func findSpeech(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Is(token.Telling) && s.at(i-1).Lower != "being" && !t.Quoted && !t.granted && acts(s, i) {
			add(i, i+1, t.Is(token.Saying) || !t.Is(token.Summary))
		}
	}
}

// findPassive finds what was done with things: "papers passed out".
func findPassive(s *statement, add func(from, to int, strong bool)) {
	for i := s.from + 1; i < s.to; i++ {
		t := s.toks[i]
		if t.Is(token.Observed) && t.Is(token.OtherForm|token.Nonfinite) && t.live() && !t.granted && agentOf(s, i) == thing {
			add(i, i+t.Span, concrete(s, i))
		}
	}
}
