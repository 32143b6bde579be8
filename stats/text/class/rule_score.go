package class

import "github.com/cb401426/calibrate/stats/text/token"

// findScore finds levels put into words.
func findScore(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		switch {
		case !t.live():
		case t.Is(token.Score):
			if !s.at(i+t.Span).Is(token.People) && s.at(i-1).Kind != token.Number {
				add(i, i+t.Span, true)
			}
		case isScore(s, i):
			add(i, i+1, true)
		}
	}
}

// isScore reports whether the number at token i is a rating: "a solid 3".
func isScore(s *statement, i int) bool {
	t := s.at(i)
	if t.Kind != token.Number || t.Value > 7 || t.End-t.Start > 3 {
		return false
	}
	before, after := s.at(i-1), s.at(i+1)
	if before.Is(token.Article) && s.at(i-2).Is(token.Auxiliary|token.Comment) && after.Is(token.Speaker) {
		return true // "a 4 all day"
	}
	if after.Kind == token.Number || after.Is(token.Unit|token.People|token.Object) {
		return false
	}
	return before.Is(token.Score | token.Verdict | token.Article)
}
