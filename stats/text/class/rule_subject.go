package class

import "github.com/cb401426/calibrate/stats/text/token"

// aboutSubject reports whether the word at token i, which may judge, is what
// the lesson is about: it stands near its counterpart ("strong acids and weak
// acids"), or before a thing that a learner is told to have handled.
func aboutSubject(s *statement, i int) bool {
	t := s.at(i)
	if t.Span > 1 || predicate(s, i) {
		return false
	}
	if s.lang.Scale(t.Lower) == 0 {
		return t.Is(token.Verdict|token.Mild) && withItsContrary(s, i)
	}
	next := s.at(i + 1)
	thing := next.Is(token.Object) && !next.Is(token.Abstract) || next.Tags == 0 && next.Kind == token.Word
	return contrasted(s, i) || thing && toldByLearner(s, i)
}

// withItsContrary reports whether the word at token i stands near itself, and
// one of the two is denied: "effective and not effective".
func withItsContrary(s *statement, i int) bool {
	denied := s.at(i - 1).Is(token.Negation)
	for j := max(s.from, i-nearby); j < min(s.to, i+nearby+1); j++ {
		if j != i && s.at(j).Lower == s.at(i).Lower && s.at(j-1).Is(token.Negation) != denied {
			return true
		}
	}
	return false
}

// predicate reports whether token i is said of something: "the task was hard".
func predicate(s *statement, i int) bool { return s.at(i - 1).Is(token.Auxiliary | token.Degree) }

// nearby is how far apart the two words of a contrast may stand.
const nearby = 10

// contrasted reports whether another word of the scale of token i stands near
// it, and the two are told of: of the same noun, with "vs" between them, or
// after something that was done. "Strong start, weak finish" is no contrast.
func contrasted(s *statement, i int) bool {
	for j := max(s.from, i-nearby); j < min(s.to, i+nearby+1); j++ {
		t := s.toks[j]
		if t.Lower == s.toks[i].Lower || s.lang.Scale(t.Lower) != s.lang.Scale(s.toks[i].Lower) || predicate(s, j) {
			continue
		}
		first, second := min(i, j), max(i, j)
		if toldBefore(s, first) || versus(s, first, second) || sameNoun(s, first, second) {
			return true
		}
	}
	return false
}

// versus reports whether "vs" or a slash stands between two tokens.
func versus(s *statement, i, j int) bool {
	for i++; i < j; i++ {
		if t := s.toks[i]; t.Lower == "vs" || t.Lower == "versus" || t.Lower == "/" {
			return true
		}
	}
	return false
}

// sameNoun reports whether the words after two tokens are one.
func sameNoun(s *statement, i, j int) bool {
	a, b := s.at(i+1), s.at(j+1)
	return a.Kind == token.Word && b.Kind == token.Word && s.lang.Stem(a.Lower) == s.lang.Stem(b.Lower)
}

// toldBefore reports whether somebody is told to have done something before
// token i.
func toldBefore(s *statement, i int) bool {
	for j := s.from; j < i; j++ {
		if t := s.toks[j]; t.Is(token.Observed|token.Telling) && !t.granted && !t.Is(token.Object|token.People) && (acts(s, j) || j == s.from) {
			return true
		}
	}
	return false
}

// toldByLearner reports whether a learner, or nobody named, is told to have
// done something before token i in its clause.
func toldByLearner(s *statement, i int) bool {
	start := s.clauseOf(i)
	if !toldWithin(s, start, i) {
		return false
	}
	for j := i - 1; j >= start; j-- {
		if t := s.toks[j]; t.Is(token.People) && !t.Is(token.Object) {
			return t.Is(token.Learner)
		}
	}
	return true
}
