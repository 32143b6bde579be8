package class

import "github.com/cb401426/calibrate/stats/text/token"

// findAdvice finds advice and wishes.
func findAdvice(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		switch t := s.toks[i]; {
		case !t.live():
		case t.Is(token.Advice):
			add(i, i+t.Span, true)
		case t.Is(token.Ability):
			add(i, i+1, !follows(s, i, token.Learner))
		case t.Is(token.Wanting) && clauseHas(s, i, token.Vague):
			add(i, i+1, true)
		}
	}
}

// clauseHas reports whether a word of one of the tags stands before token i in
// its clause.
func clauseHas(s *statement, i int, of token.Tag) bool {
	for j := s.clauseOf(i); j < i; j++ {
		if s.toks[j].Is(of) {
			return true
		}
	}
	return false
}

// findOrder finds advice in the form of an order, at the start of a statement:
// "Give them time", "Use helpers".
func findOrder(s *statement, add func(from, to int, strong bool)) {
	t, next := s.at(s.from), s.at(s.from+1)
	if !t.live() || t.Is(token.Object|token.People) || next.Kind != token.Word {
		return
	}
	if (t.Lower == "now" || t.Lower == "next") && next.Is(token.Urging) {
		add(s.from, s.from+2, true)
		return
	}
	if t.Is(token.BaseForm) && !t.Is(token.OtherForm) && next.Is(token.Opener) || t.Is(token.Urging) {
		add(s.from, s.from+max(2, t.Span), true)
	}
}
