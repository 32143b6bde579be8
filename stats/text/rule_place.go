package text

// findPlace finds where things are: in a phrase of the list, or as a thing
// after a preposition.
func findPlace(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() || t.granted {
			continue
		}
		if t.is(place) {
			add(i, i+t.span, thingNear(s, i) && !judgedIn(s, i))
		} else if to := whereAt(s, i); to > i {
			add(i, to, thingNear(s, i) && !judgedIn(s, i))
		}
	}
}

// whereAt returns the end of "on the mirror" where that stands at token i, else
// i.
func whereAt(s *statement, i int) int {
	if !s.at(i).is(preposition) {
		return i
	}
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.is(object) && !t.is(abstract) {
			return j + t.span
		} else if !t.is(opener) && t.kind != number {
			break
		}
	}
	return i
}

func thingNear(s *statement, i int) bool {
	for j := max(s.from, i-5); j < i; j++ {
		if t := s.toks[j]; t.is(object|people|verbs) || t.kind == number {
			return true
		}
	}
	return false
}

// judgedIn reports whether a verdict stands in the clause of token i: "the move
// from the carpet was great" tells of no place.
func judgedIn(s *statement, i int) bool {
	for j := s.clauseOf(i); j < s.clauseEnd(i); j++ {
		if t := s.toks[j]; t.is(verdict) && t.live() {
			return true
		}
	}
	return false
}

// findObject finds things one could point at.
func findObject(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.is(object) && !t.is(abstract|place) && t.live() && !t.granted {
			add(i, i+1, false)
		}
	}
}
