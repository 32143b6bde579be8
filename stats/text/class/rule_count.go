package class

import (
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// findCount finds numbers that count something of the lesson.
func findCount(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Quoted || t.granted || isScore(s, i) {
			continue
		}
		switch t.Kind {
		case token.Percent:
			if t.Value <= 100 {
				add(i, i+1, !s.at(i+1).Is(token.State|token.Verdict|token.Abstract))
			}
		case token.Share:
			if t.Value <= t.Other {
				add(i, i+1, countsShare(s, i))
			}
		case token.Number:
			if to, strong := countAt(s, i); to > i {
				add(i, to, strong)
				i = to - 1
			}
		}
	}
}

func countsShare(s *statement, i int) bool {
	next := s.at(i + 1)
	return len(s.slice(i, i+1)) > 3 || next.Is(token.People|token.Object|token.Unit) || next.Kind == token.Word
}

// countAt returns the end of what the number at token i counts, or i where it
// counts nothing, and whether that alone settles the matter.
func countAt(s *statement, i int) (to int, strong bool) {
	t := s.toks[i]
	alone := t.Is(token.Single)
	switch next := s.at(i + 1); {
	case t.Is(token.TimeUnit), s.at(i-1).Is(token.Age) && !s.at(i-1).Is(token.Score): // 7s, tier 3
		return i, false
	case t.Is(token.Repeated):
		return i + 1, true
	case t.Value > 100 && next.Lower == "percent":
		return i, false
	case next.Is(token.Among) && s.at(i+2).Kind != token.Mark && !alone:
		return min(i+3, s.to), true
	case next.Is(token.Auxiliary|token.Verbs) && !next.Is(token.Object) && !alone:
		return min(i+2, s.to), true
	case t.Value < 1 && next.Is(token.People|token.Object|token.Opener):
		return min(i+2, s.to), true
	}
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		switch next := s.toks[j]; {
		case next.Is(token.Age | token.Score | token.TimeUnit | token.Whole):
			return i, false
		case next.Is(token.People | token.Object | token.Unit), language.Plural(s.lang, next.Token):
			return j + 1, !alone || next.Is(token.People|token.Object) || s.at(i-1).Is(token.Hedge)
		}
	}
	return i + 1, s.at(i-1).Lower == "x" || t.Value > 10 && t.Value < 1900
}

// findTime finds clock times and durations.
func findTime(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Quoted || t.granted {
			continue
		}
		switch next := s.at(i + 1); {
		case t.Kind == token.Clock:
			add(i, i+1, true)
		case t.Kind == token.Number && t.Is(token.TimeUnit):
			add(i, i+1, true)
		case (t.Kind == token.Number || t.Is(token.Article) && s.at(i-1).Is(token.Hedge)) && next.Is(token.TimeUnit):
			add(i, i+2, !s.at(i+2).Is(token.Whole))
		}
	}
}
