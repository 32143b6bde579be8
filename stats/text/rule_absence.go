package text

// findAbsence finds what nobody did.
func findAbsence(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.is(nobody) || !t.live() || t.granted {
			continue
		}
		strong := false
		for j := i; j < s.clauseEnd(i); j++ {
			next := s.toks[j]
			strong = strong || denied(s, j) && concrete(s, j) || next.is(place) ||
				j > i && next.is(object)
			if next.is(state | abstract | verdict) {
				strong = false
				break
			}
		}
		add(i, i+t.span, strong)
	}
}

// denied reports whether the word at token j is a verb, of something seen or
// heard, that a word such as nobody can deny.
func denied(s *statement, j int) bool {
	t := s.at(j)
	after := s.at(j - 1).is(nobody | people | negation | auxiliary)
	return t.is(observed|telling) && (t.is(otherForm) || t.is(baseForm) && after)
}
