package text

// findMind finds states of mind, and what someone is said to know or feel. A
// state that was counted may have been seen.
func findMind(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() {
			continue
		}
		switch {
		case t.is(state):
			add(i, i+t.span, !peopleCounted(s, i))
		case t.is(knowing) && minds(s, i):
			add(i, i+t.span, !t.is(mild))
		case t.is(knowing) && t.span > 1:
			add(i, i+t.span, !t.is(mild))
		}
	}
}

// minds reports whether somebody other than the rater is said to do what the
// verb at token i says of a mind.
func minds(s *statement, i int) bool {
	return acts(s, i) || s.at(i).is(nonfinite) && agentOf(s, i) == person
}

// peopleCounted reports whether a number of people stands before token i in its
// clause.
func peopleCounted(s *statement, i int) bool {
	for j := s.clauseOf(i); j < i; j++ {
		switch t := s.toks[j]; t.kind {
		case share, percent:
			return true
		case number:
			if s.at(j + 1).is(people | opener) {
				return true
			}
		}
	}
	return false
}
