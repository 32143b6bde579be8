package class

import "github.com/cb401426/calibrate/stats/text/token"

// findVerdict finds words that judge.
func findVerdict(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Tags.All(token.Praise) && t.live() && i <= s.from+1 && i+t.Span < s.to {
			add(i, i+t.Span, true)
			continue
		}
		if !t.live() || !t.Is(token.Verdict|token.Mild) || t.Capital && !t.Upper && s.at(i-1).Kind == token.Word || opensTalk(s, i) {
			continue // a capital within a sentence is a name or a title
		}
		add(i, i+t.Span, t.Is(token.Verdict) || s.at(i+1).Is(token.Abstract))
	}
}

// findDegree finds degrees without a measure.
func findDegree(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() {
			continue
		}
		next := s.at(i + t.Span)
		switch {
		case t.Kind == token.Percent && t.Value > 100, t.Kind == token.Number && t.Value > 100 && next.Lower == "percent":
			add(i, i+1, true)
		case t.Is(token.Degree) && (t.Span > 1 || next.Kind == token.Word && next.Tags&(token.Function|token.People) == 0):
			add(i, i+t.Span, true)
		case t.Is(token.Vague) && beforeAbstract(s, i):
			add(i, i+t.Span, true)
		case t.Is(token.Vague):
			add(i, i+t.Span, false)
		}
	}
}

// beforeAbstract reports whether token i stands before the noun of a rubric.
func beforeAbstract(s *statement, i int) bool {
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.Is(token.Abstract) {
			return true
		} else if t.Is(token.Object|token.People) || t.Kind == token.Number {
			return false
		}
	}
	return false
}

// findAbstract finds the nouns of rubrics; a denied one is a conclusion.
func findAbstract(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.Is(token.Abstract) || !t.live() || displayed(s, i) {
			continue
		}
		denied := s.at(i-1).Is(token.Negation) || s.at(i-2).Is(token.Negation) && s.at(i-1).Is(token.Abstract|token.Mild)
		add(i, i+t.Span, denied)
	}
}

// findShape finds words that no list names and that have the shape of an
// adjective of judgement: -ful, -ive, -ous, -able, -less.
func findShape(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Kind != token.Word || t.Tags != 0 || t.Capital && i > s.from || !t.live() || len(t.Lower) < 6 {
			continue
		}
		if _, ok := s.lang.Ends(t.Lower, "judging"); ok {
			add(i, i+1, false)
		}
	}
}

// opensTalk reports whether token i is a word such as okay before what is said.
func opensTalk(s *statement, i int) bool {
	return s.at(i).Is(token.Filler) && i == s.from && s.at(i+1).Kind == token.Word && !s.at(i+1).Is(token.Abstract)
}
