package text

// findAdvice finds advice and wishes.
func findAdvice(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		switch t := s.toks[i]; {
		case !t.live():
		case t.is(advice):
			add(i, i+t.span, true)
		case t.is(ability):
			add(i, i+1, !follows(s, i, learner))
		case t.is(wanting) && clauseHas(s, i, vague):
			add(i, i+1, true)
		}
	}
}

// clauseHas reports whether a word of one of the tags stands before token i in
// its clause.
func clauseHas(s *statement, i int, of tag) bool {
	for j := s.clauseOf(i); j < i; j++ {
		if s.toks[j].is(of) {
			return true
		}
	}
	return false
}

// findOrder finds advice in the form of an order, at the start of a statement:
// "Give them time", "Use helpers".
func findOrder(s *statement, add func(from, to int, strong bool)) {
	t, next := s.at(s.from), s.at(s.from+1)
	if !t.live() || t.is(object|people) || next.kind != word {
		return
	}
	if (t.lower == "now" || t.lower == "next") && next.is(urging) {
		add(s.from, s.from+2, true)
		return
	}
	if t.is(baseForm) && !t.is(otherForm) && next.is(opener) || t.is(urging) {
		add(s.from, s.from+max(2, t.span), true)
	}
}
