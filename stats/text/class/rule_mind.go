package class

import "github.com/cb401426/calibrate/stats/text/token"

// findMind finds states of mind, and what someone is said to know or feel. A
// state that was counted may have been seen.
func findMind(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() {
			continue
		}
		switch {
		case t.Is(token.State):
			add(i, i+t.Span, !peopleCounted(s, i))
		case t.Is(token.Knowing) && minds(s, i):
			add(i, i+t.Span, !t.Is(token.Mild))
		case t.Is(token.Knowing) && t.Span > 1:
			add(i, i+t.Span, !t.Is(token.Mild))
		}
	}
}

// minds reports whether somebody other than the rater is said to do what the
// verb at token i says of a mind.
func minds(s *statement, i int) bool {
	return acts(s, i) || s.at(i).Is(token.Nonfinite) && agentOf(s, i) == person
}

// peopleCounted reports whether a number of people stands before token i in its
// clause, or right behind it: "on task 18/21".
func peopleCounted(s *statement, i int) bool {
	if behind := s.at(i + s.at(i).Span); behind.Kind == token.Share || behind.Kind == token.Percent {
		return true
	}
	for j := s.clauseOf(i); j < i; j++ {
		switch t := s.toks[j]; t.Kind {
		case token.Share, token.Percent:
			return true
		case token.Number:
			if s.at(j + 1).Is(token.People | token.Opener) {
				return true
			}
		}
	}
	return false
}
