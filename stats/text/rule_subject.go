package text

// aboutSubject reports whether the word at token i, which may judge, is what
// the lesson is about: it stands near its counterpart ("strong acids and weak
// acids"), or before a thing that a learner is told to have handled.
func aboutSubject(s *statement, i int) bool {
	t := s.at(i)
	if t.span > 1 || s.lang.scale[t.lower] == 0 || predicate(s, i) {
		return false
	}
	next := s.at(i + 1)
	thing := next.is(object) && !next.is(abstract) || next.tags == 0 && next.kind == word
	return contrasted(s, i) || thing && toldByLearner(s, i)
}

// predicate reports whether token i is said of something: "the task was hard".
func predicate(s *statement, i int) bool { return s.at(i - 1).is(auxiliary | degree) }

// nearby is how far apart the two words of a contrast may stand.
const nearby = 10

// contrasted reports whether another word of the scale of token i stands near
// it, and the two are told of: of the same noun, with "vs" between them, or
// after something that was done. "Strong start, weak finish" is no contrast.
func contrasted(s *statement, i int) bool {
	for j := max(s.from, i-nearby); j < min(s.to, i+nearby+1); j++ {
		t := s.toks[j]
		if t.lower == s.toks[i].lower || s.lang.scale[t.lower] != s.lang.scale[s.toks[i].lower] || predicate(s, j) {
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
		if t := s.toks[i]; t.lower == "vs" || t.lower == "versus" || t.lower == "/" {
			return true
		}
	}
	return false
}

// sameNoun reports whether the words after two tokens are one.
func sameNoun(s *statement, i, j int) bool {
	a, b := s.at(i+1), s.at(j+1)
	return a.kind == word && b.kind == word && s.lang.stem(a.lower) == s.lang.stem(b.lower)
}

// toldBefore reports whether somebody is told to have done something before
// token i.
func toldBefore(s *statement, i int) bool {
	for j := s.from; j < i; j++ {
		if t := s.toks[j]; t.is(observed|telling) && !t.granted && !t.is(object|people) && (acts(s, j) || j == s.from) {
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
		if t := s.toks[j]; t.is(people) && !t.is(object) {
			return t.is(learner)
		}
	}
	return true
}
