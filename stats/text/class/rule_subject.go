package class

import (
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// aboutSubject reports whether the word at token i, which may judge, is what
// the lesson is about: it stands near its counterpart ("strong acids and weak
// acids"), or before a thing that a learner is told to have handled.
func aboutSubject(s *statement, i int) bool {
	t := s.at(i)
	if t.Span > 1 || predicate(s, i) {
		return false
	}
	if judges := t.Is(token.Verdict | token.Mild | token.State); judges && (sorted(s, i) || inSeries(s, i)) {
		return true
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

// sorted reports whether the word at token i is of what somebody other than a
// teacher sorts, ranks, defines or names in its clause, and stands before the
// noun it is of: "students rank the worst storms", "circle a weak verb". In
// "students circle the best answer quickly" the last word is none.
func sorted(s *statement, i int) bool {
	next := s.at(i + 1)
	noun := next.Kind == token.Word && next.Tags&(token.Function|token.Auxiliary|token.Abstract|token.Turn) == 0
	for j := i - 1; j >= s.clauseOf(i); j-- {
		if !s.lang.In(language.Sorting, s.at(j).Lower) || s.at(j).granted {
			continue
		}
		for k := j - 1; k >= s.clauseOf(i); k-- {
			if t := s.at(k); t.Is(token.People) && !t.Is(token.Learner) {
				return false
			}
		}
		return noun
	}
	return false
}

// series is the number of words that judge in a row from which they are what a
// lesson deals with, where something was done or a heading stands before them:
// "as good, fair or poor", "vocabulary: reluctant, generous, furious".
const series = 3

// inSeries reports whether token i stands in such a row.
func inSeries(s *statement, i int) bool {
	from, n := i, 1
	for between := 0; from > s.from; from-- {
		t := s.at(from - 1)
		if judging := t.Is(token.Verdict | token.Mild | token.State); judging {
			n, between = n+1, 0
		} else if between++; between > 1 && !(t.Lower == "," && s.at(from).Is(token.Joint)) || t.Lower != "," && !t.Is(token.Joint) {
			break
		}
	}
	for j, between := i+1, 0; j < s.to; j++ {
		t := s.at(j)
		if t.Is(token.Verdict | token.Mild | token.State) {
			n, between = n+1, 0
		} else if between++; between > 2 || t.Lower != "," && !t.Is(token.Joint) {
			break
		}
	}
	return n >= series && from > s.from && (toldBefore(s, from) || s.at(from-1).Lower == ":" && s.at(from-2).Is(token.Object) && !s.at(from-2).Is(token.Abstract))
}
