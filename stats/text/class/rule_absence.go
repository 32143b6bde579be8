package class

import "github.com/cb401426/calibrate/stats/text/token"

// findAbsence finds what nobody did.
func findAbsence(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.Is(token.Nobody) || !t.live() || t.granted {
			continue
		}
		strong := false
		for j := i; j < s.clauseEnd(i); j++ {
			next := s.toks[j]
			strong = strong || denied(s, j) && concrete(s, j) || next.Is(token.Place) ||
				j > i && next.Is(token.Object)
			if next.Is(token.State | token.Abstract | token.Verdict) {
				strong = false
				break
			}
		}
		add(i, i+t.Span, strong)
	}
}

// denied reports whether the word at token j is a verb, of something seen or
// heard, that a word such as nobody can deny.
func denied(s *statement, j int) bool {
	t := s.at(j)
	after := s.at(j - 1).Is(token.Nobody | token.People | token.Negation | token.Auxiliary)
	return t.Is(token.Observed|token.Telling) && (t.Is(token.OtherForm) || t.Is(token.BaseForm) && after)
}
