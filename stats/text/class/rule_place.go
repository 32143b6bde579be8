package class

import "github.com/cb401426/calibrate/stats/text/token"

// findPlace finds where things are: in a phrase of the list, or as a thing
// after a preposition.
func findPlace(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() || t.granted {
			continue
		}
		if t.Is(token.Place) {
			add(i, i+t.Span, thingNear(s, i) && !judgedIn(s, i))
		} else if to := whereAt(s, i); to > i {
			add(i, to, thingNear(s, i) && !judgedIn(s, i))
		}
	}
}

// whereAt returns the end of "on the mirror" where that stands at token i, else
// i.
func whereAt(s *statement, i int) int {
	if !s.at(i).Is(token.Preposition) {
		return i
	}
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.Is(token.Object) && !t.Is(token.Abstract) {
			return j + t.Span
		} else if !t.Is(token.Opener) && t.Kind != token.Number {
			break
		}
	}
	return i
}

func thingNear(s *statement, i int) bool {
	for j := max(s.from, i-5); j < i; j++ {
		if t := s.toks[j]; t.Is(token.Object|token.People|token.Verbs) || t.Kind == token.Number {
			return true
		}
	}
	return false
}

// judgedIn reports whether a verdict stands in the clause of token i: "the move
// from the carpet was great" tells of no place.
func judgedIn(s *statement, i int) bool {
	for j := s.clauseOf(i); j < s.clauseEnd(i); j++ {
		if t := s.toks[j]; t.Is(token.Verdict) && t.live() {
			return true
		}
	}
	return false
}

// findObject finds things one could point at.
func findObject(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Is(token.Object) && !t.Is(token.Place) && (!t.Is(token.Abstract) || displayed(s, i)) && t.live() && !t.granted {
			add(i, i+1, false)
		}
	}
}

// displayed reports whether the noun at token i is a thing by where it is: a
// learning target that is posted, or on the board, is one.
func displayed(s *statement, i int) bool {
	for j := i + s.at(i).Span; j < min(i+s.at(i).Span+3, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.Is(token.Place) {
			return true
		} else if !t.Is(token.Auxiliary | token.Function | token.Object) {
			return false
		}
	}
	return false
}
